package org.collporterre.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.collporterre.check.Checker;
import org.collporterre.cms.page.SiteExporter;
import org.collporterre.dataset.DatasetDescriptor;
import org.collporterre.export.DatasetWriter;
import org.collporterre.export.EntryWriter;
import org.collporterre.export.Exporter;
import org.collporterre.model.Entry;
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
  @Mixin OutputOptions writing = new OutputOptions();

  @Parameters(paramLabel = "PATH")
  Path path = Path.of("");

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "OUT")
  Path output = Path.of("");

  @Option(names = "--verbose")
  boolean verbose;

  ConvertCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException, Misuse {
    Dataset dataset = Dataset.of(List.of(path), session);
    try (Interruption interruption = Interruption.watch(session)) {
      Conversion report = new Conversion(session, options.profile, verbose);
      Checker checker = options.checker(dataset);
      Reading reading = Reading.withIds(session, options, checker, dataset, report, interruption);
      if (reading.isRefused()) {
        report.print(options.quiet, null);
        return Exit.of(report.findings());
      }
      boolean committed = false;
      try (Output target = target(dataset, reading, checker);
          EntryWriter<Entry> writer = target.open(report)) {
        interruption.onHanging(writer::close);
        try (Checker.Run run = checker.start(report)) {
          reading.convert(run, writer, options.type, report::written);
          report.census(run.census());
        }
        if (!reading.stopped() && !interruption.isRequested()) {
          delete(reading.deleted(), writer);
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

  /** A dataset goes on saying which records are deleted. */
  private void delete(Map<Class<? extends Entry>, Set<String>> deleted, EntryWriter<Entry> writer) {
    if (writer instanceof DatasetWriter<Entry> dataset) {
      deleted.forEach(
          (type, ids) -> {
            if (options.type == null || options.type == type) {
              ids.forEach(id -> dataset.delete(type, id));
            }
          });
    }
  }

  private Output target(Dataset dataset, Reading reading, Checker checker)
      throws IOException, Misuse {
    DataFormat format = writing.format(output, session);
    if (!Output.isStandard(output)) {
      ReportFile.requirePlace(output, format.isFolder(), dataset, session);
    }
    if (format == DataFormat.SITE && !SiteExporter.mayWrite(output)) {
      throw session.misuse("misuse.output.site", output);
    }
    Class<? extends Entry> type =
        OutputOptions.type(format, options.type, reading.types(), session);
    List<String> extensions = format == DataFormat.CSV ? reading.extensions(type) : List.of();
    DatasetDescriptor descriptor = options.descriptor(dataset);
    Exporter exporter =
        writing.exporter(format, extensions, checker, descriptor, session.phrases().locale());
    return new Output(session, output, exporter, type);
  }
}
