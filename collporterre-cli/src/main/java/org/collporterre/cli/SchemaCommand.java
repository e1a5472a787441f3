package org.collporterre.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.collporterre.files.WholeFile;
import org.collporterre.vocabulary.Nearest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the documents that describe the format: all of them, or one to standard output. */
@Command(name = "schema")
final class SchemaCommand implements Callable<Integer> {
  private final Session session;

  @Mixin Help help = new Help();

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      completionCandidates = SchemaDocument.Names.class)
  @Nullable String name;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR")
  @Nullable Path output;

  SchemaCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException, Misuse {
    PrintStream out = session.shell().out();
    SchemaDocument one = name == null ? null : find(name);
    if (output != null) {
      write(output, one == null ? SchemaDocument.ALL : List.of(one));
    } else if (one != null) {
      out.write(one.bytes());
    } else {
      SchemaDocument.names().forEach(out::println);
    }
    return Exit.CLEAN;
  }

  private SchemaDocument find(String wanted) throws Misuse {
    SchemaDocument found = SchemaDocument.of(wanted);
    if (found == null) {
      String near = Nearest.of(wanted, SchemaDocument.names());
      String proposal = near == null ? "" : session.phrases().text("misuse.near", near);
      throw session.misuse("misuse.schema", wanted, proposal);
    }
    return found;
  }

  /** Writes documents into a folder, which is made when it is not there. */
  private void write(Path folder, List<SchemaDocument> documents) throws IOException, Misuse {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw session.misuse("misuse.schema.folder", folder);
    }
    Files.createDirectories(folder);
    if (!Files.isWritable(folder)) {
      throw new AccessDeniedException(folder.toString());
    }
    for (SchemaDocument document : documents) {
      try (WholeFile file = WholeFile.of(folder.resolve(document.file()))) {
        file.out().write(document.bytes());
        file.commit();
      }
    }
  }
}
