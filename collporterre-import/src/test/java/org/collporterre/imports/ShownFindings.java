package org.collporterre.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.collporterre.report.Finding;
import org.collporterre.report.Fix;
import org.jspecify.annotations.Nullable;

/**
 * Findings in one line each, whole: line and column, rule, record, field, value, what was expected,
 * and the correction ({@code !} is a safe one, {@code ?} one for a person).
 */
final class ShownFindings {
  private ShownFindings() {}

  static String shown(Finding f) {
    return String.join(
        " ",
        f.location().line() + ":" + f.location().column(),
        f.code(),
        Objects.requireNonNullElse(f.id(), "-"),
        Objects.requireNonNullElse(f.field(), "-"),
        Objects.requireNonNullElse(f.value(), "-"),
        Objects.requireNonNullElse(f.expected(), "-"),
        shown(f.fix()));
  }

  private static String shown(@Nullable Fix fix) {
    if (fix == null) {
      return "-";
    }
    List<String> cells = new ArrayList<>();
    fix.cells().forEach((key, text) -> cells.add(key + "=" + text));
    return (fix.safe() ? "!" : "?") + String.join(",", cells);
  }
}
