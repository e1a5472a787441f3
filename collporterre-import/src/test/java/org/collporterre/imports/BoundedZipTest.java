package org.collporterre.imports;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.collporterre.files.TemporaryFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
  @ValueSource(
      strings = {
        "../a",
        "a/../../b",
        "a/..",
        "/etc/passwd",
        "C:/a",
        ":a",
        "a\\b",
        "\\a",
        "..",
        "\0a",
        "a\0b"
      })
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
  @Tag("large")
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

  /** Each MiB is so much noise, which deflate cannot shorten, and else zeros, which take 1 kB. */
  @ParameterizedTest
  @CsvSource({"36, false, true", "36, true, false", "24, false, false"})
  @Tag("large")
  void whatIsNotKeptMayBeLongerUnlessItSwellsThirtyTwofold(int noise, boolean kept, boolean taken)
      throws IOException {
    Path file = folder.resolve("long.zip");
    byte[] block = new byte[1 << 20];
    Random random = new Random(1);
    byte[] start = new byte[noise << 10];
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      out.putNextEntry(new ZipEntry("long"));
      for (int i = 0; i < 257; i++) {
        random.nextBytes(start);
        System.arraycopy(start, 0, block, 0, start.length);
        out.write(block);
      }
    }
    try (BoundedZip zip = BoundedZip.open(file, ENTRIES);
        InputStream in = Objects.requireNonNull(kept ? zip.open("long") : zip.stream("long"))) {
      long[] read = {0};
      FileRefused refused =
          catchThrowableOfType(
              FileRefused.class,
              () -> {
                for (int n = in.read(block); n >= 0; n = in.read(block)) {
                  read[0] += n;
                }
              });
      assertThat(read[0]).isBetween(255L << 20, taken ? 257L << 20 : 256L << 20);
      assertThat(refused == null ? "" : refused.value())
          .isEqualTo(taken ? "" : kept ? "> 256 MiB" : "long");
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

  @Test
  void aNameThatStandsTwiceIsRefused() throws IOException {
    Path file = zip("a.csv", "id", "b.csv", "id");
    String bytes = Files.readString(file, ISO_8859_1).replace("b.csv", "a.csv");
    FileRefused refused = refused(Files.writeString(file, bytes, ISO_8859_1));
    assertThat(refused.code()).isEqualTo("archive-unsafe");
    assertThat(refused.value()).isEqualTo("a.csv");
  }

  @Test
  void asManyEntriesAsAllowedAreRead() throws IOException {
    try (BoundedZip zip = BoundedZip.open(zip("1", "", "2", "", "3", ""), ENTRIES)) {
      assertThat(zip.names()).hasSize(3);
    }
  }

  @Test
  void anArchiveThatIsTooLargeIsNotOpened() throws IOException {
    Path file = folder.resolve("large.zip");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength((256L << 20) + 1);
      FileRefused refused = refused(file);
      assertThat(refused.code()).isEqualTo("archive-unsafe");
      assertThat(refused.value()).isEqualTo("> 256 MiB");
      sparse.setLength(256L << 20);
      assertThat(refused(file).code()).isEqualTo("file-damaged");
    }
  }

  /** As old archivers write them: é is the byte 130 in code page 437. */
  @Test
  void namesInACodePageDoNotHinderOthers() throws IOException {
    Path file = folder.resolve("437.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file), ISO_8859_1)) {
      for (String name : List.of("a.csv", "b\u0082s.csv")) {
        out.putNextEntry(new ZipEntry(name));
        out.write("id".getBytes(UTF_8));
      }
    }
    try (BoundedZip zip = BoundedZip.open(file, ENTRIES)) {
      assertThat(zip.names()).containsExactly("a.csv", "b\u0082s.csv");
      assertThat(read(zip, "a.csv")).isEqualTo("id".getBytes(UTF_8));
    }
  }

  @Test
  void theTimeOfAnEntryIsThatOfTheArchive() throws IOException {
    LocalDateTime time = LocalDateTime.of(2012, 11, 21, 8, 30, 2);
    Path file = folder.resolve("times.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      ZipEntry entry = new ZipEntry("a.csv");
      entry.setTimeLocal(time);
      out.putNextEntry(entry);
    }
    try (BoundedZip zip = BoundedZip.open(file, ENTRIES)) {
      assertThat(zip.modified("a.csv")).isEqualTo(time);
      assertThat(zip.modified("b.csv")).isEqualTo(LocalDateTime.of(1980, 1, 1, 0, 0));
    }
  }

  @Test
  void bytesAreReadOneByOneAndPassedOver() throws IOException {
    Path file = folder.resolve("bytes.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      out.putNextEntry(new ZipEntry("bytes"));
      out.write(new byte[] {1, -1, 2, 3, 4});
    }
    try (BoundedZip zip = BoundedZip.open(file, ENTRIES);
        InputStream in = Objects.requireNonNull(zip.open("bytes"))) {
      assertThat(in.read()).isEqualTo(1);
      assertThat(in.read()).isEqualTo(255);
      assertThat(in.markSupported()).isFalse();
      assertThat(in.read(new byte[0])).isZero();
      assertThat(in.skip(2)).isEqualTo(2);
      assertThat(in.read()).isEqualTo(4);
      assertThat(in.skip(1)).isZero();
      assertThat(in.read()).isEqualTo(-1);
    }
  }

  /** What is small is not asked how compressible it is, whether it is read or passed over. */
  @ParameterizedTest
  @CsvSource({"8388608, false, true", "8388609, false, false", "8388609, true, false"})
  void aSmallEntryMayBeAsCompressibleAsItLikes(int length, boolean passed, boolean taken)
      throws IOException {
    Path file = folder.resolve("small.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      out.putNextEntry(new ZipEntry("zeros"));
      out.write(new byte[length]);
    }
    try (BoundedZip zip = BoundedZip.open(file, ENTRIES);
        InputStream in = Objects.requireNonNull(zip.open("zeros"))) {
      FileRefused refused =
          catchThrowableOfType(
              FileRefused.class,
              () -> {
                if (passed) {
                  in.skipNBytes(length);
                } else {
                  in.transferTo(OutputStream.nullOutputStream());
                }
              });
      assertThat(refused == null).isEqualTo(taken);
    }
  }

  /** Beyond the size at which it is asked how compressible an entry is. */
  @Test
  void anEntryThatIsNotCompressedAtAllIsRead() throws IOException {
    int length = (8 << 20) + 1;
    Path file = folder.resolve("plain.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      out.setLevel(Deflater.NO_COMPRESSION);
      out.putNextEntry(new ZipEntry("zeros"));
      out.write(new byte[length]);
    }
    try (BoundedZip zip = BoundedZip.open(file, ENTRIES);
        InputStream in = Objects.requireNonNull(zip.open("zeros"))) {
      assertThat(in.transferTo(OutputStream.nullOutputStream())).isEqualTo(length);
    }
  }

  @Test
  void anEntryThatIsNotWhatItsSumSaysIsDamaged() throws IOException {
    Path file = zip("a.csv", "id,titre,resume");
    byte[] bytes = Files.readAllBytes(file);
    // Behind the local header, 30 bytes and the name: APPNOTE 4.3.7.
    bytes[30 + "a.csv".length() + 4] ^= 1;
    Files.write(file, bytes);
    try (BoundedZip zip = BoundedZip.open(file, ENTRIES)) {
      FileRefused refused = catchThrowableOfType(FileRefused.class, () -> read(zip, "a.csv"));
      assertThat(refused.code()).isEqualTo("file-damaged");
      assertThat(refused.value()).isEqualTo("a.csv");
    }
  }

  @Test
  void anEntryWhoseHeaderIsGoneIsDamaged() throws IOException {
    Path file = zip("a.csv", "id");
    byte[] bytes = Files.readAllBytes(file);
    bytes[0] = 0;
    Files.write(file, bytes);
    try (BoundedZip zip = BoundedZip.open(file, ENTRIES)) {
      FileRefused refused = catchThrowableOfType(FileRefused.class, () -> read(zip, "a.csv"));
      assertThat(refused.code()).isEqualTo("file-damaged");
    }
  }

  @Test
  void aClosedArchiveHoldsItsFileNoMore() throws IOException {
    BoundedZip zip = BoundedZip.open(zip("a.csv", "id"), ENTRIES);
    zip.close();
    assertThatIllegalStateException().isThrownBy(() -> zip.open("a.csv"));
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
