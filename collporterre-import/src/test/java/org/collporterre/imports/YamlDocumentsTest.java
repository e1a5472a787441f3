package org.collporterre.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import org.collporterre.report.Location;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** YAML 1.2 with the scalars of JSON. */
class YamlDocumentsTest {
  private final List<String> duplicates = new ArrayList<>();

  private List<JsonNode> read(String text) throws JsonFault {
    return YamlDocuments.read(text, node -> duplicates.add(node.pointer()));
  }

  private String compact(String text) throws JsonFault {
    return String.join(" ", read(text).stream().map(JsonNode::compact).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "[~, null, Null, NULL, 'null', nULL, ''] # [null,null,null,null,\"null\",\"nULL\",\"\"]",
        "[true, True, TRUE, 'true', yes] # [true,true,true,\"true\",\"yes\"]",
        "[false, False, FALSE, \"false\", no] # [false,false,false,\"false\",\"no\"]",
        "[1, -0.5, 1e3, 0, 10.25E-2, '1'] # [1,-0.5,1e3,0,10.25E-2,\"1\"]",
        "[01, 0x1F, .5, +1, 1.] # [\"01\",\"0x1F\",\".5\",\"+1\",\"1.\"]",
        "`a:\nb: 1` # {\"a\":null,\"b\":1}",
        "`a: |\n  x\n  y\n` # {\"a\":\"x\\u000ay\"}",
        "`a: |+\n  x\n\n` # {\"a\":\"x\\u000a\"}",
        "`a: |-\n  x` # {\"a\":\"x\"}",
        "`a: >\n  x\n  y\n` # {\"a\":\"x y\"}",
        "`a: \"x\\n\"` # {\"a\":\"x\\u000a\"}",
        "`a: |\n  1\n` # {\"a\":\"1\"}",
        "`--- 1\n--- {a: 2}\n` # 1 {\"a\":2}",
        "`` # ``",
        "`- &a {b: [1, x], c: ~}\n- *a\n` # [{\"b\":[1,\"x\"],\"c\":null},{\"b\":[1,\"x\"],\"c\":null}]",
        "[&n ~, *n, &t x, *t, &l [], *l] # [null,null,\"x\",\"x\",[],[]]",
        "`a: 1\na: {b: 2}\nc: {a: 3}` # {\"a\":1,\"c\":{\"a\":3}}"
      })
  void valuesAreThoseOfJson(String text, String expected) throws JsonFault {
    assertThat(compact(text)).isEqualTo(expected);
    assertThat(duplicates).isEqualTo(text.startsWith("a: 1\na") ? List.of("/a") : List.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "`a: 1\nb: !x 1` # 2:4 !x -",
        "`- !y [1]` # 1:3 !y -",
        "`&a 1\n--- *a` # 2:5 *a -",
        "[*b] # 1:2 *b -",
        "`&a x: 1\n*a : 2` # 2:1 *a -",
        "`? [a]\n: b` # 1:3 - key: value",
        "`? {a: b}\n: c` # 1:3 - key: value"
      })
  void whatJsonCannotSayIsRefusedAtItsPlace(String text, String expected) {
    JsonFault fault = catchThrowableOfType(JsonFault.class, () -> read(text));

    assertThat(fault.code()).isEqualTo("yaml-malformed");
    assertThat(
            fault.line()
                + ":"
                + fault.column()
                + " "
                + (fault.value() == null ? "-" : fault.value())
                + " "
                + (fault.expected() == null ? "-" : fault.expected()))
        .isEqualTo(expected);
  }

  @Test
  void whatIsNoYamlIsRefusedWhereItGoesWrong() {
    JsonFault fault = catchThrowableOfType(JsonFault.class, () -> read("a: 1\nb: c: d"));

    assertThat(fault.code()).isEqualTo("yaml-malformed");
    assertThat(fault.line()).isEqualTo(2);
    assertThat(fault.column()).isEqualTo(5);
    assertThat(fault.value()).isNotBlank();
  }

  /** A seedling is one code point and two units; lines end with LF, CR LF or CR. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "`a: 1\nz: 2` # 2 # 4",
        "`🌱: 1\r\né🌱🌱: {z: 2}` # 2 # 12",
        "`a: 1\rb: 1\r\n\nz:  2` # 4 # 5",
        "`a: 1\nb: 2\r\nc: 3\ré🌱🌱: {z: 2}` # 4 # 12",
        "`z:\n  2` # 2 # 3"
      })
  void placesAreInUtf16(String text, int line, int column) throws JsonFault {
    JsonNode root = read(text).get(0);
    JsonNode last = root.children().get(root.children().size() - 1);
    JsonNode place = last.isObject() ? last.children().get(0) : last;

    assertThat(place.location("f"))
        .isEqualTo(new Location("f", line, column, last.isObject() ? "/é🌱🌱/z" : "/z"));
  }

  @Test
  void whatAnAliasStandsForIsAtThePlaceOfTheAlias() throws JsonFault {
    JsonNode copy = read("- &a {b: [1]}\n- *a").get(0).children().get(1);

    assertThat(copy.children().get(0).children().get(0).location("f"))
        .isEqualTo(new Location("f", 2, 3, "/1/b/0"));
  }

  @ParameterizedTest
  @CsvSource({
    "512, 0, 1, true",
    "513, 0, 1, false",
    "300, 212, 1, true",
    "300, 213, 1, false",
    "300, 212, '', true",
    "300, 213, '', false",
    "1, 511, 1, true"
  })
  void nestingHasALimit(int depth, int more, String inner, boolean read) throws JsonFault {
    String text = "[&a " + "[".repeat(depth - 1) + inner + "]".repeat(depth - 1);
    String all = text + (more == 0 ? "]" : "," + "[".repeat(more) + "*a" + "]".repeat(more) + "]");
    if (read) {
      assertThat(read(all)).hasSize(1);
    } else {
      JsonFault fault = catchThrowableOfType(JsonFault.class, () -> read(all));
      assertThat(fault.code()).isEqualTo("json-limit");
      assertThat(fault.expected()).isEqualTo("512 levels");
    }
  }
}
