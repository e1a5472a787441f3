package org.collporterre.cms.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WikitextTest {
  private static final Set<String> NAMES = Set.of("Initiative");

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      value = {
        "Café d’été → Café d’été",
        "a|b}} → a&#124;b&#125;&#125;",
        "<nowiki> → &#60;nowiki&#62;",
        "l'air ''fin'' → l'air &#39;&#39;fin&#39;&#39;",
        "a_b __TOC__ → a_b &#95;&#95;TOC&#95;&#95;",
        "* point → &#42; point",
        "2 = 1 + 1 → 2 = 1 + 1",
        "AT&T &amp; → AT&#38;T &#38;amp;"
      })
  void text_is_written_so_that_it_shows_as_it_is(String text, String expected) {
    assertThat(Wikitext.escaped(text)).isEqualTo(expected);
    assertThat(Wikitext.plain(expected)).isEqualTo(text);
  }

  @Test
  void lines_begin_with_no_markup_and_texts_keep_their_edges() {
    assertThat(Wikitext.escaped("a\n# b\n\n c\n==d")).isEqualTo("a\n&#35; b\n\n&#32;c\n&#61;=d");
    assertThat(Wikitext.escaped(" a\n")).isEqualTo("&#32;a&#10;");
  }

  @Test
  void any_text_comes_back_through_a_page() {
    long seed = 20261122;
    Random random = new Random(seed);
    String signs = "{}[]|=<>&;#~'_*:! \n-\"é/!wikonpre";
    for (int i = 0; i < 2000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(30); n >= 0; n--) {
        text.append(signs.charAt(random.nextInt(signs.length())));
      }
      Map<String, String> values = new LinkedHashMap<>(Map.of("id", "x"));
      values.put("texte", Wikitext.escaped(text.toString()));
      TemplateCall call = TemplateCall.of("Initiative", values);
      List<TemplateCall> found = TemplateCall.in("avant {{" + call.text() + " après", NAMES);
      assertThat(found).as("seed %d, %s", seed, text).hasSize(1);
      assertThat(found.get(0).values().get("texte")).isEqualTo(Wikitext.escaped(text.toString()));
      assertThat(found.get(0).computed()).isEqualTo(found.get(0).written());
      assertThat(Wikitext.plain(found.get(0).values().get("texte"))).isEqualTo(text.toString());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Jardin partagé; Jardin partagé",
        "MediaWiki:Common.js; MediaWiki – Common.js",
        "Modèle : Initiative; Modèle – Initiative",
        ":Accueil; Accueil",
        "A#B|C; A№B/C",
        "../secret; …/secret",
        "a__b   c; a b c",
        "{{x}} [y] <z>; ((x)) (y) (z)",
        "::; ''"
      })
  void a_title_of_a_page_is_none_of_another_namespace(String text, String expected) {
    assertThat(Wikitext.title(text)).isEqualTo(expected);
  }

  @Test
  void a_long_title_is_cut_between_characters() {
    String title = Wikitext.title("é".repeat(140));
    assertThat(title).isEqualTo("é".repeat(80));
  }

  @Test
  void calls_are_found_where_a_wiki_would_run_them() {
    String page =
        """
        <!-- {{Initiative|id=non}} --><nowiki>{{Initiative|id=non}}</nowiki>
        {{Cadre|{{ initiative
        | id = oui
        | lien = [[Autre|texte]] {{Date|2026|11}}
        | vide =
        }}}}
        {{Initiative|id=ouverte
        """;
    List<TemplateCall> calls = TemplateCall.in(page, NAMES);
    assertThat(calls).hasSize(1);
    assertThat(calls.get(0).values())
        .containsExactly(
            Map.entry("id", "oui"),
            Map.entry("lien", "[[Autre|texte]] {{Date|2026|11}}"),
            Map.entry("vide", ""));
    assertThat(page.substring(calls.get(0).start(), calls.get(0).end()))
        .startsWith("{{ initiative")
        .endsWith("}}");
  }

  @Test
  void a_page_made_to_be_slow_is_left() {
    for (String part : List.of("{{", "{{a|", "<!--", "<nowiki>", "[[", "{{Initiative|")) {
      assertThat(TemplateCall.in(part.repeat(200_000), NAMES)).isEmpty();
    }
  }
}
