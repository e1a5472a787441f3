package org.collporterre.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Keeps the first findings of each rule and counts all of them. Memory is bounded by the number of
 * rules times the number kept. Not thread-safe.
 */
public final class Report implements FindingSink {
  /** How many findings of each rule are kept unless told otherwise. */
  public static final int DEFAULT_KEPT = 1_000;

  private final int kept;
  private final List<Finding> findings = new ArrayList<>();
  private final Map<String, Integer> byRule = new TreeMap<>();
  private final Map<Severity, Integer> bySeverity = new EnumMap<>(Severity.class);

  private Report(int kept) {
    this.kept = kept;
  }

  /** Returns an empty report that keeps {@value #DEFAULT_KEPT} findings of each rule. */
  public static Report create() {
    return keeping(DEFAULT_KEPT);
  }

  /** Returns an empty report that keeps so many findings of each rule, and counts the others. */
  public static Report keeping(int perRule) {
    if (perRule < 0) {
      throw new IllegalArgumentException("keeping " + perRule);
    }
    return new Report(perRule);
  }

  @Override
  public void report(Finding finding) {
    bySeverity.merge(finding.severity(), 1, Integer::sum);
    if (byRule.merge(finding.code(), 1, Integer::sum) <= kept) {
      findings.add(finding);
    }
  }

  /**
   * Returns the findings kept, by file in the order in which files were read, then by line and
   * column.
   */
  public List<Finding> findings() {
    Map<String, Integer> files = new HashMap<>();
    findings.forEach(f -> files.putIfAbsent(f.location().file(), files.size()));
    List<Finding> sorted = new ArrayList<>(findings);
    sorted.sort(
        Comparator.comparing((Finding f) -> files.get(f.location().file()))
            .thenComparing(Finding::location));
    return Collections.unmodifiableList(sorted);
  }

  /** Returns how many findings there were of each rule, kept or not, by code. */
  public Map<String, Integer> byRule() {
    return Collections.unmodifiableMap(byRule);
  }

  /** Returns how many findings of a severity there were, kept or not. */
  public int count(Severity severity) {
    return bySeverity.getOrDefault(severity, 0);
  }

  /** Tells whether there was no error. */
  public boolean isClean() {
    return count(Severity.ERROR) == 0;
  }
}
