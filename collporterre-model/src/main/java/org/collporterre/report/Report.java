package org.collporterre.report;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the first findings of each rule and counts all of them. Memory is bounded by the number of
 * rules times the number kept, or by the number kept in all. Not thread-safe.
 */
public final class Report implements FindingSink {
  /** How many findings of each rule are kept unless told otherwise. */
  public static final int DEFAULT_KEPT = 1_000;

  private static final List<Severity> LEAST_BAD_FIRST =
      List.of(Severity.INFO, Severity.WARNING, Severity.ERROR);

  private record Kept(long order, Finding finding) {}

  private final int perRule;
  private final int inAll;
  private final Map<Severity, ArrayDeque<Kept>> findings = new EnumMap<>(Severity.class);
  private final Map<String, Integer> byRule = new TreeMap<>();
  private final Map<String, Severity> worst = new HashMap<>();
  private final Map<Severity, Integer> bySeverity = new EnumMap<>(Severity.class);
  private long order;
  private int size;

  private Report(int perRule, int inAll) {
    this.perRule = perRule;
    this.inAll = inAll;
  }

  /** Returns an empty report that keeps {@value #DEFAULT_KEPT} findings of each rule. */
  public static Report create() {
    return keeping(DEFAULT_KEPT);
  }

  /** Returns an empty report that keeps so many findings of each rule, and counts the others. */
  public static Report keeping(int perRule) {
    return keeping(perRule, Integer.MAX_VALUE);
  }

  /**
   * Returns an empty report that keeps so many findings of each rule and in all, and counts the
   * others. When there is no room, a worse finding takes the place of the last of the least bad.
   */
  public static Report keeping(int perRule, int inAll) {
    if (perRule < 0 || inAll < 0) {
      throw new IllegalArgumentException("keeping " + perRule + ", " + inAll);
    }
    return new Report(perRule, inAll);
  }

  @Override
  public void report(Finding finding) {
    bySeverity.merge(finding.severity(), 1, Integer::sum);
    worst.merge(finding.code(), finding.severity(), (a, b) -> a.compareTo(b) <= 0 ? a : b);
    if (byRule.merge(finding.code(), 1, Integer::sum) <= perRule
        && (size < inAll || makeRoom(finding.severity()))) {
      findings
          .computeIfAbsent(finding.severity(), s -> new ArrayDeque<>())
          .add(new Kept(order++, finding));
      size++;
    }
  }

  /** Gives up the last of the least bad findings if that is not as bad. */
  private boolean makeRoom(Severity severity) {
    for (Severity least : LEAST_BAD_FIRST) {
      ArrayDeque<Kept> kept = findings.get(least);
      if (least.compareTo(severity) > 0 && kept != null && kept.pollLast() != null) {
        size--;
        return true;
      }
    }
    return false;
  }

  /**
   * Returns the findings kept, by file in the order in which files were read, then by line and
   * column.
   */
  public List<Finding> findings() {
    List<Kept> kept = new ArrayList<>(size);
    findings.values().forEach(kept::addAll);
    kept.sort(Comparator.comparingLong(Kept::order));
    Map<String, Integer> files = new HashMap<>();
    kept.forEach(k -> files.putIfAbsent(k.finding().location().file(), files.size()));
    List<Finding> sorted = new ArrayList<>(kept.stream().map(Kept::finding).toList());
    sorted.sort(
        Comparator.comparing((Finding f) -> files.get(f.location().file()))
            .thenComparing(Finding::location));
    return Collections.unmodifiableList(sorted);
  }

  /** Returns how many findings are kept. */
  public int size() {
    return size;
  }

  /** Returns how many findings there were of each rule, kept or not, by code. */
  public Map<String, Integer> byRule() {
    return Collections.unmodifiableMap(byRule);
  }

  /** Returns how bad the worst finding of a rule was, kept or not; null when there was none. */
  public @Nullable Severity worst(String code) {
    return worst.get(code);
  }

  /** Returns how many findings of a severity there were, kept or not. */
  public int count(Severity severity) {
    return bySeverity.getOrDefault(severity, 0);
  }

  /** Returns how many findings there were, kept or not. */
  public int count() {
    int count = 0;
    for (int own : bySeverity.values()) {
      count += own;
    }
    return count;
  }

  /** Tells whether there was no error. */
  public boolean isClean() {
    return count(Severity.ERROR) == 0;
  }
}
