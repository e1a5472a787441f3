package org.collporterre.reports.statistics;

import java.util.List;
import org.collporterre.statistics.Share;

/**
 * Numbers that belong together.
 *
 * @param kind what sort of numbers they are
 * @param title what they are
 * @param rows the numbers
 * @param note what is to be known of them; empty for nothing
 */
public record Section(Kind kind, String title, List<Row> rows, String note) {
  /** What sort of numbers belong together. */
  public enum Kind {
    /** How many records there are, and how they are kept. */
    OVERVIEW,
    /** How many records have each code of a vocabulary. */
    CODES,
    /** How many initiatives there are in each territory. */
    TERRITORIES,
    /** How many records say something in each field. */
    COVERAGE
  }

  /**
   * One number.
   *
   * @param label of what
   * @param count how many
   * @param total of how many; 0 where a share would say nothing
   */
  public record Row(String label, int count, int total) {
    public Row {
      if (count < 0 || total < 0) {
        throw new IllegalArgumentException(label + ": " + count + "/" + total);
      }
    }

    /** Returns the share in percent; 0 where a share would say nothing. */
    public int percent() {
      return total == 0 ? 0 : new Share(count, total).percent();
    }
  }

  public Section {
    rows = List.copyOf(rows);
  }

  /** Returns what statistics say, in the language of the outcome. */
  public static List<Section> of(StatisticsOutcome outcome) {
    return Sections.of(outcome, outcome.locale());
  }
}
