package org.collporterre.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparedTitleTest {
  private static int similarity(String one, String other) {
    int similarity = ComparedTitle.of(one).similarity(ComparedTitle.of(other));
    assertThat(ComparedTitle.of(other).similarity(ComparedTitle.of(one)))
        .as("either way round")
        .isEqualTo(similarity);
    return similarity;
  }

  @ParameterizedTest
  @CsvSource({
    "Le Jardin de l’Écluse, JARDIN ECLUSE",
    "Médiathèque St-John Perse, MÉDIATHÈQUE SAINT-JOHN PERSE",
    "Ste Anne, Sainte-Anne",
    "École n° 3, Ecole 3",
    "Louis XIV, Louis 14",
    "Lycée Henri IV, Lycée Henri 4",
    "Fablab 01, Fablab 1",
    "Cœur de ville, Coeur de Ville",
  })
  void titles_that_only_writing_parts_are_the_same(String one, String other) {
    assertThat(similarity(one, other)).isGreaterThanOrEqualTo(85);
  }

  @ParameterizedTest
  @CsvSource({
    "Li en Goure, Ligoure",
    "Jardin partagé de Kerampere, Jardin partagé de Kerampéré",
    "Repair Café de Brest, Répair café Brest",
    "Coopérative d'habitants, Cooperative dhabitants",
  })
  void titles_that_a_slip_parts_are_alike(String one, String other) {
    assertThat(similarity(one, other)).isGreaterThanOrEqualTo(70);
  }

  @ParameterizedTest
  @CsvSource({
    "Fablab 1, Fablab 2",
    "Fablab, Fablab 2",
    "École n° 3, École n° 4",
    "Louis XIV, Louis XV",
    "MK2 Bibliothèque, MK3 Bibliothèque",
    "Bâtiment B, Bâtiment C",
  })
  void titles_whose_numbers_differ_are_not_alike_at_all(String one, String other) {
    assertThat(similarity(one, other)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "Jardin partagé, Atelier vélo",
    "Médiathèque municipale, Piscine municipale",
    "Épicerie coopérative de Brest, Épicerie coopérative de Quimper",
  })
  void other_titles_stay_below_what_counts(String one, String other) {
    assertThat(similarity(one, other)).isLessThan(85);
  }

  @ParameterizedTest
  @CsvSource({
    "Sainte-Camille, Saint-Camille, true",
    "Ste Camille, St Camille, true",
    "St-Camille, Saint Camille, false",
    "Camille, Sainte Camille, false",
  })
  void saint_is_not_sainte(String one, String other, boolean differs) {
    assertThat(ComparedTitle.of(one).differsInSaint(ComparedTitle.of(other))).isEqualTo(differs);
    assertThat(ComparedTitle.of(other).differsInSaint(ComparedTitle.of(one))).isEqualTo(differs);
  }

  @ParameterizedTest
  @CsvSource({"!!!, ???", "'', ''", "…, Jardin"})
  void titles_without_a_letter_are_like_nothing(String one, String other) {
    assertThat(similarity(one, other)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"Les, Les", "La La, la la"})
  void titles_of_articles_only_are_compared_as_they_are(String one, String other) {
    assertThat(similarity(one, other)).isEqualTo(100);
  }

  @ParameterizedTest
  @CsvSource({
    // Of 5 and 5 pairs 3 are shared; four letters are too few for an edit.
    "abcd, abce, 60",
    // Of 8 and 7 pairs 6 are shared, 80 %; one edit of seven letters leaves more.
    "jardins, jardin, 86",
    // Of 14 and 14 pairs 11 are shared, 78 %; two edits of thirteen letters leave more.
    "abcdefghijklm, abcdefgxyjklm, 85",
    "abcdefghijklm, bcdefghijklmn, 85",
    "jardin partage, partage jardin, 100",
    "Rue 3 lot 5, Lot 5 rue 3, 100",
    "Lot 0, Lot 00, 100",
    "Lot 9, Lot 99, 0",
    "Sainte-Camille, Saint-Camille, 100",
  })
  void similarity_is_the_better_of_pairs_and_edits(String one, String other, int percent) {
    assertThat(similarity(one, other)).isEqualTo(percent);
  }

  @ParameterizedTest
  @CsvSource({
    "École n° 3, ecole 3, 8",
    "Camp n go, camp n go, 10",
    "abc def, abc def, 8",
    "B, b, 2",
  })
  void words_that_count_have_a_pair_more_than_letters(String title, String words, int pairs) {
    assertThat(ComparedTitle.of(title).words()).isEqualTo(words);
    assertThat(ComparedTitle.of(title).pairCount()).isEqualTo(pairs);
  }

  @Test
  void numbers_have_a_hash_that_like_ones_share() {
    int one = ComparedTitle.of("Fablab 01").numbersHash();
    assertThat(ComparedTitle.of("Atelier 1").numbersHash()).isEqualTo(one);
    assertThat(ComparedTitle.of("Fablab 2").numbersHash()).isNotEqualTo(one);
    assertThat(ComparedTitle.of("B").numbersHash())
        .as("one letter is no mark")
        .isEqualTo(ComparedTitle.of("Fablab").numbersHash());
  }

  @Test
  void classes_of_pairs_are_those_of_the_words_and_spread() {
    long word = ComparedTitle.of("jardin").pairClasses();
    long more = ComparedTitle.of("jardin moulin").pairClasses();
    assertThat(more & word).isEqualTo(word);
    assertThat(Long.bitCount(word)).isBetween(4, 7);
    StringBuilder all = new StringBuilder();
    for (char a = 'a'; a <= 'z'; a++) {
      for (char b = 'a'; b <= 'z'; b++) {
        all.append(a).append(b);
      }
    }
    assertThat(Long.bitCount(ComparedTitle.of(all.toString()).pairClasses())).isGreaterThan(60);
  }
}
