package org.collporterre.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.collporterre.check.Checker;
import org.collporterre.dataset.DatasetDescriptor;
import org.collporterre.export.EntryWriter;
import org.collporterre.export.PackageExporter;
import org.collporterre.imports.CsvImporter;
import org.collporterre.imports.PackageImporter;
import org.collporterre.model.Entry;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads a dataset, checks it and writes the records that pass in another format. */
@Command(name = "convert")
final class ConvertCommand implements Callable<Integer> {
  private final Session session;

  @Mixin Help help = new Help();
  @Mixin DatasetOptions options = new DatasetOptions();

  @Parameters(paramLabel = "PATH")
  Path path = Path.of("");

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "OUT")
  Path output = Path.of("");

  @Option(
      names = "--to",
      converter = Choice.OfFormat.class,
      completionCandidates = Choice.OfFormat.class,
      paramLabel = "geojson|jsonld|csv|zip")
  @Nullable DataFormat to;

  @Option(names = "--detail")
  boolean detail;

  @Option(names = "--base-uri", paramLabel = "URI")
  @Nullable String baseUri;

  @Option(names = "--verbose")
  boolean verbose;

  ConvertCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException, Misuse {
    Dataset dataset = Dataset.of(List.of(path), session);
    try (Interruption interruption = Interruption.watch()) {
      Conversion report = new Conversion(session, options.profile, verbose);
      Checker checker = options.checker(dataset);
      CsvImporter importer =
          CsvImporter.create().withVocabularies(checker.vocabularies()).withGeneratedIds();
      PackageImporter packages =
          PackageImporter.create().withVocabularies(checker.vocabularies()).withGeneratedIds();
      Reading reading =
          new Reading(session, options, importer, packages, dataset, report, interruption);
      boolean committed = false;
      try (Output target = target(dataset, reading, checker);
          EntryWriter<Entry> writer = target.open(report)) {
        interruption.onHanging(writer::close);
        try (Checker.Run run = checker.start(report)) {
          reading.read(run, entry -> write(entry, writer, report));
          report.census(run.census());
        }
        if (!reading.stopped() && !interruption.isRequested()) {
          writer.commit();
          target.finish();
          committed = true;
        }
      }
      if (interruption.isRequested() && !committed) {
        return Exit.INTERRUPTED;
      }
      report.print(options.quiet, committed ? output : null);
      return Exit.of(report.findings());
    }
  }

  private void write(Entry entry, EntryWriter<Entry> writer, Conversion report) throws IOException {
    Class<? extends Entry> only = options.type;
    if (only == null || only.isInstance(entry)) {
      writer.write(entry);
      report.written();
    }
  }

  private Output target(Dataset dataset, Reading reading, Checker checker)
      throws IOException, Misuse {
    DataFormat format = to == null ? DataFormat.of(output) : to;
    if (format == null) {
      throw session.misuse("misuse.output.format", output);
    }
    if (!Output.isStandard(output)) {
      ReportFile.requirePlace(output, dataset, session);
    }
    Class<? extends Entry> type = options.type;
    Set<Class<? extends Entry>> types = reading.types();
    if (type == null && types.size() == 1) {
      type = types.iterator().next();
    }
    if (format == DataFormat.CSV && (type == null || type == Entry.class)) {
      throw session.misuse("misuse.output.type");
    }
    List<String> extensions =
        format == DataFormat.CSV && type != null ? reading.extensions(type) : List.of();
    PackageExporter packages =
        PackageExporter.create().asZip().withVocabularies(checker.vocabularies());
    DatasetDescriptor descriptor = options.descriptor(dataset);
    packages = descriptor == null ? packages : packages.withDescriptor(descriptor);
    return new Output(session, output, format, type, extensions, detail, baseUri, packages);
  }
}
