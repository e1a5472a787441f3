package org.collporterre.reports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.collporterre.report.Finding;
import org.collporterre.report.Severity;

/**
 * What of an outcome a page shows: a bounded number of findings, as evenly among the rules as their
 * numbers allow, and a bounded number of records, the worst first.
 *
 * @param rules the rules of which something was found, the worst and most frequent first
 * @param records the records and files that the page shows, in file order
 * @param all the records and files in which something was found, as far as the report kept it
 * @param kept how many findings the page shows
 * @param total how many there were
 */
record PageContent(
    List<PageRule> rules,
    List<PageRecord> records,
    Collection<PageRecord> all,
    int kept,
    int total) {
  /** The number of findings of a page. */
  static final int FINDINGS = 3_000;

  /** The number of records of a page. */
  static final int RECORDS = 500;

  static PageContent of(CheckOutcome outcome) {
    List<Finding> findings = outcome.report().findings();
    PageRecords places = new PageRecords(outcome.rows());
    Map<String, Integer> left = new HashMap<>();
    int each = each(findings);
    Map<String, List<PageFinding>> shown = new LinkedHashMap<>();
    int kept = 0;
    for (Finding finding : findings) {
      PageRecord record = places.of(finding);
      record.count(finding);
      if (left.merge(finding.code(), 1, Integer::sum) <= each) {
        PageFinding one = new PageFinding(kept++, finding, record);
        record.show(one);
        shown.computeIfAbsent(finding.code(), code -> new ArrayList<>()).add(one);
      }
    }
    return new PageContent(
        rules(outcome, shown), records(places.all()), places.all(), kept, outcome.report().count());
  }

  /** Returns the largest number of findings of each rule with which the page keeps its bound. */
  private static int each(List<Finding> findings) {
    Map<String, Integer> counts = new HashMap<>();
    findings.forEach(finding -> counts.merge(finding.code(), 1, Integer::sum));
    List<Integer> sorted = counts.values().stream().sorted().toList();
    int free = FINDINGS;
    for (int i = 0; i < sorted.size(); i++) {
      int share = free / (sorted.size() - i);
      if (sorted.get(i) > share) {
        return share;
      }
      free -= sorted.get(i);
    }
    return FINDINGS;
  }

  private static List<PageRule> rules(CheckOutcome outcome, Map<String, List<PageFinding>> shown) {
    List<PageRule> rules = new ArrayList<>();
    for (RuleCount rule : RuleCount.of(outcome.report())) {
      List<PageFinding> some = shown.getOrDefault(rule.code(), List.of());
      rules.add(new PageRule(rule.code(), rule.severity(), rule.count(), some));
    }
    return rules;
  }

  private static List<PageRecord> records(Collection<PageRecord> all) {
    List<PageRecord> worst =
        all.stream()
            .filter(record -> !record.shown().isEmpty())
            .sorted(Comparator.comparing(PageRecord::worst))
            .limit(RECORDS)
            .toList();
    List<PageRecord> inOrder = new ArrayList<>(all);
    inOrder.retainAll(new HashSet<>(worst));
    for (int i = 0; i < inOrder.size(); i++) {
      inOrder.get(i).number(i);
    }
    return inOrder;
  }

  /** Returns how many records hold an error, as far as the report kept them; files do not count. */
  long recordsWith(Severity severity) {
    return all.stream().filter(one -> !one.isFile() && one.count(severity) > 0).count();
  }
}
