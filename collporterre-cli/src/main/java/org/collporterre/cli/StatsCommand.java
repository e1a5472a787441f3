package org.collporterre.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.collporterre.check.Checker;
import org.collporterre.dataset.DatasetDescriptor;
import org.collporterre.report.Report;
import org.collporterre.report.Severity;
import org.collporterre.reports.statistics.StatisticsOutcome;
import org.collporterre.reports.statistics.StatisticsRenderer;
import org.collporterre.statistics.Statistics;
import org.collporterre.statistics.Survey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Counts what a dataset holds, how complete and how fresh it is. */
@Command(name = "stats")
final class StatsCommand implements Callable<Integer> {
  private final Session session;

  @Mixin Help help = new Help();
  @Mixin DatasetOptions options = new DatasetOptions();

  @Parameters(arity = "1..*", paramLabel = "PATH")
  List<Path> paths = new ArrayList<>();

  @Option(
      names = "--format",
      converter = Choice.OfStatistics.class,
      completionCandidates = Choice.OfStatistics.class,
      paramLabel = "text|json|markdown|html")
  @Nullable StatisticsRenderer form;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE")
  @Nullable Path output;

  StatsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException, Misuse {
    Dataset dataset = Dataset.of(paths, session);
    try (Interruption interruption = Interruption.watch(session);
        ReportFile file = output == null ? null : ReportFile.at(output, dataset, session)) {
      Report report = Report.keeping(0);
      Checker checker = options.checker(dataset);
      Survey survey = Survey.start(checker.today(), checker.gazetteer());
      Reading reading = Reading.withIds(session, options, checker, dataset, report, interruption);
      try (Checker.Run run = checker.start(report)) {
        reading.readAll(run, (row, passes, from) -> survey.add(row.value()));
      }
      if (interruption.isRequested()) {
        return Exit.INTERRUPTED;
      }
      write(outcome(dataset, checker, survey.statistics()), file);
      int errors = report.count(Severity.ERROR);
      if (errors > 0 && !options.quiet) {
        String found = session.phrases().count("stats.errors", errors);
        session.shell().err().println(session.phrases().text("stats.check", found));
      }
      return reading.stopped() || reading.isRefused() ? Exit.ERRORS : Exit.CLEAN;
    }
  }

  private StatisticsOutcome outcome(Dataset dataset, Checker checker, Statistics statistics)
      throws IOException {
    DatasetDescriptor descriptor = options.descriptor(dataset);
    return new StatisticsOutcome(
        descriptor == null ? String.valueOf(paths.get(0).getFileName()) : descriptor.title(),
        statistics,
        checker.vocabularies(),
        checker.gazetteer().attribution(),
        session.phrases().locale(),
        Collporterre.Version.number());
  }

  private void write(StatisticsOutcome outcome, @Nullable ReportFile file) throws IOException {
    PrintStream out = file == null ? session.shell().out() : file.out();
    form().render(outcome, out);
    if (file != null) {
      file.commit();
    }
  }

  /** The form asked for, else that of the file's ending, else text. */
  private StatisticsRenderer form() {
    if (form != null) {
      return form;
    }
    StatisticsRenderer text = StatisticsRenderer.all().get(0);
    return output == null ? text : StatisticsRenderer.forFile(output.toString()).orElse(text);
  }
}
