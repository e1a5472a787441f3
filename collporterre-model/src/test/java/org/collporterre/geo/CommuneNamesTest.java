package org.collporterre.geo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommuneNamesTest {
  @ParameterizedTest
  @CsvSource({
    "L'Haÿ-les-Roses, hay les roses",
    "Haÿ-les-Roses (L'), hay les roses",
    "Paris 1er Arrondissement, paris",
    "ST MALO, saint malo",
    "Ste-Adresse, sainte adresse",
    "Chalon s/ Saône, chalon sur saone",
    "BREST CEDEX 2, brest",
    "La Vergne, vergne",
    "Vergne, vergne",
    "La, ''",
    "Cedex 9, ''",
    "'', ''"
  })
  void spellings_of_one_name_have_this_in_common(String name, String folded) {
    assertThat(CommuneNames.fold(name)).isEqualTo(folded);
  }

  @ParameterizedTest
  @CsvSource({
    "La Vergne, la vergne",
    "Vergne (La), la vergne",
    "Vergne, vergne",
    "Mans (Le), le mans"
  })
  void the_article_stands_in_front_where_it_is_kept(String name, String folded) {
    assertThat(CommuneNames.foldWithArticle(name)).isEqualTo(folded);
  }

  @ParameterizedTest
  @CsvSource({
    "Évry, Évry-Courcouronnes, true",
    "Évry-Courcouronnes, Évry, true",
    "Courcouronnes, Évry-Courcouronnes, true",
    "Brest, BREST, true",
    "Brest, Bresteau, false",
    "Rennes, Brest, false"
  })
  void a_shortened_name_is_a_part_by_whole_words(String one, String other, boolean part) {
    assertThat(CommuneNames.isPart(one, other)).isEqualTo(part);
  }

  @ParameterizedTest
  @CsvSource({"St-Malo, saint malo, true", "Saint-Malo, Saint-Lô, false"})
  void names_are_alike_when_they_fold_to_one(String one, String other, boolean alike) {
    assertThat(CommuneNames.areAlike(one, other)).isEqualTo(alike);
  }
}
