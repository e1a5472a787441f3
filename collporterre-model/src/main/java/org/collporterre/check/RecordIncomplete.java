package org.collporterre.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.collporterre.model.Entry;
import org.collporterre.report.Located;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;

/**
 * A record with few points of {@link Completeness}. Of a file whose columns cannot give enough
 * points, the first such record alone is told: what is missing there is columns.
 */
final class RecordIncomplete implements Rule {
  private static final RuleParameter LEAST =
      new RuleParameter("least_points", 40, 0, Completeness.MOST);

  /** As many as a person will fill in at one go. */
  private static final int PROPOSED = 3;

  @Override
  public String code() {
    return "completeness";
  }

  @Override
  public Severity severity(Profile profile) {
    return Severity.INFO;
  }

  @Override
  public List<RuleParameter> parameters() {
    return List.of(LEAST);
  }

  @Override
  public Check start(CheckContext context) {
    int least = context.parameter(this, LEAST.name());
    Map<Class<?>, Completeness> measures = new HashMap<>();
    Entry.TYPES.forEach(type -> measures.put(type, Completeness.of(type)));
    Set<String> said = new HashSet<>();
    return row -> {
      Completeness measure = measures.get(row.value().getClass());
      int score = measure == null ? least : measure.score(row.value());
      if (measure != null && score < least && isNews(row, measure, least, said)) {
        context
            .finding(this, row)
            .value(Integer.toString(score))
            .expected(proposals(measure.missing(row.value())))
            .report();
      }
    };
  }

  private static boolean isNews(
      Located<? extends Entry> row, Completeness measure, int least, Set<String> said) {
    int reachable = 0;
    for (Completeness.Part part : measure.parts()) {
      for (String field : part.fields()) {
        if (row.origin().hasColumn(field)) {
          reachable += part.points();
          break;
        }
      }
    }
    return reachable >= least || said.add(row.origin().record().file());
  }

  private static String proposals(List<Completeness.Part> missing) {
    return missing.stream()
        .limit(PROPOSED)
        .map(part -> part.fields().get(0))
        .collect(Collectors.joining(" | "));
  }
}
