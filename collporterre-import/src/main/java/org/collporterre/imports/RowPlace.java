package org.collporterre.imports;

import org.collporterre.report.Fix;
import org.collporterre.schema.Decimals;
import org.collporterre.schema.Field;
import org.collporterre.schema.LostBeginning;
import org.collporterre.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What can only be said of the place in a row when all its cells are read: where a position in
 * another reference system is, and in which country a code lost its zero.
 */
final class RowPlace {
  /** Where metropolitan France is in Lambert-93, in metres. */
  private static final double WEST = 0;

  private static final double EAST = 1_300_000;
  private static final double SOUTH = 6_000_000;
  private static final double NORTH = 7_200_000;

  private final @Nullable ReferenceSystem system;
  private final boolean repairs;
  private final boolean projects;
  private final boolean padded;
  private final CellReader.CellFindings findings;
  private final @Nullable Field latitude;
  private final @Nullable Field longitude;
  private final @Nullable Field country;
  private final @Nullable Field postcode;
  private final @Nullable Field insee;
  private final RowMemory memory;

  RowPlace(
      Schema<?> schema,
      ImportSettings settings,
      CellReader.CellFindings findings,
      RowMemory memory) {
    this.memory = memory;
    String crs = settings.crs();
    ReferenceSystem declared = crs == null ? null : ReferenceSystem.of(crs);
    this.system = declared == null || declared.isDegrees() ? null : declared;
    this.repairs = settings.repairs();
    this.projects = settings.allows("position-projected");
    this.padded = settings.allows("code-zero-lost");
    this.findings = findings;
    this.latitude = schema.field("latitude");
    this.longitude = schema.field("longitude");
    this.country = schema.field("code_pays");
    this.postcode = schema.field("code_postal");
    this.insee = schema.field("code_insee");
  }

  /** Looks at the values of a row, by {@link Field#index()}, and changes some. */
  void settle(@Nullable Object[] values) {
    if (latitude != null
        && longitude != null
        && values[latitude.index()] instanceof Double y
        && values[longitude.index()] instanceof Double x) {
      position(values, latitude, longitude, y, x);
    }
    if (repairs && padded && postcode != null && insee != null) {
      String place = country == null ? null : text(values, country);
      String mail = text(values, postcode);
      String code = text(values, insee);
      pad(values, postcode, mail == null ? null : LostBeginning.ofPostcode(mail, place));
      pad(values, insee, code == null ? null : LostBeginning.ofInsee(code, mail, place));
    }
  }

  private static @Nullable String text(@Nullable Object[] values, Field field) {
    return values[field.index()] instanceof String text ? text : null;
  }

  private void position(
      @Nullable Object[] values, Field latitude, Field longitude, double y, double x) {
    String found = Decimals.write(y) + ", " + Decimals.write(x);
    if (system == null) {
      boolean likely = x > WEST && x < EAST && y > SOUTH && y < NORTH;
      if (likely && memory.isFirst("position-not-degrees")) {
        findings.cell("position-not-degrees", latitude, found, ReferenceSystem.LAMBERT_93, null);
      }
      return;
    }
    ReferenceSystem.Position position = projects ? system.toWgs84(x, y) : null;
    values[latitude.index()] = position == null ? null : position.latitude();
    values[longitude.index()] = position == null ? null : position.longitude();
    if (position == null) {
      String code = projects ? "position-malformed" : "normalisation-refused";
      findings.cell(code, latitude, found, system.name(), null);
    } else if (memory.isFirst("position-projected")) {
      findings.cell("position-projected", latitude, found, system.name(), null);
    }
  }

  private void pad(@Nullable Object[] values, Field field, @Nullable String whole) {
    if (whole != null) {
      String code = String.valueOf(values[field.index()]);
      values[field.index()] = whole;
      Fix fix = Fix.safe(field.key(), whole);
      findings.cell("code-zero-lost", field, code, whole, fix);
    }
  }
}
