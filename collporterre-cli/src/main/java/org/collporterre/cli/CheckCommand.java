package org.collporterre.cli;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.collporterre.check.Census;
import org.collporterre.check.Checker;
import org.collporterre.dataset.DatasetDescriptor;
import org.collporterre.dataset.DatasetSettings;
import org.collporterre.report.FindingSink;
import org.collporterre.report.Report;
import org.collporterre.reports.CheckOutcome;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Checks a dataset and reports. */
@Command(name = "check")
final class CheckCommand implements Callable<Integer> {
  private final Session session;

  @Mixin Help help = new Help();
  @Mixin DatasetOptions options = new DatasetOptions();
  @Mixin ReportOptions reporting = new ReportOptions();

  @Parameters(arity = "1..*", paramLabel = "PATH")
  List<Path> paths = new ArrayList<>();

  CheckCommand(Session session) {
    this.session = session;
  }

  /**
   * Returns the check of some paths and no options, the most frequent call of all; null when the
   * arguments are anything else. Without the parser it starts a fifth sooner.
   */
  static @Nullable CheckCommand plain(String[] arguments, Session session) {
    if (arguments.length < 2 || !arguments[0].equals("check")) {
      return null;
    }
    CheckCommand command = new CheckCommand(session);
    for (int i = 1; i < arguments.length; i++) {
      if (arguments[i].startsWith("-")) {
        return null;
      }
      try {
        command.paths.add(Path.of(arguments[i]));
      } catch (InvalidPathException e) {
        return null;
      }
    }
    return command;
  }

  @Override
  public Integer call() throws IOException, Misuse {
    Dataset found = Dataset.of(paths, session);
    Checker checker = options.checker(found);
    DatasetSettings settings = options.settings.settings();
    Report report = reporting.report(settings, session);
    Path accepted = reporting.baseline(options.settings);
    Dataset dataset = accepted == null ? found : found.without(accepted);
    BaselineChoice baseline = baseline(accepted, dataset, report);
    try (Interruption interruption = Interruption.watch(session);
        ReportFiles files =
            ReportFiles.open(reporting.targets(session), dataset, options.quiet, session)) {
      Census census;
      try (Checker.Run run = checker.start(baseline.sink())) {
        reading(dataset, checker, baseline.sink(), interruption).check(run);
        census = run.census();
      }
      OutcomeRecords records = new OutcomeRecords(report.findings());
      if (files.showRecords() && dataset.files().stream().noneMatch(DatasetFile::isPipe)) {
        reading(dataset, checker, finding -> {}, interruption).readAgain(records::take);
      }
      if (interruption.isRequested()) {
        return Exit.INTERRUPTED;
      }
      files.publish(outcome(dataset, report, census, baseline, records));
      int code = Exit.of(report, reporting.failOn(settings));
      if (code != Exit.FAILED) {
        baseline.finish(options.quiet);
      }
      return code;
    }
  }

  private BaselineChoice baseline(@Nullable Path file, Dataset dataset, Report report)
      throws IOException, Misuse {
    if (file != null && reporting.updatesBaseline) {
      ReportFile.requirePlace(file, false, dataset, session);
    }
    return BaselineChoice.of(file, reporting.updatesBaseline, report, session);
  }

  private Reading reading(
      Dataset dataset, Checker checker, FindingSink sink, Interruption interruption)
      throws IOException, Misuse {
    return Reading.of(session, options, checker, dataset, sink, interruption);
  }

  private CheckOutcome outcome(
      Dataset dataset,
      Report report,
      Census census,
      BaselineChoice baseline,
      OutcomeRecords records)
      throws IOException {
    List<String> files = dataset.files().stream().map(file -> file.path().toString()).toList();
    return new CheckOutcome(
        title(dataset),
        files,
        report,
        census,
        options.profile,
        session.messages(),
        Collporterre.Version.number(),
        baseline.accepted(),
        records.rows(),
        records.points(),
        baseline.met(),
        baseline.unmet());
  }

  /** Returns what the dataset calls itself, else what was asked for. */
  private String title(Dataset dataset) throws IOException {
    DatasetDescriptor descriptor = options.descriptor(dataset);
    return descriptor != null && !descriptor.title().isEmpty()
        ? descriptor.title()
        : paths.stream().map(CheckCommand::name).collect(Collectors.joining(", "));
  }

  private static String name(Path path) {
    Path name = path.getFileName();
    return path.isAbsolute() && name != null ? name.toString() : path.toString();
  }
}
