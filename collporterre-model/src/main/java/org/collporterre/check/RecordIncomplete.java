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
 * points, the first such record alone is told: what is missing there is columns. Of the records of
 * a file that lack the same, the first ten are told. Remembers 16 KB per file and record type with
 * such records.
 */
final class RecordIncomplete implements ScreenedRule {
  private static final RuleParameter LEAST =
      new RuleParameter("least_points", 40, 0, Completeness.MOST);

  /** As many as a person will fill in at one go. */
  private static final int PROPOSED = 3;

  /** Enough to see that many records lack the same. */
  private static final int ALIKE = 10;

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
  public Screen screen(CheckContext context) {
    int least = context.parameter(this, LEAST.name());
    return (row, values) -> {
      Completeness measure = Completeness.of(row.value().getClass());
      return measure.score(measure.gaps(row.value(), values)) < least;
    };
  }

  @Override
  public Check start(CheckContext context) {
    Told told = new Told(context.parameter(this, LEAST.name()));
    return row -> {
      Completeness measure = Completeness.of(row.value().getClass());
      int gaps = measure.gaps(row.value());
      if (told.isNews(row, measure, gaps)) {
        context
            .finding(this, row)
            .value(Integer.toString(measure.score(gaps)))
            .expected(proposals(measure.missing(row.value())))
            .report();
      }
    };
  }

  /** What has been told of the files so far. */
  private static final class Told {
    private final int least;
    private final Set<String> columns = new HashSet<>();
    private final Map<String, Map<Class<?>, byte[]>> alike = new HashMap<>();

    Told(int least) {
      this.least = least;
    }

    boolean isNews(Located<? extends Entry> row, Completeness measure, int gaps) {
      String file = row.origin().record().file();
      byte[] times =
          alike
              .computeIfAbsent(file, name -> new HashMap<>())
              .computeIfAbsent(
                  row.value().getClass(), type -> new byte[1 << measure.parts().size()]);
      if (columns.contains(file) || times[gaps] == ALIKE) {
        return false;
      }
      times[gaps]++;
      return reachable(row, measure) >= least || columns.add(file);
    }

    private static int reachable(Located<? extends Entry> row, Completeness measure) {
      int reachable = 0;
      for (Completeness.Part part : measure.parts()) {
        if (part.fields().stream().anyMatch(row.origin()::hasColumn)) {
          reachable += part.points();
        }
      }
      return reachable;
    }
  }

  private static String proposals(List<Completeness.Part> missing) {
    return missing.stream()
        .limit(PROPOSED)
        .map(part -> part.fields().get(0))
        .collect(Collectors.joining(" | "));
  }
}
