package org.collporterre.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/**
 * How a file was when it was first looked at. It is read more than once, and what was decided the
 * first time must hold the next.
 */
record FileState(Path path, long size, FileTime modified) {
  static FileState of(Path path) throws IOException {
    return new FileState(path, Files.size(path), Files.getLastModifiedTime(path));
  }

  /**
   * Refuses a file that is no longer as it was.
   *
   * @param reason what is then said
   */
  void requireUnchanged(String reason) throws IOException {
    if (Files.isRegularFile(path)) {
      FileState now = of(path);
      if (now.size != size || !now.modified.equals(modified)) {
        throw new FileSystemException(path.toString(), null, reason);
      }
    }
  }
}
