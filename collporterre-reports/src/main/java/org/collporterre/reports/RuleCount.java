package org.collporterre.reports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.collporterre.report.Finding;
import org.collporterre.report.Report;
import org.collporterre.report.Severity;

/**
 * How many findings of a rule there are.
 *
 * @param severity how bad the worst of them is
 * @param code the rule's code
 * @param count how many there are
 * @param shown those that the report keeps, in its order
 */
record RuleCount(Severity severity, String code, int count, List<Finding> shown) {
  /** Returns the rules of which something was found, the worst and most frequent first. */
  static List<RuleCount> of(Report report) {
    Map<String, List<Finding>> shown = new HashMap<>();
    for (Finding finding : report.findings()) {
      shown.computeIfAbsent(finding.code(), code -> new ArrayList<>()).add(finding);
    }
    List<RuleCount> counts = new ArrayList<>();
    report
        .byRule()
        .forEach(
            (code, count) ->
                counts.add(
                    new RuleCount(
                        Objects.requireNonNull(report.worst(code)),
                        code,
                        count,
                        shown.getOrDefault(code, List.of()))));
    counts.sort(
        Comparator.comparing(RuleCount::severity)
            .thenComparing(RuleCount::count, Comparator.reverseOrder())
            .thenComparing(RuleCount::code));
    return counts;
  }
}
