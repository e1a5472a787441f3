package org.collporterre.check;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The rules that are no more, so that settings which name them still mean what they meant. They are
 * data, {@code rules-deprecated.tsv}, not code. Immutable and thread-safe.
 */
public final class DeprecatedRules {
  private static final String HEADER = "code\tsince\treplaced_by\tnote_fr\tnote_en";
  private static final int CELLS = 5;

  private static final class Standard {
    static final DeprecatedRules INSTANCE = load();
  }

  private final Map<String, DeprecatedRule> byCode;

  private DeprecatedRules(Map<String, DeprecatedRule> byCode) {
    this.byCode = Collections.unmodifiableMap(byCode);
  }

  /** Returns those of the library. */
  public static DeprecatedRules standard() {
    return Standard.INSTANCE;
  }

  /**
   * Reads a table of {@code code}, {@code since}, {@code replaced_by}, {@code note_fr} and {@code
   * note_en}, separated by tabs, with those names in its first line. The reader is not closed.
   *
   * @throws IOException when it cannot be read
   * @throws IllegalArgumentException when a line has other cells, a code is there twice, or codes
   *     replace each other in a circle: an error of the program
   */
  public static DeprecatedRules read(Reader table) throws IOException {
    BufferedReader lines = new BufferedReader(table);
    require(HEADER.equals(lines.readLine()), HEADER);
    Map<String, DeprecatedRule> byCode = new LinkedHashMap<>();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String[] cells = line.split("\t", -1);
      require(cells.length == CELLS, line);
      String successor = cells[2].isEmpty() ? null : cells[2];
      DeprecatedRule rule = new DeprecatedRule(cells[0], cells[1], successor, cells[3], cells[4]);
      require(byCode.put(cells[0], rule) == null, line);
    }
    DeprecatedRules rules = new DeprecatedRules(byCode);
    byCode.keySet().forEach(rules::requireEnd);
    return rules;
  }

  /** Returns all, in the order of the table. */
  public Collection<DeprecatedRule> all() {
    return byCode.values();
  }

  /** Returns the deprecated rule of a code, or null when it is none. */
  public @Nullable DeprecatedRule rule(String code) {
    return byCode.get(code);
  }

  /**
   * Returns the code that stands for a code today: that of the rule that replaces it, or of the one
   * that replaces that, and so on; the code itself when nothing replaces it.
   */
  public String current(String code) {
    String current = code;
    DeprecatedRule rule = byCode.get(code);
    while (rule != null && rule.replacedBy() != null) {
      current = rule.replacedBy();
      rule = byCode.get(current);
    }
    return current;
  }

  private void requireEnd(String code) {
    String current = code;
    for (int i = 0; i <= byCode.size(); i++) {
      DeprecatedRule rule = byCode.get(current);
      if (rule == null || rule.replacedBy() == null) {
        return;
      }
      current = rule.replacedBy();
    }
    throw new IllegalArgumentException("a circle: " + code);
  }

  private static void require(boolean condition, String line) {
    if (!condition) {
      throw new IllegalArgumentException("no table of deprecated rules: " + line);
    }
  }

  private static DeprecatedRules load() {
    try (Reader in =
        new InputStreamReader(
            Objects.requireNonNull(
                DeprecatedRules.class.getResourceAsStream("rules-deprecated.tsv")),
            StandardCharsets.UTF_8)) {
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
