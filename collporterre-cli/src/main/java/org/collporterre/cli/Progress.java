package org.collporterre.cli;

import java.io.PrintStream;

/** The line on a terminal that tells how far a long run has come. */
final class Progress {
  private static final long FIRST = 2_000_000_000L;
  private static final long NEXT = 500_000_000L;

  private final Session session;
  private final boolean shown;
  private final long total;
  private final long start = System.nanoTime();
  private long due = start + FIRST;
  private boolean written;
  private int records;
  private long bytes;

  private Progress(Session session, boolean shown, long total) {
    this.session = session;
    this.shown = shown;
    this.total = total;
  }

  /** Returns the line for so many bytes to read. */
  static Progress of(Session session, boolean quiet, long total) {
    return new Progress(session, session.shell().errIsTerminal() && !quiet, total);
  }

  boolean isShown() {
    return shown;
  }

  void bytes(int more) {
    bytes += more;
  }

  /** Counts a record and now and then shows the line. */
  void record() {
    records++;
    if (shown && (records & 0xFF) == 0) {
      long now = System.nanoTime();
      if (now - due >= 0) {
        due = now + NEXT;
        show(now - start);
      }
    }
  }

  private void show(long nanos) {
    long speed = bytes * 1_000 / nanos;
    long percent = total == 0 ? 0 : Math.min(99, bytes * 100 / total);
    String line = session.phrases().text("progress", records, percent, speed);
    PrintStream err = session.shell().err();
    err.print("\r" + line + "\033[K");
    err.flush();
    written = true;
  }

  /** Takes the line away. */
  void clear() {
    if (written) {
      session.shell().err().print("\r\033[K");
      session.shell().err().flush();
      written = false;
    }
  }
}
