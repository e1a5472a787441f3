package org.collporterre.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JsonNamesTest {
  private static int number(JsonNames names, String name) {
    JsonCursor cursor = new JsonCursor();
    byte[] json = ("  \"" + name + "\" ").getBytes(UTF_8);
    cursor.begin(json, 2, json.length);
    assertThat(cursor.string()).isTrue();
    return names.number(cursor);
  }

  @Test
  void namesAreNumberedInTheOrderInWhichTheyCome() {
    JsonNames names = JsonNames.of(List.of("titre", "résumé"));

    assertThat(number(names, "x")).isEqualTo(2);
    assertThat(number(names, "résumé")).isEqualTo(1);
    assertThat(number(names, "titre")).isZero();
    assertThat(number(names, "")).isEqualTo(3);
    assertThat(number(names, "x")).isEqualTo(2);
  }

  @Test
  void longNamesGetNoNumber() {
    JsonNames names = JsonNames.of(List.of());

    assertThat(number(names, "n".repeat(65))).isEqualTo(-1);
    assertThat(number(names, "n".repeat(64))).isZero();
  }

  @Test
  void moreNamesThanTheMostGetNoNumber() {
    JsonNames names = JsonNames.of(List.of());
    for (int i = 0; i < JsonNames.MOST; i++) {
      assertThat(number(names, "n" + i)).isEqualTo(i);
    }

    assertThat(number(names, "another")).isEqualTo(-1);
    assertThat(number(names, "n1023")).isEqualTo(1023);
  }
}
