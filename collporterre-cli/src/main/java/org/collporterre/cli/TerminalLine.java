package org.collporterre.cli;

import java.io.PrintStream;

/** A line on the terminal of a person that is replaced while a command goes on. */
final class TerminalLine {
  private final Session session;
  private final boolean shown;
  private boolean written;

  /**
   * @param quiet whether there is to be none, terminal or not
   */
  TerminalLine(Session session, boolean quiet) {
    this.session = session;
    this.shown = session.shell().errIsTerminal() && !quiet;
  }

  boolean isShown() {
    return shown;
  }

  /** Writes the line anew. */
  void show(String text) {
    put(text);
    written = true;
  }

  /** Takes the line away. */
  void clear() {
    if (written) {
      put("");
      written = false;
    }
  }

  private void put(String text) {
    PrintStream err = session.shell().err();
    err.print("\r" + text + "\033[K");
    err.flush();
  }
}
