package org.collporterre.export;

import java.util.List;
import java.util.Map;

/** Writes maps, lists, texts, numbers and truth values as JSON, indented for people. */
final class JsonTree {
  private final StringBuilder out = new StringBuilder();

  private JsonTree() {}

  /** Returns a value as JSON with a line feed at the end. */
  static String write(Object value) {
    JsonTree tree = new JsonTree();
    tree.value(value, "\n");
    return tree.out.append('\n').toString();
  }

  private void value(Object value, String indent) {
    String inner = indent + "  ";
    if (value instanceof Map<?, ?> map) {
      String before = "{";
      for (Map.Entry<?, ?> member : map.entrySet()) {
        out.append(before).append(inner);
        text(member.getKey().toString());
        out.append(": ");
        value(member.getValue(), inner);
        before = ",";
      }
      out.append(map.isEmpty() ? "{}" : indent + "}");
    } else if (value instanceof List<?> list) {
      String before = "[";
      for (Object item : list) {
        out.append(before).append(inner);
        value(item, inner);
        before = ",";
      }
      out.append(list.isEmpty() ? "[]" : indent + "]");
    } else if (value instanceof Number || value instanceof Boolean) {
      out.append(value);
    } else {
      text(value.toString());
    }
  }

  private void text(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c == '\n') {
        out.append("\\n");
      } else if (c < ' ') {
        out.append("\\u00").append(Character.forDigit(c >> 4, 16));
        out.append(Character.forDigit(c & 15, 16));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
