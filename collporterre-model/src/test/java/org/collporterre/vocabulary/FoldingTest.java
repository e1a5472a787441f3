package org.collporterre.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoldingTest {
  @ParameterizedTest
  @CsvSource(
      value = {
        "Œuvre|oeuvre",
        "L’Été à Saint-Jean-de-Valériscle|l ete a saint jean de valeriscle",
        "  --a--b--  |a b",
        "STRASSE Straße ẞ|strasse strasse ss",
        "ﬁn ½ ２|fin 1 2 2",
        "Łódź Ærø|lodz aero",
        "İstanbul|istanbul",
        "« Chœur » – d’ici‑là… ‘sœur’|choeur d ici la soeur",
        "ÆGIS œ’œ|aegis oe oe",
        "日本|日本",
        "???|''",
        "associations|associations"
      },
      delimiter = '|')
  void folds_as_a_reader_compares(String text, String folded) {
    assertThat(Folding.fold(text)).isEqualTo(folded);
    assertThat(Folding.fold(text, '-')).isEqualTo(folded.replace(' ', '-'));
  }

  @Test
  void folding_every_character_twice_changes_nothing() {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      String once = Folding.fold("a" + Character.toString(c) + "b");
      if (!Folding.fold(once).equals(once)) {
        assertThat(Folding.fold(once)).as("U+%04X", c).isEqualTo(once);
      }
    }
  }

  @Test
  void folding_any_text_twice_changes_nothing() {
    Random random = new Random(11);
    for (int i = 0; i < 100_000; i++) {
      int limit = i % 2 == 0 ? 0x250 : 0x1_1000;
      StringBuilder text = new StringBuilder();
      random.ints(random.nextInt(12), 0, limit).forEach(text::appendCodePoint);
      String once = Folding.fold(text, '-');
      if (!Folding.fold(once, '-').equals(once)) {
        assertThat(Folding.fold(once, '-')).as("seed 11, text %s", i).isEqualTo(once);
      }
    }
  }

  /** Distances by hand: insertion, deletion, replacement, swap of neighbours. */
  @ParameterizedTest
  @CsvSource({
    "titre, titre, 0",
    "titre, tire, 1",
    "titre, tittre, 1",
    "titre, tibre, 1",
    "titre, tirte, 1",
    "titre, ittre, 1",
    "titre, itrte, 2",
    "titre, ti, 3",
    "ca, abc, 3",
    "'', abc, 3",
    "abcd, badc, 2",
    "commune, common, 2"
  })
  void distances_are_those_of_optimal_string_alignment(String a, String b, int distance) {
    assertThat(Nearest.distance(a, b, 9)).isEqualTo(distance);
    assertThat(Nearest.distance(b, a, 9)).isEqualTo(distance);
    for (int limit = 0; limit < 9; limit++) {
      assertThat(Nearest.distance(a, b, limit)).isEqualTo(Math.min(distance, limit + 1));
    }
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "titer, titre",
        "ttire, titre",
        "resmué, resume",
        "tit, null",
        "tirtes, null",
        "xid, null",
        "descriptoin, description",
        "dscriptoin, description",
        "dscriptoi, null"
      })
  void the_nearest_is_within_two_edits_and_a_third_of_its_length(
      String text, @Nullable String nearest) {
    assertThat(Nearest.of(text, List.of("id", "titre", "resume", "description")))
        .isEqualTo(nearest);
  }

  @ParameterizedTest
  @ValueSource(ints = {30, 61, 62, 63, 64, 65, 66, 127, 128, 129, 300})
  void long_texts_are_compared_as_short_ones(int length) {
    String text = "ab".repeat(length).substring(0, length);
    assertThat(Nearest.distance(text, text, 2)).isZero();
    assertThat(Nearest.distance(text, text + "c", 2)).isEqualTo(1);
    assertThat(Nearest.distance(text + "c", text, 2)).isEqualTo(1);
    assertThat(Nearest.distance(text, "cd" + text, 2)).isEqualTo(2);
    assertThat(Nearest.of(text + "c", List.of("titre", text))).isEqualTo(text);
  }

  @Test
  void what_is_near_is_never_left_out_for_its_letters() {
    Random random = new Random(5);
    int near = 0;
    for (int i = 0; i < 20_000; i++) {
      String text = letters(random);
      StringBuilder edited = new StringBuilder(text);
      for (int edit = random.nextInt(4); edit > 0 && edited.length() > 0; edit--) {
        int at = random.nextInt(edited.length());
        edited.replace(at, at + random.nextInt(2), random.nextBoolean() ? letter(random) : "");
      }
      Nearest search = new Nearest(text);
      boolean may = search.mayBeNear(edited.length(), Nearest.letters(edited));
      if (search.isNearer(edited)) {
        near++;
        assertThat(may).as("%s, %s", text, edited).isTrue();
      }
    }
    assertThat(near).isGreaterThan(5_000);
  }

  @ParameterizedTest
  @CsvSource({
    "jardin, jardni, true",
    "jardin, gordin, true",
    "jardin, gordon, false",
    "jardin, gordot, false",
    "jardin, jardinage, false",
    "jardin, jarexx, false"
  })
  void letters_and_length_say_what_cannot_be_near(String text, String candidate, boolean may) {
    assertThat(new Nearest(text).mayBeNear(candidate.length(), Nearest.letters(candidate)))
        .isEqualTo(may);
  }

  private static String letters(Random random) {
    StringBuilder text = new StringBuilder();
    for (int length = 3 + random.nextInt(20); length > 0; length--) {
      text.append(letter(random));
    }
    return text.toString();
  }

  private static String letter(Random random) {
    return String.valueOf((char) ('a' + random.nextInt(26)));
  }
}
