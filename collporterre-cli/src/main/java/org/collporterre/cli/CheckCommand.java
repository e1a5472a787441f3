package org.collporterre.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.collporterre.check.Census;
import org.collporterre.check.Checker;
import org.collporterre.report.Report;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks a dataset and reports. */
@Command(name = "check")
final class CheckCommand implements Callable<Integer> {
  private final Session session;

  @Mixin Help help = new Help();
  @Mixin DatasetOptions options = new DatasetOptions();

  @Parameters(arity = "1..*", paramLabel = "PATH")
  List<Path> paths = new ArrayList<>();

  @Option(
      names = "--format",
      converter = Choice.OfForm.class,
      completionCandidates = Choice.OfForm.class,
      paramLabel = "text|json")
  Choice.Form form = Choice.Form.TEXT;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE")
  @Nullable Path output;

  CheckCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException, Misuse {
    Dataset dataset = Dataset.of(paths, session);
    try (Interruption interruption = Interruption.watch();
        ReportFile file = output == null ? null : ReportFile.at(output, dataset, session)) {
      Report report = Report.create();
      Checker checker = options.checker(dataset);
      Reading reading =
          new Reading(
              session,
              options,
              importer -> importer.withVocabularies(checker.vocabularies()),
              dataset,
              report,
              interruption);
      Census census;
      try (Checker.Run run = checker.start(report)) {
        reading.read(run, entry -> {});
        census = run.census();
      }
      if (interruption.isRequested()) {
        return Exit.INTERRUPTED;
      }
      publish(report, census, file);
      return Exit.of(report);
    }
  }

  private void publish(Report report, Census census, @Nullable ReportFile file) throws IOException {
    Shell shell = session.shell();
    PrintStream out = file == null ? shell.out() : file.out();
    TextReport text = new TextReport(session, options.profile, report);
    if (form == Choice.Form.JSON) {
      JsonReport.of(session, options.profile, report, census).write(out);
    } else {
      text.findings(out, report.findings());
    }
    if (!options.quiet && form == Choice.Form.TEXT) {
      text.summary(out, census);
    }
    if (!options.quiet && file != null) {
      text.summary(shell.err(), census);
    }
    if (file != null) {
      file.commit();
    }
  }
}
