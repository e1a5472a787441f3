package org.collporterre.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.collporterre.model.Entry;
import org.collporterre.report.FindingSink;
import org.collporterre.schema.Schema;

/**
 * Writes CSV (RFC 4180): UTF-8 without byte order mark, comma, LF, quotes only where needed, all
 * columns of the record type in their order, then the extensions asked for. Immutable and
 * thread-safe.
 *
 * <p>A lone file holds the first place of an initiative, names of actors, addresses of pictures and
 * sources, and no translations or steps; what else a record has is reported as lost.
 */
public final class CsvExporter {
  private final List<String> extensions;
  private final boolean english;

  private CsvExporter(List<String> extensions, boolean english) {
    this.extensions = extensions;
    this.english = english;
  }

  /** Returns an exporter with French headers and no extensions. */
  public static CsvExporter create() {
    return new CsvExporter(List.of(), false);
  }

  /** Returns this exporter writing these extensions too, each in a column of its own. */
  public CsvExporter withExtensions(List<String> names) {
    return new CsvExporter(List.copyOf(names), english);
  }

  /** Returns this exporter writing English headers. */
  public CsvExporter withEnglishHeader() {
    return new CsvExporter(extensions, true);
  }

  /**
   * Begins a file, which appears when the writer is committed.
   *
   * @param losses told at the end what could not be written, by field
   * @throws IOException when it cannot be written
   */
  public <E extends Entry> EntryWriter<E> open(Path target, Class<E> type, FindingSink losses)
      throws IOException {
    return open(WholeFile.of(target), target.toString(), type, losses);
  }

  /**
   * Begins to write to a stream, which is flushed at the end and never closed.
   *
   * @param losses told at the end what could not be written, by field
   * @throws IOException when it cannot be written
   */
  public <E extends Entry> EntryWriter<E> open(OutputStream out, Class<E> type, FindingSink losses)
      throws IOException {
    return open(WholeFile.of(out), "", type, losses);
  }

  private <E extends Entry> EntryWriter<E> open(
      WholeFile target, String name, Class<E> type, FindingSink losses) throws IOException {
    return new CsvWriter<>(target, Schema.of(type), extensions, english, new Losses(name), losses);
  }
}
