package org.collporterre.report;

/** Receives findings as they are made, in file order. */
@FunctionalInterface
public interface FindingSink {
  /** Takes a finding. */
  void report(Finding finding);
}
