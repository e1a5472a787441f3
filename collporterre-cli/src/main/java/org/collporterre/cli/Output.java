package org.collporterre.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.collporterre.export.CsvExporter;
import org.collporterre.export.EntryWriter;
import org.collporterre.export.GeoJsonExporter;
import org.collporterre.export.JsonLdExporter;
import org.collporterre.export.PackageExporter;
import org.collporterre.model.Entry;
import org.collporterre.report.FindingSink;
import org.jspecify.annotations.Nullable;

/** Where a conversion goes, and in which format. */
final class Output implements AutoCloseable {
  private final Session session;
  private final Path path;
  private final DataFormat format;
  private final Class<? extends Entry> type;
  private final List<String> extensions;
  private final boolean detail;
  private final @Nullable String baseUri;
  private final PackageExporter packages;
  private @Nullable OutputStream stream;

  /**
   * Describes an output.
   *
   * @param type the type of all records, or null for a mixture
   * @param extensions columns that the format does not know, for CSV
   * @param packages writes archives
   */
  Output(
      Session session,
      Path path,
      DataFormat format,
      @Nullable Class<? extends Entry> type,
      List<String> extensions,
      boolean detail,
      @Nullable String baseUri,
      PackageExporter packages) {
    this.session = session;
    this.path = path;
    this.format = format;
    this.type = type == null ? Entry.class : type;
    this.extensions = extensions;
    this.detail = detail;
    this.baseUri = baseUri;
    this.packages = packages;
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
        switch (format) {
          case GEOJSON -> {
            GeoJsonExporter plain = GeoJsonExporter.create();
            GeoJsonExporter exporter = detail ? plain.withDetail() : plain;
            yield out == null
                ? exporter.open(path, type, losses)
                : exporter.open(out, type, losses);
          }
          case JSONLD -> {
            JsonLdExporter plain = JsonLdExporter.create();
            JsonLdExporter exporter = baseUri == null ? plain : plain.withBaseUri(baseUri);
            yield out == null
                ? exporter.open(path, type, losses)
                : exporter.open(out, type, losses);
          }
          case CSV -> {
            CsvExporter exporter = CsvExporter.create().withExtensions(extensions);
            yield out == null
                ? exporter.open(path, type, losses)
                : exporter.open(out, type, losses);
          }
          case ZIP ->
              out == null ? packages.open(path, type, losses) : packages.open(out, type, losses);
        };
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
