package org.collporterre.export;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * A file that is made beside its final place and moved there whole by {@link #commit}; closing it
 * without that leaves what was there before. Or a stream of the caller's in its stead, which is
 * flushed but never closed. Used by one thread.
 */
public final class WholeFile implements Closeable {
  private final OutputStream out;
  private final @Nullable Path part;
  private final @Nullable Path file;
  private boolean done;

  private WholeFile(OutputStream out, @Nullable Path part, @Nullable Path file) {
    this.out = out;
    this.part = part;
    this.file = file;
  }

  /** Returns a stream in the stead of a file. */
  static WholeFile of(OutputStream out) {
    return new WholeFile(out, null, null);
  }

  /**
   * Begins a file. A symbolic link is followed, so that the link itself stays.
   *
   * @throws IOException when it cannot be written, or is a directory
   */
  public static WholeFile of(Path path) throws IOException {
    Path file = Files.isSymbolicLink(path) ? path.toRealPath() : path.toAbsolutePath();
    if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException("is a directory: " + path);
    }
    Path part =
        file.resolveSibling("." + file.getFileName() + ".part-" + Long.toHexString(nonce()));
    OutputStream out =
        Files.newOutputStream(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    return new WholeFile(out, part, file);
  }

  /**
   * Begins a file in the place of another one, whose owner and permissions it has from the
   * beginning, as far as the file system has such and lets them be given.
   *
   * @throws IOException when it cannot be written, or is a directory
   */
  public static WholeFile replacing(Path path) throws IOException {
    WholeFile file = of(path);
    boolean done = false;
    try {
      if (file.part != null) {
        likeness(path, file.part);
      }
      done = true;
      return file;
    } finally {
      if (!done) {
        file.close();
      }
    }
  }

  private static void likeness(Path path, Path part) throws IOException {
    PosixFileAttributeView from = Files.getFileAttributeView(path, PosixFileAttributeView.class);
    PosixFileAttributeView to = Files.getFileAttributeView(part, PosixFileAttributeView.class);
    if (from == null || to == null) {
      return;
    }
    PosixFileAttributes own = from.readAttributes();
    PosixFileAttributes made = to.readAttributes();
    try {
      if (!own.owner().equals(made.owner())) {
        to.setOwner(own.owner());
      }
      if (!own.group().equals(made.group())) {
        to.setGroup(own.group());
      }
    } catch (FileSystemException e) {
      // Only the super-user gives files away; the file then belongs to who writes it.
    }
    to.setPermissions(own.permissions());
  }

  private static long nonce() {
    return ProcessHandle.current().pid() << 20 ^ System.nanoTime() & 0xFFFFF;
  }

  /** Returns where to write. */
  public OutputStream out() {
    return out;
  }

  /**
   * Moves the file into place.
   *
   * @throws IOException when that fails; the file that was there before is then untouched
   */
  public void commit() throws IOException {
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

  /** Releases everything; without {@link #commit} also removes what was written. */
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
