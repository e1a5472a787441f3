package org.collporterre.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.collporterre.export.SpreadsheetTemplate;
import org.collporterre.files.WholeFile;
import org.collporterre.model.Entry;
import org.collporterre.schema.Schema;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes an empty workbook to type records into. */
@Command(name = "template")
final class TemplateCommand implements Callable<Integer> {
  private final Session session;

  @Mixin Help help = new Help();

  @Parameters(paramLabel = "OUT")
  Path output = Path.of("");

  @Option(
      names = "--type",
      converter = Choice.OfType.class,
      completionCandidates = Choice.OfType.class,
      paramLabel = "initiative|portrait|methodologie")
  @Nullable Class<? extends Entry> type;

  TemplateCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException, Misuse {
    if (!output.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
      throw session.misuse("misuse.template.name", output);
    }
    Path folder = output.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw session.misuse("misuse.output.folder", folder);
    }
    Class<? extends Entry> of = type();
    SpreadsheetTemplate template =
        SpreadsheetTemplate.create().withLocale(session.phrases().locale());
    try (WholeFile file = WholeFile.of(output)) {
      template.write(file.out(), of);
      file.commit();
    }
    session.shell().out().println(session.phrases().text("template.written", output));
    return Exit.CLEAN;
  }

  private Class<? extends Entry> type() throws Misuse {
    if (type != null) {
      return type;
    }
    String name = String.valueOf(output.getFileName()).toLowerCase(Locale.ROOT);
    return Entry.TYPES.stream()
        .filter(one -> name.startsWith(Schema.of(one).name() + "s"))
        .findFirst()
        .orElseThrow(() -> session.misuse("misuse.template.type", output));
  }
}
