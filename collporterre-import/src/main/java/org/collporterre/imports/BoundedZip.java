package org.collporterre.imports;

import java.io.Closeable;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.collporterre.files.TemporaryFile;
import org.jspecify.annotations.Nullable;

/**
 * A zip archive of unknown origin, opened under limits. Nothing is ever unpacked to a file. The
 * sizes an archive declares are not believed: what is inflated is counted.
 *
 * <p>An archive that breaks a limit throws {@link FileRefused}: {@code archive-unsafe}, {@code
 * file-encrypted} or {@code file-damaged}.
 */
final class BoundedZip implements Closeable {
  /** The greatest size of an archive file, and of all that is inflated and kept, in bytes. */
  static final long MAX_BYTES = 256L << 20;

  /** Below this many bytes an entry may be as compressible as it likes. */
  private static final long SMALL = 8L << 20;

  private static final int MAX_RATIO = 100;

  /** How compressible an entry may be that is longer than {@link #MAX_BYTES}. */
  private static final int MAX_STREAM_RATIO = 32;

  /** The first moment that the format can hold. */
  private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final ZipFile zip;
  private final @Nullable TemporaryFile temporary;
  private final Map<String, ZipEntry> entries;
  private final Map<String, Long> inflated = new HashMap<>();
  private long total;

  private BoundedZip(
      ZipFile zip, @Nullable TemporaryFile temporary, Map<String, ZipEntry> entries) {
    this.zip = zip;
    this.temporary = temporary;
    this.entries = entries;
  }

  /**
   * Opens an archive.
   *
   * @param maxEntries how many entries it may have
   * @throws FileRefused when it is damaged, encrypted, too large, or has a name that leads out of
   *     it
   */
  static BoundedZip open(Path file, int maxEntries) throws IOException {
    return open(file, null, maxEntries);
  }

  /** Opens an archive in a temporary file, which {@link #close} deletes; so does a refusal. */
  static BoundedZip open(TemporaryFile file, int maxEntries) throws IOException {
    boolean opened = false;
    try {
      BoundedZip archive = open(file.path(), file, maxEntries);
      opened = true;
      return archive;
    } finally {
      if (!opened) {
        file.close();
      }
    }
  }

  /**
   * Copies a stream to a temporary file and closes it.
   *
   * @throws FileRefused when it is longer than {@link #MAX_BYTES}
   */
  static TemporaryFile spool(InputStream in) throws IOException {
    try (in) {
      return TemporaryFile.copy(in, MAX_BYTES);
    } catch (TemporaryFile.TooLarge e) {
      throw tooLarge();
    }
  }

  private static BoundedZip open(Path file, @Nullable TemporaryFile temporary, int maxEntries)
      throws IOException {
    // Opening reads the whole directory of the archive into memory.
    if (Files.size(file) > MAX_BYTES) {
      throw tooLarge();
    }
    ZipFile zip = zip(file);
    boolean opened = false;
    try {
      BoundedZip archive = new BoundedZip(zip, temporary, entries(zip, maxEntries));
      opened = true;
      return archive;
    } finally {
      if (!opened) {
        zip.close();
      }
    }
  }

  private static ZipFile zip(Path file) throws IOException {
    try {
      return zip(file, StandardCharsets.UTF_8);
    } catch (ZipException notUtf8) {
      try {
        // Old archivers write names in a code page; ours are ASCII in any of them.
        return zip(file, StandardCharsets.ISO_8859_1);
      } catch (ZipException e) {
        String message = String.valueOf(e.getMessage());
        throw message.contains("encrypted")
            ? new FileRefused("file-encrypted", "ZIP", null)
            : FileRefused.damaged(null);
      }
    }
  }

  private static ZipFile zip(Path file, Charset names) throws IOException {
    return new ZipFile(file.toFile(), ZipFile.OPEN_READ, names);
  }

  private static Map<String, ZipEntry> entries(ZipFile zip, int maxEntries) throws IOException {
    if (zip.size() > maxEntries) {
      throw FileRefused.unsafe("> " + maxEntries);
    }
    Map<String, ZipEntry> entries = new LinkedHashMap<>();
    for (ZipEntry entry : Collections.list(zip.entries())) {
      String name = entry.getName();
      if (leadsOut(name) || entries.putIfAbsent(name, entry) != null) {
        throw FileRefused.unsafe(name);
      }
    }
    return Collections.unmodifiableMap(entries);
  }

  /** Tells whether a name could lead out of a folder into which somebody unpacks the archive. */
  private static boolean leadsOut(String name) {
    return name.startsWith("/")
        || name.indexOf('\\') >= 0
        || name.indexOf(':') >= 0
        || name.indexOf('\0') >= 0
        || ("/" + name + "/").contains("/../");
  }

  private static FileRefused tooLarge() {
    return FileRefused.unsafe("> " + (MAX_BYTES >> 20) + " MiB");
  }

  /** Returns the names of the entries in the order of the archive; folders end with a slash. */
  Set<String> names() {
    return entries.keySet();
  }

  /** Returns when an entry was last changed, as it is written in the archive. */
  LocalDateTime modified(String name) {
    ZipEntry entry = entries.get(name);
    return entry == null || entry.getTime() < 0 ? EPOCH : entry.getTimeLocal();
  }

  /**
   * Opens an entry; null when there is none of that name. The stream throws {@link FileRefused}
   * beyond the limits and where the entry is damaged.
   */
  @Nullable InputStream open(String name) throws IOException {
    return entries.containsKey(name) ? require(name) : null;
  }

  /** Opens an entry that must be there. */
  InputStream require(String name) throws IOException {
    return inflated(name, true);
  }

  /** Opens an entry that must be there, of which nothing is kept: it may be longer than what is. */
  InputStream stream(String name) throws IOException {
    return inflated(name, false);
  }

  private InputStream inflated(String name, boolean kept) throws IOException {
    ZipEntry entry = entries.get(name);
    InputStream in;
    try {
      in = entry == null ? null : zip.getInputStream(entry);
    } catch (ZipException e) {
      throw FileRefused.damaged(name);
    }
    if (entry == null || in == null) {
      throw FileRefused.damaged(name);
    }
    return new Inflated(in, entry, kept);
  }

  @Override
  public void close() throws IOException {
    try {
      zip.close();
    } finally {
      if (temporary != null) {
        temporary.close();
      }
    }
  }

  /**
   * Counts what comes out of an entry, where reading it again is not counted again, and compares
   * its sum at the end: {@link ZipFile} does not.
   */
  private final class Inflated extends FilterInputStream {
    private final String name;
    private final boolean kept;
    private final long limit;
    private final long sum;
    private final CRC32 summed = new CRC32();
    private long position;

    Inflated(InputStream in, ZipEntry entry, boolean kept) {
      super(in);
      long size = entry.getCompressedSize();
      this.name = entry.getName();
      this.kept = kept;
      this.limit =
          Math.max(Math.max(SMALL, size * MAX_STREAM_RATIO), Math.min(MAX_BYTES, size * MAX_RATIO));
      this.sum = entry.getCrc();
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int n;
      try {
        n = super.read(bytes, from, length);
      } catch (ZipException | EOFException e) {
        throw FileRefused.damaged(name);
      }
      if (n > 0) {
        summed.update(bytes, from, n);
        count(n);
      } else if (n < 0 && summed.getValue() != sum) {
        throw FileRefused.damaged(name);
      }
      return n;
    }

    @Override
    public long skip(long n) throws IOException {
      // A skip would inflate uncounted.
      int read = read(new byte[(int) Math.min(n, 1 << 13)]);
      return Math.max(0, read);
    }

    @Override
    public boolean markSupported() {
      return false;
    }

    private void count(int n) throws IOException {
      position += n;
      if (position > limit) {
        throw FileRefused.unsafe(name);
      }
      if (kept) {
        keep();
      }
    }

    private void keep() throws IOException {
      long before = inflated.getOrDefault(name, 0L);
      if (position > before) {
        total += position - before;
        inflated.put(name, position);
      }
      if (total > MAX_BYTES) {
        throw tooLarge();
      }
    }
  }
}
