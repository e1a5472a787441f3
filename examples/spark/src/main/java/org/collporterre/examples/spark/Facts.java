package org.collporterre.examples.spark;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.collporterre.json.CollporterreJsonb;
import org.collporterre.model.Entry;
import org.collporterre.model.Header;
import org.collporterre.model.HeaderBuilder;
import org.collporterre.model.Initiative;
import org.collporterre.model.InitiativeBuilder;
import org.collporterre.model.Methodology;
import org.collporterre.model.MethodologyBuilder;
import org.collporterre.model.Portrait;
import org.collporterre.model.PortraitBuilder;
import org.collporterre.model.Sheet;
import org.collporterre.model.SheetBuilder;
import org.collporterre.report.Located;
import org.collporterre.report.Location;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What rules across records look at, as a row: the record as JSON without its longest texts, where
 * it is, and where the fields are that findings of such rules point at. This stays inside the job;
 * it may hold what must not be published.
 */
final class Facts {
  /** Fields beside references that findings of rules across records point at. */
  private static final Set<String> POINTED_AT =
      Set.of(
          "id",
          "version",
          "etat_documentation",
          "modifications",
          "identifiants_externes",
          "site_web",
          "texte_url",
          "url_document",
          "precision_position");

  private static final StructType PLACE =
      new StructType()
          .add("file", DataTypes.StringType)
          .add("line", DataTypes.IntegerType)
          .add("column", DataTypes.IntegerType)
          .add("pointer", DataTypes.StringType);

  private static final StructType CELL =
      new StructType()
          .add("field", DataTypes.StringType)
          .add("place", PLACE)
          .add("text", DataTypes.StringType)
          .add("has_text", DataTypes.BooleanType)
          .add("has_column", DataTypes.BooleanType);

  static final StructType SCHEMA =
      new StructType()
          .add("type", DataTypes.StringType)
          .add("json", DataTypes.StringType)
          .add("place", PLACE)
          .add("cells", DataTypes.createArrayType(CELL));

  private static final Jsonb JSON = JsonbBuilder.create(CollporterreJsonb.config());

  private Facts() {}

  static Row of(Located<? extends Entry> row) {
    Entry entry = row.value();
    Located.Origin origin = row.origin();
    List<Row> cells = new ArrayList<>();
    for (Field field : Schema.of(entry).fields()) {
      String key = field.key();
      if (field.refersTo() != null || POINTED_AT.contains(key)) {
        cells.add(
            RowFactory.create(
                key,
                place(origin.field(key)),
                origin.text(key),
                origin.hasText(key),
                origin.hasColumn(key)));
      }
    }
    return RowFactory.create(
        Schema.of(entry).name(),
        JSON.toJson(withoutTexts(entry)),
        place(origin.record()),
        cells.toArray(Row[]::new));
  }

  static Located<Entry> record(Row facts) {
    Map<String, Row> cells = new HashMap<>();
    for (Row cell : facts.<Row>getList(3)) {
      cells.put(cell.getString(0), cell);
    }
    Entry entry = JSON.fromJson(facts.getString(1), type(facts.getString(0)));
    return new Located<>(entry, new Origin(location(facts.getStruct(2)), cells));
  }

  private static Class<? extends Entry> type(String name) {
    for (Class<? extends Entry> type : Entry.TYPES) {
      if (Schema.of(type).name().equals(name)) {
        return type;
      }
    }
    throw new IllegalArgumentException("no record type " + name);
  }

  private static Entry withoutTexts(Entry entry) {
    Header header =
        HeaderBuilder.builder(entry.header())
            .summary(null)
            .description(null)
            .keywords(List.of())
            .images(List.of())
            .build();
    Sheet sheet = SheetBuilder.builder(entry.sheet()).extensions(Map.of()).build();
    if (entry instanceof Initiative initiative) {
      return InitiativeBuilder.builder(initiative).header(header).sheet(sheet).build();
    } else if (entry instanceof Portrait portrait) {
      return PortraitBuilder.builder(portrait).header(header).sheet(sheet).build();
    }
    return MethodologyBuilder.builder((Methodology) entry).header(header).sheet(sheet).build();
  }

  private static Row place(Location place) {
    return RowFactory.create(place.file(), place.line(), place.column(), place.pointer());
  }

  private static Location location(Row place) {
    return new Location(place.getString(0), place.getInt(1), place.getInt(2), place.getString(3));
  }

  /** Where a record came from, as far as it is remembered. */
  record Origin(Location record, Map<String, Row> cells) implements Located.Origin {
    @Override
    public Location field(String key) {
      Row cell = cells.get(key);
      return cell == null ? record : location(cell.getStruct(1));
    }

    @Override
    public @Nullable String text(String key) {
      Row cell = cells.get(key);
      return cell == null ? null : cell.getString(2);
    }

    @Override
    public boolean hasText(String key) {
      Row cell = cells.get(key);
      return cell != null && cell.getBoolean(3);
    }

    @Override
    public boolean hasColumn(String key) {
      Row cell = cells.get(key);
      return cell == null || cell.getBoolean(4);
    }
  }
}
