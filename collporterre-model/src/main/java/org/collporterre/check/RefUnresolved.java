package org.collporterre.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.collporterre.internal.Texts;
import org.collporterre.model.Entry;
import org.collporterre.model.RecordRef;
import org.collporterre.report.Fix;
import org.collporterre.report.Located;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;

/**
 * A reference to an identifier that no record of the target's type has; the nearest one is
 * proposed. References to other datasets are not looked up. Memory: references to records that come
 * later are kept until the end, 28 bytes each beside the two identifiers. Time: for the nearest,
 * some ten million identifiers are compared at most, a second or two; further references get no
 * proposal.
 */
final class RefUnresolved implements Rule {
  private static final int MOST_COMPARISONS = 10_000_000;

  @Override
  public String code() {
    return "ref-unresolved";
  }

  @Override
  public Severity severity(Profile profile) {
    return Severity.ERROR;
  }

  @Override
  public Check start(CheckContext context) {
    return new Check() {
      /** References whose targets have not been met yet, one after the other. */
      private final List<Field> fields = new ArrayList<>();

      private final Places places = new Places();
      private final Texts texts = new Texts();
      private long[] ids = new long[16];
      private long[] refs = new long[16];
      private short[] fieldNumbers = new short[16];

      @Override
      public void entry(Located<? extends Entry> row) {
        for (Field field : Schema.of(row.value()).references()) {
          if (field.from(row.value()) instanceof List<?> all && !all.isEmpty()) {
            String target = targetType(field);
            for (Object ref : all) {
              RecordRef one = (RecordRef) ref;
              if (one.isLocal() && context.entries().find(target, one.target()) < 0) {
                remember(row, field, one, all.size() == 1);
              }
            }
          }
        }
      }

      private void remember(
          Located<? extends Entry> row, Field field, RecordRef ref, boolean alone) {
        int at = places.size();
        if (at == ids.length) {
          int larger = at + (at >> 1);
          ids = Arrays.copyOf(ids, larger);
          refs = Arrays.copyOf(refs, larger);
          fieldNumbers = Arrays.copyOf(fieldNumbers, larger);
        }
        if (!fields.contains(field)) {
          fields.add(field);
        }
        ids[at] = texts.add(row.value().id());
        refs[at] = texts.add(ref.toString());
        fieldNumbers[at] = (short) (fields.indexOf(field) << 1 | (alone ? 1 : 0));
        places.add(row.origin().field(field.key()));
      }

      @Override
      public void end() {
        long effort = 0;
        for (int i = 0; i < places.size(); i++) {
          RecordRef ref = Objects.requireNonNull(RecordRef.parse(texts.get(refs[i])));
          Field field = fields.get(fieldNumbers[i] >> 1);
          if (context.entries().find(targetType(field), ref.target()) < 0) {
            boolean searched = effort <= MOST_COMPARISONS;
            effort += context.entries().size();
            report(i, field, ref, searched);
          }
        }
      }

      private void report(int number, Field field, RecordRef ref, boolean searched) {
        String target = targetType(field);
        String nearest = searched ? context.entries().nearest(target, ref.target()) : null;
        String cell =
            nearest == null || ref.version() == null ? nearest : nearest + "@" + ref.version();
        boolean alone = (fieldNumbers[number] & 1) != 0;
        context
            .finding(RefUnresolved.this, places.get(number), typeOf(field), texts.get(ids[number]))
            .field(field.key())
            .value(ref.target())
            .expected(nearest == null ? target : nearest)
            .fix(cell == null || !alone ? null : Fix.unsafe(field.key(), cell))
            .report();
      }
    };
  }

  private static String targetType(Field field) {
    return Schema.of(Objects.requireNonNull(field.refersTo())).name();
  }

  private static String typeOf(Field field) {
    for (Class<? extends Entry> type : Entry.TYPES) {
      if (Schema.of(type).references().contains(field)) {
        return Schema.of(type).name();
      }
    }
    throw new IllegalStateException(field + " is of no record type");
  }
}
