package org.collporterre.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.collporterre.model.Entry;
import org.collporterre.report.FindingSink;
import org.collporterre.report.Location;

/** Reads nothing from a file of a format that holds no records, and says what the file is. */
final class UnsupportedImporter extends Importer<UnsupportedImporter> {
  private static final String FORMATS = "CSV, GeoJSON, JSON-LD, JSON, YAML, ZIP, XLSX, ODS, HTML";

  /** Of these, drafts can be made. */
  private static final Set<String> DOCUMENTS = Set.of("DOCX", "ODF", "PDF", "application/rtf");

  private static final String DRAFT = "; collporterre draft";

  private final String kind;

  UnsupportedImporter(String kind) {
    this(ImportSettings.STANDARD, kind);
  }

  private UnsupportedImporter(ImportSettings settings, String kind) {
    super(settings);
    this.kind = kind;
  }

  @Override
  UnsupportedImporter with(ImportSettings other) {
    return new UnsupportedImporter(other, kind);
  }

  @Override
  <E extends Entry> EntryReader<E> reader(
      InputStream in, String name, Class<E> type, FindingSink sink) throws IOException {
    in.close();
    String expected = DOCUMENTS.contains(kind) ? FORMATS + DRAFT : FORMATS;
    Findings.of(sink, settings(), null)
        .report("format-unsupported", Location.startOf(name), null, null, kind, expected, null);
    return new NothingRead<>();
  }
}
