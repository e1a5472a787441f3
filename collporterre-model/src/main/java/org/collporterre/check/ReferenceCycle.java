package org.collporterre.check;

import org.collporterre.model.Entry;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.collporterre.schema.Schema;

/**
 * Records that refer to each other in a circle, through a field where this cannot be. Of each knot
 * of records that reach each other the shortest cycle is reported once, at its least identifier. A
 * record that refers to itself is {@link SelfReference}. Memory: see {@link References}.
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
    References references = context.references();
    return Check.atEnd(
        () -> {
          for (ReferenceGraph.Cycle cycle : new ReferenceGraph(references, field).cycles()) {
            String first = cycle.ids().get(0);
            context
                .finding(this, cycle.location(), Schema.of(type).name(), first)
                .field(field)
                .value(String.join(" → ", cycle.ids()) + " → " + first)
                .report();
          }
        });
  }
}
