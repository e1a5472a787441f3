package org.collporterre.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/** A report's file: written beside its place and moved there whole. */
final class WholeFile implements AutoCloseable {
  private final PrintStream out;
  private final Path file;
  private final @Nullable Path part;

  private WholeFile(PrintStream out, Path file, @Nullable Path part) {
    this.out = out;
    this.file = file;
    this.part = part;
  }

  /** Opens the place of a report. */
  static WholeFile at(Path path, Dataset dataset, Session session) throws IOException, Misuse {
    requirePlace(path, dataset, session);
    Path file = Files.isSymbolicLink(path) ? path.toRealPath() : path.toAbsolutePath();
    Path part = null;
    if (!isDevice(path)) {
      Path folder = file.getParent();
      part = Files.createTempFile(folder, "." + file.getFileName() + ".", ".part");
      // A temporary file is for its owner only; what it becomes is as any new file.
      Files.delete(part);
    }
    PrintStream out =
        new PrintStream(
            new BufferedOutputStream(Files.newOutputStream(part == null ? file : part)),
            false,
            StandardCharsets.UTF_8);
    return new WholeFile(out, file, part);
  }

  /** Refuses a place that cannot be written, and one that is being read. */
  static void requirePlace(Path path, Dataset dataset, Session session) throws IOException, Misuse {
    if (Files.isDirectory(path)) {
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
    return Files.exists(path) && !Files.isRegularFile(path);
  }

  PrintStream out() {
    return out;
  }

  /** Moves the file into place. */
  void commit() throws IOException {
    out.close();
    if (out.checkError()) {
      throw new IOException(file.toString());
    }
    if (part != null) {
      try {
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
    if (part != null) {
      Files.deleteIfExists(part);
    }
  }
}
