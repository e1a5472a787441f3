package org.collporterre.export;

import java.util.List;
import org.collporterre.files.WholeFile;
import org.collporterre.model.Entry;
import org.collporterre.report.FindingSink;
import org.collporterre.schema.Schema;

/**
 * Writes CSV (RFC 4180): UTF-8 without byte order mark, comma, LF, quotes only where needed, all
 * columns of the record type in their order, then the extensions asked for. Immutable and
 * thread-safe.
 *
 * <p>A lone file holds the first place of an initiative, names of actors, addresses of pictures and
 * sources, and no translations or steps. What will not come back when the file is read is reported
 * as lost: that, and texts that a reader of cells takes for something else, as blanks at the ends.
 */
public final class CsvExporter extends Exporter {
  private final List<String> extensions;
  private final boolean english;
  private final boolean excel;

  private CsvExporter(List<String> extensions, boolean english, boolean excel) {
    this.extensions = extensions;
    this.english = english;
    this.excel = excel;
  }

  /** Returns an exporter with French headers and no extensions. */
  public static CsvExporter create() {
    return new CsvExporter(List.of(), false, false);
  }

  /** Returns this exporter writing these extensions too, each in a column of its own, once. */
  public CsvExporter withExtensions(List<String> names) {
    return new CsvExporter(names.stream().distinct().toList(), english, excel);
  }

  /** Returns this exporter writing English headers. */
  public CsvExporter withEnglishHeader() {
    return new CsvExporter(extensions, true, excel);
  }

  /**
   * Returns this exporter writing files for spreadsheets in French: with a byte order mark,
   * semicolons and CRLF, and with an apostrophe in front of texts that a spreadsheet would execute,
   * which {@code CsvImporter} takes away again.
   *
   * @see org.collporterre.schema.SpreadsheetText
   */
  public CsvExporter withExcelPreset() {
    return new CsvExporter(extensions, english, true);
  }

  @Override
  protected <E extends Entry> EntryWriter<E> open(
      WholeFile target, String name, Class<E> type, FindingSink sink) {
    RecordFormat<E> format = new CsvFormat<>(Schema.of(type), extensions, english, excel);
    return new RecordFile<>(target, format, new Losses(name), sink);
  }
}
