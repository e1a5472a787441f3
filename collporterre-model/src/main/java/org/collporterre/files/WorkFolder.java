package org.collporterre.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * A folder for what is being made. Closing deletes it with all that is in it; one that a run that
 * was killed has left is deleted when the next one begins a folder in the same place. A file beside
 * it, of the same name with {@code .lock}, tells that it is in use.
 */
public final class WorkFolder implements Closeable {
  private static final String START = ".collporterre-";
  private static final String LOCK = ".lock";
  private static final int ATTEMPTS = 5;

  private final Path path;
  private final Path lock;
  private final Claim claim;

  private WorkFolder(Path path, Path lock, Claim claim) {
    this.path = path;
    this.lock = lock;
    this.claim = claim;
  }

  /**
   * Makes a folder that nobody else may read among the temporary files of the system.
   *
   * @throws IOException when it cannot be made
   */
  public static WorkFolder temporary() throws IOException {
    return begin(Path.of(System.getProperty("java.io.tmpdir")), true);
  }

  /**
   * Makes a folder that nobody else may read.
   *
   * @param parent the folder to make it in
   * @throws IOException when it cannot be made
   */
  public static WorkFolder in(Path parent) throws IOException {
    return begin(parent, true);
  }

  /**
   * Makes a folder with the permissions that any new folder has.
   *
   * @param parent the folder to make it in
   * @throws IOException when it cannot be made
   */
  public static WorkFolder sharedIn(Path parent) throws IOException {
    return begin(parent, false);
  }

  private static WorkFolder begin(Path parent, boolean confidential) throws IOException {
    Claim.clean(parent, START, LOCK, WorkFolder::remove);
    while (true) {
      String name = START + Claim.mark();
      // The lock is there before the folder is, and until it is gone.
      Path lock = Files.createFile(parent.resolve(name + LOCK), attributes(parent, "rw-------"));
      Claim claim = Claim.of(lock);
      if (claim != null) {
        WorkFolder folder = new WorkFolder(parent.resolve(name), lock, claim);
        folder.make(confidential);
        return folder;
      }
    }
  }

  private static FileAttribute<?>[] attributes(Path parent, String permissions) {
    boolean posix = parent.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private void make(boolean confidential) throws IOException {
    boolean made = false;
    try {
      Files.createDirectory(
          path, confidential ? attributes(path, "rwx------") : new FileAttribute<?>[0]);
      made = true;
    } finally {
      if (!made) {
        close();
      }
    }
  }

  /** Returns the folder. It may be moved away as a whole. */
  public Path path() {
    return path;
  }

  /** Deletes the folder, also when another thread is writing into it. */
  @Override
  public void close() throws IOException {
    try {
      delete(path);
    } finally {
      claim.close();
      Files.deleteIfExists(lock);
    }
  }

  /** Removes the folder of a lock that was left, if it belongs to the same person. */
  private static void remove(Path lock) throws IOException {
    String name = lock.getFileName().toString();
    Path folder = lock.resolveSibling(name.substring(0, name.length() - LOCK.length()));
    if (!Files.exists(folder) || Files.getOwner(folder).equals(Files.getOwner(lock))) {
      delete(folder);
      Files.deleteIfExists(lock);
    }
  }

  /**
   * Deletes a file, or a folder with all that is in it, if it is there.
   *
   * @throws IOException when it cannot be deleted
   */
  public static void delete(Path folder) throws IOException {
    for (int i = 0; i < ATTEMPTS && Files.exists(folder); i++) {
      try {
        Files.walkFileTree(folder, new Deletion());
      } catch (DirectoryNotEmptyException e) {
        // Who is writing has made one more file: once more.
      }
    }
  }

  /** Deletes what it comes to; another thread may be doing the same. */
  private static final class Deletion extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException error) throws IOException {
      if (error instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw error;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException error)
        throws IOException {
      Files.deleteIfExists(directory);
      return FileVisitResult.CONTINUE;
    }
  }
}
