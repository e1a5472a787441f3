package org.collporterre.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonBlockTest {
  private static final String FILE = "[ {\"a\":\"é\"} ,\r\n{\"b\":\"]\\\\\\\"\"}, [1]\n, 2 ]";

  /** Returns the scanner behind the bracket of an array. */
  private static JsonScanner scanner(InputStream in) throws Exception {
    JsonScanner scanner = new JsonScanner(in);
    assertThat(scanner.next()).isEqualTo(JsonScanner.Token.BEGIN_ARRAY);
    return scanner;
  }

  private static JsonScanner scanner(String json) throws Exception {
    return scanner(new ByteArrayInputStream(json.getBytes(UTF_8)));
  }

  /** Shows the blocks of an array: the number of the first item, and each with its place. */
  private static List<String> blocks(JsonScanner in, int size) throws Exception {
    JsonBlock.Cutter cutter = new JsonBlock.Cutter(in, size);
    List<String> blocks = new ArrayList<>();
    int index = 0;
    for (JsonBlock block = cutter.next(0); block != null; block = cutter.next(index)) {
      StringBuilder shown = new StringBuilder().append(block.index());
      JsonScanner items = block.scanner();
      int count = 0;
      for (; !items.isAtEnd(); count++) {
        assertThat(items.depth()).isEqualTo(1);
        JsonNode item = JsonNode.read(items, items.next(), null, null, 0, twice -> {});
        shown.append(" ").append(item.line()).append(':').append(item.column());
        shown.append(item.compact());
      }
      assertThat(cutter.items()).isEqualTo(count);
      index += count;
      blocks.add(shown.toString());
    }
    return blocks;
  }

  /** The first item has 11 bytes with its blank, the second ends 27 bytes from there. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "1 # 0 1:3{\"a\":\"é\"}| 1 2:1{\"b\":\"]\\\\\\\"\"}| 2 2:16[1]| 3 3:3 2",
        "11 # 0 1:3{\"a\":\"é\"}| 1 2:1{\"b\":\"]\\\\\\\"\"}| 2 2:16[1] 3:3 2",
        "12 # 0 1:3{\"a\":\"é\"} 2:1{\"b\":\"]\\\\\\\"\"}| 2 2:16[1] 3:3 2",
        "27 # 0 1:3{\"a\":\"é\"} 2:1{\"b\":\"]\\\\\\\"\"}| 2 2:16[1] 3:3 2",
        "28 # 0 1:3{\"a\":\"é\"} 2:1{\"b\":\"]\\\\\\\"\"} 2:16[1]| 3 3:3 2",
        "99 # 0 1:3{\"a\":\"é\"} 2:1{\"b\":\"]\\\\\\\"\"} 2:16[1] 3:3 2"
      })
  void blocksHaveWholeItemsWithTheirPlaces(int size, String expected) throws Exception {
    for (InputStream in :
        List.of(new ByteArrayInputStream(FILE.getBytes(UTF_8)), new Drops(FILE.getBytes(UTF_8)))) {
      JsonScanner scanner = scanner(in);
      assertThat(String.join("| ", blocks(scanner, size)).replace(":3 2", ":32"))
          .isEqualTo(expected.replace(":3 2", ":32"));
      assertThat(scanner.next()).isEqualTo(JsonScanner.Token.END_ARRAY);
      assertThat(scanner.line()).isEqualTo(3);
      assertThat(scanner.column()).isEqualTo(5);
      assertThat(scanner.next()).isEqualTo(JsonScanner.Token.END);
    }
  }

  @Test
  void columnsBehindABlockAreInUtf16() throws Exception {
    assertThat(blocks(scanner("[\"é\", \"🌱\",\"\\\\\", 7]"), 1))
        .containsExactly("0 1:2\"é\"", "1 1:7\"🌱\"", "2 1:12\"\\\\\"", "3 1:18" + "7");
    assertThat(blocks(scanner("[\"é\",\r\"🌱\", {\"a\":[\r\n1,2]},\n7]"), 1))
        .containsExactly("0 1:2\"é\"", "1 2:1\"🌱\"", "2 2:7{\"a\":[1,2]}", "3 4:1" + "7");
  }

  /** What is wrong is left to who reads on: the blocks before it are as they were. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "[] # 1 # ``",
        "[1,,2] # 1 # 0 1:21",
        "[1, ] # 1 # 0 1:21",
        "`[1, \n,2]` # 99 # 0 1:21",
        "[[1],{\"a # 99 # 0 1:2[1]",
        "[[1],{\"a # 1 # 0 1:2[1]",
        "[[1 # 1 # ``",
        "[1} # 1 # 0 1:21",
        "{} # 1 # ``"
      })
  void whereNoItemIsFoundThereIsNoBlock(String json, int size, String expected) throws Exception {
    JsonScanner scanner = new JsonScanner(new ByteArrayInputStream(json.getBytes(UTF_8)));
    scanner.next();

    assertThat(String.join("| ", blocks(scanner, size))).isEqualTo(expected);
  }
}
