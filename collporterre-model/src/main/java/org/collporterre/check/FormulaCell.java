package org.collporterre.check;

import java.util.List;
import java.util.Map;
import org.collporterre.model.Entry;
import org.collporterre.model.LocalizedText;
import org.collporterre.report.Located;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.collporterre.schema.Field;
import org.collporterre.schema.SpreadsheetText;
import org.collporterre.schema.ValueType;

/**
 * A text that a spreadsheet would take for a formula, in a record's own columns. What an apostrophe
 * protected in the file was already put right.
 */
final class FormulaCell implements RecordRule {
  @Override
  public String code() {
    return "formula-cell";
  }

  @Override
  public Severity severity(Profile profile) {
    return profile == Profile.ECHANGE ? Severity.INFO : Severity.WARNING;
  }

  @Override
  public FieldsCheck start(CheckContext context) {
    ChosenFields texts =
        new ChosenFields(
            field -> field.type().kind() == ValueType.Kind.TEXT && field.confidential() == null);
    return (row, values) -> {
      for (Field field : texts.of(row.value())) {
        Object value = values[field.index()];
        if (value == null) {
          continue;
        }
        if (value instanceof LocalizedText text) {
          check(context, row, field.key(), text.text());
          if (!text.translations().isEmpty()) {
            text.translations()
                .forEach((tag, other) -> check(context, row, field.key() + "@" + tag, other));
          }
        } else if (value instanceof String text) {
          check(context, row, field.key(), text);
        } else if (value instanceof List<?> items && !items.isEmpty()) {
          // A cell begins with the first item of its list.
          check(context, row, field.key(), String.valueOf(items.get(0)));
        }
      }
      Map<String, String> extensions = row.value().sheet().extensions();
      if (!extensions.isEmpty()) {
        extensions.forEach((name, text) -> check(context, row, name, text));
      }
    };
  }

  private void check(CheckContext context, Located<? extends Entry> row, String key, String text) {
    if (SpreadsheetText.isFormula(text) && !isProtected(row, key)) {
      context.finding(this, row).field(key).value(text).report();
    }
  }

  private static boolean isProtected(Located<? extends Entry> row, String key) {
    String written = row.origin().text(key);
    return written != null && written.startsWith("'");
  }
}
