package org.collporterre.geo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A French municipality, of today or of the past, as a {@link Gazetteer} knows it.
 *
 * @param code the INSEE code, five characters
 * @param name the official name with accents and article; empty for {@link Kind#ABSORBED}
 * @param kind what it is today
 * @param chefLieu the INSEE code of the municipality it is part of today; null for one of today
 * @param postcodes its postal codes, five digits each; those of the municipality it is part of when
 *     it has none of its own; empty when none is known
 * @param department the department's code, {@code 29}, {@code 2A} or {@code 974}
 * @param region the region's code, {@code 53}; overseas collectivities have that of the department
 * @param epci the SIREN of the intermunicipal body with tax powers; null when it is in none
 * @param centre where it is; null when the gazetteer does not say
 */
public record Commune(
    String code,
    String name,
    Kind kind,
    @Nullable String chefLieu,
    List<String> postcodes,
    String department,
    String region,
    @Nullable String epci,
    @Nullable Centre centre) {
  /** What a municipality is today. */
  public enum Kind {
    /** A municipality of today. */
    CURRENT,
    /** A former municipality that is a delegated one (commune déléguée). */
    DELEGATED,
    /** A former municipality that is an associated one (commune associée). */
    ASSOCIATED,
    /** A district of Paris, Lyon or Marseille (arrondissement municipal). */
    DISTRICT,
    /** A former municipality of which only the code is left. */
    ABSORBED
  }

  /**
   * Where a municipality is.
   *
   * @param latitude of its middle, in degrees WGS 84
   * @param longitude of its middle, in degrees WGS 84
   * @param radius the distance from there to its farthest point, in kilometres
   */
  public record Centre(double latitude, double longitude, double radius) {}

  public Commune {
    postcodes = List.copyOf(postcodes);
  }

  /** Returns the code of the municipality of today: its own, or that of the one it is part of. */
  public String today() {
    return chefLieu == null ? code : chefLieu;
  }

  /** Tells whether its code has been given up: data should have that of {@link #today()}. */
  public boolean isOld() {
    return kind != Kind.CURRENT && kind != Kind.DISTRICT;
  }
}
