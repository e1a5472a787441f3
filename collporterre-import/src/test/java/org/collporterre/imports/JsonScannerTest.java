package org.collporterre.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonScannerTest {
  /** Gives one byte at a time, as a slow connection may. */
  private static final class Drops extends InputStream {
    private final ByteArrayInputStream in;

    Drops(byte[] bytes) {
      this.in = new ByteArrayInputStream(bytes);
    }

    @Override
    public int read() {
      return in.read();
    }

    @Override
    public int read(byte[] into, int from, int length) {
      return in.read(into, from, Math.min(length, 1));
    }
  }

  @Test
  void tokensComeWithLineAndColumn() throws Exception {
    String text = "{\"a\": [1,\n true , null],\r\n\"é\":\"x\",\r \"b\" :{}}";

    List<String> expected =
        List.of(
            "1:1 BEGIN_OBJECT ",
            "1:2 NAME a",
            "1:7 BEGIN_ARRAY ",
            "1:8 NUMBER 1",
            "2:2 TRUE ",
            "2:9 NULL ",
            "2:13 END_ARRAY ",
            "3:1 NAME é",
            "3:5 TEXT x",
            "4:2 NAME b",
            "4:7 BEGIN_OBJECT ",
            "4:8 END_OBJECT ",
            "4:9 END_OBJECT ");
    assertThat(tokens(new ByteArrayInputStream(text.getBytes(UTF_8)))).isEqualTo(expected);
    assertThat(tokens(new Drops(text.getBytes(UTF_8)))).isEqualTo(expected);
  }

  /** An é is one unit, a seedling two; the comma after them is where an editor shows it. */
  @Test
  void columnsAreCountedInUtf16() throws Exception {
    assertThat(tokens("[\"é🌱\", 1]"))
        .containsExactly("1:1 BEGIN_ARRAY ", "1:2 TEXT é🌱", "1:9 NUMBER 1", "1:10 END_ARRAY ");
  }

  /** Each line has 3 characters and a line break, so token n of the array is on line n + 1. */
  @Test
  void placesHoldBeyondTheBuffer() throws Exception {
    int lines = 100_000;
    List<String> tokens = tokens("[\n" + "123,\n".repeat(lines) + "4]");

    assertThat(tokens).hasSize(lines + 3);
    assertThat(tokens.get(lines)).isEqualTo(lines + 1 + ":1 NUMBER 123");
    assertThat(tokens.get(lines + 1)).isEqualTo(lines + 2 + ":1 NUMBER 4");
  }

  @Test
  void escapesAreUndone() throws Exception {
    assertThat(tokens("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83C\\uDF31\""))
        .containsExactly("1:1 TEXT \"\\/\b\f\n\r\té🌱");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "[1,] # 4 # ]",
        "[1 2] # 4 # 2",
        "{\"a\" 1} # 6 # 1",
        "{a:1} # 2 # a",
        "[tru] # 2 # t",
        "[1.] # 4 # ]",
        "[1]] # 4 # ]",
        "[ # 2 # ",
        "[\"a # 4 # ",
        "[\"\\x\"] # 2 # \\x",
        "[é] # 2 # 0xC3"
      })
  void aFaultIsWhereItStands(String text, int column, String found) {
    JsonFault fault = catchThrowableOfType(JsonFault.class, () -> tokens(text));

    assertThat(fault.code()).isEqualTo("json-malformed");
    assertThat(fault.line()).isEqualTo(1);
    assertThat(fault.column()).isEqualTo(column);
    assertThat(fault.value()).isEqualTo(found);
  }

  @Test
  void nestingIsAllowedToTheLimit() throws Exception {
    int most = JsonScanner.MAX_DEPTH;

    assertThat(tokens("[".repeat(most) + "]".repeat(most))).hasSize(2 * most);
  }

  private static List<String> tokens(String text) throws IOException, JsonFault {
    return tokens(new ByteArrayInputStream(text.getBytes(UTF_8)));
  }

  private static List<String> tokens(InputStream in) throws IOException, JsonFault {
    JsonScanner scanner = new JsonScanner(in);
    List<String> tokens = new ArrayList<>();
    for (JsonScanner.Token token = scanner.next();
        token != JsonScanner.Token.END;
        token = scanner.next()) {
      boolean text =
          token == JsonScanner.Token.NAME
              || token == JsonScanner.Token.TEXT
              || token == JsonScanner.Token.NUMBER;
      tokens.add(
          scanner.line()
              + ":"
              + scanner.column()
              + " "
              + token
              + " "
              + (text ? scanner.text() : ""));
    }
    return tokens;
  }
}
