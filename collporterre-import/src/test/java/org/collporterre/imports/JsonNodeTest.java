package org.collporterre.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.collporterre.report.Location;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonNodeTest {
  private final List<String> duplicates = new ArrayList<>();

  private JsonNode read(String json) throws IOException, JsonFault {
    JsonScanner in = new JsonScanner(new ByteArrayInputStream(json.getBytes(UTF_8)));
    return JsonNode.read(
        in, in.next(), null, null, 0, node -> duplicates.add(node.pointer() + node.compact()));
  }

  private static JsonNode member(JsonNode object, String name) {
    return Objects.requireNonNull(object.get(name));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "`{ \"a\" : [ 1.50 , true, false ,null ],\n\"é\":{} }` # {\"a\":[1.50,true,false,null],\"é\":{}} # 7",
        "[[],\"\\\\ \\\" \\n \\u001f é\"] # [[],\"\\\\ \\\" \\u000a \\u001f é\"] # 3",
        "12 # 12 # 1"
      })
  void aValueIsWrittenCompactly(String json, String compact, int size) throws Exception {
    assertThat(read(json).compact()).isEqualTo(compact);
    assertThat(read(json).size()).isEqualTo(size);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "\"é\" # é # true", "1.50 # 1.50 # true", "true # true # true", "false # false # true",
        "null # `` # false", "[1, 2] # [1,2] # false", "{} # {} # false", "[] # [] # false"
      })
  void aValueHasAText(String json, String text, boolean scalar) throws Exception {
    assertThat(read(json).text()).isEqualTo(text);
    assertThat(read(json).isScalar()).isEqualTo(scalar);
  }

  @Test
  void aValueKnowsItsPlace() throws Exception {
    JsonNode root = read("{\"a/~\":\n[7, {\"b\":\"\\ud83c\"}]}");
    JsonNode inner = member(member(root, "a/~").children().get(1), "b");

    assertThat(inner.location("f")).isEqualTo(new Location("f", 2, 10, "/a~1~0/1/b"));
    assertThat(inner.depth()).isEqualTo(3);
    assertThat(inner.hasHalfSurrogate()).isTrue();
    assertThat(root.depth()).isZero();
    assertThat(root.pointer()).isEmpty();
    assertThat(root.get("b")).isNull();
    assertThat(member(root, "a/~").hasObject()).isTrue();
    assertThat(root.hasObject()).isFalse();
    assertThat(root.hasHalfSurrogate()).isFalse();
    assertThat(member(root, "a/~").parent()).isSameAs(root);
  }

  /** Few members are compared one by one, of many the names are kept. */
  @ParameterizedTest
  @CsvSource({"1", "11", "12", "13", "30"})
  void theFirstOfMembersOfOneNameStays(int members) throws Exception {
    StringBuilder json = new StringBuilder("{");
    for (int i = 0; i < members; i++) {
      json.append("\"n").append(i).append("\":{\"n0\":1},");
    }
    JsonNode root = read(json + "\"n0\":2,\"x\":3,\"x\":4,\"n0\":5}");

    assertThat(duplicates).containsExactly("/n02", "/x4", "/n05");
    assertThat(root.children()).hasSize(members + 1);
    assertThat(member(root, "n0").compact()).isEqualTo("{\"n0\":1}");
    assertThat(member(root, "x").compact()).isEqualTo("3");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "{\"x\":1,\"a\":{\"x\":[],\"b\":2},\"c\":[{\"x\":1},3]} # {\"a\":{\"b\":2},\"c\":[{},3]}",
        "{\"x\":1} # {}",
        "[\"x\"] # [\"x\"]"
      })
  void membersAreLeftOut(String json, String left) throws Exception {
    JsonNode rest = read(json).without(member -> "x".equals(member.name()));

    assertThat(rest.compact()).isEqualTo(left);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "{\"a\":[1,7],\"b\":7,\"c\":2} # {\"a\":[1],\"c\":2}",
        "{\"a\":[7],\"b\":null,\"c\":2} # {\"b\":null,\"c\":2}",
        "{\"a\":[7],\"b\":null} # ",
        "{\"a\":null} # {\"a\":null}",
        "{} # {}",
        "7 # ",
        "8 # 8"
      })
  void nothingIsLeftWhereAllIsTakenOut(String json, String left) throws Exception {
    JsonNode rest = read(json).rest(node -> node.text().equals("7"));

    assertThat(rest == null ? null : rest.compact()).isEqualTo(left);
  }

  @Test
  void aValueOfWhichNothingIsTakenIsItself() throws Exception {
    JsonNode root = read("{\"a\":[1,{\"b\":null}]}");

    assertThat(root.without(member -> false)).isSameAs(root);
    assertThat(root.rest(node -> false)).isSameAs(root);
  }

  /** The array is one of the values. */
  @ParameterizedTest
  @CsvSource({"499999, true", "500000, false"})
  void aRecordHasSoManyValuesAtMost(int items, boolean read) throws Exception {
    String json = "[1" + ",1".repeat(items - 1) + "]";
    if (read) {
      assertThat(read(json).children()).hasSize(items);
    } else {
      JsonFault fault = catchThrowableOfType(JsonFault.class, () -> read(json));
      assertThat(fault.code()).isEqualTo("json-limit");
      assertThat(fault.expected()).isEqualTo("500000 values");
      assertThat(fault.column()).isEqualTo(2 * items);
    }
  }

  /** Each text has 1000 letters; 33 600 of them, with quotes and comma, are 32 MiB and more. */
  @Test
  @Tag("large")
  void aRecordHasSoManyBytesAtMost() throws Exception {
    String text = ",\"" + "x".repeat(1000) + "\"";
    JsonFault fault =
        catchThrowableOfType(JsonFault.class, () -> read("[1" + text.repeat(33_600) + "]"));

    assertThat(fault.code()).isEqualTo("json-limit");
    assertThat(fault.expected()).isEqualTo("32 MiB");
    assertThat(read("[1" + text.repeat(33_400) + "]").children()).hasSize(33_401);
  }

  @Test
  void valuesAreMadeWithoutJson() throws Exception {
    JsonNode object = JsonNode.of(JsonNode.Kind.OBJECT, 4, 2, "", null, null, 0);
    JsonNode list = JsonNode.of(JsonNode.Kind.ARRAY, 4, 3, "", object, "l", 0);
    object.add(list);
    list.add(JsonNode.of(JsonNode.Kind.NUMBER, 5, 6, "7", list, null, 0));

    assertThat(object.compact()).isEqualTo("{\"l\":[7]}");
    JsonNode text = JsonNode.text("t", list.children().get(0));
    assertThat(text.location("f")).isEqualTo(new Location("f", 5, 6, "/l/0"));
    assertThat(text.compact()).isEqualTo("\"t\"");
    assertThat(text.isText()).isTrue();
    assertThat(text.isNumber()).isFalse();
    assertThat(list.children().get(0).isNumber()).isTrue();
    assertThat(JsonNode.quoted("a\"b")).isEqualTo("\"a\\\"b\"");
  }

  @Test
  void noValueBeginsWithAnEnd() throws Exception {
    JsonScanner in = new JsonScanner(new ByteArrayInputStream("[]".getBytes(UTF_8)));
    in.next();
    JsonScanner.Token end = in.next();

    assertThatThrownBy(() -> JsonNode.read(in, end, null, null, 0, node -> {}))
        .isInstanceOf(IllegalStateException.class);
  }
}
