package org.collporterre.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.collporterre.check.Checker;
import org.collporterre.export.EntryWriter;
import org.collporterre.export.Exporter;
import org.collporterre.imports.documents.DocumentDrafts;
import org.collporterre.imports.documents.MissingParserException;
import org.collporterre.model.Entry;
import org.collporterre.report.Located;
import org.collporterre.report.Profile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes drafts of portraits and methodologies from documents. */
@Command(name = "draft")
final class DraftCommand implements Callable<Integer> {
  private static final String GUESS = "draft-guess";

  /** The columns that say where a draft comes from. */
  private static final List<String> SOURCE =
      List.of("document:empreinte", "document:fichier", "document:images", "document:type");

  private final Session session;

  @Mixin Help help = new Help();

  @Parameters(paramLabel = "FILE", arity = "1..*")
  List<Path> paths = new ArrayList<>();

  @Option(
      names = "--type",
      converter = Choice.OfDraft.class,
      completionCandidates = Choice.OfDraft.class,
      paramLabel = "portrait|methodologie")
  @Nullable Class<? extends Entry> type;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT")
  Path output = Path.of("-");

  @Option(names = "--without", split = ",", paramLabel = "CODE")
  List<String> refused = new ArrayList<>();

  @Option(names = "--quiet")
  boolean quiet;

  DraftCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException, Misuse {
    List<Path> files = files();
    Conversion report = new Conversion(session, Profile.ECHANGE, true);
    Class<? extends Entry> asked = type == null ? Entry.class : type;
    int written = 0;
    try (Interruption interruption = Interruption.watch(session);
        Output target = new Output(session, output, exporter(), asked);
        EntryWriter<Entry> writer = target.open(report)) {
      interruption.onHanging(writer::close);
      try (Checker.Run run = Checker.standard().start(report)) {
        for (Path file : files) {
          if (interruption.isRequested()) {
            return Exit.INTERRUPTED;
          }
          Optional<? extends Located<? extends Entry>> draft = read(file, asked, report);
          if (draft.isPresent() && run.accept(draft.get())) {
            writer.write(draft.get().value());
            report.written();
            written++;
          }
        }
        report.census(run.census());
      }
      if (written > 0) {
        writer.commit();
        target.finish();
      }
    }
    tell(report, written);
    return Exit.of(report.findings());
  }

  private void tell(Conversion report, int written) {
    report.print(quiet || written == 0, output);
    if (written == 0) {
      session.shell().err().println(session.phrases().text("draft.nothing"));
    }
  }

  private Optional<? extends Located<? extends Entry>> read(
      Path file, Class<? extends Entry> asked, Conversion report) throws IOException, Misuse {
    DocumentDrafts drafts = DocumentDrafts.create();
    try {
      return (refused.contains(GUESS) ? drafts.withoutGuesses() : drafts).read(file, asked, report);
    } catch (MissingParserException e) {
      throw session.misuse("misuse.draft.parser", file, e.coordinates());
    }
  }

  private List<Path> files() throws IOException, Misuse {
    List<Path> files = new ArrayList<>();
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw new NoSuchFileException(path.toString());
      } else if (Files.isDirectory(path)) {
        files.addAll(documents(path));
      } else {
        files.add(path);
      }
    }
    for (Path file : files) {
      if (Files.exists(output) && Files.isSameFile(file, output)) {
        throw session.misuse("misuse.output.same", output);
      }
    }
    return files;
  }

  private List<Path> documents(Path folder) throws IOException, Misuse {
    try (Stream<Path> entries = Files.list(folder)) {
      List<Path> documents =
          entries
              .filter(path -> DocumentDrafts.isNamed(path) && Files.isRegularFile(path))
              .filter(path -> !String.valueOf(path.getFileName()).startsWith("."))
              .sorted()
              .toList();
      if (documents.isEmpty()) {
        throw session.misuse("misuse.draft.folder", folder, DocumentDrafts.kinds());
      }
      return documents;
    }
  }

  private Exporter exporter() throws IOException, Misuse {
    DataFormat format = Output.isStandard(output) ? DataFormat.JSON : DataFormat.of(output);
    if (format == null || format.isForThePublic()) {
      throw session.misuse("misuse.draft.format", output);
    } else if (format == DataFormat.CSV && type == null) {
      throw session.misuse("misuse.draft.type");
    }
    if (!Output.isStandard(output)) {
      ReportFile.requirePlace(output, format.isFolder(), new Dataset(List.of()), session);
    }
    return new OutputOptions()
        .exporter(format, SOURCE, Checker.standard(), null, session.phrases().locale());
  }
}
