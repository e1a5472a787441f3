package org.collporterre.check;

import java.util.List;
import org.collporterre.model.Entry;
import org.collporterre.report.Located;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;

/**
 * Records that refer to each other in a circle, through a field where this cannot be. Of each knot
 * of records that reach each other the shortest cycle is reported once, at its least identifier. A
 * record that refers to itself is {@link SelfReference}. Memory: see {@link ReferenceGraph}.
 *
 * @param code the rule's code
 * @param type the record type
 * @param field the key of the field that refers
 */
record ReferenceCycle(String code, Class<? extends Entry> type, String field) implements Rule {
  @Override
  public Severity severity(Profile profile) {
    return Severity.ERROR;
  }

  @Override
  public Check start(CheckContext context) {
    Field declared = Schema.of(type).requireField(field);
    ReferenceGraph graph = new ReferenceGraph(context.entries(), Schema.of(type).name());
    return new Check() {
      @Override
      public void entry(Located<? extends Entry> row) {
        // A record whose identifier is taken is refused as such; the first one counts.
        if (type.isInstance(row.value())
            && context.entries().duplicateOf() < 0
            && declared.from(row.value()) instanceof List<?> refs
            && !refs.isEmpty()) {
          graph.add(row, field, refs);
        }
      }

      @Override
      public void end() {
        for (ReferenceGraph.Cycle cycle : graph.cycles()) {
          String first = cycle.ids().get(0);
          context
              .finding(ReferenceCycle.this, cycle.location(), Schema.of(type).name(), first)
              .field(field)
              .value(String.join(" → ", cycle.ids()) + " → " + first)
              .report();
        }
      }
    };
  }
}
