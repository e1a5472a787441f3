package org.collporterre.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.LocalDate;
import java.util.Locale;
import org.collporterre.cms.page.Filter;
import org.collporterre.cms.page.Fragments;
import org.collporterre.cms.page.Publication;
import org.collporterre.export.EntryWriter;
import org.collporterre.export.GeoJsonExporter;
import org.collporterre.gazetteer.fr.FrenchGazetteer;
import org.collporterre.imports.CsvImporter;
import org.collporterre.imports.EntryReader;
import org.collporterre.model.Initiative;
import org.collporterre.report.Located;
import org.collporterre.report.Report;

/**
 * Makes the list of a page of generated initiatives, and writes the same records as GeoJSON, in
 * turn and with the JIT compiler warm, and says how long each took.
 */
public final class ListTime {
  private static final long SEED = 42;
  private static final int WARM_UPS = 60;

  private ListTime() {}

  /** Takes the number of initiatives and of rounds. */
  public static void main(String[] args) throws IOException {
    Publication publication = publication(Integer.parseInt(args[0]));
    Fragments fragments =
        Fragments.of(publication, Locale.FRENCH).withLinks(entry -> "fiche/" + entry.id());
    int rounds = Integer.parseInt(args[1]);
    double[][] seconds = new double[3][rounds];
    for (int round = -WARM_UPS; round < rounds; round++) {
      double list = seconds(() -> fragments.list(Filter.ALL).length());
      double plain = seconds(() -> geoJson(publication, GeoJsonExporter.create()));
      double whole = seconds(() -> geoJson(publication, GeoJsonExporter.create().withDetail()));
      if (round >= 0) {
        seconds[0][round] = list;
        seconds[1][round] = plain;
        seconds[2][round] = whole;
      }
    }
    double list = Median.of(seconds[0]);
    double plain = Median.of(seconds[1]);
    double whole = Median.of(seconds[2]);
    System.out.printf(
        Locale.ROOT,
        "%d initiatives: list %.1f ms CPU, %d bytes; GeoJSON %.1f ms, %d bytes, ratio %.2f; with long"
            + " texts %.1f ms, ratio %.2f%n",
        publication.entries().size(),
        list * 1e3,
        fragments.list(Filter.ALL).length(),
        plain * 1e3,
        geoJson(publication, GeoJsonExporter.create()),
        list / plain,
        whole * 1e3,
        list / whole);
  }

  private interface Work {
    int run() throws IOException;
  }

  private static double seconds(Work work) throws IOException {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    int size = work.run();
    double taken = (threads.getCurrentThreadCpuTime() - start) / 1e9;
    if (size == 0) {
      throw new IllegalStateException("nothing was written");
    }
    return taken;
  }

  /** Returns the generated initiatives. */
  static Publication publication(int rows) throws IOException {
    ByteArrayOutputStream csv = new ByteArrayOutputStream();
    Generator.write(rows, SEED, csv);
    Publication.Builder builder =
        Publication.titled("Initiatives", LocalDate.of(2026, 1, 1)).with(FrenchGazetteer.load());
    try (EntryReader<Initiative> in =
        CsvImporter.create()
            .open(
                new ByteArrayInputStream(csv.toByteArray()),
                "generated",
                Initiative.class,
                Report.keeping(0))) {
      for (Located<Initiative> row : in) {
        builder.add(row.value());
      }
    }
    return builder.build();
  }

  private static int geoJson(Publication publication, GeoJsonExporter exporter) throws IOException {
    int[] size = {0};
    OutputStream counted =
        new OutputStream() {
          @Override
          public void write(int b) {
            size[0]++;
          }

          @Override
          public void write(byte[] bytes, int from, int length) {
            size[0] += length;
          }
        };
    try (EntryWriter<Initiative> out = exporter.open(counted, Initiative.class, loss -> {})) {
      for (Initiative initiative : publication.entries(Initiative.class)) {
        out.write(initiative);
      }
      out.commit();
    }
    return size[0];
  }
}
