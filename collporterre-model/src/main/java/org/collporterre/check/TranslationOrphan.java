package org.collporterre.check;

import java.util.Map;
import org.collporterre.constraint.LanguageTag;
import org.collporterre.dataset.DatasetDescriptor;
import org.collporterre.model.Entry;
import org.collporterre.model.LocalizedText;
import org.collporterre.report.Located;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A translation of a text that is not there, which readers keep as an extension, or one into the
 * language that the record itself is in.
 */
final class TranslationOrphan implements RecordRule {
  @Override
  public String code() {
    return "translation-orphan";
  }

  @Override
  public Severity severity(Profile profile) {
    return Severity.WARNING;
  }

  @Override
  public FieldsCheck start(CheckContext context) {
    DatasetDescriptor dataset = context.dataset();
    String standard = dataset == null ? null : dataset.collporterre().language();
    ChosenFields localized = new ChosenFields(Field::isLocalized);
    return (row, values) -> {
      Map<String, String> extensions = row.value().sheet().extensions();
      if (!extensions.isEmpty()) {
        extensions.forEach((name, text) -> orphan(context, row, name, text));
      }
      String own = row.value().sheet().language();
      own = own == null ? standard : own;
      if (own != null) {
        for (Field field : localized.of(row.value())) {
          own(context, row, field, values[field.index()], own);
        }
      }
    };
  }

  private void orphan(
      CheckContext context, Located<? extends Entry> row, String name, String text) {
    int at = name.lastIndexOf('@');
    Field field = at < 1 ? null : Schema.of(row.value()).byHeader(name.substring(0, at));
    if (field != null
        && field.isLocalized()
        && field.from(row.value()) == null
        && LanguageTag.Validator.matches(name.substring(at + 1))) {
      context.finding(this, row).field(name).value(text).expected(field.key()).report();
    }
  }

  private void own(
      CheckContext context,
      Located<? extends Entry> row,
      Field field,
      @Nullable Object value,
      String language) {
    if (value instanceof LocalizedText text
        && !text.translations().isEmpty()
        && text.translations().containsKey(language)) {
      context
          .finding(this, row)
          .field(field.key() + "@" + language)
          .value(text.translations().get(language))
          .expected(field.key())
          .report();
    }
  }
}
