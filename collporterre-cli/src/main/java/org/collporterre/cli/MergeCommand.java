package org.collporterre.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.collporterre.check.Checker;
import org.collporterre.dataset.DatasetDescriptor;
import org.collporterre.report.FindingSink;
import org.collporterre.report.Report;
import org.collporterre.reports.Phrases;
import org.collporterre.update.Provenance;
import org.collporterre.update.RecordSet;
import org.collporterre.update.UpdateOptions;
import org.collporterre.update.UpdatePlan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings a dataset up to date with another one; tells what it would do until told to do it. */
@Command(name = "merge")
final class MergeCommand implements Callable<Integer> {
  private final Session session;

  @Mixin Help help = new Help();
  @Mixin DatasetOptions options = new DatasetOptions();
  @Mixin OutputOptions writing = new OutputOptions();

  @Parameters(index = "0", paramLabel = "BASE")
  Path base = Path.of("");

  @Parameters(index = "1", paramLabel = "INCOMING")
  Path incoming = Path.of("");

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT")
  @Nullable Path output;

  @Option(names = "--in-place")
  boolean inPlace;

  @Option(names = "--apply")
  boolean apply;

  @Option(names = "--common", paramLabel = "PATH")
  @Nullable Path common;

  @Option(names = "--complete")
  boolean complete;

  @Option(
      names = "--prefer",
      converter = Choice.OfSide.class,
      completionCandidates = Choice.OfSide.class,
      paramLabel = "base|incoming")
  UpdateOptions.@Nullable Side preferred;

  @Option(names = "--source", paramLabel = "NAME")
  @Nullable String source;

  @Option(
      names = "--format",
      converter = Choice.OfPlanForm.class,
      completionCandidates = Choice.OfPlanForm.class,
      paramLabel = "text|json|markdown")
  PlanForm form = PlanForm.TEXT;

  MergeCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException, Misuse {
    Dataset known = Dataset.of(List.of(base), session);
    Dataset coming = Dataset.of(List.of(incoming), session);
    Path common = this.common;
    Dataset before = common == null ? null : Dataset.of(List.of(common), session);
    Path place = place(known, before == null ? coming : coming.with(before));
    Report report = Report.keeping(Conversion.KEPT);
    try (Interruption interruption = Interruption.watch(session)) {
      Checker checker = options.checker(known.with(coming));
      RecordSet records = RecordSet.create();
      Snapshot ours = read(known, records, checker, report, interruption);
      Snapshot theirs = read(coming, RecordSet.sharing(records), checker, report, interruption);
      Snapshot old =
          before == null
              ? null
              : read(before, RecordSet.sharing(records), checker, finding -> {}, interruption);
      if (interruption.isRequested()) {
        return Exit.INTERRUPTED;
      }
      requireWhole(ours, theirs, old, report);
      UpdatePlan plan = plan(ours, theirs, old);
      DiffCommand.tell(session, options, report, plan);
      form.print(plan, session, session.shell().out());
      return follow(plan, ours, theirs, checker, place);
    }
  }

  private Snapshot read(
      Dataset dataset, RecordSet into, Checker checker, FindingSink sink, Interruption interruption)
      throws IOException, Misuse {
    return Snapshot.read(session, options, dataset, into, checker, sink, interruption);
  }

  private UpdatePlan plan(Snapshot ours, Snapshot theirs, @Nullable Snapshot old) {
    UpdateOptions how = new UpdateOptions(complete, preferred);
    return old == null
        ? UpdatePlan.of(ours.records(), theirs.records(), how)
        : UpdatePlan.of(old.records(), ours.records(), theirs.records(), how);
  }

  /** Returns where to write, or null when nothing is to be written. */
  private @Nullable Path place(Dataset known, Dataset others) throws IOException, Misuse {
    Path out = inPlace ? base : output;
    if (inPlace && output != null) {
      throw session.misuse("misuse.merge.both");
    } else if (apply && out == null) {
      throw session.misuse("misuse.merge.place");
    } else if (out == null) {
      return null;
    }
    DataFormat format = writing.format(out, session);
    boolean folder = format.isFolder();
    if (inPlace && folder && !Files.exists(base.resolve(DatasetDescriptor.FILE))) {
      throw session.misuse("misuse.merge.folder", base);
    }
    if (!Output.isStandard(out)) {
      ReportFile.requirePlace(out, folder, inPlace ? others : known.with(others), session);
    }
    return out;
  }

  /** What could not be read must not look as if it were not there. */
  private void requireWhole(Snapshot ours, Snapshot theirs, @Nullable Snapshot old, Report report)
      throws Misuse {
    boolean stopped = ours.stopped() || theirs.stopped() || old != null && old.stopped();
    if (stopped || ours.refused() + theirs.refused() > 0) {
      DiffCommand.tell(session, options, report, null);
      throw stopped
          ? session.misuse("plan.stopped")
          : session.misuse("merge.refused", ours.refused() + theirs.refused());
    }
  }

  private int follow(
      UpdatePlan plan, Snapshot ours, Snapshot theirs, Checker checker, @Nullable Path place)
      throws IOException, Misuse {
    Phrases phrases = session.phrases();
    String told;
    if (plan.isConflicting()) {
      told = phrases.text("merge.conflicts");
    } else if (!apply || place == null) {
      told = phrases.text("merge.dry");
    } else {
      String sourceName = source == null ? name(incoming) : source;
      Provenance after =
          Provenance.after(
              plan,
              new Provenance.Source(name(base), MergeOutput.provenance(base, ours, options)),
              new Provenance.Source(sourceName, MergeOutput.provenance(incoming, theirs, options)));
      new MergeOutput(session, options, writing, place).write(plan, ours, theirs, checker, after);
      told = phrases.text("merge.written", place);
    }
    if (!options.quiet) {
      session.shell().err().println(told);
    }
    return plan.isConflicting() ? Exit.ERRORS : Exit.CLEAN;
  }

  private static String name(Path path) {
    Path last = path.toAbsolutePath().normalize().getFileName();
    return last == null ? path.toString() : last.toString();
  }
}
