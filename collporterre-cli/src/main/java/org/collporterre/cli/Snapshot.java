package org.collporterre.cli;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.collporterre.check.Checker;
import org.collporterre.imports.CsvImporter;
import org.collporterre.imports.Importer;
import org.collporterre.imports.JsonImporter;
import org.collporterre.imports.PackageImporter;
import org.collporterre.imports.SpreadsheetImporter;
import org.collporterre.model.Entry;
import org.collporterre.report.FindingSink;
import org.collporterre.report.Located;
import org.collporterre.update.Coverage;
import org.collporterre.update.RecordSet;

/** A dataset read whole, to be compared with another one. */
final class Snapshot {
  private final Dataset dataset;
  private final Reading reading;
  private final RecordSet records;
  private int refused;

  private Snapshot(Dataset dataset, Reading reading, RecordSet records) {
    this.dataset = dataset;
    this.reading = reading;
    this.records = records;
  }

  /**
   * Reads a dataset.
   *
   * @param dataset its files
   * @param records where its records go
   * @param checker what they are checked by; one that does not pass is kept all the same, and
   *     counted
   */
  static Snapshot read(
      Session session,
      DatasetOptions options,
      Dataset dataset,
      RecordSet records,
      Checker checker,
      FindingSink sink,
      Interruption interruption)
      throws IOException, Misuse {
    Reading reading = Reading.withIds(session, options, checker, dataset, sink, interruption);
    Snapshot snapshot = new Snapshot(dataset, reading, records);
    try (Checker.Run run = checker.with(options.descriptor(dataset)).start(sink)) {
      reading.readAll(run, (row, passes, from) -> snapshot.add(row, passes, from, options));
    }
    reading.deleted().forEach((type, ids) -> ids.forEach(id -> records.delete(type, id)));
    return snapshot;
  }

  private void add(
      Located<? extends Entry> row, boolean passes, Importer<?> from, DatasetOptions options) {
    Class<? extends Entry> only = options.type;
    if (only == null || only.isInstance(row.value())) {
      records.add(row, coverage(from));
      refused += passes ? 0 : 1;
    }
  }

  private Coverage coverage(Importer<?> from) {
    if (from instanceof PackageImporter || from instanceof JsonImporter) {
      return Coverage.WHOLE;
    } else if (from instanceof SpreadsheetImporter) {
      // Only a workbook that is a dataset holds records of any type.
      return reading.types().contains(Entry.class) ? Coverage.WHOLE : Coverage.COLUMNS;
    }
    return from instanceof CsvImporter ? Coverage.COLUMNS : Coverage.VALUES;
  }

  RecordSet records() {
    return records;
  }

  Dataset dataset() {
    return dataset;
  }

  /** Returns the record types it holds. */
  Set<Class<? extends Entry>> types() {
    return reading.types();
  }

  /** Returns the columns of a type that the format does not know. */
  List<String> extensions(Class<? extends Entry> type) throws IOException {
    return reading.extensions(type);
  }

  /** Tells whether it could not be read to its end. */
  boolean stopped() {
    return reading.stopped();
  }

  /** Returns how many records do not pass. */
  int refused() {
    return refused;
  }
}
