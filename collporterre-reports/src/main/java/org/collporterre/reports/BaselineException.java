package org.collporterre.reports;

import java.io.IOException;

/** A file is no {@link Baseline}. */
public final class BaselineException extends IOException {
  private static final long serialVersionUID = 1L;

  /** What is wrong. */
  public enum Problem {
    /** It is not JSON. */
    NOT_JSON,
    /** It is not the object that it should be. */
    NOT_A_BASELINE,
    /** It is of a version that this library does not know. */
    VERSION,
    /** A finding has no code or no fingerprint, or something in it is no text. */
    FINDING,
    /** It holds more findings than {@link Baseline#LIMIT}. */
    TOO_LONG
  }

  private final Problem problem;
  private final int line;

  BaselineException(Problem problem, int line) {
    super(problem + " in line " + line);
    this.problem = problem;
    this.line = line;
  }

  /** Returns what is wrong. */
  public Problem problem() {
    return problem;
  }

  /** Returns the line, from 1. */
  public int line() {
    return line;
  }
}
