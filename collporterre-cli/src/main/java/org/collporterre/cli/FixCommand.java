package org.collporterre.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.collporterre.check.Checker;
import org.collporterre.report.Severity;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes the corrections that a machine can make, and shows them as a unified diff first. */
@Command(name = "fix")
final class FixCommand implements Callable<Integer> {
  private final Session session;

  @Mixin Help help = new Help();
  @Mixin DatasetOptions options = new DatasetOptions();

  @Parameters(arity = "1..*", paramLabel = "PATH")
  List<Path> paths = new ArrayList<>();

  @Option(names = "--unsafe")
  boolean unsafe;

  @Option(names = "--dry-run")
  boolean dryRun;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT")
  @Nullable Path output;

  @Option(names = "--select", split = ",", paramLabel = "CODE")
  List<String> selected = new ArrayList<>();

  FixCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException, Misuse {
    DatasetOptions.requireRules(selected, session);
    options.repairs = true;
    Dataset dataset = Dataset.of(paths, session);
    FixOutput place = place(dataset);
    try (Interruption interruption = Interruption.watch(session);
        FixWork work = FixWork.begin(session, options, dataset, interruption)) {
      Checker checker = options.checker(dataset);
      FixResult result = work.run(checker, unsafe, new TreeSet<>(selected));
      if (interruption.isRequested()) {
        return Exit.INTERRUPTED;
      }
      List<FixedFile> files = work.changed();
      new FixDiff(session).print(work.shown(files));
      boolean writes = !dryRun && (place.isCopy() || !files.isEmpty());
      if (writes) {
        place.write(files, interruption);
      }
      if (interruption.isRequested()) {
        return Exit.INTERRUPTED;
      }
      new FixSummary(session, options.quiet).print(result, files, dryRun, output);
      boolean due = dryRun && !files.isEmpty();
      return due || result.report().count(Severity.ERROR) > 0 ? Exit.ERRORS : Exit.CLEAN;
    }
  }

  private FixOutput place(Dataset dataset) throws IOException, Misuse {
    Set<Path> places = new TreeSet<>(paths);
    for (DatasetFile file : dataset.files()) {
      if (file.isPipe()) {
        throw session.misuse("misuse.fix.pipe", file.path());
      }
    }
    if (output == null) {
      return FixOutput.inPlace(session);
    } else if (dryRun) {
      throw session.misuse("misuse.fix.both");
    } else if (places.size() > 1) {
      throw session.misuse("misuse.fix.several");
    }
    return FixOutput.copy(paths.get(0), output, dataset, session);
  }
}
