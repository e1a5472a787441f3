package org.collporterre.browser;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.collporterre.check.Census;
import org.collporterre.check.Checker;
import org.collporterre.imports.CsvImporter;
import org.collporterre.imports.EntryReader;
import org.collporterre.model.Initiative;
import org.collporterre.model.Place;
import org.collporterre.report.Located;
import org.collporterre.report.Location;
import org.collporterre.report.Messages;
import org.collporterre.report.Profile;
import org.collporterre.report.Report;
import org.collporterre.reports.CheckOutcome;
import org.collporterre.reports.HtmlReport;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;
import org.locationtech.jts.geom.Point;

/** What a check of a table of initiatives finds, and the page of it. */
final class CheckedTable {
  private final Report report;
  private final Map<Location, CheckOutcome.Row> rows = new LinkedHashMap<>();
  private final List<CheckOutcome.Point> points = new ArrayList<>();
  private final Profile profile = Profile.ECHANGE;

  private CheckedTable(Report report) {
    this.report = report;
  }

  static CheckOutcome of(Path csv, Locale language) throws IOException {
    return of(Files.readAllBytes(csv), csv.getFileName().toString(), language);
  }

  static CheckOutcome of(String csv, Locale language) throws IOException {
    return of(csv.getBytes(StandardCharsets.UTF_8), "initiatives.csv", language);
  }

  private static CheckOutcome of(byte[] csv, String name, Locale language) throws IOException {
    CheckedTable table = new CheckedTable(Report.create());
    Census census = table.read(new ByteArrayInputStream(csv), name);
    return new CheckOutcome(
        name,
        List.of(name),
        table.report,
        census,
        table.profile,
        Messages.in(language),
        "0.1.0",
        0,
        table.rows,
        table.points);
  }

  private Census read(InputStream csv, String name) throws IOException {
    try (EntryReader<Initiative> in =
            CsvImporter.create().open(csv, name, Initiative.class, report);
        Checker.Run run = Checker.standard().withProfile(profile).start(report)) {
      for (Located<Initiative> row : in) {
        run.accept(row);
        keep(row);
      }
      return run.census();
    }
  }

  private void keep(Located<Initiative> row) {
    Initiative initiative = row.value();
    Map<String, String> cells = new LinkedHashMap<>();
    for (Field field : Schema.of(Initiative.class).fields()) {
      String text = row.origin().text(field.key());
      if (text != null && !text.isEmpty() && field.confidential() == null) {
        cells.put(field.key(), text);
      }
    }
    Location place = row.origin().record();
    String id = initiative.header().id();
    String title = cells.get("titre");
    rows.put(place, new CheckOutcome.Row("initiative", id, title, cells));
    for (Place where : initiative.locations()) {
      Point point = where.isLocated() ? where.point() : null;
      if (point != null) {
        String name = title == null ? "" : title;
        points.add(new CheckOutcome.Point(place, id, name, point.getY(), point.getX()));
      }
    }
  }

  /** Writes the page of an outcome into a folder. */
  static Path page(CheckOutcome outcome, Path folder) throws IOException {
    Path page = folder.resolve("rapport.html");
    try (OutputStream out = Files.newOutputStream(page)) {
      new HtmlReport().render(outcome, out);
    }
    return page;
  }
}
