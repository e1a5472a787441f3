package org.collporterre.check;

import java.util.List;
import org.collporterre.model.Entry;
import org.collporterre.report.Fix;
import org.collporterre.report.Located;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.collporterre.schema.Field;
import org.collporterre.vocabulary.Vocabulary;

/**
 * A code that is not in its open vocabulary; the nearest one is proposed. A label that several
 * codes of a vocabulary have is told as {@link #AMBIGUOUS}.
 */
final class CodeNotListed implements RecordRule {
  /** Readers also tell of it, where the vocabulary is closed. */
  static final Rule AMBIGUOUS =
      new ReportedElsewhere("code-ambiguous", Severity.ERROR, Severity.ERROR);

  @Override
  public String code() {
    return "code-not-listed";
  }

  @Override
  public Severity severity(Profile profile) {
    return Severity.WARNING;
  }

  @Override
  public FieldsCheck start(CheckContext context) {
    ChosenFields open = new ChosenFields(field -> field.codeList() != null && field.isOpen());
    return (row, values) -> {
      for (Field field : open.of(row.value())) {
        Object value = values[field.index()];
        if (value instanceof List<?> codes) {
          for (int i = 0; i < codes.size(); i++) {
            check(context, row, field, (String) codes.get(i));
          }
        } else if (value != null) {
          check(context, row, field, (String) value);
        }
      }
    };
  }

  private void check(CheckContext context, Located<? extends Entry> row, Field field, String code) {
    Vocabulary vocabulary = context.vocabularies().get(String.valueOf(field.codeList()));
    if (!vocabulary.contains(code)) {
      report(context, row, field, code, vocabulary);
    }
  }

  private void report(
      CheckContext context,
      Located<? extends Entry> row,
      Field field,
      String code,
      Vocabulary vocabulary) {
    List<String> ambiguous = vocabulary.ambiguous(code);
    if (!ambiguous.isEmpty()) {
      context
          .finding(AMBIGUOUS, row)
          .field(field.key())
          .value(code)
          .expected(String.join("|", ambiguous))
          .report();
    } else {
      String nearest = vocabulary.nearest(code);
      boolean whole = !field.isList() || field.text(row.value()).equals(code);
      context
          .finding(this, row)
          .field(field.key())
          .value(code)
          .expected(nearest)
          .fix(nearest == null || !whole ? null : Fix.unsafe(field.key(), nearest))
          .report();
    }
  }
}
