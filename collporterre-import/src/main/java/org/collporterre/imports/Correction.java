package org.collporterre.imports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.collporterre.report.Finding;
import org.collporterre.report.Fix;
import org.jspecify.annotations.Nullable;

/**
 * A correction that a finding proposes: what is left of the finding, for there may be many.
 *
 * @param code the rule
 * @param safe whether it cannot change the meaning
 * @param line where the finding is, from 1
 * @param column where in the line, from 1, in UTF-16 code units
 * @param field the field or header the finding names, or null
 * @param value the text found, perhaps cut, or null
 * @param cells what to write
 */
record Correction(
    String code,
    boolean safe,
    int line,
    int column,
    @Nullable String field,
    @Nullable String value,
    List<Cell> cells) {
  /** What these rules correct is a name: of a column, or of the members of JSON objects. */
  private static final Set<String> OF_NAMES = Set.of("header-alias-used", "header-unknown");

  /** The new text of a field, or of the column under a header. */
  record Cell(String key, String text) {}

  static Correction of(Finding finding, Fix fix) {
    List<Cell> cells = new ArrayList<>(fix.cells().size());
    fix.cells().forEach((key, text) -> cells.add(new Cell(key, text)));
    return new Correction(
        finding.code(),
        fix.safe(),
        finding.location().line(),
        finding.location().column(),
        finding.field(),
        finding.value(),
        List.copyOf(cells));
  }

  /** Tells whether it changes a name, and no value. */
  boolean isOfName() {
    return OF_NAMES.contains(code);
  }

  /**
   * Tells whether the texts it writes are numbers that stand there already, in other places: what
   * is exchanged must not have been worked out from something else, from metres for instance.
   */
  boolean exchanges(List<String> found) {
    List<Double> before = new ArrayList<>();
    List<Double> after = new ArrayList<>();
    try {
      found.forEach(text -> before.add(new BigDecimal(text.replace(',', '.')).doubleValue()));
      cells.forEach(cell -> after.add(new BigDecimal(cell.text()).doubleValue()));
    } catch (NumberFormatException e) {
      return false;
    }
    Collections.sort(before);
    Collections.sort(after);
    return before.equals(after);
  }

  /** Tells whether a text is the one that was found, of which a finding keeps only so much. */
  boolean isAbout(String text) {
    String found = value;
    if (found == null) {
      return false;
    }
    boolean cut =
        found.endsWith("…") && found.codePointCount(0, found.length()) == Finding.VALUE_LIMIT;
    return text.equals(found)
        || text.strip().equals(found.strip())
        || cut && text.startsWith(found.substring(0, found.length() - 1));
  }
}
