package org.collporterre.check;

import java.util.List;
import java.util.stream.Collectors;
import org.collporterre.geo.Commune;
import org.collporterre.geo.Gazetteer;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.model.Place;
import org.collporterre.model.Territory;
import org.collporterre.report.Located;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;

/** A place in none of the territories of its initiative. */
final class TerritoryVsLocation implements PlaceRule {
  @Override
  public String code() {
    return "territory-vs-location";
  }

  @Override
  public Severity severity(Profile profile) {
    return Severity.WARNING;
  }

  @Override
  public void place(CheckContext context, Located<? extends Entry> row, int number, Place place) {
    if (!(row.value() instanceof Initiative initiative) || initiative.territories().isEmpty()) {
      return;
    }
    Commune commune = PlaceRule.commune(context.gazetteer(), place);
    if (commune != null && isOutside(context.gazetteer(), commune, initiative.territories())) {
      boolean coded = place.insee() != null;
      context
          .finding(this, row)
          .place(number, coded ? "code_insee" : "commune", coded ? place.insee() : place.locality())
          .expected(text(initiative.territories()))
          .report();
    }
  }

  /** Where one territory cannot be decided, or is not known, nothing is said. */
  private static boolean isOutside(
      Gazetteer gazetteer, Commune commune, List<Territory> territories) {
    for (Territory territory : territories) {
      boolean unknown =
          switch (territory.kind()) {
            case COM -> gazetteer.commune(territory.code()) == null;
            case DEP, REG, EPCI -> gazetteer.name(territory) == null;
            case SIREN, ISO, MONDE, LIBRE -> false;
          };
      if (unknown || !Boolean.FALSE.equals(gazetteer.isIn(commune, territory))) {
        return false;
      }
    }
    return true;
  }

  private static String text(List<Territory> territories) {
    return territories.stream().map(Territory::toString).collect(Collectors.joining("|"));
  }
}
