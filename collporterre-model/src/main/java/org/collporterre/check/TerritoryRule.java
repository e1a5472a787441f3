package org.collporterre.check;

import java.util.List;
import org.collporterre.geo.Gazetteer;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.model.Portrait;
import org.collporterre.model.Territory;
import org.collporterre.report.Located;
import org.jspecify.annotations.Nullable;

/** A rule about each territory of a record that asks the gazetteer; without one it is silent. */
interface TerritoryRule extends RecordRule {
  /** The column of territories. */
  String FIELD = "territoires";

  /**
   * Looks at a territory.
   *
   * @param alone whether it is the only one in its cell, so that the cell can be corrected
   */
  void territory(
      CheckContext context, Located<? extends Entry> row, Territory territory, boolean alone);

  @Override
  default @Nullable Check start(CheckContext context) {
    if (context.gazetteer() == Gazetteer.none()) {
      return null;
    }
    return row -> {
      List<Territory> territories = of(row.value());
      for (Territory territory : territories) {
        territory(context, row, territory, territories.size() == 1);
      }
    };
  }

  private static List<Territory> of(Entry entry) {
    if (entry instanceof Initiative initiative) {
      return initiative.territories();
    }
    return entry instanceof Portrait portrait ? portrait.territories() : List.of();
  }
}
