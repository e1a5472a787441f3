package org.collporterre.check;

import java.util.HashSet;
import java.util.Set;
import org.collporterre.model.Entry;
import org.collporterre.report.Located;

/**
 * Which files have been told that they lack a field altogether: a table without the column is one
 * omission, not one per row. Memory: the names of such files. Used by one thread.
 */
final class MissingColumns {
  private final Set<String> files = new HashSet<>();

  /**
   * Tells whether a field's absence from a record is news: its file has it, or was not told yet.
   */
  boolean isNews(Located<? extends Entry> row, String field) {
    return row.origin().hasColumn(field) || isFirst(row);
  }

  /** Tells whether this is asked for the first time of the record's file. */
  boolean isFirst(Located<? extends Entry> row) {
    return files.add(row.origin().record().file());
  }
}
