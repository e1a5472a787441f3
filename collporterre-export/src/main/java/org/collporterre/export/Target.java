package org.collporterre.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Where an exporter writes: a file that is made beside its final place and moved there whole, or a
 * stream of the caller's, which is flushed but never closed.
 */
final class Target implements AutoCloseable {
  private final OutputStream out;
  private final @Nullable Path part;
  private final @Nullable Path file;
  private boolean done;

  private Target(OutputStream out, @Nullable Path part, @Nullable Path file) {
    this.out = out;
    this.part = part;
    this.file = file;
  }

  static Target of(OutputStream out) {
    return new Target(out, null, null);
  }

  /** Opens a file; a symbolic link is followed, so that the link itself stays. */
  static Target of(Path path) throws IOException {
    Path file = Files.isSymbolicLink(path) ? path.toRealPath() : path.toAbsolutePath();
    if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException("is a directory: " + path);
    }
    Path part =
        file.resolveSibling("." + file.getFileName() + ".part-" + Long.toHexString(nonce()));
    OutputStream out =
        Files.newOutputStream(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    return new Target(out, part, file);
  }

  private static long nonce() {
    return ProcessHandle.current().pid() << 20 ^ System.nanoTime() & 0xFFFFF;
  }

  OutputStream out() {
    return out;
  }

  void commit() throws IOException {
    out.flush();
    if (part != null && file != null) {
      out.close();
      try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
        // Without this a crash after the move can leave an empty file under the final name.
        channel.force(true);
      }
      try {
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    done = true;
  }

  @Override
  public void close() throws IOException {
    if (part != null && !done) {
      try {
        out.close();
      } finally {
        Files.deleteIfExists(part);
      }
    }
  }
}
