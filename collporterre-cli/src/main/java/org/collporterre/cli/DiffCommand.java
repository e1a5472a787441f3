package org.collporterre.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.collporterre.check.Checker;
import org.collporterre.report.Finding;
import org.collporterre.report.Report;
import org.collporterre.report.Severity;
import org.collporterre.update.RecordSet;
import org.collporterre.update.UpdateOptions;
import org.collporterre.update.UpdatePlan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what changed between two states of a dataset. */
@Command(name = "diff")
final class DiffCommand implements Callable<Integer> {
  private final Session session;

  @Mixin Help help = new Help();
  @Mixin DatasetOptions options = new DatasetOptions();

  @Parameters(index = "0", paramLabel = "OLD")
  Path old = Path.of("");

  @Parameters(index = "1", paramLabel = "NEW")
  Path recent = Path.of("");

  @Option(
      names = "--format",
      converter = Choice.OfPlanForm.class,
      completionCandidates = Choice.OfPlanForm.class,
      paramLabel = "text|json|markdown")
  PlanForm form = PlanForm.TEXT;

  @Option(names = "--complete")
  boolean complete;

  @Option(names = "--exit-code")
  boolean exitCode;

  DiffCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException, Misuse {
    try (Interruption interruption = Interruption.watch(session)) {
      Report report = Report.keeping(Conversion.KEPT);
      Dataset before = Dataset.of(List.of(old), session);
      Dataset after = Dataset.of(List.of(recent), session);
      Checker checker = options.checker(before.with(after));
      RecordSet base = RecordSet.create();
      Snapshot first = Snapshot.read(session, options, before, base, checker, report, interruption);
      RecordSet incoming = RecordSet.sharing(base);
      Snapshot second =
          Snapshot.read(session, options, after, incoming, checker, report, interruption);
      if (interruption.isRequested()) {
        return Exit.INTERRUPTED;
      }
      UpdatePlan plan = UpdatePlan.of(base, incoming, new UpdateOptions(complete, null));
      tell(session, options, report, plan);
      if (first.stopped() || second.stopped()) {
        throw session.misuse("plan.stopped");
      }
      form.print(plan, session, session.shell().out());
      return exitCode && !plan.isEmpty() ? Exit.ERRORS : Exit.CLEAN;
    }
  }

  /** Tells on standard error what is wrong with the data or with the comparison. */
  static void tell(
      Session session, DatasetOptions options, Report report, @Nullable UpdatePlan plan) {
    List<Finding> told = new ArrayList<>();
    report.findings().stream()
        .filter(found -> found.severity() == Severity.ERROR)
        .forEach(told::add);
    Report ofPlan = Report.keeping(Conversion.KEPT);
    if (plan != null) {
      plan.report(options.profile, ofPlan);
    }
    told.addAll(ofPlan.findings());
    session.print(told, session.shell().err());
  }
}
