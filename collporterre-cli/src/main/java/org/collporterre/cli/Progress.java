package org.collporterre.cli;

/** The line on a terminal that tells how far a long run has come. */
final class Progress {
  private static final long FIRST = 2_000_000_000L;
  private static final long NEXT = 500_000_000L;

  private final Session session;
  private final TerminalLine line;
  private final long total;
  private final long start = System.nanoTime();
  private long due = start + FIRST;
  private int records;
  private long bytes;

  private Progress(Session session, TerminalLine line, long total) {
    this.session = session;
    this.line = line;
    this.total = total;
  }

  /** Returns the line for so many bytes to read. */
  static Progress of(Session session, boolean quiet, long total) {
    return new Progress(session, new TerminalLine(session, quiet), total);
  }

  boolean isShown() {
    return line.isShown();
  }

  void bytes(int more) {
    bytes += more;
  }

  /** Counts a record and now and then shows the line. */
  void record() {
    records++;
    if (line.isShown() && (records & 0xFF) == 0) {
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
    line.show(session.phrases().text("progress", records, percent, speed));
  }

  /** Takes the line away. */
  void clear() {
    line.clear();
  }
}
