package org.collporterre.cli;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.collporterre.reports.Phrases;
import org.jspecify.annotations.Nullable;

/**
 * Lets a run that is told to end (Ctrl-C) clean up: reading stops at the next record, and the
 * process ends when the run has closed its files and one line has said why.
 */
final class Interruption implements AutoCloseable {
  /** Something that can be closed from outside when the run itself does not come to it. */
  interface Cleaning {
    void clean() throws IOException;
  }

  private static final long PATIENCE_SECONDS = 2;

  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook = new Thread(this::interrupt, "interruption");
  private final Session session;
  private final String line;
  private volatile boolean requested;
  private volatile @Nullable Cleaning cleaning;

  private Interruption(Session session, String line) {
    this.session = session;
    this.line = line;
  }

  /** Begins to watch for the end of the process. */
  static Interruption watch(Session session) {
    return watch(session, "failure.interrupted");
  }

  /**
   * Begins to watch for the end of the process.
   *
   * @param line the phrase that says that the run was interrupted
   */
  static Interruption watch(Session session, String line) {
    Interruption interruption = new Interruption(session, line);
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  /** Says what to clean when the run hangs, for instance in reading a pipe. */
  void onHanging(Cleaning action) {
    cleaning = action;
  }

  /** Tells whether the process is ending. */
  boolean isRequested() {
    return requested;
  }

  /**
   * Tells whether the process is ending: what fails then fails because of that, for instance a file
   * that is closed while it is written.
   */
  static boolean isEnding() {
    Thread probe = new Thread(() -> {});
    try {
      Runtime.getRuntime().addShutdownHook(probe);
      Runtime.getRuntime().removeShutdownHook(probe);
      return false;
    } catch (IllegalStateException e) {
      return true;
    }
  }

  private void interrupt() {
    requested = true;
    try {
      Cleaning action = cleaning;
      if (!done.await(PATIENCE_SECONDS, TimeUnit.SECONDS) && action != null) {
        action.clean();
      }
    } catch (InterruptedException | IOException e) {
      // The process ends anyway, and nobody is left to be told.
      Thread.currentThread().interrupt();
    }
    Phrases phrases = session.phrases();
    session.shell().err().println(phrases.text("failure.line", phrases.text(line)));
  }

  /** Lets the process end. */
  @Override
  public void close() {
    done.countDown();
    if (!requested) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // Told to end at this very moment: the hook finds everything done.
        requested = true;
      }
    }
  }
}
