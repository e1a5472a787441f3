package org.collporterre.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.collporterre.files.TemporaryFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedZipTest {
  private static final int ENTRIES = 3;

  @TempDir Path folder;

  @Test
  void entriesAreReadByName() throws IOException {
    Path file = zip("a.csv", "id,titre", "b/c.csv", "id");
    try (BoundedZip zip = BoundedZip.open(file, ENTRIES)) {
      assertThat(zip.names()).containsExactly("a.csv", "b/c.csv");
      assertThat(read(zip, "b/c.csv")).isEqualTo("id".getBytes(UTF_8));
      assertThat(zip.open("d.csv")).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"../a", "a/../../b", "/etc/passwd", "C:/a", "a\\b", ".."})
  void namesThatLeadOutAreRefused(String name) throws IOException {
    FileRefused refused = refused(zip(name, "x"));
    assertThat(refused.code()).isEqualTo("archive-unsafe");
    assertThat(refused.value()).isEqualTo(name);
  }

  @Test
  void namesWithDotsThatStayInsideAreNot() throws IOException {
    try (BoundedZip zip = BoundedZip.open(zip("a..b/...c", "x"), ENTRIES)) {
      assertThat(zip.names()).containsExactly("a..b/...c");
    }
  }

  @Test
  void tooManyEntriesAreRefused() throws IOException {
    Path file = zip("1", "", "2", "", "3", "", "4", "");
    assertThat(refused(file).code()).isEqualTo("archive-unsafe");
  }

  @Test
  void anEntryThatSwellsMoreThanAHundredfoldIsRefusedBeforeItIsReadWhole() throws IOException {
    Path file = folder.resolve("bomb.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      out.putNextEntry(new ZipEntry("zeros"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 100; i++) {
        out.write(zeros);
      }
    }
    assertThat(Files.size(file)).isLessThan(120_000);
    long limit = 100 * Files.size(file);
    try (BoundedZip zip = BoundedZip.open(file, ENTRIES);
        InputStream in = Objects.requireNonNull(zip.open("zeros"))) {
      long[] read = {0};
      FileRefused refused =
          catchThrowableOfType(
              FileRefused.class,
              () -> {
                byte[] buffer = new byte[8192];
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                  read[0] += n;
                }
              });
      assertThat(refused.code()).isEqualTo("archive-unsafe");
      assertThat(read[0]).isLessThanOrEqualTo(limit);
    }
  }

  @Test
  void readingAnEntryAgainDoesNotCountTwice() throws IOException {
    byte[] noise = new byte[48 << 20];
    new Random(1).nextBytes(noise);
    Path file = folder.resolve("noise.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      out.putNextEntry(new ZipEntry("noise"));
      out.write(noise);
    }
    try (BoundedZip zip = BoundedZip.open(file, ENTRIES)) {
      for (int i = 0; i < 6; i++) {
        assertThat(read(zip, "noise")).hasSize(noise.length);
      }
    }
  }

  @Test
  void anArchiveCutOffIsDamaged() throws IOException {
    Path file = zip("a.csv", "id,titre");
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 10));
    assertThat(refused(file).code()).isEqualTo("file-damaged");
  }

  @Test
  void anEncryptedArchiveIsNamedAsThat() throws IOException {
    Path file = zip("a.csv", "id,titre");
    byte[] bytes = Files.readAllBytes(file);
    for (int i = 0; i + 4 < bytes.length; i++) {
      // APPNOTE 4.3.12: bit 0 of the flags in the central directory, 8 bytes behind its signature.
      if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1 && bytes[i + 3] == 2) {
        bytes[i + 8] |= 1;
      }
    }
    Files.write(file, bytes);
    assertThat(refused(file).code()).isEqualTo("file-encrypted");
  }

  @Test
  void aStreamIsSpooledToAFileThatGoesWithTheArchive() throws IOException {
    byte[] bytes = Files.readAllBytes(zip("a.csv", "id"));
    TemporaryFile spooled = BoundedZip.spool(new ByteArrayInputStream(bytes));
    try (BoundedZip zip = BoundedZip.open(spooled, ENTRIES)) {
      assertThat(zip.names()).containsExactly("a.csv");
      assertThat(spooled.path()).exists();
    }
    assertThat(spooled.path().getParent()).doesNotExist();
  }

  @Test
  void aSpooledFileThatIsRefusedIsDeleted() throws IOException {
    TemporaryFile spooled = BoundedZip.spool(new ByteArrayInputStream(new byte[100]));
    FileRefused refused =
        catchThrowableOfType(FileRefused.class, () -> BoundedZip.open(spooled, ENTRIES));
    assertThat(refused.code()).isEqualTo("file-damaged");
    assertThat(spooled.path().getParent()).doesNotExist();
  }

  private static byte[] read(BoundedZip zip, String name) throws IOException {
    try (InputStream in = Objects.requireNonNull(zip.open(name))) {
      return in.readAllBytes();
    }
  }

  private static FileRefused refused(Path file) {
    return catchThrowableOfType(FileRefused.class, () -> BoundedZip.open(file, ENTRIES).close());
  }

  /** Writes an archive of names and texts. */
  private Path zip(String... namesAndTexts) throws IOException {
    Path file = folder.resolve("test.zip");
    try (OutputStream to = Files.newOutputStream(file);
        ZipOutputStream out = new ZipOutputStream(to)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        out.putNextEntry(new ZipEntry(namesAndTexts[i]));
        out.write(namesAndTexts[i + 1].getBytes(UTF_8));
      }
    }
    return file;
  }
}
