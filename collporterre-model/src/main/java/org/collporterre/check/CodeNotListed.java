package org.collporterre.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.collporterre.model.Entry;
import org.collporterre.report.Fix;
import org.collporterre.report.Located;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;
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
  public Check start(CheckContext context) {
    Map<Class<?>, List<Field>> fields = new HashMap<>();
    return row -> {
      for (Field field :
          fields.computeIfAbsent(row.value().getClass(), CodeNotListed::openFields)) {
        Object value = field.from(row.value());
        if (value instanceof List<?> codes) {
          codes.forEach(code -> check(context, row, field, (String) code));
        } else if (value != null) {
          check(context, row, field, (String) value);
        }
      }
    };
  }

  private void check(CheckContext context, Located<? extends Entry> row, Field field, String code) {
    Vocabulary vocabulary = context.vocabularies().get(String.valueOf(field.codeList()));
    if (vocabulary.contains(code)) {
      return;
    }
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

  private static List<Field> openFields(Class<?> type) {
    List<Field> open = new ArrayList<>();
    for (Field field : Schema.of(type).fields()) {
      if (field.codeList() != null && field.isOpen()) {
        open.add(field);
      }
    }
    return open;
  }
}
