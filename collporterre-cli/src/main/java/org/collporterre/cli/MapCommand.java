package org.collporterre.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.collporterre.check.Census;
import org.collporterre.check.Checker;
import org.collporterre.files.WholeFile;
import org.collporterre.imports.CsvImporter;
import org.collporterre.imports.EntryReader;
import org.collporterre.imports.GeoJsonImporter;
import org.collporterre.imports.Importer;
import org.collporterre.imports.Importers;
import org.collporterre.imports.JsonImporter;
import org.collporterre.imports.Mapping;
import org.collporterre.imports.MappingProposal;
import org.collporterre.imports.SpreadsheetImporter;
import org.collporterre.imports.YamlImporter;
import org.collporterre.model.Entry;
import org.collporterre.report.Located;
import org.collporterre.report.Report;
import org.collporterre.reports.JsonText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Proposes a mapping for a file. */
@Command(name = "map")
final class MapCommand implements Callable<Integer> {
  private final Session session;

  @Mixin Help help = new Help();
  @Mixin AnswerForm form = new AnswerForm();
  @Mixin DatasetOptions options = new DatasetOptions();

  @Parameters(paramLabel = "FILE")
  Path file = Path.of("");

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE")
  @Nullable Path output;

  @Option(names = "--force")
  boolean force;

  MapCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException, Misuse {
    requireFile();
    Dataset dataset = Dataset.of(List.of(file), session);
    if (output != null) {
      ReportFile.requirePlace(output, false, dataset, session);
    }
    if (output != null && Files.exists(output) && !force) {
      throw session.misuse("misuse.map.exists", output);
    }
    Map<String, String> columns = options.columns(session);
    options.requireRules(session);
    Report wrong = Report.create();
    Optional<Importer<?>> importer = importer(dataset, wrong);
    Class<? extends Entry> type = importer.isEmpty() ? Entry.TYPES.get(0) : type(importer.get());
    MappingProposal proposal =
        importer.isEmpty()
            ? null
            : MappingProposal.of(file, options.mapped(importer.get(), columns, type), type, wrong);
    if (proposal == null || proposal.guesses().isEmpty() && !wrong.isClean()) {
      session.print(wrong.findings(), session.shell().out());
      return Exit.ERRORS;
    }
    MapReport report = report(importer.orElseThrow(), type, dataset, proposal);
    if (output != null) {
      write(proposal.mapping(), output);
    }
    if (form.isJson()) {
      JsonText.write(report.json(), session.shell().out());
    } else if (!options.quiet) {
      report.print(session.shell().out(), options.profile, output);
    }
    return Exit.CLEAN;
  }

  private void requireFile() throws IOException, Misuse {
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    if (!Files.isRegularFile(file)) {
      throw session.misuse("misuse.map.folder", file);
    }
  }

  /**
   * Returns what reads the file, with the mapping it is to begin with; empty when that is wrong.
   */
  private Optional<Importer<?>> importer(Dataset dataset, Report wrong) throws IOException, Misuse {
    Importer<?> base = options.prepared(Importers.detect(file)).without("preset-chosen");
    boolean mappable =
        base instanceof CsvImporter
            || base instanceof SpreadsheetImporter
            || base instanceof JsonImporter
            || base instanceof GeoJsonImporter
            || base instanceof YamlImporter;
    if (!mappable) {
      throw session.misuse("misuse.map.format", file);
    }
    MappingChoice mappings = MappingChoice.of(options, wrong, session);
    return options.mapping.file == null && options.mapping.preset == null
        ? Optional.of(base)
        : mappings.on(dataset.files().get(0), base);
  }

  private Class<? extends Entry> type(Importer<?> importer) throws IOException {
    if (options.type != null) {
      return options.type;
    }
    Class<? extends Entry> said = importer.mapping().flatMap(Mapping::type).orElse(null);
    Class<? extends Entry> detected =
        said != null ? said : importer.detectType(file).orElse(Entry.TYPES.get(0));
    return detected == Entry.class ? Entry.TYPES.get(0) : detected;
  }

  /** Reads the whole file with the mapping. */
  private MapReport report(
      Importer<?> importer, Class<? extends Entry> type, Dataset dataset, MappingProposal proposal)
      throws IOException {
    Report report = Report.create();
    Checker checker = options.checker(dataset);
    Importer<?> mapped =
        importer.withMapping(proposal.mapping()).withVocabularies(checker.vocabularies());
    MapPreview preview = MapPreview.of(type, report);
    Census census;
    try (EntryReader<? extends Entry> in = mapped.open(file, type, report);
        Checker.Run run = checker.start(report)) {
      for (Located<? extends Entry> row : in) {
        run.accept(row);
        preview.take(row.value());
      }
      census = run.census();
    }
    return new MapReport(session, file, proposal, preview, census);
  }

  private static void write(Mapping mapping, Path path) throws IOException {
    try (WholeFile whole = WholeFile.of(path)) {
      mapping.write(whole.out());
      whole.commit();
    }
  }
}
