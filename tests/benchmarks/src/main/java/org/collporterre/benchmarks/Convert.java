package org.collporterre.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.collporterre.check.Checker;
import org.collporterre.export.CsvExporter;
import org.collporterre.export.EntryWriter;
import org.collporterre.export.Exporter;
import org.collporterre.export.GeoJsonExporter;
import org.collporterre.export.JsonExporter;
import org.collporterre.export.JsonLdExporter;
import org.collporterre.export.PackageExporter;
import org.collporterre.imports.EntryReader;
import org.collporterre.imports.Importer;
import org.collporterre.imports.Importers;
import org.collporterre.model.Initiative;
import org.collporterre.pipeline.Pipeline;
import org.collporterre.report.Located;
import org.collporterre.report.Report;
import org.collporterre.report.Severity;
import org.jspecify.annotations.Nullable;

/** Reads initiatives in any format, checks them and writes them in the one a file name asks for. */
public final class Convert {
  /**
   * What to do.
   *
   * @param rules what is checked
   * @param threads how many threads read, check and encode
   */
  record Options(Rules rules, int threads) {
    static final Options STANDARD = new Options(Rules.ALL, 1);
  }

  private Convert() {}

  /** Takes {@code [--rules NAME] [--threads N] IN [OUT]}; without OUT nothing is written. */
  public static void main(String[] args) throws IOException {
    Rules rules = Rules.ALL;
    int threads = 1;
    Iterator<String> words = List.of(args).iterator();
    String word = words.next();
    while (word.startsWith("--")) {
      if (word.equals("--rules")) {
        rules = Rules.of(words.next());
      } else {
        threads = Integer.parseInt(words.next());
      }
      word = words.next();
    }
    Path in = Path.of(word);
    Path out = words.hasNext() ? Path.of(words.next()) : null;
    Report report = Report.create();
    long records = convert(in, out, report, new Options(rules, threads));
    System.out.println(
        records
            + " records, "
            + report.count(Severity.ERROR)
            + " errors, "
            + report.count(Severity.WARNING)
            + " warnings");
  }

  /** Checks by all rules; returns the number of records read. */
  static long convert(Path from, Path to, Report report) throws IOException {
    return convert(from, to, report, Options.STANDARD);
  }

  /** Returns the number of records read. */
  static long convert(Path from, @Nullable Path to, Report report, Options options)
      throws IOException {
    Importer<?> importer = Importers.detect(from);
    Checker checker = options.rules().checker();
    try (EntryReader<Initiative> in = importer.open(from, Initiative.class, report);
        Checker.Run check = checker == null ? null : checker.start(report);
        EntryWriter<Initiative> out =
            to == null ? null : exporter(importer, from, to).open(to, Initiative.class, report)) {
      long records = copy(in, check, out, options.threads());
      if (out != null && !in.stopped()) {
        out.commit();
      }
      return records;
    }
  }

  private static long copy(
      EntryReader<Initiative> in,
      Checker.@Nullable Run check,
      @Nullable EntryWriter<Initiative> out,
      int threads)
      throws IOException {
    long[] records = {0};
    Pipeline pipeline = Pipeline.create().withThreads(threads);
    if (check != null && out != null) {
      pipeline.convert(in, check, out, (row, passes) -> records[0]++);
    } else if (check != null) {
      pipeline.<Initiative>check(in, check, (row, passes) -> records[0]++);
    } else {
      for (Located<Initiative> row : in) {
        records[0]++;
        if (out != null) {
          out.write(row.value());
        }
      }
    }
    return records[0];
  }

  /** Returns what writes the format that a file name asks for. */
  static Exporter exporter(Importer<?> importer, Path from, Path to) throws IOException {
    String name = to.toString().toLowerCase(Locale.ROOT);
    String ending = name.substring(name.lastIndexOf('.') + 1);
    return switch (ending) {
      case "csv" ->
          CsvExporter.create()
              .withExtensions(importer.extensions(from, Initiative.class))
              .withAllExtensions();
      case "jsonld" -> JsonLdExporter.create();
      case "json" -> JsonExporter.create();
      case "zip" -> PackageExporter.create().asZip();
      default -> GeoJsonExporter.create();
    };
  }
}
