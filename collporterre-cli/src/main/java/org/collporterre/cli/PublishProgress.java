package org.collporterre.cli;

/** The line on a terminal that tells how many records of a long run are published. */
final class PublishProgress {
  private static final long NEXT = 500_000_000L;

  private final Session session;
  private final TerminalLine line;
  private final int total;
  private long due = System.nanoTime() + NEXT;
  private int done;

  private PublishProgress(Session session, TerminalLine line, int total) {
    this.session = session;
    this.line = line;
    this.total = total;
  }

  /** Returns the line for so many records. */
  static PublishProgress of(Session session, boolean quiet, int total) {
    return new PublishProgress(session, new TerminalLine(session, quiet), total);
  }

  /** Counts a record and now and then shows the line. */
  void step() {
    done++;
    long now = System.nanoTime();
    if (line.isShown() && now - due >= 0) {
      due = now + NEXT;
      line.show(session.phrases().text("publish.progress", done, total));
    }
  }

  /** Takes the line away. */
  void clear() {
    line.clear();
  }
}
