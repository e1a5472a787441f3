package org.collporterre.imports;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.collporterre.dataset.Fingerprint;
import org.collporterre.dataset.ProvenanceRow;
import org.collporterre.report.FindingSink;
import org.collporterre.schema.Schema;
import org.collporterre.update.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * Reads the table that says from which source each field comes: of a dataset, or a file beside
 * another one. At most five million rows.
 */
public final class ProvenanceRows {
  private static final int MAX_ROWS = 5_000_000;
  private static final List<String> REQUIRED = List.of("type", "id", "champ", "source");

  private final ImportSettings settings;
  private final FindingSink sink;
  private final Provenance provenance = Provenance.create();
  private boolean stopped;

  ProvenanceRows(ImportSettings settings, FindingSink sink) {
    this.settings = settings.forSchema(Schema.of(ProvenanceRow.class));
    this.sink = sink;
  }

  /**
   * Reads a file of such a table.
   *
   * @throws IOException when it cannot be read
   */
  public static Provenance read(Path file, FindingSink sink) throws IOException {
    ProvenanceRows rows = new ProvenanceRows(ImportSettings.STANDARD, sink);
    InputStream in = new BufferedInputStream(Files.newInputStream(file));
    try (PackageTables.OpenTable open =
        PackageTables.OpenTable.csv(in, file.toString(), shape(), rows.settings, sink)) {
      return rows.read(open, null);
    }
  }

  /** Reads the table of a dataset. */
  Provenance read(PackageTables from, @Nullable Fingerprint fingerprint) throws IOException {
    try (PackageTables.OpenTable open = from.open(ProvenanceRow.TABLE, shape(), settings, sink)) {
      return read(open, fingerprint);
    }
  }

  /** Tells whether the table could not be read to its end. */
  boolean stopped() {
    return stopped;
  }

  static TableShape shape() {
    return TableShape.of(ProvenanceRow.class, REQUIRED);
  }

  private Provenance read(PackageTables.OpenTable open, @Nullable Fingerprint fingerprint)
      throws IOException {
    CsvColumns columns = open.head().columns();
    stopped = columns == null;
    if (columns == null) {
      return provenance;
    }
    Schema<ProvenanceRow> schema = Schema.of(ProvenanceRow.class);
    Findings findings = Findings.of(sink, settings, null);
    RowBinder row = new RowBinder(schema, settings, open.head(), columns, findings);
    row.digest(fingerprint, ProvenanceRow.TABLE);
    int size = 0;
    while (row.next() && size++ < MAX_ROWS) {
      add(schema.create(row.values(), Map.of()), row);
    }
    if (size > MAX_ROWS) {
      row.rowFinding(
          "table-too-long", row.origin().record(), null, null, Integer.toString(MAX_ROWS));
    }
    stopped |= row.stopped() || size > MAX_ROWS;
    return provenance;
  }

  private void add(ProvenanceRow line, RowBinder row) {
    String type = line.type();
    String id = line.id();
    String field = line.field();
    String source = line.source();
    if (type == null || id == null || field == null || source == null) {
      String missing =
          type == null ? "type" : id == null ? "id" : field == null ? "champ" : "source";
      row.rowFinding("field-missing", row.origin().field(missing), missing, null, null);
      return;
    }
    provenance.put(type, id, field, new Provenance.Origin(source, line.modifiedOn()));
  }
}
