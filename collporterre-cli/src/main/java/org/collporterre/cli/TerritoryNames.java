package org.collporterre.cli;

import java.util.Locale;
import java.util.function.Function;
import org.collporterre.gazetteer.fr.FrenchGazetteer;
import org.collporterre.geo.Gazetteer;
import org.collporterre.model.Territory;
import org.jspecify.annotations.Nullable;

/** Gives territories the names that people know. */
final class TerritoryNames {
  private TerritoryNames() {}

  /** Returns what names a territory: the gazetteer, the list of countries, else its code. */
  static Function<Territory, String> of(DatasetOptions options, Locale locale) {
    @Nullable Gazetteer gazetteer = options.noGazetteer ? null : FrenchGazetteer.load();
    return territory -> name(territory, gazetteer, locale);
  }

  private static String name(Territory territory, @Nullable Gazetteer gazetteer, Locale locale) {
    String code = territory.code();
    return switch (territory.kind()) {
      case MONDE -> locale.getLanguage().equals("fr") ? "monde" : "world";
      case LIBRE -> code;
      case ISO ->
          code.length() == 2
              ? new Locale.Builder().setRegion(code).build().getDisplayCountry(locale)
              : code;
      default -> {
        String name = gazetteer == null ? null : gazetteer.name(territory);
        yield name == null ? territory.toString() : name;
      }
    };
  }
}
