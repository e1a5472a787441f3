package org.collporterre.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.collporterre.dataset.Fingerprint;
import org.collporterre.dataset.Relation;
import org.collporterre.model.RecordRef;
import org.collporterre.report.FindingSink;
import org.collporterre.report.Location;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;
import org.collporterre.vocabulary.DerivationKind;
import org.collporterre.vocabulary.RelationKind;
import org.jspecify.annotations.Nullable;

/** The rows of the table of relations, kept in memory until their record comes. */
final class RelationRows {
  private static final String KIND = "nature_derivation";

  private record Row(Relation relation, Location place) {}

  private final Findings findings;
  private final ImportSettings settings;
  private final FindingSink sink;
  private final Map<String, List<Row>> bySource = new LinkedHashMap<>();
  private int size;
  private boolean stopped;

  RelationRows(ImportSettings settings, FindingSink sink) {
    this.settings = settings;
    this.sink = sink;
    this.findings = Findings.of(sink, settings, null);
  }

  static TableShape shape() {
    return TableShape.of(Relation.class, List.of("source", "relation", "cible"));
  }

  /** Tells whether the table could not be read to its end. */
  boolean stopped() {
    return stopped;
  }

  /** Reads all rows. */
  void read(PackageTables from, @Nullable Fingerprint fingerprint) throws IOException {
    Schema<Relation> schema = Schema.of(Relation.class);
    ImportSettings own = settings.forSchema(schema);
    try (PackageTables.OpenTable open = from.open(Relation.TABLE, shape(), own, sink)) {
      CsvColumns columns = open.head().columns();
      if (columns == null) {
        stopped = true;
        return;
      }
      RowBinder row = new RowBinder(schema, own, open.head(), columns, findings);
      row.digest(fingerprint, Relation.TABLE);
      while (row.next()) {
        Relation relation = schema.create(row.values(), Map.of());
        RecordRef source = relation.source();
        Row kept = new Row(relation, row.origin().record());
        if (source == null || relation.relation() == null || relation.target() == null) {
          orphan(kept);
        } else {
          bySource.computeIfAbsent(source.target(), id -> new ArrayList<>(2)).add(kept);
        }
        if (++size > ChildRows.MAX_ROWS) {
          row.rowFinding(
              "table-too-long", kept.place(), null, null, Integer.toString(ChildRows.MAX_ROWS));
          stopped = true;
          return;
        }
      }
      stopped |= row.stopped();
    }
  }

  /**
   * Adds to the values of a record what relations say of it.
   *
   * @return the extensions of the record, with what it has no field for
   */
  Map<String, String> apply(
      Schema<?> schema, @Nullable Object[] values, Map<String, String> extensions) {
    Field id = schema.requireField("id");
    List<Row> rows = bySource.get(String.valueOf(values[id.index()]));
    if (rows == null) {
      return extensions;
    }
    Map<String, String> more = new HashMap<>();
    rows.removeIf(row -> apply(row, schema, values, more));
    if (rows.isEmpty()) {
      bySource.remove(String.valueOf(values[id.index()]));
    }
    if (more.isEmpty()) {
      return extensions;
    }
    Map<String, String> all = new LinkedHashMap<>(extensions);
    more.keySet().stream().sorted().forEach(key -> all.put(key, String.valueOf(more.get(key))));
    return all;
  }

  private boolean apply(
      Row row, Schema<?> schema, @Nullable Object[] values, Map<String, String> more) {
    Relation relation = row.relation();
    RelationKind kind = relation.relation();
    RecordRef target = relation.target();
    if (kind == null || target == null) {
      return false;
    }
    Field field = schema.field(Relation.fieldOf(kind));
    if (field == null) {
      return false;
    }
    RecordRef pinned = pinned(target, relation.version());
    List<Object> refs = new ArrayList<>();
    if (values[field.index()] instanceof List<?> own) {
      refs.addAll(own);
    }
    if (!refs.contains(pinned)) {
      refs.add(pinned);
      values[field.index()] = List.copyOf(refs);
      findings.report(
          "relation-added", row.place(), null, field.key(), pinned.toString(), null, null);
    }
    DerivationKind derivation = relation.kind();
    if (derivation == null && kind == RelationKind.TRANSLATES) {
      derivation = DerivationKind.TRANSLATION;
    }
    Field derivationField = schema.field(KIND);
    if (derivation != null) {
      if (derivationField != null && values[derivationField.index()] == null) {
        values[derivationField.index()] = derivation;
      } else if (derivationField == null || values[derivationField.index()] != derivation) {
        more.put(Relation.kindKey(kind, pinned), derivation.code());
      }
    }
    String note = relation.note();
    if (note != null) {
      more.put(Relation.noteKey(kind, pinned), note);
    }
    return true;
  }

  private static RecordRef pinned(RecordRef target, @Nullable String version) {
    RecordRef pinned = version == null ? null : RecordRef.parse(target.target() + "@" + version);
    return pinned == null ? target : pinned;
  }

  /** Reports the rows that no record has taken. */
  void reportOrphans() {
    bySource.values().forEach(rows -> rows.forEach(this::orphan));
  }

  private void orphan(Row row) {
    RecordRef source = row.relation().source();
    findings.report(
        "child-row-orphan",
        row.place(),
        null,
        "source",
        source == null ? "" : source.toString(),
        null,
        null);
  }
}
