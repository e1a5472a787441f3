package org.collporterre.imports;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
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

  /** Each number is the number of its line. */
  @Test
  void placesHoldBeyondTheBuffer() throws Exception {
    int lines = 100_000;
    StringBuilder text = new StringBuilder("[");
    for (int i = 1; i < lines; i++) {
      text.append(i).append(",\n");
    }
    List<String> tokens = tokens(text.append(lines).append(']').toString());

    assertThat(tokens).hasSize(lines + 2);
    for (int i = 2; i <= lines; i++) {
      assertThat(tokens.get(i)).isEqualTo(i + ":1 NUMBER " + i);
    }
  }

  /** The first 512 bytes are read before the first token; what follows comes byte by byte. */
  @Test
  void bytesThatComeLaterAreWaitedFor() throws Exception {
    String blanks = " ".repeat(600);
    String longText = "x".repeat(1500);
    byte[] json =
        ("[" + blanks + "\r\n1,{\"a\":\"" + longText + "\"},\r{\"b\":2} ,{\"c\":\"é\\n\"},3,{\"d")
            .getBytes(UTF_8);
    JsonScanner scanner = new JsonScanner(new Drops(json));
    List<String> read = new ArrayList<>();
    scanner.next();
    assertThat(scanner.next()).isEqualTo(JsonScanner.Token.NUMBER);
    assertThat(scanner.line()).isEqualTo(2);
    assertThat(scanner.ahead(700)).isEqualTo(700);
    assertThat(readWhole(scanner, read)).isTrue();
    assertThat(readWhole(scanner, read)).isTrue();
    assertThat(readWhole(scanner, read)).isTrue();
    assertThat(read)
        .containsExactly(
            "2:3 {\"a\":\"" + longText + "\"}", "3:1 {\"b\":2}", "3:10 {\"c\":\"é\\u000a\"}");
    assertThat(readWhole(scanner, read)).isFalse();
    scanner.next();
    assertThat(scanner.column()).isEqualTo(22);
    assertThat(readWhole(scanner, read)).isFalse();
  }

  @Test
  void aStreamMayGiveNothingAtTimes() throws Exception {
    InputStream in =
        new InputStream() {
          private final Drops drops = new Drops("[12,\"ab\"]".getBytes(UTF_8));
          private boolean nothing;

          @Override
          public int read() {
            return drops.read();
          }

          @Override
          public int read(byte[] into, int from, int length) {
            nothing = !nothing;
            return nothing ? 0 : drops.read(into, from, length);
          }
        };

    assertThat(tokens(in))
        .containsExactly("1:1 BEGIN_ARRAY ", "1:2 NUMBER 12", "1:5 TEXT ab", "1:9 END_ARRAY ");
  }

  @Test
  void anEmptyArrayHasNoItem() throws Exception {
    for (String json : List.of("[]", "[", "[1", "{\"a\":1}")) {
      JsonScanner scanner = scanner(json);
      scanner.next();
      assertThat(scanner.isItemHere()).isEqualTo(json.equals("[1"));
    }
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "[1,] # { [ \" 0…9 - true false null",
        "[ # { [ \" 0…9 - true false null ]",
        "[1 2] # , ]",
        "{\"a\":1 2} # , }",
        "{ # \" }",
        "{\"a\":1,} # \"",
        "{\"a\" 1} # :",
        "{\"a\" # :",
        "[tru] # true",
        "[falsch] # false",
        "[nul # null",
        "[\"a # \"",
        "[\"a\\ # \"",
        "[-] # 0…9",
        "[1.] # 0…9",
        "[1e] # 0…9",
        "[1e-] # 0…9",
        "[\"\\x\"] # \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u0000",
        "`[\"a\nb\"]` # \\n",
        "`[\"a\tb\"]` # \\u0000…",
        "[1]] # "
      })
  void aFaultSaysWhatWouldHaveBeenRight(String text, String expected) {
    assertThat(fault(text).expected()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "[-] # 3 # ]",
        "[01] # 3 # 1",
        "[1e] # 4 # ]",
        "[1e+] # 5 # ]",
        "[.5] # 2 # .",
        "[+1] # 2 # +",
        "[1.5.2] # 5 # .",
        "[1a] # 3 # a",
        "[1:] # 3 # :",
        "[/1] # 2 # /",
        "[~] # 2 # ~",
        "[\u007F] # 2 # 0x7F",
        "[\u001F] # 2 # 0x1F",
        "[\"é\u001F\"] # 4 # 0x1F",
        "[1}] # 3 # }",
        "{] # 2 # ]",
        "{\"a\":1] # 7 # ]",
        "[\"\\u12g4z\"] # 2 # \\u12g4",
        "[\"\\u12\"] # 2 # \\u12",
        "[\"\\q12345\"] # 2 # \\q1234",
        "1 2 # 3 # 2",
        "[\"a\\ # 5 # ",
        "[\"aé # 5 # ",
        "{\"a\":nul # 6 # n"
      })
  void whatIsWrongIsShownWithItsColumn(String text, int column, String found) {
    JsonFault fault = fault(text);

    assertThat(fault.code()).isEqualTo("json-malformed");
    assertThat(fault.column()).isEqualTo(column);
    assertThat(fault.value()).isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource({"0", "-0", "10", "-12", "1.5", "0.05", "1e5", "1E+05", "-3.25e-10", "19.09e90"})
  void numbersAreAsTheyAreWritten(String number) throws Exception {
    assertThat(tokens("[" + number + "]"))
        .containsExactly(
            "1:1 BEGIN_ARRAY ",
            "1:2 NUMBER " + number,
            "1:" + (number.length() + 2) + " END_ARRAY ");
    assertThat(tokens(number)).containsExactly("1:1 NUMBER " + number);
  }

  @ParameterizedTest
  @CsvSource({
    "a\\ud83c, a\uFFFD, true",
    "\\ud83cx, \uFFFDx, true",
    "\\udf31\\ud83c, \uFFFD\uFFFD, true",
    "\\ud83c\\udf31, \uD83C\uDF31, false",
    "\\ud83c\\ud83c\\udf31, \uFFFD\uD83C\uDF31, true",
    "\uFFFD, \uFFFD, false"
  })
  void halfASurrogatePairIsReplacedAndTold(String json, String text, boolean half)
      throws Exception {
    JsonScanner scanner = scanner("[\"" + json + "\",\"x\"]");
    scanner.next();

    assertThat(scanner.next()).isEqualTo(JsonScanner.Token.TEXT);
    assertThat(scanner.text()).isEqualTo(text);
    assertThat(scanner.hasHalfSurrogate()).isEqualTo(half);
    scanner.next();
    assertThat(scanner.hasHalfSurrogate()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "`\"\u00E9\"` # encoding-not-utf8",
        "`\"\\n\u00E9\"` # encoding-not-utf8",
        "`\"\u00E9\\n\"` # encoding-not-utf8",
        "`\u00FE\u00FF\u0000[` # encoding-not-utf8",
        "`\u00FF\u00FE[\u0000` # encoding-not-utf8",
        "`PK\u0003\u0004` # file-not-text",
        "`%PDF-1.7` # file-not-text",
        "`` # file-empty",
        "` \n ` # file-empty",
        "`\u00EF\u00BB\u00BF` # file-empty",
        "`\u00EF\u00BB[]` # json-malformed",
        "`x` # json-malformed"
      })
  void bytesThatAreNoTextInUtf8AreToldFromWrongJson(String latin, String code) {
    JsonScanner scanner = new JsonScanner(new ByteArrayInputStream(latin.getBytes(ISO_8859_1)));
    JsonFault fault = catchThrowableOfType(JsonFault.class, scanner::next);

    assertThat(fault.code()).isEqualTo(code);
    assertThat(fault.line()).isEqualTo(1);
    assertThat(fault.column()).isEqualTo(1);
  }

  @Test
  void aByteOrderMarkIsNoColumn() throws Exception {
    JsonScanner scanner = scanner("\uFEFF[1]");

    assertThat(scanner.next()).isEqualTo(JsonScanner.Token.BEGIN_ARRAY);
    assertThat(scanner.hasMark()).isTrue();
    assertThat(scanner.column()).isEqualTo(1);
    JsonScanner other = scanner("[1]");
    other.next();
    assertThat(other.hasMark()).isFalse();
  }

  @Test
  void bytesAndOpenArraysAreCounted() throws Exception {
    JsonScanner scanner = scanner("[ 12, \"é\"]");
    scanner.next();
    assertThat(scanner.depth()).isEqualTo(1);
    scanner.next();
    assertThat(scanner.tokenOffset()).isEqualTo(2);
    assertThat(scanner.offset()).isEqualTo(4);
    scanner.next();
    assertThat(scanner.tokenOffset()).isEqualTo(6);
    assertThat(scanner.offset()).isEqualTo(10);
    assertThat(scanner.isAtEnd()).isFalse();
    scanner.next();
    assertThat(scanner.depth()).isZero();
    assertThat(scanner.isAtEnd()).isTrue();
    assertThat(scanner.next()).isEqualTo(JsonScanner.Token.END);
  }

  @Test
  void aValueIsSkippedWhole() throws Exception {
    JsonScanner scanner = scanner("[{\"a\":[[1],{}]},2,[3]]");
    scanner.next();
    scanner.skip(scanner.next());
    scanner.skip(scanner.next());
    assertThat(scanner.text()).isEqualTo("2");
    scanner.skip(scanner.next());
    assertThat(scanner.next()).isEqualTo(JsonScanner.Token.END_ARRAY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "ONE # `[]\n[]` # []!2:1",
        "SEQUENCE # `{}\n\n {} ` # {}| {}",
        "SEQUENCE # `{} {}` # {}!1:4",
        "SEQUENCE # `{}\n[]` # {}!2:1",
        "SEQUENCE # `{}\n{x` # {}| {!2:2",
        "LINES # `1\r\n\r\n [2 \n \t[]\n` # 1| [!3:5| []",
        "LINES # `[\n{}` # [!1:2| {}",
        "LINES # `{\"a\":1}{\"b\":1}\r[]` # {:}!1:8| []",
        "LINES # `[}\u001E[\n1` # [!1:2| 1",
        "SEPARATED # `\u001E[\n]\n\u001E\u001E{x\n[]\u001E{}` # []| {!3:4| {}",
        "SEPARATED # `\u001E{x\n[]\u001E{y` # {!1:3| {!2:5",
        "SEPARATED # `\u001E 1 \u001E\n` # 1"
      })
  void severalTextsAreReadOneAfterTheOther(JsonFraming framing, String file, String expected)
      throws IOException {
    for (InputStream in :
        List.of(new ByteArrayInputStream(file.getBytes(UTF_8)), new Drops(file.getBytes(UTF_8)))) {
      assertThat(texts(new JsonScanner(in, framing), framing.isResumable())).isEqualTo(expected);
    }
  }

  /** Shows the texts of a file: brackets, a colon for a name, and where a fault is. */
  private static String texts(JsonScanner scanner, boolean beyondFaults) throws IOException {
    StringBuilder shown = new StringBuilder();
    do {
      shown.append(shown.length() == 0 ? "" : "| ");
      try {
        for (JsonScanner.Token token = scanner.next();
            token != JsonScanner.Token.END;
            token = scanner.next()) {
          shown.append(
              switch (token) {
                case BEGIN_OBJECT -> "{";
                case END_OBJECT -> "}";
                case BEGIN_ARRAY -> "[";
                case END_ARRAY -> "]";
                case NAME -> ":";
                default -> scanner.depth() == 0 ? scanner.text() : "";
              });
        }
      } catch (JsonFault fault) {
        shown.append("!" + fault.line() + ":" + fault.column());
        if (!beyondFaults) {
          break;
        }
      }
    } while (scanner.nextText());
    return shown.toString();
  }

  /** Line breaks are those of LF, CR LF and CR; a text cannot have one. */
  @Test
  void linesOfATextAfterTheFirstAreCounted() throws Exception {
    JsonScanner scanner =
        new JsonScanner(
            new ByteArrayInputStream("\u001E\n1\r\n\u001E\r2".getBytes(UTF_8)),
            JsonFraming.SEPARATED);
    scanner.next();
    assertThat(scanner.line()).isEqualTo(2);
    scanner.next();
    assertThat(scanner.nextText()).isTrue();
    scanner.next();
    assertThat(scanner.line()).isEqualTo(4);
    assertThat(scanner.column()).isEqualTo(1);
  }

  @Test
  void jsonWithinSomethingElseHasThePlacesOfThat() throws Exception {
    byte[] json = "[1,\n2]".getBytes(UTF_8);
    for (JsonScanner scanner :
        List.of(
            new JsonScanner(json, 7, 3), new JsonScanner(new ByteArrayInputStream(json), 7, 3))) {
      assertThat(tokens(scanner))
          .containsExactly("7:3 BEGIN_ARRAY ", "7:4 NUMBER 1", "8:1 NUMBER 2", "8:2 END_ARRAY ");
    }
  }

  @ParameterizedTest
  @CsvSource({"1048576, 0, true", "1048577, 0, false", "0, 1048574, true", "0, 1048577, false"})
  void aNumberOrTextIsAtMostOneMebibyteLong(int digits, int letters, boolean read)
      throws Exception {
    String json = digits > 0 ? "1".repeat(digits) : "\"" + "a".repeat(letters) + "\"";
    if (read) {
      assertThat(tokens(json)).hasSize(1);
    } else {
      JsonFault fault = fault(json);
      assertThat(fault.code()).isEqualTo("json-limit");
      assertThat(fault.expected()).isEqualTo("1 MiB");
    }
  }

  @Test
  void nestingBeyondTheLimitIsRefused() {
    JsonFault fault = fault("[".repeat(JsonScanner.MAX_DEPTH + 1));

    assertThat(fault.code()).isEqualTo("json-limit");
    assertThat(fault.column()).isEqualTo(JsonScanner.MAX_DEPTH + 1);
  }

  @Test
  void aNameLikeAnotherIsItself() throws Exception {
    assertThat(tokens("{\"ab\":1,\"ac\":1,\"ab\":1,\"" + "n".repeat(65) + "\":1}"))
        .filteredOn(token -> token.contains(" NAME "))
        .containsExactly(
            "1:2 NAME ab", "1:9 NAME ac", "1:16 NAME ab", "1:23 NAME " + "n".repeat(65));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "ab # false # ab",
        "é # false # é",
        "a\\n # true # `a\n`",
        "\\ud83c # true # ",
        "\\x # true # ",
        "\\u00g0 # true # "
      })
  void theTextOfAPlainStringIsReturned(String json, boolean escaped, String text) {
    byte[] bytes = ("..." + json + "..").getBytes(UTF_8);

    assertThat(JsonScanner.ofTexts().plain(bytes, 3, bytes.length - 2, escaped)).isEqualTo(text);
  }

  /** The first two objects are read at once, the third has what is left to the scanner. */
  @Test
  void objectsInAnArrayAreReadAtOnceWhenTheyArePlain() throws Exception {
    String json = "[{\"a\":\"é\"}, {\"b\":\n\"🌱\"} ,{\"c\":1e5},[],{\"d\":1}]";
    for (InputStream in :
        List.of(new ByteArrayInputStream(json.getBytes(UTF_8)), new Drops(json.getBytes(UTF_8)))) {
      JsonScanner scanner = new JsonScanner(in);
      List<String> read = new ArrayList<>();
      assertThat(readWhole(scanner, read)).isFalse();
      scanner.next();
      assertThat(readWhole(scanner, read)).isTrue();
      assertThat(readWhole(scanner, read)).isTrue();
      assertThat(readWhole(scanner, read)).isFalse();
      assertThat(scanner.next()).isEqualTo(JsonScanner.Token.BEGIN_OBJECT);
      assertThat(scanner.column()).isEqualTo(8);
      assertThat(readWhole(scanner, read)).isFalse();
      scanner.next();
      scanner.next();
      scanner.next();
      assertThat(readWhole(scanner, read)).isFalse();
      scanner.skip(scanner.next());
      assertThat(readWhole(scanner, read)).isTrue();
      assertThat(readWhole(scanner, read)).isFalse();
      assertThat(scanner.isItemHere()).isFalse();
      assertThat(scanner.next()).isEqualTo(JsonScanner.Token.END_ARRAY);
      assertThat(scanner.column()).isEqualTo(28);
      assertThat(read)
          .containsExactly("1:2 {\"a\":\"é\"}", "1:13 {\"b\":\"🌱\"}", "2:21 {\"d\":1}");
    }
  }

  private static boolean readWhole(JsonScanner scanner, List<String> read) throws IOException {
    List<JsonNode> found = new ArrayList<>();
    boolean whole =
        scanner.read(
            new JsonCursor(),
            cursor -> {
              JsonNode node = cursor.node(null, 0);
              found.clear();
              if (node != null) {
                found.add(node);
              }
              return node != null;
            });
    if (whole) {
      read.add(scanner.line() + ":" + scanner.column() + " " + found.get(0).compact());
    }
    return whole;
  }

  @Test
  void whatIsAheadIsThereWithoutBeingRead() throws Exception {
    JsonScanner scanner = new JsonScanner(new Drops("[123,4]".getBytes(UTF_8)));
    scanner.next();
    assertThat(scanner.ahead(3)).isGreaterThanOrEqualTo(3);
    assertThat(new String(scanner.bytes(), scanner.at(), 3, UTF_8)).isEqualTo("123");
    assertThat(scanner.ahead(100)).isEqualTo(6);
    assertThat(scanner.isItemHere()).isTrue();
    assertThat(scanner.isObjectNext()).isFalse();
    scanner.pass(3, 0, 0, 0);
    scanner.next();
    assertThat(scanner.text()).isEqualTo("4");
    assertThat(scanner.column()).isEqualTo(6);
    assertThat(scanner("{\"a\":1}").isItemHere()).isFalse();
  }

  @Test
  void nestingIsAllowedToTheLimit() throws Exception {
    int most = JsonScanner.MAX_DEPTH;

    assertThat(tokens("[".repeat(most) + "]".repeat(most))).hasSize(2 * most);
  }

  private static List<String> tokens(String text) throws IOException, JsonFault {
    return tokens(new ByteArrayInputStream(text.getBytes(UTF_8)));
  }

  private static JsonScanner scanner(String text) {
    return new JsonScanner(new ByteArrayInputStream(text.getBytes(UTF_8)));
  }

  private static JsonFault fault(String text) {
    return catchThrowableOfType(JsonFault.class, () -> tokens(text));
  }

  private static List<String> tokens(InputStream in) throws IOException, JsonFault {
    return tokens(new JsonScanner(in));
  }

  private static List<String> tokens(JsonScanner scanner) throws IOException, JsonFault {
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
