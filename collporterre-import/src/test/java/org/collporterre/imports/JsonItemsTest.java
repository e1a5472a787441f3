package org.collporterre.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.collporterre.report.Location;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonItemsTest {
  private final List<String> repeated = new ArrayList<>();

  private JsonItems items(String text) {
    return new JsonItems(
        new JsonScanner(new ByteArrayInputStream(text.getBytes(UTF_8))),
        Set.of("a", "b"),
        member -> repeated.add(member.pointer()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "[1,[2],{}] # 1 [2] {} # true",
        "{\"a\":[1,2],\"x\":3,\"b\":[4]} # 1 2 4 # true",
        "{\"x\":[1],\"a\":{}} # {\"x\":[1],\"a\":{}} # false",
        "7 # 7 # false",
        "{\"a\":[]} # `` # true",
        "{\"a\":[1],\"a\":[2],\"b\":[3]} # 1 3 # true"
      })
  void givesTheItemsOfTheArraysAskedForElseTheDocument(
      String text, String expected, boolean streamed) throws Exception {
    JsonItems items = items(text);
    List<String> found = new ArrayList<>();
    for (JsonNode item = items.next(); item != null; item = items.next()) {
      found.add(item.compact());
    }

    assertThat(String.join(" ", found)).isEqualTo(expected);
    assertThat(items.isStreamed()).isEqualTo(streamed);
  }

  @Test
  void theHeadIsWhatStandsBesideTheItems() throws Exception {
    JsonItems items = items("{\"x\":1,\"a\":[2],\"y\":3}");
    items.next();
    assertThat(items.head().compact()).isEqualTo("{\"x\":1}");
    items.next();
    assertThat(items.head().compact()).isEqualTo("{\"x\":1,\"y\":3}");
  }

  @Test
  void placesAreThoseOfTheDocument() throws IOException, JsonFault {
    JsonItems items = items("{\"a\":[0,\n{\"x/~\":[1, 2]}]}");
    items.next();
    JsonNode item = Objects.requireNonNull(items.next());
    JsonNode inner = Objects.requireNonNull(item.get("x/~")).children().get(1);

    assertThat(inner.location("f")).isEqualTo(new Location("f", 2, 12, "/a/1/x~1~0/1"));
    assertThat(inner.depth()).isEqualTo(4);
  }

  @Test
  void theFirstOfTwoMembersOfOneNameIsKept() throws Exception {
    JsonItems items = items("{\"x\":1,\"a\":[{\"y\":1,\"y\":2}],\"x\":2,\"a\":[]}");

    assertThat(Objects.requireNonNull(items.next()).compact()).isEqualTo("{\"y\":1}");
    assertThat(items.next()).isNull();
    assertThat(items.head().compact()).isEqualTo("{\"x\":1}");
    assertThat(repeated).containsExactly("/a/0/y", "/x", "/a");
  }

  private JsonItems items(String text, String array, boolean kept) {
    JsonItems.Choice choice =
        new JsonItems.Choice() {
          @Override
          public boolean holdsItems(JsonNode head, String name, boolean ofObjects) {
            return name.equals(array) && ofObjects;
          }

          @Override
          public boolean isKept(String name) {
            return kept;
          }
        };
    return new JsonItems(
        new JsonScanner(new ByteArrayInputStream(text.getBytes(UTF_8))),
        choice,
        Set.of("id"),
        member -> repeated.add(member.pointer()));
  }

  /** Of a member that is passed over only its name and place are known. */
  @Test
  void whatIsNotKeptIsPassedOver() throws Exception {
    JsonItems items = items("{\"x\":{\"y\":[1]},\"z\":2,\"a\":[{},6],\"w\":[[3]]}", "a", false);
    assertThat(items.isBegun()).isFalse();

    assertThat(Objects.requireNonNull(items.next()).pointer()).isEqualTo("/a/0");
    assertThat(items.isBegun()).isTrue();
    assertThat(items.arrayName()).isEqualTo("a");
    assertThat(items.index()).isEqualTo(1);
    assertThat(Objects.requireNonNull(items.open()).pointer()).isEqualTo("/a");
    items.passed(3);
    assertThat(Objects.requireNonNull(items.next()).pointer()).isEqualTo("/a/4");
    assertThat(items.next()).isNull();
    assertThat(items.open()).isNull();
    assertThat(items.head().children()).extracting(JsonNode::name).containsExactly("x", "z", "w");
    assertThat(items.head().children()).extracting(JsonNode::size).containsOnly(1);
    assertThat(items.head().children().get(0).isObject()).isTrue();
    assertThat(items.isMarked()).isFalse();
  }

  @Test
  void anArrayThatIsLeftOutIsNotOpen() throws Exception {
    JsonItems items = items("{\"a\":1,\"a\":[{}],\"b\":2}", "a", true);

    assertThat(items.next()).isNull();
    assertThat(items.open()).isNull();
    assertThat(items.head().compact()).isEqualTo("{\"a\":1,\"b\":2}");
  }

  @Test
  void behindAMarkTheDocumentIsTheItem() throws Exception {
    JsonItems items = items("{\"id\":1,\"a\":[{}],\"b\":2}", "a", true);

    assertThat(Objects.requireNonNull(items.next()).compact())
        .isEqualTo("{\"id\":1,\"a\":[{}],\"b\":2}");
    assertThat(items.isMarked()).isTrue();
    assertThat(items.isStreamed()).isFalse();
  }

  @Test
  void thereIsNoHeadBeforeTheFirstItem() {
    assertThatThrownBy(() -> items("[]").head()).isInstanceOf(IllegalStateException.class);
  }
}
