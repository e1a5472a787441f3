package org.collporterre.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.collporterre.files.WholeFile;
import org.collporterre.model.Entry;
import org.collporterre.report.FindingSink;

/** Writes records in one format. Immutable and thread-safe. */
public abstract class Exporter {
  /** For formats of other modules. */
  protected Exporter() {}

  /**
   * Begins a file, which appears when the writer is committed.
   *
   * @param type the type of the records; {@code Entry.class} for all, where the format can hold
   *     several
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
   * @param type the type of the records; {@code Entry.class} for all, where the format can hold
   *     several
   * @param losses told at the end what could not be written, by field
   * @throws IOException when it cannot be written
   */
  public <E extends Entry> EntryWriter<E> open(OutputStream out, Class<E> type, FindingSink losses)
      throws IOException {
    return open(WholeFile.of(out), "", type, losses);
  }

  /**
   * Begins to write.
   *
   * @param target the file, or the stream in its stead
   * @param name what findings call it; empty for a stream
   */
  protected abstract <E extends Entry> EntryWriter<E> open(
      WholeFile target, String name, Class<E> type, FindingSink sink) throws IOException;
}
