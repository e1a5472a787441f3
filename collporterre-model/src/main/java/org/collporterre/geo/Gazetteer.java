package org.collporterre.geo;

import java.util.List;
import org.collporterre.model.Territory;
import org.jspecify.annotations.Nullable;

/**
 * What is known of French municipalities and of where countries and departments are. Rules about
 * places ask it; without one they are silent. An application may bring its own. Implementations are
 * immutable and thread-safe.
 *
 * <p>No method fails because of what is asked: an unknown or malformed code is just not found.
 */
public interface Gazetteer {
  /** Returns the gazetteer that knows nothing. */
  static Gazetteer none() {
    return EmptyGazetteer.INSTANCE;
  }

  /**
   * Returns whose data it is and under which licence, in a line; empty when nobody need be named.
   */
  String attribution();

  /** Returns the year of the official list (code officiel géographique) it follows; 0 for none. */
  int vintage();

  /**
   * Returns the municipality that has an INSEE code today, else the one that had it, else null.
   *
   * @param code five characters
   */
  @Nullable Commune commune(String code);

  /**
   * Returns all municipalities of a name as {@link CommuneNames} compares it, of today and of the
   * past, by code.
   */
  List<Commune> named(String name);

  /**
   * Returns the municipalities of today, and the districts, that have a postal code, by code.
   *
   * @param postcode five digits
   */
  List<Commune> withPostcode(String postcode);

  /**
   * Returns the official name of a territory of kind {@code com}, {@code dep}, {@code reg} or
   * {@code epci}; null when there is none of that code today, and for other kinds.
   */
  @Nullable String name(Territory territory);

  /** Returns the territories of a name, as {@link CommuneNames} compares it, largest first. */
  List<Territory> territories(String name);

  /**
   * Returns boxes that together surround a department or overseas collectivity, with a margin;
   * empty when unknown.
   *
   * @param code as in {@link Commune#department()}
   */
  default List<BoundingBox> department(String code) {
    return List.of();
  }

  /**
   * Returns boxes that together surround a country with its islands and overseas territories, with
   * a margin; empty when unknown.
   *
   * @param code ISO 3166-1 alpha-2
   */
  default List<BoundingBox> country(String code) {
    return List.of();
  }

  /**
   * Returns the municipality of a name and a postal code. No two of today share both; one of the
   * past is only returned when none of today has that name there. Null when there is none, or when
   * there are several of the past.
   */
  default @Nullable Commune commune(String name, String postcode) {
    return GazetteerLookup.only(
        named(name), name, commune -> commune.postcodes().contains(postcode));
  }

  /** Returns the municipality of a name in a department, chosen like {@link #commune}, or null. */
  default @Nullable Commune communeIn(String department, String name) {
    return GazetteerLookup.only(
        named(name), name, commune -> commune.department().equals(department));
  }

  /**
   * Tells whether a municipality lies in a territory; null when that cannot be said: a territory by
   * name, a public body other than an EPCI, a subdivision of ISO 3166-2.
   */
  default @Nullable Boolean isIn(Commune commune, Territory territory) {
    return switch (territory.kind()) {
      case COM -> {
        Commune other = commune(territory.code());
        yield other != null && other.today().equals(commune.today());
      }
      case DEP -> territory.code().equals(commune.department());
      case REG -> territory.code().equals(commune.region());
      case EPCI -> territory.code().equals(commune.epci());
      case ISO -> territory.code().indexOf('-') > 0 ? null : territory.code().equals("FR");
      case MONDE -> true;
      case SIREN, LIBRE -> null;
    };
  }
}
