package org.collporterre.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.collporterre.check.Checker;
import org.collporterre.cms.connect.Puller;
import org.collporterre.cms.connect.Site;
import org.collporterre.export.EntryWriter;
import org.collporterre.export.Exporter;
import org.collporterre.model.Entry;
import org.collporterre.report.Located;
import org.collporterre.report.Profile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads back what was published on a site, and writes it as a dataset. */
@Command(name = "pull")
final class PullCommand implements Callable<Integer> {
  private final Session session;

  @Mixin Help help = new Help();
  @Mixin SiteOptions site = new SiteOptions();
  @Mixin OutputOptions writing = new OutputOptions();

  @Parameters(index = "0", paramLabel = "URL")
  String address = "";

  @Option(
      names = "--from",
      required = true,
      converter = Choice.OfProgram.class,
      completionCandidates = Choice.OfProgram.class,
      paramLabel = "wordpress|mediawiki")
  SiteOptions.Program program = SiteOptions.Program.WORDPRESS;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "OUT")
  Path output = Path.of("");

  @Option(
      names = "--type",
      converter = Choice.OfType.class,
      completionCandidates = Choice.OfType.class,
      paramLabel = "initiative|portrait|methodologie")
  @Nullable Class<? extends Entry> type;

  @Option(names = "--quiet")
  boolean quiet;

  @Option(names = "--verbose")
  boolean verbose;

  PullCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException, Misuse {
    DataFormat format = writing.format(output, session);
    if (!Output.isStandard(output)) {
      ReportFile.requirePlace(output, format.isFolder(), new Dataset(List.of()), session);
    }
    try (Interruption interruption = Interruption.watch(session)) {
      Checker checker = Checker.standard();
      SiteOptions.Writing reading =
          new SiteOptions.Writing(false, true, entry -> "", checker.vocabularies());
      Site opened = site.site(program, address, reading, interruption, session);
      Conversion report = new Conversion(session, Profile.ECHANGE, verbose);
      List<Located<? extends Entry>> found =
          Puller.create().withVocabularies(checker.vocabularies()).read(opened.open(), report);
      List<Entry> passing = passing(found, checker, report);
      if (interruption.isRequested()) {
        return Exit.INTERRUPTED;
      }
      write(format, passing, checker, report);
      report.print(quiet, output);
      return Exit.of(report.findings());
    }
  }

  private List<Entry> passing(
      List<Located<? extends Entry>> found, Checker checker, Conversion report) {
    List<Entry> passing = new ArrayList<>();
    Class<? extends Entry> only = type;
    try (Checker.Run run = checker.start(report)) {
      for (Located<? extends Entry> row : found) {
        if ((only == null || only.isInstance(row.value())) && run.accept(row)) {
          passing.add(row.value());
        }
      }
      report.census(run.census());
    }
    return passing;
  }

  private void write(DataFormat format, List<Entry> records, Checker checker, Conversion report)
      throws IOException, Misuse {
    Set<Class<? extends Entry>> types = new LinkedHashSet<>();
    records.forEach(record -> types.add(record.getClass()));
    Class<? extends Entry> only = OutputOptions.type(format, type, types, session);
    Exporter exporter =
        writing.exporter(format, List.of(), checker, null, session.phrases().locale());
    try (Output target = new Output(session, output, exporter, only);
        EntryWriter<Entry> writer = target.open(report)) {
      for (Entry record : records) {
        writer.write(record);
        report.written();
      }
      writer.commit();
      target.finish();
    }
  }
}
