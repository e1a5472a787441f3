package org.collporterre.reports.statistics;

import java.util.List;

/**
 * Numbers that belong together.
 *
 * @param title what they are
 * @param rows the numbers
 * @param note what is to be known of them; empty for nothing
 */
record Section(String title, List<Row> rows, String note) {
  /**
   * One number.
   *
   * @param label of what
   * @param count how many
   * @param total of how many; 0 where a share would say nothing
   */
  record Row(String label, int count, int total) {
    Row {
      if (count < 0 || total < 0) {
        throw new IllegalArgumentException(label + ": " + count + "/" + total);
      }
    }
  }

  Section {
    rows = List.copyOf(rows);
  }
}
