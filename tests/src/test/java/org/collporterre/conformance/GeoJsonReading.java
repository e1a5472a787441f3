package org.collporterre.conformance;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.collporterre.imports.EntryReader;
import org.collporterre.imports.GeoJsonImporter;
import org.collporterre.model.Initiative;
import org.collporterre.report.Finding;
import org.collporterre.report.Report;
import org.collporterre.report.Severity;

/** Reads the files of a suite as GeoJSON. */
record GeoJsonReading(List<Initiative> records, List<Finding> findings) {
  /** Said about what a record holds, which suites of GeoJSON do not judge. */
  private static final Set<String> OF_PROPERTIES =
      Set.of("header-unknown", "header-alias-used", "code-unknown", "date-invalid");

  static GeoJsonReading of(byte[] text) throws IOException {
    Report report = Report.keeping(1000);
    List<Initiative> records = new ArrayList<>();
    try (EntryReader<Initiative> reader =
        GeoJsonImporter.create()
            .open(new ByteArrayInputStream(text), "x", Initiative.class, report)) {
      reader.forEach(row -> records.add(row.value()));
    }
    return new GeoJsonReading(records, report.findings());
  }

  /** Reads a document; a geometry alone is put into a feature, for a record needs one. */
  static GeoJsonReading ofGeometryOrFeature(Path file) throws IOException {
    String text = Files.readString(file);
    boolean object = text.stripLeading().startsWith("{");
    boolean geometry = object && !text.contains("\"Feature") && !text.contains("\"features\"");
    return of((geometry ? feature(text) : text).getBytes(StandardCharsets.UTF_8));
  }

  static String feature(String geometry) {
    return "{\"type\":\"Feature\",\"properties\":{},\"geometry\":" + geometry + "}";
  }

  /** Returns the codes of findings about the document rather than about its properties. */
  List<String> codes() {
    return findings.stream()
        .map(Finding::code)
        .filter(code -> !OF_PROPERTIES.contains(code))
        .distinct()
        .toList();
  }

  /** Returns the codes of errors about the document rather than about its properties. */
  List<String> errors() {
    return findings.stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .map(Finding::code)
        .filter(code -> !OF_PROPERTIES.contains(code))
        .distinct()
        .toList();
  }

  /** Returns the files below a folder with an ending, in the order of their paths. */
  static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (UncheckedIOException e) {
      throw new IOException(e);
    }
  }
}
