package org.collporterre.imports;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where the header of a table is. Rows before it are passed over only when there is no doubt: each
 * holds less than the header, and either the header has what the table must have, or the rows
 * before it have next to nothing.
 *
 * @param row which row of the sample is the header, from 0
 * @param known how many of its names are known
 * @param isData whether that row looks like a record instead
 * @param isDoubled whether the row below it is another header
 */
record HeaderChoice(int row, int known, boolean isData, boolean isDoubled) {
  /** How far down a header is looked for. */
  private static final int DEEPEST = 20;

  private static final int LONGEST_NAME = 120;

  private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9][0-9 .,:/\u00A0\u202F%€-]*+");
  private static final Pattern YEAR = Pattern.compile("(?:19|20)[0-9]{2}");
  private static final Pattern ADDRESS = Pattern.compile("https?://\\S++|[^@\\s]++@[^@\\s]++");

  /** Finds the header of a table. */
  static HeaderChoice of(TableSample sample, TableShape shape, ImportSettings settings) {
    List<String> first = sample.row(0);
    if (first == null || !settings.dialect().hasHeader()) {
      return new HeaderChoice(0, 0, false, false);
    }
    Map<String, String> chosen = settings.mapping().sources();
    boolean free = settings.dialect().skippedLines() == null && settings.allows("preamble-skipped");
    int row = free && !isSufficient(first, shape, chosen) ? find(sample, shape, chosen) : 0;
    int known = known(sample.rows().get(row), shape, chosen);
    boolean data = row == 0 && known == 0 && isData(sample);
    boolean doubled = settings.allows("header-repeated") && isDoubled(sample, row);
    return new HeaderChoice(row, known, data, doubled);
  }

  /** Returns how many names are known. */
  static int known(List<String> names, TableShape shape, Map<String, String> chosen) {
    int known = 0;
    for (String name : names) {
      known += chosen.containsKey(name) || shape.isKnown(name) ? 1 : 0;
    }
    return known;
  }

  private static int find(TableSample sample, TableShape shape, Map<String, String> chosen) {
    int most = TableSample.filled(sample.rows().get(0));
    for (int i = 1; i < Math.min(DEEPEST, sample.rows().size()); i++) {
      List<String> names = sample.rows().get(i);
      int filled = TableSample.filled(names);
      if (filled > most && filled > 1 && areNames(names)) {
        boolean recognized = isSufficient(names, shape, chosen) && known(names, shape, chosen) > 1;
        boolean alone = most <= Math.max(1, filled / 3) && isFollowed(sample, i);
        if (recognized || alone) {
          return i;
        }
      }
      most = Math.max(most, filled);
    }
    return 0;
  }

  /** Tells whether names are all that the table cannot be read without. */
  private static boolean isSufficient(
      List<String> names, TableShape shape, Map<String, String> chosen) {
    return shape.required().stream()
        .allMatch(key -> names.stream().anyMatch(name -> key.equals(key(name, shape, chosen))));
  }

  private static @Nullable String key(String name, TableShape shape, Map<String, String> chosen) {
    String key = chosen.getOrDefault(name, shape.link(name));
    if (key == null) {
      Field field = shape.schema().byHeader(name);
      return field == null ? null : field.key();
    }
    return key;
  }

  private static boolean areNames(List<String> names) {
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!name.isEmpty() && (isValue(name) || !seen.add(name) || name.length() > LONGEST_NAME)) {
        return false;
      }
    }
    return TableSample.filled(names) * 2 > TableSample.width(names);
  }

  /** Tells whether most rows below have as many cells. */
  private static boolean isFollowed(TableSample sample, int header) {
    int cells = sample.rows().get(header).size();
    int below = sample.rows().size() - header - 1;
    long equal =
        sample.rows().stream().skip(header + 1L).filter(row -> row.size() == cells).count();
    return below > 0 && equal * 5 >= below * 4L;
  }

  private static boolean isValue(String text) {
    return isNumber(text) || ADDRESS.matcher(text).matches();
  }

  private static boolean isNumber(String text) {
    return NUMBER.matcher(text).matches();
  }

  /** A number above nothing but numbers is data, unless it is a year: those do name columns. */
  private static boolean isData(TableSample sample) {
    List<String> first = sample.rows().get(0);
    for (int i = 0; i < first.size(); i++) {
      String text = first.get(i);
      boolean number = isNumber(text) && !YEAR.matcher(text).matches();
      if (ADDRESS.matcher(text).matches() || number && isNumeric(sample, 1, i)) {
        return true;
      }
    }
    return false;
  }

  /** Tells whether a column, from a row on, has numbers and nothing else, at least two. */
  private static boolean isNumeric(TableSample sample, int from, int cell) {
    int numbers = 0;
    for (int i = from; i < sample.rows().size(); i++) {
      List<String> row = sample.rows().get(i);
      String text = cell < row.size() ? row.get(cell) : "";
      if (isNumber(text)) {
        numbers++;
      } else if (!text.isEmpty() && !text.startsWith("-")) {
        return false;
      }
    }
    return numbers > 1;
  }

  /**
   * Tells whether the row below the header is another header: no digit in it, nowhere empty, one of
   * its names is that of its column, and another stands above nothing but numbers.
   */
  private static boolean isDoubled(TableSample sample, int header) {
    List<String> names = sample.rows().get(header);
    List<String> below = sample.row(header + 1);
    if (below == null || below.size() != names.size() || below.equals(names)) {
      return false;
    }
    boolean same = false;
    boolean aboveNumbers = false;
    for (int i = 0; i < names.size(); i++) {
      String text = below.get(i);
      if (text.isEmpty() || text.chars().anyMatch(Character::isDigit)) {
        return false;
      }
      String folded = Schema.foldHeader(text);
      same |= Objects.equals(folded, Schema.foldHeader(names.get(i)));
      aboveNumbers |= isNumeric(sample, header + 2, i);
    }
    return same && aboveNumbers;
  }
}
