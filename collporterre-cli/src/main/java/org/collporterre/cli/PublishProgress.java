package org.collporterre.cli;

import java.io.PrintStream;

/** The line on a terminal that tells how many records of a long run are published. */
final class PublishProgress {
  private static final long NEXT = 500_000_000L;

  private final Session session;
  private final boolean shown;
  private final int total;
  private long due = System.nanoTime() + NEXT;
  private int done;
  private boolean written;

  private PublishProgress(Session session, boolean shown, int total) {
    this.session = session;
    this.shown = shown;
    this.total = total;
  }

  /** Returns the line for so many records. */
  static PublishProgress of(Session session, boolean quiet, int total) {
    return new PublishProgress(session, session.shell().errIsTerminal() && !quiet, total);
  }

  /** Counts a record and now and then shows the line. */
  void step() {
    done++;
    long now = System.nanoTime();
    if (shown && now - due >= 0) {
      due = now + NEXT;
      PrintStream err = session.shell().err();
      err.print("\r" + session.phrases().text("publish.progress", done, total) + "\033[K");
      err.flush();
      written = true;
    }
  }

  /** Takes the line away. */
  void clear() {
    if (written) {
      session.shell().err().print("\r\033[K");
      session.shell().err().flush();
    }
  }
}
