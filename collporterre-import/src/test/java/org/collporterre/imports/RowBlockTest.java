package org.collporterre.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowBlockTest {
  private static CsvScanner scanner(String csv) {
    return new CsvScanner(new ByteArrayInputStream(csv.getBytes(UTF_8)), 1 << 20);
  }

  /** A row as its cells, with {@code "} before those that were quoted. */
  private static List<String> cells(TableRows rows) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < rows.cells(); i++) {
      String text = new String(rows.bytes(), rows.from(i), rows.to(i) - rows.from(i), UTF_8);
      cells.add((rows.flags(i) & CsvScanner.QUOTED) != 0 ? '"' + text : text);
    }
    return cells;
  }

  private static List<RowBlock> blocks(String csv, int size) throws IOException {
    CsvScanner scanner = scanner(csv);
    List<RowBlock> blocks = new ArrayList<>();
    for (RowBlock one = RowBlock.next(scanner, size);
        one != null;
        one = RowBlock.next(scanner, size)) {
      blocks.add(one);
    }
    return blocks;
  }

  private static String text(RowBlock block, int from, int to) {
    return new String(block.bytes(), from, to - from, UTF_8);
  }

  /** Rows whose lengths and numbers of cells change, so that a block grows in each way. */
  private static String uneven() {
    StringBuilder csv = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      csv.append("a".repeat(i * 7 % 30)).append(",\"é\n\"").append(",b".repeat(i * 5 % 23));
      csv.append(i % 3 == 0 ? "\r\n" : "\n");
    }
    return csv.append("last").toString();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 10, 63, 64, 65, 200, 1_000, 1 << 20})
  void rowsAreThoseOfTheScannerHoweverManyAreInABlock(int size) throws IOException {
    CsvScanner scanner = scanner(uneven());
    for (RowBlock block : blocks(uneven(), size)) {
      for (int row = 0; block.nextRow(); row++) {
        assertThat(scanner.nextRow()).isTrue();
        assertThat(cells(block)).isEqualTo(cells(scanner));
        assertThat(block.cells(row)).isEqualTo(scanner.cells());
        assertThat(block.line(row)).isEqualTo((int) scanner.line());
        assertThat(text(block, block.begin(row), block.end(row)))
            .isEqualTo(
                new String(
                    scanner.bytes(),
                    scanner.rowStart(),
                    scanner.rowEnd() - scanner.rowStart(),
                    UTF_8));
      }
      assertThat(block.nextRow()).isFalse();
    }
    assertThat(scanner.nextRow()).isFalse();
  }

  /** The first row that reaches the size is the last one of its block. */
  @ParameterizedTest
  @CsvSource({"1, 4", "3, 4", "4, 2", "5, 2", "6, 2", "7, 2", "9, 2", "10, 1", "12, 1", "100, 1"})
  void aBlockEndsWithTheRowThatFillsIt(int size, int blocks) throws IOException {
    assertThat(blocks("abc\ndef\nghi\njkl\n", size)).hasSize(blocks);
  }

  @Test
  void nothingLeftIsNoBlock() throws IOException {
    assertThat(blocks("", 10)).isEmpty();
  }

  @Test
  void aBlockIsReadAgain() throws IOException {
    RowBlock block = blocks("a,b\nc\n", 100).get(0);
    for (int i = 0; i < 2; i++) {
      assertThat(block.nextRow()).isTrue();
      assertThat(cells(block)).containsExactly("a", "b");
      assertThat(block.nextRow()).isTrue();
      assertThat(cells(block)).containsExactly("c");
      assertThat(block.nextRow()).isFalse();
      block.rewind();
    }
  }

  @Test
  void aCellBeginsWithItsQuote() throws IOException {
    RowBlock block = blocks("x\na,\"b\",c\n", 100).get(0);

    assertThat(block.start(0, 0)).isEqualTo(0);
    assertThat(block.start(1, 0)).isEqualTo(1);
    assertThat(block.start(1, 1)).isEqualTo(3);
    assertThat(block.start(1, 2)).isEqualTo(7);
  }

  @Test
  void theRowAScannerIsAtIsABlock() throws IOException {
    CsvScanner scanner = scanner("a\n\"b\",c\nd\n");
    scanner.nextRow();
    scanner.nextRow();
    RowBlock block = RowBlock.current(scanner);

    assertThat(block.nextRow()).isTrue();
    assertThat(cells(block)).containsExactly("\"b", "c");
    assertThat(block.line(0)).isEqualTo(2);
    assertThat(block.nextRow()).isFalse();
  }

  /** How the rows of a block end the reading. */
  private static List<String> ends(String csv) throws IOException {
    RowBlock block = blocks(csv, 100).get(0);
    List<String> ends = new ArrayList<>();
    while (block.nextRow()) {
      ends.add(block.isUnclosed() ? "unclosed" : block.isTooLong() ? "too long" : "");
    }
    return ends;
  }

  @Test
  void onlyTheLastRowEndsTheReading() throws IOException {
    assertThat(ends("a\nb\n\"c\nd")).containsExactly("", "", "unclosed");
    assertThat(ends("a\nb\n\"" + "c".repeat(2 << 20))).containsExactly("", "", "too long");
    assertThat(ends("a\nb")).containsExactly("", "");
  }
}
