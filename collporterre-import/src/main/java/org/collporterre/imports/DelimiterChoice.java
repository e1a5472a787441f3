package org.collporterre.imports;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What parts the cells of a CSV file: the candidate that gives its header the most known names,
 * then rows of the same length, then the most cells. A candidate inside quoted cells gives rows of
 * any length, so it is not taken for the delimiter.
 *
 * @param delimiter the one chosen
 * @param rival another that fits as well, or null
 * @param sample the first rows, parted by it
 * @param header where the header is
 */
record DelimiterChoice(
    char delimiter, @Nullable Character rival, TableSample sample, HeaderChoice header) {
  private static final List<Character> CANDIDATES = List.of(',', ';', '\t', '|');

  /** Of ten rows, how many must have the header's length for a delimiter to be likely. */
  private static final int MOST = 9;

  private record Candidate(char delimiter, TableSample sample, HeaderChoice header) {
    int width() {
      List<String> names = sample.row(header.row());
      return names == null ? 0 : names.size();
    }

    int below() {
      return (int) rows().filter(row -> TableSample.filled(row) > 0).count();
    }

    /** Returns how many rows below the header are as long, of a thousand; all when none is. */
    int evenness() {
      int width = width();
      int below = below();
      long even = rows().filter(row -> TableSample.filled(row) > 0 && row.size() == width).count();
      return below == 0 ? 1000 : (int) (even * 1000 / below);
    }

    private Stream<List<String>> rows() {
      return sample.rows().stream().skip(header.row() + 1L);
    }

    long score() {
      boolean parts = width() > 1;
      return header.known() * 1_000_000L + (parts ? evenness() * 500L + Math.min(width(), 400) : 0);
    }

    boolean isAsGoodAs(Candidate best) {
      return best.header.known() == header.known()
          && width() > 1
          && below() > 0
          && evenness() >= MOST * 100
          && best.header.row() == header.row();
    }
  }

  private DelimiterChoice(Candidate best, @Nullable Character rival) {
    this(best.delimiter, rival, best.sample, best.header);
  }

  /**
   * Chooses.
   *
   * @param bytes the beginning of the text in UTF-8, without byte order mark
   * @param whole whether that is all of it
   * @param declared what the file itself says, or null
   */
  static DelimiterChoice of(
      byte[] bytes,
      boolean whole,
      @Nullable Character declared,
      TableShape shape,
      ImportSettings settings) {
    Character said = settings.dialect().delimiter();
    List<Character> possible =
        said != null
            ? List.of(said)
            : declared != null
                ? List.of(declared)
                : settings.allows("delimiter-guessed") ? CANDIDATES : List.of(',');
    List<Candidate> candidates =
        possible.stream().map(one -> candidate(bytes, whole, one, shape, settings)).toList();
    Candidate best = candidates.get(0);
    for (Candidate candidate : candidates) {
      best = candidate.score() > best.score() ? candidate : best;
    }
    for (Candidate candidate : candidates) {
      if (candidate.delimiter != best.delimiter && candidate.isAsGoodAs(best)) {
        return new DelimiterChoice(best, candidate.delimiter);
      }
    }
    return new DelimiterChoice(best, null);
  }

  private static Candidate candidate(
      byte[] bytes, boolean whole, char delimiter, TableShape shape, ImportSettings settings) {
    TableSample sample = TableSample.csv(bytes, whole, delimiter);
    return new Candidate(delimiter, sample, HeaderChoice.of(sample, shape, settings));
  }

  /** Returns how many physical lines come before the header. */
  int linesBefore() {
    return sample.linesBefore(header.row());
  }
}
