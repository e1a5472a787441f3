package org.collporterre.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvScannerTest {
  private static final char[] ALPHABET = {'a', 'é', '€', ',', '"', '\n', '\r', ' ', ';'};

  @Test
  void splitsWhatRfc4180Shows() throws IOException {
    assertThat(scan("aaa,\"b \"\"b\"\" b\",\"c\r\nc\"\r\nz,,\r\n"))
        .containsExactly(List.of("aaa", "b \"b\" b", "c\r\nc"), List.of("z", "", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {"a,b|c,d # 2", "a,b|c,d| # 2", "a|'x|y'|b # 3", "a||b # 3"})
  void takesLfCrAndCrlfForTheSame(String pattern, int rows) throws IOException {
    for (String lineBreak : new String[] {"\n", "\r", "\r\n"}) {
      String csv = pattern.strip().replace("|", lineBreak).replace('\'', '"');
      assertThat(scan(csv)).as(csv).hasSize(rows);
    }
  }

  @Test
  void countsPhysicalLinesInsideQuotedCells() throws IOException {
    CsvScanner scanner = scanner("h\n\"1\n2\r\n3\r4\"\nx\n", 1 << 20);
    List<Long> lines = new ArrayList<>();
    while (scanner.nextRow()) {
      lines.add(scanner.line());
    }
    assertThat(lines).containsExactly(1L, 2L, 6L);
  }

  @Test
  void flagsTextBehindAClosingQuoteAndKeepsTheRow() throws IOException {
    CsvScanner scanner = scanner("\"a\"b,c\nd,e\n", 1 << 20);
    assertThat(scanner.nextRow()).isTrue();
    assertThat(scanner.flags(0)).isEqualTo(CsvScanner.MISPLACED_QUOTE);
    assertThat(cell(scanner, 0)).isEqualTo("\"a\"b");
    assertThat(scanner.nextRow()).isTrue();
    assertThat(cell(scanner, 1)).isEqualTo("e");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '~',
      value = {"a\\\"bc,d", "\"a\"bc,d", "\"a\" ,d", "\"a\"\"b\"c\",d", "\"\"\"\"x,d", "a\"b\",d"})
  void cellsWithMisplacedQuotesStayAsTheyStandHoweverTheBytesArrive(String row) throws IOException {
    String cell = row.substring(0, row.length() - 2);
    for (int chunk = 1; chunk < 12; chunk++) {
      assertThat(scan(row + "\ne\n" + row, chunk))
          .containsExactly(List.of(cell, "d"), List.of("e"), List.of(cell, "d"));
    }
  }

  @Test
  void aQuoteThatIsNeverClosedIsSaidAndEndsTheFile() throws IOException {
    CsvScanner scanner = scanner("a,b\nc,\"d\ne,f\n", 1 << 20);
    assertThat(scanner.nextRow()).isTrue();
    assertThat(scanner.isUnclosed()).isFalse();
    assertThat(scanner.nextRow()).isTrue();
    assertThat(scanner.isUnclosed()).isTrue();
    assertThat(scanner.nextRow()).isFalse();
  }

  @Test
  void givesUpOnARowLongerThanAllowed() throws IOException {
    CsvScanner scanner = scanner("a\n\"" + "x".repeat(2_000_000), 1 << 20);
    assertThat(scanner.nextRow()).isTrue();
    assertThat(scanner.nextRow()).isTrue();
    assertThat(scanner.isTooLong()).isTrue();
    assertThat(scanner.nextRow()).isFalse();
  }

  @Test
  void agreesWithFastCsvOnRandomTextHoweverTheBytesArrive() throws IOException {
    assertAgreement(20121121, 500);
  }

  @Test
  @Tag("large")
  void agreesWithFastCsvOnMuchRandomTextHoweverTheBytesArrive() throws IOException {
    assertAgreement(20121122, 20_000);
  }

  private static void assertAgreement(long seed, int rounds) throws IOException {
    Random random = new Random(seed);
    int compared = 0;
    for (int round = 0; round < rounds; round++) {
      String csv = random(random);
      List<List<String>> expected = reference(csv);
      if (expected != null) {
        compared++;
        assertThat(scan(csv, 1 + random.nextInt(5)))
            .as("seed %d: %s", seed, csv)
            .isEqualTo(expected);
      }
    }
    assertThat(compared).isGreaterThan(rounds / 2);
  }

  @ParameterizedTest
  @CsvSource({"63", "64", "65", "128", "129", "1000"})
  void wideRowsHaveAllTheirCells(int cells) throws IOException {
    String row = "a,\"b\"\"\",".repeat(cells / 2) + (cells % 2 == 1 ? "c" : "\"d\"");
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < cells / 2; i++) {
      expected.addAll(List.of("a", "b\""));
    }
    expected.add(cells % 2 == 1 ? "c" : "d");
    assertThat(scan(row + "\nx,y\n")).containsExactly(expected, List.of("x", "y"));
  }

  /** Rows of lengths around the sizes at which more bytes are read, or the buffer grows. */
  @ParameterizedTest
  @CsvSource({"65535", "65536", "65537", "262143", "262144", "262145", "600000"})
  void longRowsAreWholeAndHaveTheirPlaceInTheFile(int length) throws IOException {
    String cell = "é".repeat(length / 2 - 3) + (length % 2 == 1 ? "x" : "");
    String csv = "id,titre\n" + ("ab,\"" + cell + "\"\n").repeat(2) + "cd,e";
    for (int chunk : new int[] {1 << 12, 1 << 20}) {
      CsvScanner scanner = new CsvScanner(trickle(csv, chunk), 1 << 20);
      List<Long> offsets = new ArrayList<>();
      List<String> cells = new ArrayList<>();
      List<Long> behind = new ArrayList<>();
      while (scanner.nextRow()) {
        offsets.add(scanner.offset(scanner.rowStart()));
        offsets.add(scanner.offset(scanner.rowEnd()));
        cells.add(cell(scanner, 1));
        behind.add(scanner.lineBehind());
      }
      long row = cell.getBytes(UTF_8).length + 5L;
      assertThat(cells).containsExactly("titre", cell, cell, "e");
      assertThat(offsets)
          .containsExactly(0L, 8L, 9L, 9 + row, 10 + row, 10 + 2 * row, 11 + 2 * row, 15 + 2 * row);
      assertThat(behind).containsExactly(2L, 3L, 4L, 5L);
    }
  }

  @Test
  void theLineBehindARowIsBehindItsLineBreaks() throws IOException {
    CsvScanner scanner = scanner("\"a\r\nb\"\rc\n\"d\ne\"", 1 << 20);
    List<Long> behind = new ArrayList<>();
    while (scanner.nextRow()) {
      behind.add(scanner.lineBehind());
    }
    assertThat(behind).containsExactly(3L, 4L, 6L);
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "3", "1000"})
  void looksAheadWithoutMovingAndPassesOverLines(int chunk) throws IOException {
    CsvScanner scanner = new CsvScanner(trickle("x\"\r\n\ry\nz,a\nb", chunk), 1 << 20);
    assertThat(scanner.peek(3)).isEqualTo("x\"\r".getBytes(UTF_8));
    assertThat(scanner.buffered()).startsWith("x\"\r".getBytes(UTF_8));
    scanner.skipLines(3);
    assertThat(scanner.peek(3)).isEqualTo("z,a".getBytes(UTF_8));
    assertThat(scanner.nextRow()).isTrue();
    assertThat(scanner.line()).isEqualTo(4);
    assertThat(cell(scanner, 1)).isEqualTo("a");
    assertThat(scanner.peek(5)).isEqualTo("b".getBytes(UTF_8));
    scanner.skipLines(5);
    assertThat(scanner.peek(1)).isEmpty();
    assertThat(scanner.nextRow()).isFalse();
  }

  private static String random(Random random) {
    StringBuilder csv = new StringBuilder();
    int length = random.nextInt(24);
    for (int i = 0; i < length; i++) {
      csv.append(ALPHABET[random.nextInt(ALPHABET.length)]);
    }
    return csv.toString();
  }

  /** What FastCSV reads, or null for what it refuses: unclosed quotes, text behind quotes. */
  private static @Nullable List<List<String>> reference(String csv) {
    List<List<String>> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .skipEmptyLines(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .commentStrategy(CommentStrategy.NONE)
            .ofCsvRecord(csv)) {
      reader.forEach(row -> rows.add(row.getFields()));
      return rows;
    } catch (RuntimeException e) {
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<List<String>> scan(String csv) throws IOException {
    return scan(csv, Integer.MAX_VALUE);
  }

  private static List<List<String>> scan(String csv, int chunk) throws IOException {
    CsvScanner scanner = new CsvScanner(trickle(csv, chunk), 1 << 20);
    List<List<String>> rows = new ArrayList<>();
    while (scanner.nextRow()) {
      List<String> row = new ArrayList<>();
      for (int i = 0; i < scanner.cells(); i++) {
        row.add(cell(scanner, i));
      }
      rows.add(row);
    }
    return rows;
  }

  /** A text that arrives in pieces of so many bytes. */
  private static InputStream trickle(String csv, int chunk) {
    return new FilterInputStream(new ByteArrayInputStream(csv.getBytes(UTF_8))) {
      @Override
      public int read(byte[] target, int from, int length) throws IOException {
        return super.read(target, from, Math.min(length, chunk));
      }
    };
  }

  private static CsvScanner scanner(String csv, int maxRow) {
    return new CsvScanner(new ByteArrayInputStream(csv.getBytes(UTF_8)), maxRow);
  }

  private static String cell(CsvScanner scanner, int i) {
    String text =
        new String(scanner.bytes(), scanner.from(i), scanner.to(i) - scanner.from(i), UTF_8);
    return (scanner.flags(i) & CsvScanner.DOUBLED_QUOTES) != 0 ? text.replace("\"\"", "\"") : text;
  }
}
