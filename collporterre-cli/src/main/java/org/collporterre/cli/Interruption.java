package org.collporterre.cli;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Lets a run that is told to end (Ctrl-C) clean up: reading stops at the next record, and the
 * process ends when the run has closed its files.
 */
final class Interruption implements AutoCloseable {
  /** Something that can be closed from outside when the run itself does not come to it. */
  interface Cleaning {
    void clean() throws IOException;
  }

  private static final long PATIENCE_SECONDS = 2;

  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook = new Thread(this::interrupt, "interruption");
  private volatile boolean requested;
  private volatile @Nullable Cleaning cleaning;

  private Interruption() {}

  /** Begins to watch for the end of the process. */
  static Interruption watch() {
    Interruption interruption = new Interruption();
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
