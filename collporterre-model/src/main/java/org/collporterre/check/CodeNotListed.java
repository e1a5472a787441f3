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
import org.collporterre.vocabulary.Vocabularies;
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

  /** A field of codes, with those that are listed. */
  private record Open(Field field, Vocabulary vocabulary) {
    static List<Open> of(Class<?> type, Vocabularies vocabularies) {
      List<Open> all = new ArrayList<>();
      for (Field field : Schema.of(type).fields()) {
        String list = field.codeList();
        if (list != null && field.isOpen()) {
          all.add(new Open(field, vocabularies.get(list)));
        }
      }
      return all;
    }
  }

  @Override
  public FieldsCheck start(CheckContext context) {
    // Schemas of types that are not met are not read.
    Map<Class<?>, List<Open>> byType = new HashMap<>();
    return (row, values) -> {
      List<Open> all =
          byType.computeIfAbsent(
              row.value().getClass(), type -> Open.of(type, context.vocabularies()));
      for (int i = 0; i < all.size(); i++) {
        Object value = values[all.get(i).field().index()];
        if (value != null) {
          check(context, row, all.get(i), value);
        }
      }
    };
  }

  private void check(CheckContext context, Located<? extends Entry> row, Open open, Object value) {
    if (value instanceof String code) {
      check(context, row, open, code);
    } else if (value instanceof List<?> codes) {
      for (int i = 0; i < codes.size(); i++) {
        check(context, row, open, (String) codes.get(i));
      }
    }
  }

  private void check(CheckContext context, Located<? extends Entry> row, Open open, String code) {
    Field field = open.field();
    Vocabulary vocabulary = open.vocabulary();
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
}
