package org.collporterre.export;

import java.io.IOException;
import java.util.List;
import org.collporterre.files.WholeFile;
import org.collporterre.model.Entry;
import org.collporterre.report.FindingSink;
import org.collporterre.schema.Schema;

/**
 * Writes CSV (RFC 4180): UTF-8 without byte order mark, comma, LF, quotes only where needed, all
 * columns of the record type in their order, then the extensions asked for, then if wanted all
 * others. Immutable and thread-safe.
 *
 * <p>A lone file holds the first place of an initiative, names of actors, addresses of pictures and
 * sources, and no translations or steps. What will not come back when the file is read is reported
 * as lost: that, and texts that a reader of cells takes for something else, as blanks at the ends.
 */
public final class CsvExporter extends Exporter {
  private final List<String> extensions;
  private final boolean all;
  private final boolean english;
  private final boolean excel;

  private CsvExporter(List<String> extensions, boolean all, boolean english, boolean excel) {
    this.extensions = extensions;
    this.all = all;
    this.english = english;
    this.excel = excel;
  }

  /** Returns an exporter with French headers and no extensions. */
  public static CsvExporter create() {
    return new CsvExporter(List.of(), false, false, false);
  }

  /** Returns this exporter writing these extensions too, each in a column of its own, once. */
  public CsvExporter withExtensions(List<String> names) {
    return new CsvExporter(names.stream().distinct().toList(), all, english, excel);
  }

  /**
   * Returns this exporter writing every other extension too that a record has, in columns behind
   * those asked for, as they first appear; 10,000 in all at most. Where rows before the first have
   * no such cells the file is written once more when it is finished. What goes to a stream waits in
   * a temporary file until then.
   */
  public CsvExporter withAllExtensions() {
    return new CsvExporter(extensions, true, english, excel);
  }

  /** Returns this exporter writing English headers. */
  public CsvExporter withEnglishHeader() {
    return new CsvExporter(extensions, all, true, excel);
  }

  /**
   * Returns this exporter writing files for spreadsheets in French: with a byte order mark,
   * semicolons and CRLF, and with an apostrophe in front of texts that a spreadsheet would execute,
   * which {@code CsvImporter} takes away again.
   *
   * @see org.collporterre.schema.SpreadsheetText
   */
  public CsvExporter withExcelPreset() {
    return new CsvExporter(extensions, all, english, true);
  }

  @Override
  protected <E extends Entry> EntryWriter<E> open(
      WholeFile target, String name, Class<E> type, FindingSink sink) throws IOException {
    Schema<E> schema = Schema.of(type);
    ExtensionColumns columns = new ExtensionColumns(schema, extensions, all);
    CsvFormat<E> format = new CsvFormat<>(schema, columns, english, excel);
    Losses losses = new Losses(name);
    return all
        ? CsvFile.of(target, format, losses, sink)
        : new RecordFile<>(target, format, losses, sink);
  }
}
