package org.collporterre.internal;

import static org.assertj.core.api.Assertions.assertThat;

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
}
