package org.collporterre.cli;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.collporterre.check.Checker;
import org.collporterre.cms.connect.Outcome;
import org.collporterre.cms.connect.Patience;
import org.collporterre.cms.connect.Publisher;
import org.collporterre.cms.connect.Site;
import org.collporterre.report.Report;
import org.collporterre.reports.JsonText;
import org.collporterre.reports.Phrases;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Publishes records on a site; tells what it would do until told to do it. */
@Command(name = "publish")
final class PublishCommand implements Callable<Integer> {
  private final Session session;

  @Mixin Help help = new Help();
  @Mixin AnswerForm form = new AnswerForm();
  @Mixin DatasetOptions options = new DatasetOptions();
  @Mixin SiteOptions site = new SiteOptions();

  @Parameters(index = "0", paramLabel = "DATASET")
  Path path = Path.of("");

  @Parameters(index = "1", paramLabel = "URL")
  String address = "";

  @Option(
      names = "--to",
      required = true,
      converter = Choice.OfProgram.class,
      completionCandidates = Choice.OfProgram.class,
      paramLabel = "wordpress|mediawiki")
  SiteOptions.Program program = SiteOptions.Program.WORDPRESS;

  @Option(names = "--apply")
  boolean apply;

  @Option(names = "--withdraw")
  boolean withdraw;

  @Option(names = "--complete")
  boolean complete;

  @Option(names = "--overwrite", split = ",", paramLabel = "ID")
  List<String> overwritten = new ArrayList<>();

  @Option(names = "--drafts")
  boolean drafts;

  @Option(names = "--no-templates")
  boolean noTemplates;

  PublishCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException, Misuse {
    if (complete && !withdraw) {
      throw session.misuse("misuse.publish.complete");
    } else if (!site.isSigned() && (apply || program == SiteOptions.Program.WORDPRESS)) {
      throw session.misuse("misuse.publish.user");
    }
    try (Interruption interruption = Interruption.watch()) {
      Dataset dataset = Dataset.of(List.of(path), session);
      Checker checker = options.checker(dataset);
      Report report = Report.keeping(Conversion.KEPT);
      PublicRecords records =
          PublicRecords.read(session, options, dataset, checker, report, interruption);
      if (interruption.isRequested()) {
        return Exit.INTERRUPTED;
      }
      DiffCommand.tell(session, options, report, null);
      requireWhole(records);
      records.tellLosses(session, options, address);
      SiteOptions.Writing writing =
          new SiteOptions.Writing(drafts, !noTemplates, records.content(), checker.vocabularies());
      Site opened = site.site(program, address, writing, interruption, session);
      return follow(publish(opened, records, interruption), records);
    }
  }

  /** What could not be read must not look as if it were no longer to be on the site. */
  private void requireWhole(PublicRecords records) throws Misuse {
    if (records.isStopped()) {
      throw session.misuse("publish.stopped");
    } else if (withdraw && records.refused() > 0) {
      throw session.misuse("publish.refused", records.refused());
    }
  }

  private Outcome publish(Site opened, PublicRecords records, Interruption interruption)
      throws IOException {
    Publisher publisher =
        Publisher.to(opened)
            .withPatience(Patience.standard().until(interruption::isRequested))
            .overwriting(Set.copyOf(overwritten))
            .until(interruption::isRequested);
    if (apply) {
      publisher = publisher.applying();
    }
    if (withdraw) {
      publisher = publisher.withdrawing(complete);
    }
    PublishProgress progress = PublishProgress.of(session, options.quiet, records.rows().size());
    try {
      return publisher
          .telling(step -> progress.step())
          .publish(records.rows(), records.withheld(), records.types());
    } finally {
      progress.clear();
    }
  }

  private int follow(Outcome outcome, PublicRecords records) throws IOException {
    PublishReport report = new PublishReport(session.phrases(), outcome);
    if (form.isJson()) {
      String version = Collporterre.Version.number();
      JsonText.write(PublishJson.of(version, address, outcome), session.shell().out());
    } else {
      report.text(session.shell().out());
    }
    IOException stopped = outcome.stopped();
    if (stopped instanceof InterruptedIOException) {
      told("publish.interrupted", null);
      return Exit.INTERRUPTED;
    } else if (stopped != null) {
      int code = Failures.of(session).tell(stopped);
      told("publish.resume", null);
      return code;
    }
    told(apply ? "publish.written" : "publish.dry", address);
    return outcome.isConflicting() || records.refused() > 0 ? Exit.ERRORS : Exit.CLEAN;
  }

  private void told(String key, @Nullable String argument) {
    Phrases phrases = session.phrases();
    if (!options.quiet) {
      session.shell().err().println(phrases.text(key, argument == null ? "" : argument));
    }
  }
}
