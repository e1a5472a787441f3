package org.collporterre.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.collporterre.files.WholeFile;
import org.collporterre.report.FindingSink;
import org.collporterre.report.Report;
import org.collporterre.reports.Baseline;
import org.collporterre.reports.BaselineException;
import org.jspecify.annotations.Nullable;

/** The findings that are accepted in one run, and the file that says so. */
final class BaselineChoice {
  /** What its file is called best: such a file among data is no data. */
  static final String FILE = "collporterre.baseline.json";

  private final Session session;
  private final @Nullable Path path;
  private final Baseline.@Nullable Filter filter;
  private final Baseline.@Nullable Gathering gathering;
  private final FindingSink sink;

  private BaselineChoice(
      Session session, @Nullable Path path, Baseline old, boolean update, Report report) {
    this.session = session;
    this.path = path;
    this.filter = path == null || update ? null : old.before(report);
    this.gathering = update ? old.gather(report) : null;
    this.sink = filter != null ? filter : gathering != null ? gathering : report;
  }

  /**
   * Prepares a run.
   *
   * @param path the file, or null for none
   * @param update whether the file is to accept what is found; it need not be there yet
   * @param report where findings go that are not accepted
   */
  static BaselineChoice of(@Nullable Path path, boolean update, Report report, Session session)
      throws IOException, Misuse {
    if (path == null) {
      if (update) {
        throw session.misuse("misuse.baseline.update");
      }
      return new BaselineChoice(session, null, Baseline.empty(), false, report);
    }
    Baseline old = update && !Files.exists(path) ? Baseline.empty() : read(path, session);
    return new BaselineChoice(session, path, old, update, report);
  }

  private static Baseline read(Path path, Session session) throws IOException, Misuse {
    try (InputStream in = Files.newInputStream(path)) {
      return Baseline.read(in);
    } catch (BaselineException e) {
      String key =
          "misuse.baseline." + e.problem().name().toLowerCase(Locale.ROOT).replace('_', '-');
      throw session.misuse(key, path, e.line(), Baseline.LIMIT);
    }
  }

  /** Returns where the findings of the run go. */
  FindingSink sink() {
    return sink;
  }

  /** Returns how many findings are accepted. */
  int accepted() {
    return met().values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Returns how many findings are accepted, by fingerprint. */
  Map<String, Integer> met() {
    return filter != null ? filter.met() : gathering != null ? gathering.met() : Map.of();
  }

  /** Returns how many findings are accepted that were not found. */
  int unmet() {
    return filter == null ? 0 : filter.unmet();
  }

  /** Writes the file when it is to be written. */
  void finish(boolean quiet) throws IOException, Misuse {
    if (gathering == null || path == null) {
      return;
    }
    if (gathering.isTooLong()) {
      throw session.misuse("misuse.baseline.many", Baseline.LIMIT);
    }
    Baseline baseline = gathering.baseline();
    try (WholeFile file = WholeFile.of(path)) {
      baseline.write(file.out());
      file.commit();
    }
    if (!quiet) {
      String line = session.phrases().count("baseline.written", baseline.size());
      session.shell().err().println(line.replace("{1}", path.toString()));
    }
  }
}
