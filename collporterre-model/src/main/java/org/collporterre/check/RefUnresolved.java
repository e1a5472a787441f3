package org.collporterre.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.collporterre.model.Entry;
import org.collporterre.model.RecordRef;
import org.collporterre.report.Fix;
import org.collporterre.report.Located;
import org.collporterre.report.Location;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A reference to an identifier that no record of the target's type has; the nearest one is
 * proposed. References to other datasets are not looked up. Memory: references to records that come
 * later are kept until the end, about 100 bytes each. Time: for the nearest, some ten million
 * identifiers are compared at most, a second or two; further references get no proposal.
 */
final class RefUnresolved implements Rule {
  private static final int MOST_COMPARISONS = 10_000_000;

  /** A reference whose target has not been met yet. */
  private record Pending(
      Location location,
      String type,
      String id,
      String field,
      String targetType,
      String text,
      @Nullable String version,
      boolean alone) {}

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
      private final List<Pending> pending = new ArrayList<>();

      @Override
      public void entry(Located<? extends Entry> row) {
        for (Field field : Schema.of(row.value()).references()) {
          if (field.from(row.value()) instanceof List<?> refs && !refs.isEmpty()) {
            String targetType = Schema.of(Objects.requireNonNull(field.refersTo())).name();
            for (Object ref : refs) {
              remember(row, field, targetType, (RecordRef) ref, refs.size() == 1);
            }
          }
        }
      }

      private void remember(
          Located<? extends Entry> row,
          Field field,
          String targetType,
          RecordRef ref,
          boolean alone) {
        if (ref.isLocal() && context.entries().find(targetType, ref.target()) < 0) {
          pending.add(
              new Pending(
                  row.origin().field(field.key()),
                  Schema.of(row.value()).name(),
                  row.value().id(),
                  field.key(),
                  targetType,
                  ref.target(),
                  ref.version(),
                  alone));
        }
      }

      @Override
      public void end() {
        long effort = 0;
        for (Pending p : pending) {
          if (context.entries().find(p.targetType(), p.text()) < 0) {
            String nearest =
                effort > MOST_COMPARISONS
                    ? null
                    : context.entries().nearest(p.targetType(), p.text());
            effort += context.entries().size();
            String cell =
                nearest == null || p.version() == null ? nearest : nearest + "@" + p.version();
            context
                .finding(RefUnresolved.this, p.location(), p.type(), p.id())
                .field(p.field())
                .value(p.text())
                .expected(nearest == null ? p.targetType() : nearest)
                .fix(cell == null || !p.alone() ? null : Fix.unsafe(p.field(), cell))
                .report();
          }
        }
      }
    };
  }
}
