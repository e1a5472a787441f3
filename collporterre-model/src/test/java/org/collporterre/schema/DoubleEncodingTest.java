package org.collporterre.schema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  @ParameterizedTest
  @CsvSource({
    "AchÃ¨res, true",
    "Ã¨, true",
    "Ã, false",
    "aÃ, false",
    "SÃO, false",
    "école, false",
    "Ä¨, false",
    "ã¨, false",
    "â€, true"
  })
  void aTextIsWorthALookWhenALeadingByteAndAnotherFollowEachOther(String text, boolean suspect) {
    assertThat(DoubleEncoding.isSuspect(text)).isEqualTo(suspect);
  }

  @ParameterizedTest
  @CsvSource({
    // The first and the last character of each range.
    "Ã€ Brest, À Brest",
    "LaÃ¿, Laÿ",
    "10Â â‚¬, 10 €",
    "â€™, ’",
    "Å¸, Ÿ",
    "Ã  la, à la",
    // A letter behind the sign: the word does not end there.
    "SAN NICOLÃ’S, SAN NICOLÒS",
    "SAN NICOLÃ’, ",
    "SAN NICOLÃ’ ici, "
  })
  void whatWasEncodedOnceTooOftenComesBack(String text, @Nullable String repaired) {
    assertThat(DoubleEncoding.repaired(text)).isEqualTo(repaired);
  }

  @Test
  void sixTimesAreUndoneAndNoMore() {
    String damaged = "été";
    for (int i = 0; i < 6; i++) {
      damaged = new String(damaged.getBytes(UTF_8), WINDOWS);
    }
    assertThat(DoubleEncoding.repaired(damaged)).isEqualTo("été");

    String more = new String(damaged.getBytes(UTF_8), WINDOWS);
    assertThat(DoubleEncoding.repaired(more)).isEqualTo("Ã©tÃ©");
  }

  @ParameterizedTest
  @CsvSource({
    "aâ€, true",
    "aÃ¿, true",
    "aÂ¨, true",
    "ÃÀ, false",
    "Ã~, false",
    "Ëre, false",
    "aËR, false",
    "AËre, false",
    "aËr, true",
    "aRe, false",
    "ƒa, true",
    "fa, false"
  })
  void whatNoLanguageWritesIsDamage(String text, boolean damaged) {
    assertThat(DoubleEncoding.isDamaged(text)).isEqualTo(damaged);
  }

  @Test
  void whatLostCharactersOnTheWayIsKnownToBeDamaged() {
    String half = Objects.requireNonNull(DoubleEncoding.repaired("ForÃƒÆ’Ã¯â€\u00A0Âªt"));
    assertThat(DoubleEncoding.isDamaged(half)).isTrue();
    assertThat(DoubleEncoding.isDamaged("ProvenchËres")).isTrue();
  }
}
