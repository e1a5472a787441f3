package org.collporterre.conformance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A suite of test cases that somebody else wrote, and what this library makes of it. */
interface Suite {
  /** What became of a case. */
  enum Verdict {
    PASSED,
    FAILED,
    OUT_OF_SCOPE
  }

  /**
   * A case that was run.
   *
   * @param name the name in the suite
   * @param note why it failed or is out of scope; empty when it passed
   */
  record Case(String name, Verdict verdict, String note) {
    static Case passed(String name) {
      return new Case(name, Verdict.PASSED, "");
    }

    static Case failed(String name, String note) {
      return new Case(name, Verdict.FAILED, note);
    }

    static Case outOfScope(String name, String note) {
      return new Case(name, Verdict.OUT_OF_SCOPE, note);
    }
  }

  /** Returns the name of the suite, as its authors call it. */
  String name();

  /** Returns its folder below the third-party data. */
  String folder();

  /** Returns what a passed case shows, one sentence in English. */
  String shows();

  /** Runs all cases, in the order of their names. */
  List<Case> run(Path folder) throws IOException;
}
