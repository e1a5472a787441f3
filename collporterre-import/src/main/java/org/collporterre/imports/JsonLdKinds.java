package org.collporterre.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.collporterre.schema.Field;
import org.collporterre.schema.LinkedNode;
import org.collporterre.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Tells from a node's type, and from the property it is the value of, what a record inside says of
 * itself with a code: a person is of the kind {@code personne}, a funder has the role {@code
 * financeur}. Which code goes with which type is found by trying.
 */
final class JsonLdKinds {
  private record Code(String field, Object value) {}

  private static final ClassValue<Map<String, Code>> BY_TYPE =
      new ClassValue<>() {
        @Override
        protected Map<String, Code> computeValue(Class<?> type) {
          return codes(Schema.of(type), LinkedNode::nodeType);
        }
      };

  private static final ClassValue<Map<String, Code>> BY_RELATION =
      new ClassValue<>() {
        @Override
        protected Map<String, Code> computeValue(Class<?> type) {
          return codes(Schema.of(type), LinkedNode::relation);
        }
      };

  private JsonLdKinds() {}

  /** Returns the codes that alone make a record say something it does not say without. */
  private static Map<String, Code> codes(Schema<?> schema, Function<LinkedNode, String> says) {
    Map<String, Code> codes = new HashMap<>();
    Map<String, Integer> counts = new HashMap<>();
    @Nullable Object[] values = new @Nullable Object[schema.fields().size()];
    if (!(schema.create(values, Map.of()) instanceof LinkedNode empty)) {
      return codes;
    }
    for (Field field : schema.fields()) {
      Object[] constants = field.isList() ? null : field.valueClass().getEnumConstants();
      for (Object constant : constants == null ? List.of() : List.of(constants)) {
        values[field.index()] = constant;
        if (schema.create(values, Map.of()) instanceof LinkedNode node) {
          String said = says.apply(node);
          codes.put(said, new Code(field.key(), constant));
          counts.merge(said, 1, Integer::sum);
        }
      }
      values[field.index()] = null;
    }
    String without = says.apply(empty);
    codes.keySet().removeIf(said -> said.equals(without) || counts.getOrDefault(said, 0) > 1);
    return codes;
  }

  /** Gives a record the code that its node's type tells, unless it has one. */
  static void apply(Class<?> type, JsonLdNode node, JsonLdRow row) {
    for (String each : node.types()) {
      give(BY_TYPE.get(type).get(each), node, row);
    }
  }

  /** Gives a record the code of a relation, unless it has one. */
  static void relate(Class<?> type, String relation, JsonLdNode node, JsonLdRow row) {
    give(BY_RELATION.get(type).get(relation), node, row);
  }

  private static void give(@Nullable Code code, JsonLdNode node, JsonLdRow row) {
    Field field = code == null ? null : row.schema().field(code.field());
    if (code != null && field != null && row.get(field) == null) {
      row.add(field, code.value(), node.source());
    }
  }
}
