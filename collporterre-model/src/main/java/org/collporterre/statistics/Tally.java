package org.collporterre.statistics;

import java.util.List;

/**
 * How often each code of a field occurs in records of a type.
 *
 * @param type the record type's name
 * @param field the key of the field
 * @param vocabulary the name of the vocabulary
 * @param counts by code: of a closed vocabulary all codes in its order; of an open one those met,
 *     the most frequent first, then by code
 * @param without how many records have none
 * @param others how many codes were not counted one by one, because there were too many different
 *     ones
 */
public record Tally(
    String type, String field, String vocabulary, List<Count> counts, int without, int others) {
  /** The most different codes of an open vocabulary that are counted one by one. */
  public static final int MOST = 1_000;

  /**
   * How often one code occurs.
   *
   * @param code the code
   * @param records in how many records
   */
  public record Count(String code, int records) {}

  public Tally {
    counts = List.copyOf(counts);
  }
}
