package org.collporterre.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.collporterre.export.EntryWriter;
import org.collporterre.export.Exporter;
import org.collporterre.model.Entry;
import org.collporterre.report.FindingSink;
import org.jspecify.annotations.Nullable;

/** Where a conversion goes, and in which format. */
final class Output implements AutoCloseable {
  private final Session session;
  private final Path path;
  private final Exporter exporter;
  private final Class<? extends Entry> type;
  private @Nullable OutputStream stream;

  /**
   * Describes an output.
   *
   * @param type the type of all records; {@code Entry.class} for a mixture
   */
  Output(Session session, Path path, Exporter exporter, Class<? extends Entry> type) {
    this.session = session;
    this.path = path;
    this.exporter = exporter;
    this.type = type;
  }

  static boolean isStandard(Path path) {
    return path.toString().equals("-");
  }

  /** Opens the writer; what the format cannot hold is reported. */
  @SuppressWarnings("unchecked") // only records of the type are given to the writer
  EntryWriter<Entry> open(FindingSink losses) throws IOException {
    if (isStandard(path)) {
      stream = session.shell().out();
    } else if (ReportFile.isDevice(path)) {
      stream = Files.newOutputStream(path);
    }
    OutputStream out = stream;
    EntryWriter<? extends Entry> writer =
        out == null ? exporter.open(path, type, losses) : exporter.open(out, type, losses);
    return (EntryWriter<Entry>) writer;
  }

  /** Makes sure that everything has left. */
  void finish() throws IOException {
    if (stream != null) {
      stream.flush();
    }
  }

  @Override
  public void close() throws IOException {
    if (stream != null && stream != session.shell().out()) {
      stream.close();
    }
  }
}
