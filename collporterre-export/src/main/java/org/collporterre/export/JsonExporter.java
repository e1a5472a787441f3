package org.collporterre.export;

import org.collporterre.files.WholeFile;
import org.collporterre.model.Entry;
import org.collporterre.report.FindingSink;

/**
 * Writes native JSON: one object that holds all records, one record per line, of any type. It keeps
 * all of a record and is no public format: drafts, confidential fields and what a portrait's
 * subject agreed to are in it. Immutable and thread-safe.
 */
public final class JsonExporter extends Exporter {
  private JsonExporter() {}

  /** Returns an exporter. */
  public static JsonExporter create() {
    return new JsonExporter();
  }

  @Override
  protected <E extends Entry> EntryWriter<E> open(
      WholeFile target, String name, Class<E> type, FindingSink sink) {
    return new RecordFile<>(target, new JsonFormat<>(), new Losses(name), sink);
  }
}
