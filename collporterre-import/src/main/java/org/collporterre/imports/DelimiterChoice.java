package org.collporterre.imports;

import java.util.ArrayList;
import java.util.List;
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
      return below(false);
    }

    private int below(boolean even) {
      int width = width();
      int below = 0;
      for (int i = header.row() + 1; i < sample.rows().size(); i++) {
        List<String> row = sample.rows().get(i);
        if ((!even || row.size() == width) && !TableSample.isEmpty(row)) {
          below++;
        }
      }
      return below;
    }

    /** Returns how many rows below the header are as long, of a thousand; all when none is. */
    int evenness() {
      int below = below();
      return below == 0 ? 1000 : below(true) * 1000 / below;
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

  /** The beginning of a text, parted by one candidate. */
  record Parted(char delimiter, TableSample sample) {}

  /**
   * Returns the beginning of a text as each candidate parts it.
   *
   * @param bytes the beginning of the text in UTF-8, without byte order mark
   * @param whole whether that is all of it
   * @param declared what the file itself says, or null
   */
  static List<Parted> parted(
      byte[] bytes, boolean whole, @Nullable Character declared, ImportSettings settings) {
    Character said = settings.dialect().delimiter();
    List<Character> possible =
        said != null
            ? List.of(said)
            : declared != null
                ? List.of(declared)
                : settings.allows("delimiter-guessed") ? CANDIDATES : List.of(',');
    List<Parted> parted = new ArrayList<>();
    for (char delimiter : possible) {
      parted.add(new Parted(delimiter, TableSample.csv(bytes, whole, delimiter)));
    }
    return parted;
  }

  /** Chooses for a table of some shape. */
  static DelimiterChoice of(List<Parted> parted, TableShape shape, ImportSettings settings) {
    List<Candidate> candidates = new ArrayList<>();
    for (Parted one : parted) {
      HeaderChoice header = HeaderChoice.of(one.sample, shape, settings);
      candidates.add(new Candidate(one.delimiter, one.sample, header));
    }
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

  /** Returns how many physical lines come before the header. */
  int linesBefore() {
    return sample.linesBefore(header.row());
  }
}
