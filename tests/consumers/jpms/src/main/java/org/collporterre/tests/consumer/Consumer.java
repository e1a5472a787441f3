package org.collporterre.tests.consumer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.collporterre.check.Checker;
import org.collporterre.cms.page.Filter;
import org.collporterre.cms.page.Fragments;
import org.collporterre.cms.page.Publication;
import org.collporterre.export.EntryWriter;
import org.collporterre.export.GeoJsonExporter;
import org.collporterre.export.JsonLdExporter;
import org.collporterre.gazetteer.fr.FrenchGazetteer;
import org.collporterre.imports.EntryReader;
import org.collporterre.imports.Importers;
import org.collporterre.model.Initiative;
import org.collporterre.pipeline.Pipeline;
import org.collporterre.report.Messages;
import org.collporterre.report.Report;
import org.collporterre.reports.CheckOutcome;
import org.collporterre.reports.Reports;

/** Reads a file, checks it and writes what is clean of it, as any application would. */
public final class Consumer {
  private Consumer() {}

  /** Prints what {@link #use} returns for a file and a folder. */
  public static void main(String[] args) throws IOException {
    System.out.write(use(Path.of(args[0]), Path.of(args[1])).getBytes(StandardCharsets.UTF_8));
    System.out.flush();
  }

  /**
   * Writes {@code jeu.geojson}, {@code jeu.jsonld} and {@code jeu.html} into a folder and returns
   * the report as JSON: that takes a validation provider, a JSON provider and a JSON binder.
   */
  public static String use(Path csv, Path folder) throws IOException {
    Report report = Report.create();
    Checker checker = Checker.standard().with(FrenchGazetteer.load());
    Checker.Run check = checker.start(report);
    Publication.Builder shown = Publication.titled("Jeu", checker.today());
    try (check;
        EntryReader<Initiative> in = Importers.detect(csv).open(csv, Initiative.class, report);
        EntryWriter<Initiative> map =
            GeoJsonExporter.create().open(folder.resolve("jeu.geojson"), Initiative.class, report);
        EntryWriter<Initiative> linked =
            JsonLdExporter.create().open(folder.resolve("jeu.jsonld"), Initiative.class, report)) {
      Pipeline.create()
          .withThreads(2)
          .withBlockSize(100)
          .convert(in, check, map, (row, passes) -> add(row.value(), passes, linked, shown));
      map.commit();
      linked.commit();
    }
    Fragments parts = Fragments.of(shown.build(), Locale.FRENCH);
    Files.writeString(folder.resolve("jeu.html"), parts.list(Filter.ALL));
    return json(report, check);
  }

  private static void add(
      Initiative initiative,
      boolean passes,
      EntryWriter<Initiative> linked,
      Publication.Builder shown)
      throws IOException {
    if (passes) {
      linked.write(initiative);
      shown.add(initiative);
    }
  }

  private static String json(Report report, Checker.Run check) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Messages messages = Messages.in(Locale.FRENCH);
    CheckOutcome outcome =
        new CheckOutcome(
            "jeu",
            List.of(),
            report,
            check.census(),
            check.profile(),
            messages,
            "1",
            0,
            Map.of(),
            List.of());
    Reports.named("json").orElseThrow().render(outcome, out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
