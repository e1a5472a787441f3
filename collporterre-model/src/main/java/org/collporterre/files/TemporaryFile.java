package org.collporterre.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that nobody else may read, among the temporary files of the system. Closing deletes it; of
 * one that a run that was killed has left, the next {@link WorkFolder} in that place takes care.
 */
public final class TemporaryFile implements Closeable {
  private static final int BUFFER = 1 << 16;

  private final WorkFolder folder;

  private TemporaryFile(WorkFolder folder) {
    this.folder = folder;
  }

  /** A stream has more bytes than may be taken. */
  public static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1;

    /** Says how many bytes may be taken. */
    public TooLarge(long most) {
      super("more than " + most + " bytes");
    }
  }

  /** What writes a file. */
  @FunctionalInterface
  public interface Content {
    /**
     * Writes all of it; the stream may be closed.
     *
     * @throws IOException when it cannot be read, or not written
     */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes a file.
   *
   * @throws IOException when it cannot be written; what was is deleted
   */
  public static TemporaryFile of(Content content) throws IOException {
    TemporaryFile file = new TemporaryFile(WorkFolder.temporary());
    boolean whole = false;
    try (OutputStream out = Files.newOutputStream(file.path())) {
      content.writeTo(out);
      whole = true;
    } finally {
      if (!whole) {
        file.close();
      }
    }
    return file;
  }

  /**
   * Copies a stream, which is not closed.
   *
   * @param most how many bytes it may have
   * @throws TooLarge when it has more; what was copied is deleted
   * @throws IOException when it cannot be read, or the copy not written
   */
  public static TemporaryFile copy(InputStream in, long most) throws IOException {
    return of(out -> copy(in, most, out));
  }

  private static void copy(InputStream in, long most, OutputStream out) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long size = 0;
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      size += n;
      if (size > most) {
        throw new TooLarge(most);
      }
      out.write(buffer, 0, n);
    }
  }

  /** Returns where it is. The name says nothing of what is in it. */
  public Path path() {
    return folder.path().resolve("content");
  }

  @Override
  public void close() throws IOException {
    folder.close();
  }
}
