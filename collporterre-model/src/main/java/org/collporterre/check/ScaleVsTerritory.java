package org.collporterre.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.collporterre.model.Initiative;
import org.collporterre.model.Territory;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.collporterre.vocabulary.Scale;
import org.jspecify.annotations.Nullable;

/**
 * An initiative at the scale of a municipality, or of a part of one, that acts on several, or one
 * at a larger scale that acts on a single municipality.
 */
final class ScaleVsTerritory implements RecordRule {
  private static final RuleParameter MOST = new RuleParameter("communes", 2, 1, 29);

  @Override
  public String code() {
    return "scale-vs-territory";
  }

  @Override
  public Severity severity(Profile profile) {
    return Severity.WARNING;
  }

  @Override
  public List<RuleParameter> parameters() {
    return List.of(MOST);
  }

  @Override
  public Check start(CheckContext context) {
    int most = context.parameter(this, MOST.name());
    return row -> {
      if (row.value() instanceof Initiative initiative) {
        String expected = expected(initiative.scale(), initiative.territories(), most);
        if (expected != null) {
          context.finding(this, row).field("echelle").expected(expected).report();
        }
      }
    };
  }

  /** Returns the scales that the territories speak for, or null when they may be as they are. */
  private static @Nullable String expected(
      @Nullable Scale scale, List<Territory> territories, int most) {
    if (scale == null || territories.isEmpty()) {
      return null;
    }
    if (scale.compareTo(Scale.MUNICIPALITY) > 0) {
      boolean one = territories.size() == 1 && territories.get(0).kind() == Territory.Kind.COM;
      return one ? "commune|quartier" : null;
    }
    return territories.size() > most && communes(territories) > most
        ? "intercommunalite|pays|departement|region"
        : null;
  }

  private static int communes(List<Territory> territories) {
    Set<String> codes = new HashSet<>();
    for (Territory territory : territories) {
      if (territory.kind() == Territory.Kind.COM) {
        codes.add(territory.code());
      }
    }
    return codes.size();
  }
}
