package org.collporterre.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What recipes make of texts. The definitions are those of a mapping's field. */
class RecipeTest {
  private static final Map<String, List<String>> RECORD =
      Map.of(
          "nom", List.of("  Jardin des Pins "),
          "numero", List.of("12"),
          "voie", List.of("rue de l’Aulne"),
          "vide", List.of(" "),
          "rien", List.of("[value]"),
          "commune", List.of("Brest"),
          "cats", List.of("Alim., Divers;Énergie"),
          "liste", List.of("eau", "a|b"),
          "autres", List.of("1", "2"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "'nom' # Jardin des Pins",
        "{'from': ['vide', 'absent', 'nom']} # Jardin des Pins",
        "{'from': ['rien', 'commune']} # Brest",
        "{'from': 'vide'} # NULL",
        "{'join': ['numero', 'voie'], 'with': ', '} # 12, rue de l’Aulne",
        "{'join': ['numero', 'vide', 'rien', 'voie']} # 12 rue de l’Aulne",
        "{'join': ['vide', 'absent']} # NULL",
        "{'template': 'n° {numero}.'} # n° 12.",
        "{'template': '{numero}-{vide}'} # NULL",
        "{'constant': 'FR'} # FR",
        "{'from': 'vide', 'default': 'sans nom'} # sans nom",
        "{'from': 'nom', 'default': 'sans nom'} # Jardin des Pins",
        "{'from': 'rien', 'default': 'sans nom'} # sans nom",
        "{'from': 'commune', 'values': {'BREST': 'Ville de Brest'}} # Ville de Brest",
        "{'from': 'commune', 'values': {'Brest': 'b', 'BREST': 'c'}} # b",
        "{'from': 'commune', 'values': {'Brest': ''}} # NULL",
        "{'from': 'commune', 'values': {'Brest': ''}, 'default': 'x'} # x",
        "{'from': 'commune', 'values': {'Lyon': 'y'}} # Brest",
        "{'from': 'commune', 'values': {'Lyon': 'y', '*': 'z'}} # z",
        "{'from': 'autres'} # 1, 2",
        "{'from': 'cats', 'separator': [',', ';']} # Alim.",
        "{'from': 'cats', 'separator': [',', ';'], 'take': 'first'} # Alim.",
        "{'from': 'cats', 'separator': [',', ';'], 'take': 'last'} # Énergie",
        "{'from': 'nom', 'separator': '|', 'take': 'last'} # Jardin des Pins",
        "{'template': ['{vide} {nom}', '{commune} !', '{nom}']} # Brest !",
        "{'template': ['{vide}', '{absent}']} # NULL",
        "{'template': '{x}-{numero}', 'where': {'x': {'from': 'commune', 'values': {'BREST': 'b'}}}} # b-12",
        "{'template': '{x}-{numero}', 'where': {'x': {'from': 'absent'}}} # NULL"
      },
      nullValues = "NULL")
  void a_definition_makes_a_text(String definition, @Nullable String expected) throws IOException {
    assertThat(text("resume", definition, false)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "{'from': 'cats', 'separator': [',', ';']} # Alim.|Divers|Énergie",
        "{'from': 'cats', 'separator': [',', ';'], 'values': {'alim': 'a', 'divers': ''}}"
            + " # a|Énergie",
        "{'from': 'cats', 'separator': ',', 'values': {'Alim.': ['a', 'b'], '*': 'c'}} # a|b|c",
        "{'template': 'x:{autres}'} # x:1|x:2",
        "{'template': '{numero}:{autres}'} # 12:1|12:2",
        "{'template': '{autres}/{autres}'} # 1, 2/1, 2"
      })
  void a_list_is_delimited_by_bars(String definition, String expected) throws IOException {
    assertThat(text("mots_cles", definition, true)).isEqualTo(expected);
  }

  @Test
  void a_bar_in_an_item_is_told_and_replaced_in_a_cell_and_kept_among_items() throws IOException {
    List<String> barred = new ArrayList<>();
    Recipe.Notes notes =
        new Recipe.Notes() {
          @Override
          public void barred(String found, String repaired) {
            barred.add(found + " -> " + repaired);
          }
        };
    Recipe recipe = recipe("mots_cles", "{'from': 'liste', 'separator': ','}");

    assertThat(recipe.text(RecipeTest::texts, true, notes)).isEqualTo("eau|a/b");
    assertThat(barred).containsExactly("a|b -> a/b");
    assertThat(recipe.items(RecipeTest::texts, notes)).containsExactly("eau", "a|b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "dd/MM/yyyy;05/03/2024;2024-03-05",
        "dd/MM/yyyy;30/02/2024;30/02/2024",
        "dd/MM/yyyy HH:mm;05/03/2024 23:59;2024-03-05",
        "d MMMM yyyy;5 février 2024;2024-02-05",
        "d MMMM yyyy;5 February 2024;2024-02-05",
        "d MMMM uuuu;5 FÉVRIER 2024;2024-02-05",
        "MM/yyyy;03/2024;2024-03",
        "yyyy;2024;2024",
        "yyyy-MM-dd'T'HH:mm:ssXXX;2024-03-05T23:30:00-05:00;2024-03-05",
        "unix;1709679600;2024-03-05",
        "unix;0;1970-01-01",
        "unix;1709679600.5;2024-03-05",
        "unix;-1;1969-12-31",
        "unix;hier;hier",
        "unix-ms;1709679600000;2024-03-05",
        "unix-ms;-1;1969-12-31",
        "unix-ms;1.5;1.5"
      })
  void dates_of_a_form_become_ours_and_others_stay(String pattern, String found, String expected)
      throws IOException {
    String definition = "{'from': 'd', 'date': \"" + pattern + "\"}";

    assertThat(recipe("date_maj", definition).text(s -> List.of(found), false, Recipe.Notes.NONE))
        .isEqualTo(expected);
  }

  @Test
  void an_identifier_made_by_a_template_is_folded_and_takes_the_text_of_other_fields()
      throws IOException {
    String mapping =
        "{'fields': {'id': {'template': '{field:commune}-{nom}'},"
            + " 'commune': {'from': 'commune', 'values': {'Brest': 'Brest-même'}}}}";

    assertThat(recipeOf("id", mapping).text(RecipeTest::texts, false, Recipe.Notes.NONE))
        .isEqualTo("brest-meme-jardin-des-pins");
    assertThat(recipeOf("id", mapping).sources()).containsExactly("commune", "nom");
  }

  /** A number that a spreadsheet gave decimals is none in the identifier of a register. */
  @ParameterizedTest
  @CsvSource({
    "12.0, 12",
    "12.00, 12",
    "12, 12",
    "12.5, 12.5",
    "12.05, 12.05",
    ".0, .0",
    "12., 12.",
    "1a.0, 1a.0",
    "1.2.0, 1.2.0"
  })
  void a_whole_number_of_an_external_identifier_has_no_decimals(String found, String expected)
      throws IOException {
    List<String> told = new ArrayList<>();
    Recipe.Notes notes =
        new Recipe.Notes() {
          @Override
          public void numbered(String text, String number) {
            told.add(text + " -> " + number);
          }
        };
    Recipe recipe = recipe("identifiants_externes", "{'template': 'x:{n}'}");
    assertThat(recipe.text(s -> List.of(found), false, notes)).isEqualTo("x:" + expected);
    assertThat(told)
        .isEqualTo(found.equals(expected) ? List.of() : List.of(found + " -> " + expected));
  }

  @Test
  void several_templates_give_a_list_of_those_that_can_be_filled() throws IOException {
    assertThat(text("mots_cles", "{'template': ['a:{commune}', 'b:{vide}', 'c:{autres}']}", true))
        .isEqualTo("a:Brest|c:1|c:2");
  }

  @Test
  void a_beginning_of_names_stands_for_all_names_that_begin_so() throws IOException {
    Recipe recipe = recipe("mots_cles", "{'join': ['nu*', 'v*', 'nom *'], 'with': '|'}");

    assertThat(recipe.expanded(List.of("Numéro", "nu", "vo", "nom *", "nom d’usage")).sources())
        .containsExactly("Numéro", "nu", "vo", "nom *");
    assertThat(recipe.expanded(List.of("autre")).canBeMadeOf(Set.of("autre"))).isFalse();
  }

  private static List<String> texts(String source) {
    return RECORD.getOrDefault(source, List.of());
  }

  private static @Nullable String text(String key, String definition, boolean list)
      throws IOException {
    return recipe(key, definition).text(RecipeTest::texts, list, Recipe.Notes.NONE);
  }

  private static Recipe recipe(String key, String definition) throws IOException {
    return recipeOf(
        key, "{'ignore_values': ['[value]'], 'fields': {'" + key + "': " + definition + "}}");
  }

  private static Recipe recipeOf(String key, String json) throws IOException {
    byte[] bytes = json.replaceAll("(?<![A-Za-z(])'|'(?=[\\]},:])", "\"").getBytes(UTF_8);
    Mapping mapping =
        Mapping.read(
                new ByteArrayInputStream(bytes),
                "mapping",
                finding -> {
                  throw new AssertionError(finding);
                })
            .orElseThrow();
    return mapping.fields().stream()
        .filter(field -> field.target().equals(key))
        .findFirst()
        .orElseThrow()
        .recipe();
  }
}
