package org.collporterre.schema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoubleEncodingTest {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Achères",
        "école",
        "L’été à Nîmes : « déjà »",
        "CHÂTEAU",
        "œuvre à 12 €",
        "SÃO PAULO",
        "Köln – größer",
        "n° 3 · m²"
      })
  void whatIsEncodedUpToThreeTimesComesBack(String text) {
    String damaged = text;
    for (int i = 0; i < 3; i++) {
      damaged = new String(damaged.getBytes(UTF_8), WINDOWS);
      if (damaged.indexOf('\uFFFD') >= 0) {
        return;
      }
      assertThat(DoubleEncoding.repaired(damaged)).isEqualTo(text);
      assertThat(DoubleEncoding.isDamaged(text)).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain",
        "SÃO PAULO",
        "CONSTITUIÇÃO",
        "AMANHÃ\u00A0: «\u00A0IRMÃ\u00A0»",
        "“IRMÔ",
        "«\u00A0CAFÉ\u00A0»",
        "QUALITÉ – ÉTÉ",
        "âge, château, pâte",
        "Ålborg Å",
        "ÂGE",
        "Ça coûte 12\u00A0€"
      })
  void realTextIsLeftAlone(String text) {
    assertThat(DoubleEncoding.repaired(text)).isNull();
  }

  @Test
  void whatLostCharactersOnTheWayIsKnownToBeDamaged() {
    String half = Objects.requireNonNull(DoubleEncoding.repaired("ForÃƒÆ’Ã¯â€\u00A0Âªt"));
    assertThat(DoubleEncoding.isDamaged(half)).isTrue();
    assertThat(DoubleEncoding.isDamaged("ProvenchËres")).isTrue();
  }
}
