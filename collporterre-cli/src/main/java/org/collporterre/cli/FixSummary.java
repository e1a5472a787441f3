package org.collporterre.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.collporterre.imports.Corrections;
import org.collporterre.report.Severity;
import org.collporterre.reports.Phrases;
import org.jspecify.annotations.Nullable;

/** Tells how many corrections were made and what is left, and why. */
final class FixSummary {
  private final Phrases phrases;
  private final PrintStream err;
  private final boolean quiet;

  FixSummary(Session session, boolean quiet) {
    this.phrases = session.phrases();
    this.err = session.shell().err();
    this.quiet = quiet;
  }

  /**
   * Prints.
   *
   * @param files the files that changed
   * @param dryRun whether nothing was written
   * @param copy where a copy was written, or null
   */
  void print(FixResult result, List<FixedFile> files, boolean dryRun, @Nullable Path copy) {
    if (quiet) {
      return;
    }
    int made = total(result.applied());
    if (made == 0) {
      err.println(phrases.text("fix.nothing"));
    } else {
      err.println(phrases.count(dryRun ? "fix.due" : "fix.made", made));
      result.applied().forEach((code, count) -> err.println("  " + code + "  " + count));
    }
    left(result);
    if (!result.unsafe().isEmpty()) {
      err.println(phrases.count("fix.unsafe", total(result.unsafe())));
      result.unsafe().forEach((code, count) -> err.println("  " + code + "  " + count));
    }
    if (dryRun) {
      err.println(phrases.text("fix.dry"));
    } else if (copy != null) {
      err.println(phrases.text("fix.written", copy));
    } else if (!files.isEmpty()) {
      String names =
          files.stream()
              .map(file -> file.before().toString())
              .distinct()
              .collect(Collectors.joining(", "));
      err.println(phrases.text("fix.written", names));
    }
    int errors = result.report().count(Severity.ERROR);
    if (errors > 0) {
      err.println(phrases.count("fix.errors", errors));
    }
  }

  private void left(FixResult result) {
    if (result.unsettled() > 0) {
      err.println(phrases.count("fix.unsettled", result.unsettled()));
    }
    if (!result.left().isEmpty()) {
      int count = result.left().stream().mapToInt(Corrections.Left::count).sum();
      err.println(phrases.count("fix.left", count));
      for (Corrections.Left one : result.left()) {
        String key = "fix.reason." + one.reason().name().toLowerCase(Locale.ROOT);
        String field = PlainText.line(one.field());
        err.println(
            "  " + one.code() + "  " + one.count() + "  " + phrases.text(key, field) + where(one));
      }
    }
  }

  private String where(Corrections.Left one) {
    return " (" + PlainText.line(one.first().toString()) + ")";
  }

  private static int total(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
