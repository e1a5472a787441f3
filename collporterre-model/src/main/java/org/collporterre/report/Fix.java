package org.collporterre.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A correction that a machine can make.
 *
 * @param safe whether it can be applied without a person looking at it
 * @param cells the new text of each cell to change, by field key, in column order
 */
public record Fix(boolean safe, Map<String, String> cells) {
  public Fix {
    cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
  }

  /** Returns a fix of one cell that needs a person's agreement. */
  public static Fix unsafe(String field, String text) {
    return new Fix(false, Map.of(field, text));
  }

  /** Returns a fix of one cell that cannot change the meaning. */
  public static Fix safe(String field, String text) {
    return new Fix(true, Map.of(field, text));
  }
}
