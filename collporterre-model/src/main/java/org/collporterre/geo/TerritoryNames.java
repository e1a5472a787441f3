package org.collporterre.geo;

import java.util.Locale;
import org.collporterre.model.Territory;

/** Gives territories the names that people know. Immutable and thread-safe. */
public final class TerritoryNames {
  private final Gazetteer gazetteer;
  private final Locale locale;

  private TerritoryNames(Gazetteer gazetteer, Locale locale) {
    this.gazetteer = gazetteer;
    this.locale = locale;
  }

  /** Returns names by a gazetteer, of countries and the world in a language. */
  public static TerritoryNames of(Gazetteer gazetteer, Locale locale) {
    return new TerritoryNames(gazetteer, locale);
  }

  /**
   * Returns the name of a territory: what the gazetteer or the list of countries calls it, else its
   * written form.
   */
  public String name(Territory territory) {
    String code = territory.code();
    return switch (territory.kind()) {
      case MONDE ->
          switch (locale.getLanguage()) {
            case "fr" -> "monde";
            case "br" -> "bed";
            default -> "world";
          };
      case LIBRE -> code;
      case ISO -> code.length() == 2 ? country(code) : code;
      default -> {
        String name = gazetteer.name(territory);
        yield name == null ? territory.toString() : name;
      }
    };
  }

  private String country(String code) {
    return new Locale.Builder().setRegion(code).build().getDisplayCountry(locale);
  }
}
