package org.collporterre.imports.documents;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The lines {@code key: value} between two lines of hyphens that Markdown files often begin with.
 *
 * @param values the values by key in lower case, without quotes; lists keep their brackets
 * @param text the text behind
 */
record FrontMatter(Map<String, String> values, String text) {
  private static final String FENCE = "---";
  private static final int MAX_LINES = 100;

  /** Splits a file; one without such lines is all text. */
  static FrontMatter of(String file) {
    String[] lines = file.split("\\R", MAX_LINES + 1);
    if (!lines[0].strip().equals(FENCE)) {
      return new FrontMatter(Map.of(), file);
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 1; i < lines.length && i < MAX_LINES; i++) {
      String line = lines[i];
      if (line.strip().equals(FENCE)) {
        return new FrontMatter(values, behind(lines, i));
      }
      int colon = line.indexOf(':');
      if (colon > 0) {
        String value = line.substring(colon + 1).strip().replaceAll("^([\"'])(.*)\\1$", "$2");
        values.putIfAbsent(line.substring(0, colon).strip().toLowerCase(Locale.ROOT), value);
      }
    }
    return new FrontMatter(Map.of(), file);
  }

  private static String behind(String[] lines, int fence) {
    return String.join("\n", Arrays.asList(lines).subList(fence + 1, lines.length));
  }

  /** Returns the first value that one of the keys has; empty text when none has. */
  String first(String... keys) {
    for (String key : keys) {
      String value = values.get(key);
      if (value != null && !value.isBlank()) {
        return value;
      }
    }
    return "";
  }
}
