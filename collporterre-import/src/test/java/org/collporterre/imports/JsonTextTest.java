package org.collporterre.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {
  /** The lowest mark is that of the first quote, backslash or control character. */
  @Test
  void theFirstByteThatIsNotPlainIsMarked() {
    for (int place = 0; place < 8; place++) {
      for (int b = 0; b < 256; b++) {
        byte[] bytes = "xaé!#[]".getBytes(UTF_8);
        bytes[place] = (byte) b;
        boolean plain = b >= ' ' && b != '"' && b != '\\';

        int mark = Long.numberOfTrailingZeros(JsonText.marks(JsonText.word(bytes, 0))) >> 3;
        assertThat(mark).as("%s at %s", b, place).isEqualTo(plain ? 8 : place);
      }
    }
    assertThat(JsonText.marks(JsonText.word("12\"4\\67\"".getBytes(UTF_8), 0)) & 0xFFFFFFL)
        .isEqualTo(0x800000L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "é",
        "€",
        "🌱",
        "1234567é",
        "123456é8",
        "🌱🌱",
        "€€é",
        "12345678",
        "éééé€🌱abcé",
        "123456789🌱",
        "abcdef€🌱",
        "Œuvre à Besançon 🌱🌻 et €"
      })
  void bytesAreMoreThanUtf16CodeUnits(String text) {
    byte[] bytes = ("[" + text + "é").getBytes(UTF_8);
    int to = bytes.length - 2;

    assertThat(JsonText.surplus(bytes, 1, to)).isEqualTo(to - 1 - text.length());
  }

  @Test
  void aWordIsAsciiWhenAllItsBytesAre() {
    assertThat(JsonText.isAscii(JsonText.word("abcdefg\u007F".getBytes(UTF_8), 0))).isTrue();
    assertThat(JsonText.isAscii(JsonText.word("abcdefé".getBytes(UTF_8), 0))).isFalse();
  }

  /** A control character does not stop it, wherever it stands. */
  @Test
  void theFirstQuoteOrBackslashIsFound() {
    for (int length = 0; length < 20; length++) {
      for (int at = 0; at < length; at++) {
        for (String stop : new String[] {"\"", "\\"}) {
          String text =
              "é\n" + "a\u0001cdefghijklmnopqrstu".substring(0, at) + stop + "\"".repeat(9);
          byte[] bytes = text.getBytes(UTF_8);

          assertThat(JsonText.stop(bytes, 1, 3 + length)).isEqualTo(3 + at);
          assertThat(JsonText.stop(bytes, 1, 3 + at)).isEqualTo(3 + at);
        }
      }
    }
  }
}
