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

  /**
   * Returns a place for a file, which is not there yet.
   *
   * @throws IOException when the folder of temporary files cannot be written
   */
  public static TemporaryFile create() throws IOException {
    return new TemporaryFile(WorkFolder.temporary());
  }

  /**
   * Copies a stream, which is not closed.
   *
   * @param most how many bytes it may have
   * @throws TooLarge when it has more; what was copied is deleted
   * @throws IOException when it cannot be read, or the copy not written
   */
  public static TemporaryFile copy(InputStream in, long most) throws IOException {
    TemporaryFile file = create();
    boolean whole = false;
    try (OutputStream out = Files.newOutputStream(file.path())) {
      byte[] buffer = new byte[BUFFER];
      long size = 0;
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        size += n;
        if (size > most) {
          throw new TooLarge(most);
        }
        out.write(buffer, 0, n);
      }
      whole = true;
    } finally {
      if (!whole) {
        file.close();
      }
    }
    return file;
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
