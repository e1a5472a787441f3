package org.collporterre.cms.connect;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * How often and how long a site is waited for that is busy or out of order. Immutable.
 *
 * <p>By default five attempts, after 1, 2, 4 and 8 seconds, or as long as the site asks when that
 * is not more than two minutes.
 */
public final class Patience {
  /** Something that may fail for a while. */
  interface Attempt<T> {
    T run() throws IOException;
  }

  /** Lets time pass. */
  public interface Sleeper {
    /**
     * Waits.
     *
     * @throws InterruptedException when the thread is told to end
     */
    void sleep(Duration time) throws InterruptedException;
  }

  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final Duration SLICE = Duration.ofMillis(200);

  private final int attempts;
  private final Sleeper sleeper;
  private final Clock clock;

  private Patience(int attempts, Sleeper sleeper, Clock clock) {
    this.attempts = attempts;
    this.sleeper = sleeper;
    this.clock = clock;
  }

  /** Returns the default patience. */
  public static Patience standard() {
    return new Patience(5, time -> Thread.sleep(time.toMillis()), Clock.systemUTC());
  }

  /** Returns this patience waiting in another way. */
  public Patience withSleeper(Sleeper other) {
    return new Patience(attempts, other, clock);
  }

  /** Returns this patience that stops waiting, in a fifth of a second, when a run is to end. */
  public Patience until(BooleanSupplier ended) {
    Sleeper inner = sleeper;
    return withSleeper(
        time -> {
          for (Duration left = time; left.compareTo(Duration.ZERO) > 0; left = left.minus(SLICE)) {
            if (ended.getAsBoolean()) {
              throw new InterruptedException();
            }
            inner.sleep(left.compareTo(SLICE) < 0 ? left : SLICE);
          }
        });
  }

  /** Returns this patience with so many attempts, one at least. */
  public Patience withAttempts(int number) {
    return new Patience(Math.max(1, number), sleeper, clock);
  }

  /** Returns this patience knowing the time from a clock, for a site that names a date. */
  public Patience withClock(Clock other) {
    return new Patience(attempts, sleeper, other);
  }

  Clock clock() {
    return clock;
  }

  /** Runs something until it does not fail in passing. */
  <T> T call(Attempt<T> attempt) throws IOException {
    Duration pause = Duration.ofSeconds(1);
    for (int i = 1; ; i++) {
      try {
        return attempt.run();
      } catch (SiteException e) {
        if (!e.isPassing() || i >= attempts || e.pause().compareTo(LONGEST) > 0) {
          throw e.givenUp();
        }
        sleep(e.pause().compareTo(pause) > 0 ? e.pause() : pause);
        pause = pause.multipliedBy(2);
      }
    }
  }

  private void sleep(Duration time) throws InterruptedIOException {
    try {
      sleeper.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }
}
