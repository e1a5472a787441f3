package org.collporterre.export;

import java.io.IOException;
import java.io.OutputStream;
import org.collporterre.dataset.ProvenanceRow;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;
import org.collporterre.update.Provenance;

/**
 * Writes from which source each field comes as a CSV file, for formats that have no table for it.
 */
public final class ProvenanceFile {
  private ProvenanceFile() {}

  /** Writes everything that is known. The stream is flushed, not closed. */
  public static void write(Provenance provenance, OutputStream out) throws IOException {
    Schema<ProvenanceRow> schema = Schema.of(ProvenanceRow.class);
    CsvLines lines = new CsvLines(false);
    schema.fields().forEach(field -> lines.cell(field.key()));
    lines.endRow();
    for (Provenance.Line line : provenance.lines()) {
      ProvenanceRow row = row(line);
      for (Field field : schema.fields()) {
        lines.cell(field.text(row));
      }
      lines.endRow();
      lines.drain(out);
    }
    out.write(lines.take());
    out.flush();
  }

  /** Returns a line as a row of the table. */
  static ProvenanceRow row(Provenance.Line line) {
    Provenance.Origin origin = line.origin();
    return new ProvenanceRow(line.type(), line.id(), line.field(), origin.source(), origin.date());
  }
}
