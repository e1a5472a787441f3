package org.collporterre.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * A file with corrections, beside what it was.
 *
 * @param name what findings call it
 * @param charset its encoding
 * @param before the file as it is; of an entry in an archive, the archive
 * @param after the file with corrections
 * @param entry the end of the name of the entry that was changed in an archive, or null
 * @param state how the file was when it was first looked at
 */
record FixedFile(
    String name,
    Charset charset,
    Path before,
    Path after,
    @Nullable String entry,
    FileState state) {
  InputStream openBefore() throws IOException {
    return open(before);
  }

  InputStream openAfter() throws IOException {
    return open(after);
  }

  private InputStream open(Path file) throws IOException {
    String end = entry;
    if (end == null) {
      return Files.newInputStream(file);
    }
    ZipFile zip = new ZipFile(file.toFile());
    boolean opened = false;
    try {
      ZipEntry found =
          zip.stream()
              .filter(one -> one.getName().equals(end) || one.getName().endsWith("/" + end))
              .findFirst()
              .orElseThrow(() -> new IOException(end));
      InputStream in = new Entry(zip, zip.getInputStream(found));
      opened = true;
      return in;
    } finally {
      if (!opened) {
        zip.close();
      }
    }
  }

  /** Closes the archive with the entry. */
  private static final class Entry extends FilterInputStream {
    private final ZipFile zip;

    Entry(ZipFile zip, InputStream in) {
      super(in);
      this.zip = zip;
    }

    @Override
    public void close() throws IOException {
      zip.close();
    }
  }
}
