package org.collporterre.imports;

import org.collporterre.constraint.Insee;
import org.collporterre.report.Fix;
import org.collporterre.schema.Decimals;
import org.collporterre.schema.Field;
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
  private static final int SHORT_CODE = 4;

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
      boolean inFrance =
          country == null
              || values[country.index()] == null
              || "FR".equals(values[country.index()]);
      pad(values, postcode, inFrance);
      pad(values, insee, isPaddedLike(values[insee.index()], values[postcode.index()]));
    }
  }

  private void position(
      @Nullable Object[] values, Field latitude, Field longitude, double y, double x) {
    if (system == null) {
      boolean likely = x > WEST && x < EAST && y > SOUTH && y < NORTH;
      if (likely && memory.isFirst("position-not-degrees")) {
        String found = Decimals.write(y) + ", " + Decimals.write(x);
        findings.cell("position-not-degrees", latitude, found, ReferenceSystem.LAMBERT_93, null);
      }
      return;
    }
    String found = Decimals.write(y) + ", " + Decimals.write(x);
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

  private void pad(@Nullable Object[] values, Field field, boolean inFrance) {
    if (inFrance && values[field.index()] instanceof String code && isShort(code)) {
      String whole = "0" + code;
      if (Insee.Validator.matches(whole)) {
        values[field.index()] = whole;
        Fix fix = Fix.safe(field.key(), whole);
        findings.cell("code-zero-lost", field, code, whole, fix);
      }
    }
  }

  /** Of another department than the postcode, a code lost something else than its zero. */
  private static boolean isPaddedLike(@Nullable Object insee, @Nullable Object postcode) {
    return !(insee instanceof String code)
        || !(postcode instanceof String other)
        || other.startsWith("0" + code.charAt(0));
  }

  /** No French code begins with two zeros, postal or of a municipality. */
  private static boolean isShort(String code) {
    return code.length() == SHORT_CODE
        && code.chars().allMatch(c -> c >= '0' && c <= '9')
        && code.charAt(0) != '0';
  }
}
