package org.collporterre.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import org.collporterre.constraint.CountryCode;
import org.collporterre.constraint.Insee;
import org.collporterre.constraint.TextSize;
import org.collporterre.geo.Geometries;
import org.collporterre.schema.Column;
import org.collporterre.schema.EntryType;
import org.collporterre.schema.NumericCode;
import org.collporterre.schema.Term;
import org.collporterre.vocabulary.PositionPrecision;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;

/**
 * Where an initiative is: a postal address, a position, or both.
 *
 * @param label the place's own name
 * @param street the street and number
 * @param postcode the postal code; five digits in France
 * @param locality the municipality's name
 * @param insee the French municipality's INSEE code
 * @param country the ISO 3166-1 alpha-2 code; null means FR
 * @param latitude in degrees WGS 84, −90 to 90
 * @param longitude in degrees WGS 84, −180 to 180
 * @param precision what the position stands for
 */
@EntryType("Place")
@RecordBuilder
@RecordBuilder.Options(useImmutableCollections = true, enableWither = false)
public record Place(
    @Column(value = "libelle", en = "place_label") @Term("name") @TextSize(max = 140)
        @Nullable String label,
    @Column(
            value = "adresse",
            en = "street",
            aliases = {"streetAddress", "addr:street", "bf_adresse"})
        @Term(value = "streetAddress", in = "address", inType = "PostalAddress")
        @TextSize(max = 200)
        @Nullable String street,
    @Column(
            value = "code_postal",
            en = "postcode",
            aliases = {"postalCode", "zip", "bf_code_postal"})
        @Term(value = "postalCode", in = "address", inType = "PostalAddress")
        @NumericCode
        @TextSize(max = 20)
        @Nullable String postcode,
    @Column(
            value = "commune",
            en = "locality",
            aliases = {"addressLocality", "city", "bf_ville"})
        @Term(value = "addressLocality", in = "address", inType = "PostalAddress")
        @TextSize(max = 80)
        @Nullable String locality,
    @Column(
            value = "code_pays",
            en = "country_code",
            aliases = {"country", "addressCountry"})
        @Term(value = "addressCountry", in = "address", inType = "PostalAddress")
        @CountryCode
        @Nullable String country,
    @Column(
            value = "code_insee",
            en = "insee_code",
            aliases = {"insee", "codeInsee", "ref:INSEE"})
        @Term(
            value = "identifier",
            node = "PropertyValue",
            property = "value",
            propertyId = "insee-com")
        @NumericCode
        @Insee
        @Nullable String insee,
    @Column(
            value = "latitude",
            en = "latitude",
            aliases = {"lat", "bf_latitude", "Ylat"})
        @Term(value = "latitude", in = "geo", inType = "GeoCoordinates")
        @DecimalMin(value = "-90", message = "{org.collporterre.coordinates-out-of-range}")
        @DecimalMax(value = "90", message = "{org.collporterre.coordinates-out-of-range}")
        @Nullable Double latitude,
    @Column(
            value = "longitude",
            en = "longitude",
            aliases = {"lon", "lng", "long", "bf_longitude", "Xlong"})
        @Term(value = "longitude", in = "geo", inType = "GeoCoordinates")
        @DecimalMin(value = "-180", message = "{org.collporterre.coordinates-out-of-range}")
        @DecimalMax(value = "180", message = "{org.collporterre.coordinates-out-of-range}")
        @Nullable Double longitude,
    @Column(
            value = "precision_position",
            en = "position_precision",
            aliases = {"geo.precision"})
        @Term("cpt:positionPrecision")
        @Nullable PositionPrecision precision) {
  public Place {
    // 0.0 and -0.0 are one meridian, but two Doubles: equal places must be equal records.
    latitude = latitude != null && latitude == 0 ? Double.valueOf(0.0) : latitude;
    longitude = longitude != null && longitude == 0 ? Double.valueOf(0.0) : longitude;
  }

  /** How near to 0/0, in degrees, a position is a failed look-up rather than a place. */
  public static final double NULL_ISLAND = 0.0001;

  /** Returns a place that is only a position, in degrees WGS 84. */
  public static Place at(double latitude, double longitude) {
    return PlaceBuilder.builder().latitude(latitude).longitude(longitude).build();
  }

  /** Tells whether there are two coordinates, both in range and not both zero. */
  public boolean isLocated() {
    return latitude != null
        && longitude != null
        && Math.abs(latitude) <= 90
        && Math.abs(longitude) <= 180
        && !(Math.abs(latitude) < NULL_ISLAND && Math.abs(longitude) < NULL_ISLAND);
  }

  /** Returns the position as a JTS point, longitude first; null unless {@link #isLocated}. */
  public @Nullable Point point() {
    return latitude != null && longitude != null && isLocated()
        ? Geometries.point(longitude, latitude)
        : null;
  }
}
