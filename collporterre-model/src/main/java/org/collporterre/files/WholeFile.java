package org.collporterre.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file that is made beside its final place and moved there whole by {@link #commit}; closing it
 * without that leaves what was there before. What a run that was killed has left of the same file
 * is removed when it is begun again. Or a stream of the caller's in its stead, which is flushed but
 * never closed. Used by one thread.
 */
public final class WholeFile implements Closeable {
  private final OutputStream out;
  private final @Nullable Part part;
  private boolean done;

  /**
   * A file that is being made.
   *
   * @param path where it is made
   * @param place where it goes
   * @param claim tells others that it is being made
   */
  private record Part(Path path, Path place, Claim claim) {}

  private WholeFile(OutputStream out, @Nullable Part part) {
    this.out = out;
    this.part = part;
  }

  /** Returns a stream in the stead of a file. */
  public static WholeFile of(OutputStream out) {
    return new WholeFile(out, null);
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
    String start = "." + file.getFileName() + ".part-";
    Path folder = Objects.requireNonNullElse(file.getParent(), file);
    Claim.clean(folder, start, "", Files::deleteIfExists);
    while (true) {
      Path part = file.resolveSibling(start + Claim.mark());
      OutputStream out =
          Files.newOutputStream(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      Claim claim = claim(part, out);
      if (claim != null) {
        return new WholeFile(out, new Part(part, file, claim));
      }
    }
  }

  private static @Nullable Claim claim(Path part, OutputStream out) throws IOException {
    Claim claim = null;
    try {
      claim = Claim.of(part);
      return claim;
    } finally {
      if (claim == null) {
        out.close();
        Files.deleteIfExists(part);
      }
    }
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
        likeness(path, file.part.path());
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

  /** Tells whether it is a file, no stream in its stead. */
  public boolean isFile() {
    return part != null;
  }

  /**
   * Begins the same file anew, beside what has been written of it: which of both is moved into its
   * place is the one that counts.
   *
   * @throws IOException when it cannot be written
   * @throws IllegalStateException when it is a stream
   */
  public WholeFile again() throws IOException {
    return of(requirePart().place());
  }

  /**
   * Returns what has been written, from its beginning; the caller closes it.
   *
   * @throws IOException when it cannot be read
   * @throws IllegalStateException when it is a stream
   */
  public InputStream written() throws IOException {
    out.flush();
    return Files.newInputStream(requirePart().path());
  }

  private Part requirePart() {
    if (part == null) {
      throw new IllegalStateException("what goes to a stream cannot be had again");
    }
    return part;
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
    if (part != null) {
      // Without this a crash after the move can leave an empty file under the final name.
      part.claim().force();
      try {
        Files.move(
            part.path(),
            part.place(),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(part.path(), part.place(), StandardCopyOption.REPLACE_EXISTING);
      }
      // Not before: a part that nobody holds may be removed by another run.
      done = true;
      release(part);
    }
  }

  private void release(Part held) throws IOException {
    try {
      out.close();
    } finally {
      held.claim().close();
    }
  }

  /** Releases everything; without {@link #commit} also removes what was written. */
  @Override
  public void close() throws IOException {
    if (part != null && !done) {
      try {
        release(part);
      } finally {
        Files.deleteIfExists(part.path());
      }
    }
  }
}
