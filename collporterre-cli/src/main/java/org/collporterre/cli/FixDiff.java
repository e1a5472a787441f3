package org.collporterre.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/** Shows what corrections change in files, as a unified diff for people to read. */
final class FixDiff {
  private static final String RESET = "\033[0m";
  private static final String RED = "\033[31m";
  private static final String GREEN = "\033[32m";
  private static final String CYAN = "\033[36m";

  /** On a terminal no more differences are shown than somebody would read. */
  private static final int MOST_ON_TERMINAL = 100;

  /** Of longer lines only what is around the change is shown. */
  private static final int LONG_LINE = 1_000;

  private static final int AROUND = 60;
  private static final int EXCERPT = 240;

  private final Session session;
  private final PrintStream out;
  private final boolean colours;
  private final int most;
  private int shown;
  private int hidden;

  FixDiff(Session session) {
    this.session = session;
    this.out = session.shell().out();
    this.colours = session.shell().hasColours(out);
    this.most = session.shell().outIsTerminal() ? MOST_ON_TERMINAL : Integer.MAX_VALUE;
  }

  void print(List<FixedFile> files) throws IOException {
    for (FixedFile file : files) {
      String name = PlainText.visible(file.name());
      if (shown < most) {
        line("--- " + name, "");
        line("+++ " + name, "");
      }
      try (TextLines before = TextLines.of(file.shownBefore(), file.charset());
          TextLines after = TextLines.of(file.shownAfter(), file.charset())) {
        UnifiedDiff.compare(before, after, this::hunk);
      }
    }
    if (hidden > 0) {
      out.println(session.phrases().count("fix.hidden", hidden));
    }
    out.flush();
  }

  private void hunk(long before, long after, List<UnifiedDiff.Line> lines) {
    if (shown == most) {
      hidden++;
      return;
    }
    shown++;
    long gone = lines.stream().filter(line -> line.sign() != '+').count();
    long come = lines.stream().filter(line -> line.sign() != '-').count();
    line("@@ -" + range(before, gone) + " +" + range(after, come) + " @@", CYAN);
    for (UnifiedDiff.Line line : lines) {
      String colour = line.sign() == '-' ? RED : line.sign() == '+' ? GREEN : "";
      line(line.sign() + PlainText.visible(excerpt(line)), colour);
    }
  }

  /** Of no lines, the place before them is named. */
  private static String range(long from, long count) {
    return (count == 0 ? from - 1 : from) + (count == 1 ? "" : "," + count);
  }

  private static String excerpt(UnifiedDiff.Line line) {
    String text = line.text();
    if (text.length() <= LONG_LINE) {
      return text;
    }
    String other = line.other() == null ? "" : line.other();
    int at = 0;
    while (at < text.length() && at < other.length() && text.charAt(at) == other.charAt(at)) {
      at++;
    }
    int from = other.isEmpty() ? 0 : Math.max(0, at - AROUND);
    int to = Math.min(text.length(), from + EXCERPT);
    return (from > 0 ? "…" : "") + text.substring(from, to) + (to < text.length() ? "…" : "");
  }

  private void line(String text, String colour) {
    out.println(colours && !colour.isEmpty() ? colour + text + RESET : text);
  }
}
