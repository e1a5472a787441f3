package org.collporterre.cms.sling;

import java.math.BigDecimal;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.sling.api.resource.PersistenceException;
import org.apache.sling.api.resource.Resource;
import org.apache.sling.api.resource.ResourceResolver;

/** Reads and writes trees as nodes: a list of trees is a node with one node per tree. */
final class RecordNode {
  private static final Map<String, Object> UNSTRUCTURED =
      Map.of("jcr:primaryType", "nt:unstructured");

  private RecordNode() {}

  /** Creates a node. Names that data chose become names that mean nothing to a repository. */
  static void create(ResourceResolver resolver, Resource parent, String name, RecordTree tree)
      throws PersistenceException {
    create(resolver, parent, name, tree.values());
  }

  private static void create(
      ResourceResolver resolver, Resource parent, String name, Map<String, Object> tree)
      throws PersistenceException {
    Map<String, Object> properties = new LinkedHashMap<>(UNSTRUCTURED);
    tree.forEach(
        (key, value) -> {
          if (!isNode(value)) {
            properties.put(encode(key), property(value));
          }
        });
    Resource node = resolver.create(parent, encode(name), properties);
    for (Map.Entry<String, Object> entry : tree.entrySet()) {
      if (entry.getValue() instanceof Map<?, ?>) {
        create(resolver, node, entry.getKey(), RecordTree.map(entry.getValue()));
      } else if (isNode(entry.getValue())) {
        Resource rows = resolver.create(node, encode(entry.getKey()), UNSTRUCTURED);
        int number = 0;
        for (Object row : (List<?>) entry.getValue()) {
          create(resolver, rows, String.valueOf(++number), RecordTree.map(row));
        }
      }
    }
  }

  private static boolean isNode(Object value) {
    return value instanceof Map
        || (value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Map);
  }

  private static Object property(Object value) {
    if (!(value instanceof List<?> list)) {
      return value;
    } else if (list.stream().allMatch(Long.class::isInstance)) {
      return list.toArray(Long[]::new);
    } else if (list.stream().allMatch(BigDecimal.class::isInstance)) {
      return list.toArray(BigDecimal[]::new);
    }
    return list.stream().map(Object::toString).toArray(String[]::new);
  }

  /** Returns what a node holds, without what repository and Sling say of it. */
  static RecordTree read(Resource node) {
    return new RecordTree(values(node));
  }

  private static Map<String, Object> values(Resource node) {
    Map<String, Object> values = new LinkedHashMap<>();
    node.getValueMap()
        .forEach(
            (name, value) -> {
              if (name.indexOf(':') < 0) {
                values.put(decode(name), value(value));
              }
            });
    for (Resource child : node.getChildren()) {
      if (child.getName().indexOf(':') < 0) {
        values.put(decode(child.getName()), children(child));
      }
    }
    return values;
  }

  private static Object children(Resource node) {
    List<Object> rows = new ArrayList<>();
    node.getChildren().forEach(row -> rows.add(values(row)));
    return rows.isEmpty() ? values(node) : rows;
  }

  private static Object value(Object value) {
    if (value instanceof Object[] items) {
      return Arrays.stream(items).map(RecordNode::value).toList();
    } else if (value instanceof Integer || value instanceof Short) {
      return ((Number) value).longValue();
    } else if (value instanceof Double number) {
      return BigDecimal.valueOf(number);
    }
    return value instanceof Long || value instanceof BigDecimal || value instanceof Boolean
        ? value
        : value.toString();
  }

  /** No colon, slash, bracket, bar or star: {@code sling:resourceType} is a column like others. */
  static String encode(String name) {
    String encoded =
        URLEncoder.encode(name, StandardCharsets.UTF_8).replace("*", "%2A").replace("%40", "@");
    return switch (encoded) {
      case ".", ".." -> encoded.replace(".", "%2E");
      default -> encoded;
    };
  }

  static String decode(String name) {
    try {
      return URLDecoder.decode(name, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // Not written here.
      return name;
    }
  }
}
