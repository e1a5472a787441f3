package org.collporterre.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The lock on an unfinished file, which ends with the process at the latest: an unfinished file
 * that can be locked was left by a run that was killed. Where a file system has no locks, nothing
 * is ever taken for left.
 */
final class Claim implements Closeable {
  /** The clock of a file system may go behind that of the system by so much. */
  private static final int SKEW_SECONDS = 2;

  private final @Nullable FileChannel channel;

  private Claim(@Nullable FileChannel channel) {
    this.channel = channel;
  }

  /** Returns the end of a name that no other unfinished file has, and that tells whose it is. */
  static String mark() {
    long random = UUID.randomUUID().getMostSignificantBits();
    return Long.toHexString(ProcessHandle.current().pid()) + "-" + Long.toHexString(random);
  }

  /**
   * Locks a file that was just made; null when another run has found it in the moment before, and
   * removed it.
   */
  static @Nullable Claim of(Path file) throws IOException {
    FileChannel channel;
    try {
      channel = FileChannel.open(file, StandardOpenOption.WRITE);
    } catch (NoSuchFileException e) {
      return null;
    } catch (UnsupportedOperationException e) {
      return new Claim(null);
    }
    boolean free = false;
    try {
      free = isFree(channel, true) && Files.exists(file);
    } finally {
      if (!free) {
        channel.close();
      }
    }
    return free ? new Claim(channel) : null;
  }

  private static boolean isFree(FileChannel channel, boolean withoutLocks) {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    } catch (IOException e) {
      return withoutLocks;
    }
  }

  /** Makes sure that the content of the file has reached the disk. */
  void force() throws IOException {
    if (channel != null) {
      channel.force(true);
    }
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }

  /** Removes something that was left. */
  interface Removal {
    void remove(Path file) throws IOException;
  }

  /**
   * Removes what runs that were killed have left in a folder. What cannot be removed, or belongs to
   * somebody else, stays: it keeps nobody from working.
   *
   * @param start what the names begin with, before the {@link #mark}
   * @param end what the names end with, behind it
   */
  static void clean(Path folder, String start, String end, Removal removal) {
    try (DirectoryStream<Path> found =
        Files.newDirectoryStream(folder, file -> isOurs(file, start, end))) {
      for (Path file : found) {
        clean(file, removal);
      }
    } catch (IOException | DirectoryIteratorException e) {
      // A folder that cannot be listed may be written all the same.
    }
  }

  private static boolean isOurs(Path file, String start, String end) throws IOException {
    String name = file.getFileName().toString();
    int from = start.length();
    int to = name.length() - end.length();
    return name.startsWith(start)
        && name.endsWith(end)
        && from < to
        && name.substring(from, to).matches("[0-9a-f]+-[0-9a-f]+")
        && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        && !isOfThisProcess(file, name.substring(from, name.indexOf('-', from)));
  }

  /**
   * To look whether a file is locked would end a lock of our own on it, so those of this process
   * are told by their names; in a container many processes have the same number, one after another.
   */
  private static boolean isOfThisProcess(Path file, String pid) throws IOException {
    ProcessHandle self = ProcessHandle.current();
    if (!pid.equals(Long.toHexString(self.pid()))) {
      return false;
    }
    Instant start = self.info().startInstant().orElse(Instant.MIN);
    FileTime modified = Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS);
    return start.equals(Instant.MIN)
        || modified.toInstant().isAfter(start.minusSeconds(SKEW_SECONDS));
  }

  private static void clean(Path file, Removal removal) {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
      if (isFree(channel, false)) {
        removal.remove(file);
      }
    } catch (IOException | UnsupportedOperationException e) {
      // Somebody else's.
    }
  }
}
