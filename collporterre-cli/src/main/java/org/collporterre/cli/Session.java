package org.collporterre.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.collporterre.report.Finding;
import org.collporterre.report.Messages;
import org.collporterre.reports.Phrases;
import org.collporterre.reports.TextReport;

/**
 * One call of the command.
 *
 * @param shell what surrounds it
 * @param phrases what it says, in the language asked for
 */
record Session(Shell shell, Phrases phrases) {
  /** Returns what the command itself says in a language. */
  static Phrases phrases(Locale locale) {
    // As a method reference it would make the JVM spin a class that stands in for the caller.
    return Phrases.of("cli", locale, file -> Session.class.getResourceAsStream(file));
  }

  /** Returns the sentences of findings, in the language asked for. */
  Messages messages() {
    return Messages.in(phrases.locale());
  }

  /** Returns what writes text reports to one of the streams. */
  TextReport text(PrintStream out) {
    return shell.hasColours(out) ? TextReport.create().withColours() : TextReport.create();
  }

  /** Prints findings, one in each line. */
  void print(List<Finding> findings, PrintStream out) {
    TextReport text = text(out);
    Messages messages = messages();
    findings.forEach(finding -> out.println(text.line(finding, messages)));
  }

  Misuse misuse(String key, Object... arguments) {
    return new Misuse(phrases.text(key, arguments));
  }
}
