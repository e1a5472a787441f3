package org.collporterre.export;

import java.util.HashMap;
import java.util.Map;
import org.collporterre.schema.Schema;
import org.collporterre.schema.TableTexts;

/**
 * Under which names columns the format does not know can stand beside those it knows. Remembers its
 * answers, because the same names come with every record. Used by one thread.
 */
final class ExtensionNames {
  private static final int MOST = 10_000;

  private final Schema<?> schema;
  private final Map<String, Boolean> known = new HashMap<>();

  ExtensionNames(Schema<?> schema) {
    this.schema = schema;
  }

  /** Tells whether a reader takes a name for nothing but an extension's, and keeps it. */
  boolean isKept(String name) {
    Boolean kept = known.get(name);
    if (kept == null) {
      kept = isFree(name) && !TableTexts.isSecret(name) && CellRehearsal.isWellFormed(name);
      if (known.size() < MOST) {
        known.put(name, kept);
      }
    }
    return kept;
  }

  private boolean isFree(String name) {
    int at = name.lastIndexOf('@');
    return schema.byHeader(name) == null
        && (at < 1 || schema.byHeader(name.substring(0, at)) == null)
        && schema.childTables().stream().noneMatch(table -> table.name().equals(name));
  }
}
