package org.collporterre.check;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.collporterre.model.Entry;
import org.collporterre.model.RecordRef;
import org.collporterre.report.Located;
import org.collporterre.report.Location;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;

/**
 * Records that refer to each other in a circle, through a field where this cannot be. Of each knot
 * of records that reach each other the shortest cycle is reported once, at its least identifier. A
 * record that refers to itself is {@link SelfReference}. Memory: about 200 bytes per record that
 * has such a reference.
 *
 * @param code the rule's code
 * @param type the record type
 * @param field the key of the field that refers
 */
record ReferenceCycle(String code, Class<? extends Entry> type, String field) implements Rule {
  /** A record that refers to others. */
  private record Node(Location location, List<String> targets) {}

  @Override
  public Severity severity(Profile profile) {
    return Severity.ERROR;
  }

  @Override
  public Check start(CheckContext context) {
    Field declared = Schema.of(type).requireField(field);
    Map<String, Node> nodes = new HashMap<>();
    return new Check() {
      @Override
      public void entry(Located<? extends Entry> row) {
        if (type.isInstance(row.value())
            && declared.from(row.value()) instanceof List<?> refs
            && !refs.isEmpty()) {
          List<String> targets =
              refs.stream()
                  .map(ref -> ((RecordRef) ref).target())
                  .filter(target -> !target.equals(row.value().id()))
                  .toList();
          nodes.putIfAbsent(row.value().id(), new Node(row.origin().field(field), targets));
        }
      }

      @Override
      public void end() {
        String[] ids = nodes.keySet().toArray(String[]::new);
        Arrays.sort(ids);
        for (int[] cycle : Cycles.shortest(edges(ids, nodes))) {
          String first = ids[cycle[0]];
          String members =
              Arrays.stream(cycle).mapToObj(i -> ids[i]).collect(Collectors.joining(" → "));
          Location location = Objects.requireNonNull(nodes.get(first)).location();
          context
              .finding(ReferenceCycle.this, location, Schema.of(type).name(), first)
              .field(field)
              .value(members + " → " + first)
              .report();
        }
      }
    };
  }

  private static int[][] edges(String[] ids, Map<String, Node> nodes) {
    int[][] edges = new int[ids.length][];
    for (int i = 0; i < ids.length; i++) {
      edges[i] =
          Objects.requireNonNull(nodes.get(ids[i])).targets().stream()
              .mapToInt(target -> Arrays.binarySearch(ids, target))
              .filter(target -> target >= 0)
              .toArray();
    }
    return edges;
  }
}
