package org.collporterre.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.collporterre.model.ExternalId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Identifiers have at most 80 characters: a to z, digits and hyphens. */
class IdMakerTest {
  /** What is taken, what the row has, and its identifier; {@code a*80} is a text repeated. */
  @ParameterizedTest
  @CsvSource({
    "x, Jardin partagé, Brest, jardin-partage-brest",
    "x, L'Œuf & Cie, '', l-oeuf-cie",
    "jardin-brest, Jardin, Brest, jardin-brest-00002a",
    "x, Сад, '', fiche-00002a",
    "x, 『』, '', fiche-00002a",
    "x, '', '', fiche-00002a",
    "x, a*80, '', a*80",
    "x, a*81, '', a*80",
    "x, a*41 b*60, '', a*41",
    "x, a*40 b*60, '', a*40-b*39",
    "x, a*80 b, '', a*80",
    "a*80, a*80, '', a*73-00002a",
    "a*40-b*39, a*40 b*39, '', a*40-00002a",
    "a*73, a*73, '', a*73-00002a"
  })
  void identifiersAreMadeOfTitleAndPlace(String taken, String title, String place, String id) {
    IdMaker maker = new IdMaker();
    maker.take(spelled(taken));

    assertThat(maker.make(null, spelled(title), place, 42)).isEqualTo(spelled(id));
  }

  @ParameterizedTest
  @CsvSource({
    "x, wikidata:Q1, wikidata-q1",
    "x, siret:12345678900011, jardin",
    "x, siren:123456789|wikidata:Q1, wikidata-q1",
    "x, rna:W123456789, jardin",
    "wikidata-q1, wikidata:Q1, jardin",
    "wikidata-q1, wikidata:Q1|wikidata:Q2, wikidata-q2",
    "x, url:https://exemple.org/a*80, jardin"
  })
  void anExternalIdentifierOfTheThingItselfCounts(String taken, String external, String id) {
    IdMaker maker = new IdMaker();
    maker.take(taken);
    List<ExternalId> all =
        Arrays.stream(spelled(external).split("\\|", -1)).map(ExternalId::parse).toList();

    assertThat(maker.make(all, "Jardin", "", 42)).isEqualTo(id);
    assertThat(maker.make(all, "Jardin", "", 0x7F000001)).isEqualTo(again(external, id));
  }

  private static String again(String external, String id) {
    boolean other = id.startsWith("wikidata") || external.contains("Q2");
    return other ? "jardin" : "jardin-000001";
  }

  @Test
  void whatIsTakenStaysTaken() {
    IdMaker maker = new IdMaker();
    for (int i = 0; i < 3_000; i++) {
      assertThat(maker.make(null, "fiche", Integer.toString(i), i)).isEqualTo("fiche-" + i);
    }
    for (int i = 0; i < 3_000; i++) {
      assertThat(maker.make(null, "fiche", Integer.toString(i), -1))
          .isEqualTo("fiche-" + i + "-ffffff");
    }
    assertThat(maker.make(null, "fiche", "3000", 1)).isEqualTo("fiche-3000");
  }

  @ParameterizedTest
  @CsvSource({"Fiche n° 7, fiche-n-7", "Сад, ''", "'', ''", "a*79 b, a*79", "a*81, a*80"})
  void aSlugIsAsNearToATextAsThereIs(String text, String slug) {
    assertThat(IdMaker.slug(spelled(text))).isEqualTo(spelled(slug));
  }

  private static String spelled(String text) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (i + 1 < text.length() && text.charAt(i + 1) == '*') {
        String number = text.substring(i + 2, i + 4);
        all.append(String.valueOf(text.charAt(i)).repeat(Integer.parseInt(number)));
        i += 3;
      } else {
        all.append(text.charAt(i));
      }
    }
    return all.toString();
  }
}
