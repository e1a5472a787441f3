package org.collporterre.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonCursorTest {
  /** Bytes stand before the JSON, and more behind it than may be looked at. */
  private static JsonCursor at(String json) {
    byte[] bytes = ("\"\"" + json + "]1\"").getBytes(UTF_8);
    JsonCursor cursor = new JsonCursor();
    cursor.begin(bytes, 2, bytes.length - 3);
    return cursor;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "`{ \"a\" : [ 1 , -2.5,\ttrue ] ,\r\n\"b\":{}} ` # {\"a\":[1,-2.5,true],\"b\":{}}",
        "[[],{},null,false] # [[],{},null,false]",
        "`[\n]` # []",
        "\"é🌱\" # \"é🌱\"",
        "\"a\\u00e9\\\\\" # \"aé\\\\\"",
        "\"12345678\\t12345678é1234567🌱\" # \"12345678\\u000912345678é1234567🌱\"",
        "`0 ` # 0",
        "`-0.10 ` # -0.10",
      })
  void aPlainValueIsRead(String json, String compact) {
    JsonNode node = at(json).node("n", 3);

    assertThat(node).isNotNull().extracting(JsonNode::compact).isEqualTo(compact);
    assertThat(node).extracting(JsonNode::name).isEqualTo("n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e5 ",
        "1E5 ",
        "01 ",
        "-01 ",
        "- ",
        "1. ",
        ".5 ",
        "+1 ",
        "x",
        "/",
        ":",
        "",
        " ",
        "tru ",
        "trux",
        "nule",
        "fals",
        "\"a",
        "\"a\\",
        "\"a\u0001\"",
        "\"12345678\u0001\"",
        "\"\\x\"",
        "\"\\ud83c\"",
        "[1,]",
        "[1 2]",
        "[1",
        "[1}",
        "{\"a\":1",
        "{\"a\" 1}",
        "{\"a\":1,}",
        "{a:1}",
        "{\"a\":1,\"a\":2}",
        "{\"a\":}",
        "{\"a\":1]",
        "12",
        "\u0001",
        "[\u0001]",
        "[\r"
      })
  void whatIsNotPlainIsLeftToTheScanner(String json) {
    assertThat(at(json).node(null, 0)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "\"a # true",
        "\"a\\ # true",
        "12 # true",
        "-1. # true",
        "tru # true",
        "[1, # true",
        "`1\r` # false",
        "`[\r` # true",
        "`` # true",
        "\"a\u0001b # false",
        "1e5 # false",
        "trux # false",
        "[1} # false"
      })
  void thatBytesAreMissingIsTold(String json, boolean cut) {
    JsonCursor cursor = at(json);
    cursor.node(null, 0);

    assertThat(cursor.isCut()).isEqualTo(cut);
  }

  @Test
  void aCursorThatBeginsAnewHasForgottenWhatItFound() {
    JsonCursor cursor = at("[\n\"é\"");
    cursor.node(null, 0);
    assertThat(cursor.isCut()).isTrue();
    assertThat(cursor.lines()).isEqualTo(1);
    assertThat(cursor.surplus()).isEqualTo(1);

    cursor.begin("12 ".getBytes(UTF_8), 0, 3);
    assertThat(cursor.isCut()).isFalse();
    assertThat(cursor.lines()).isZero();
    assertThat(cursor.surplus()).isZero();
  }

  /** Behind the brackets of 33 arrays nothing is read: the scanner goes deeper. */
  @ParameterizedTest
  @CsvSource({"33, true", "34, false"})
  void nestingHasALimit(int depth, boolean read) {
    JsonNode node = at("[".repeat(depth) + "]".repeat(depth)).node(null, 0);

    assertThat(node != null).isEqualTo(read);
  }

  /** Line breaks are LF, CR and CR LF; the line's surplus is bytes less UTF-16 code units. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "`[1,\n2,\n 3] ` # 2 # 7 # 0",
        "`[1,\r2] ` # 1 # 4 # 0",
        "`[\"éé\",\r\n\"é\"] ` # 1 # 10 # 1",
        "`[\"éé\",\"ééé12345678🌱\"] ` # 0 # 0 # 7",
      })
  void linesAndColumnsAreCounted(String json, int lines, int lineStart, int surplus) {
    JsonCursor cursor = at(json);

    assertThat(cursor.node(null, 0)).isNotNull();
    assertThat(cursor.lines()).isEqualTo(lines);
    assertThat(cursor.lineStart()).isEqualTo(lines == 0 ? 0 : lineStart + 2);
    assertThat(cursor.surplus()).isEqualTo(surplus);
  }

  /** Whatever its length and wherever in eight bytes a quote or backslash stands. */
  @Test
  void stringsOfAllLengthsEndAtTheirQuote() {
    for (int length : IntStream.range(0, 20).toArray()) {
      for (String end : new String[] {"", "é", "\\n", "🌱"}) {
        String text = "abcdefghijklmnopqrstuvwxyz".substring(0, length) + end;
        JsonCursor cursor = at("\"" + text + "\",\"x\"");

        assertThat(cursor.string()).isTrue();
        assertThat(cursor.text()).isEqualTo(text.replace("\\n", "\n"));
        assertThat(cursor.from()).isEqualTo(3);
        assertThat(cursor.to()).isEqualTo(3 + text.getBytes(UTF_8).length);
        assertThat(cursor.at()).isEqualTo(cursor.to() + 1);
        assertThat(cursor.surplus()).isEqualTo(text.getBytes(UTF_8).length - text.length());
        assertThat(cursor.comma()).isTrue();
        assertThat(cursor.comma()).isFalse();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "7",
        "1.5",
        "-12.25",
        "48.390394",
        "0.1",
        "-0.3",
        "123456789012345",
        "-123456789012345",
        "1234567890123456",
        "9007199254740993",
        "12345678901234.5",
        "123456789.123456",
        "-1234567890.12345",
        "0.00000000000001",
        "0.000000000000001",
        "1.00000000000000005",
        "99999999999999.9",
        "-9999999999999.99",
        "98765432109876543210"
      })
  void aDecimalNumberIsTheNearestDouble(String number) {
    JsonCursor cursor = at(number + " ");

    assertThat(cursor.number()).isTrue();
    assertThat(cursor.digits()).isEqualTo(number);
    assertThat(cursor.decimal()).isEqualTo(Double.parseDouble(number));
  }

  @Test
  void aCursorGoesBackToTryAValueOtherwise() {
    JsonCursor cursor = at("\"é\" ");
    assertThat(cursor.string()).isTrue();
    cursor.back(2, 0);

    assertThat(cursor.at()).isEqualTo(2);
    assertThat(cursor.surplus()).isZero();
    assertThat(cursor.take('x')).isFalse();
    assertThat(cursor.peek()).isEqualTo('"');
    assertThat(cursor.literal("true")).isFalse();
  }

  @Test
  void aLiteralMayEndTheBytes() {
    assertThat(at("true").literal("true")).isTrue();
    JsonCursor cursor = at("null,");
    assertThat(cursor.literal("null")).isTrue();
    assertThat(cursor.comma()).isTrue();
    assertThat(cursor.peek()).isEqualTo(-1);
    assertThat(at("é").peek()).isEqualTo(0xC3);
    assertThat(at("\u0001").peek()).isEqualTo(1);
  }
}
