package org.collporterre.examples.spark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.collporterre.report.Finding;
import org.collporterre.report.Fix;
import org.collporterre.report.Location;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.jspecify.annotations.Nullable;

/** A finding as a row of the findings table. */
public final class FindingRow {
  private static final StructType CELL =
      new StructType().add("field", DataTypes.StringType).add("text", DataTypes.StringType);

  /**
   * The columns: those of {@link Finding}, the place and the correction in columns of their own.
   */
  public static final StructType SCHEMA =
      new StructType()
          .add("code", DataTypes.StringType)
          .add("severity", DataTypes.StringType)
          .add("profile", DataTypes.StringType)
          .add("file", DataTypes.StringType)
          .add("line", DataTypes.IntegerType)
          .add("column", DataTypes.IntegerType)
          .add("pointer", DataTypes.StringType)
          .add("type", DataTypes.StringType)
          .add("id", DataTypes.StringType)
          .add("field", DataTypes.StringType)
          .add("value", DataTypes.StringType)
          .add("expected", DataTypes.StringType)
          .add("fix_safe", DataTypes.BooleanType)
          .add("fix", DataTypes.createArrayType(CELL));

  private FindingRow() {}

  /** Returns the row of a finding. */
  public static Row of(Finding finding) {
    Location place = finding.location();
    Fix fix = finding.fix();
    return RowFactory.create(
        finding.code(),
        finding.severity().name(),
        finding.profile().name(),
        place.file(),
        place.line(),
        place.column(),
        place.pointer(),
        finding.type(),
        finding.id(),
        finding.field(),
        finding.value(),
        finding.expected(),
        fix == null ? null : fix.safe(),
        fix == null ? null : cells(fix));
  }

  /** Returns the finding of a row. */
  public static Finding finding(Row row) {
    return new Finding(
        row.getString(0),
        Severity.valueOf(row.getString(1)),
        Profile.valueOf(row.getString(2)),
        new Location(row.getString(3), row.getInt(4), row.getInt(5), row.getString(6)),
        row.getString(7),
        row.getString(8),
        row.getString(9),
        row.getString(10),
        row.getString(11),
        row.isNullAt(12) ? null : fix(row.getBoolean(12), row.getList(13)));
  }

  private static Row[] cells(Fix fix) {
    return fix.cells().entrySet().stream()
        .map(cell -> RowFactory.create(cell.getKey(), cell.getValue()))
        .toArray(Row[]::new);
  }

  private static @Nullable Fix fix(boolean safe, List<Row> cells) {
    Map<String, String> texts = new LinkedHashMap<>();
    cells.forEach(cell -> texts.put(cell.getString(0), cell.getString(1)));
    return new Fix(safe, texts);
  }
}
