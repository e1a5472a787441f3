package org.collporterre.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.collporterre.files.WholeFile;
import org.jspecify.annotations.Nullable;

/** A report's file: written beside its place and moved there whole. */
final class ReportFile implements AutoCloseable {
  private final PrintStream out;
  private final Path path;
  private final @Nullable WholeFile file;

  private ReportFile(PrintStream out, Path path, @Nullable WholeFile file) {
    this.out = out;
    this.path = path;
    this.file = file;
  }

  /** Opens the place of a report. */
  static ReportFile at(Path path, Dataset dataset, Session session) throws IOException, Misuse {
    requirePlace(path, false, dataset, session);
    WholeFile file = isDevice(path) ? null : WholeFile.of(path);
    OutputStream out = file == null ? Files.newOutputStream(path) : file.out();
    return new ReportFile(
        new PrintStream(new BufferedOutputStream(out), false, StandardCharsets.UTF_8), path, file);
  }

  /** Refuses a place that cannot be written, and one that is being read. */
  static void requirePlace(Path path, boolean mayBeFolder, Dataset dataset, Session session)
      throws IOException, Misuse {
    if (Files.isDirectory(path) && !mayBeFolder) {
      throw session.misuse("misuse.output.directory", path);
    }
    Path folder = path.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw session.misuse("misuse.output.folder", folder);
    }
    if (folder != null && !isDevice(path) && !Files.isWritable(folder)) {
      throw new AccessDeniedException(path.toString());
    }
    if (Files.exists(path)) {
      for (DatasetFile input : dataset.files()) {
        if (Files.isSameFile(input.path(), path)) {
          throw session.misuse("misuse.output.same", path);
        }
      }
    }
  }

  /** Tells whether a path is something like {@code /dev/null}, which no file can replace. */
  static boolean isDevice(Path path) {
    return Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path);
  }

  PrintStream out() {
    return out;
  }

  /** Moves the file into place. */
  void commit() throws IOException {
    if (out.checkError()) {
      throw new IOException(path.toString());
    }
    if (file != null) {
      file.commit();
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
    if (file != null) {
      file.close();
    }
  }
}
