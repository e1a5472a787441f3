package org.collporterre.cms.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.collporterre.model.Initiative;
import org.collporterre.model.Methodology;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FragmentsTest {
  private static final Locale BRETON = Locale.forLanguageTag("br");
  private static final Publication ALL = Samples.all();
  private static final Fragments FRENCH =
      Fragments.of(ALL, Locale.FRENCH).withLinks(entry -> "fiche/" + entry.id());

  private static Document parsed(String html) {
    return Jsoup.parseBodyFragment(html);
  }

  @Test
  void a_map_is_a_list_of_what_has_a_position() {
    Document map = parsed(FRENCH.map(Filter.ALL));

    List<Element> items = map.select(".collp-fiches > li");
    assertThat(items).hasSize(1);
    assertThat(items.get(0).attr("data-lat")).isEqualTo("48.39");
    assertThat(items.get(0).attr("data-lon")).isEqualTo("-4.49");
    assertThat(items.get(0).expectFirst("a.collp-nom").attr("href")).isEqualTo("fiche/jardin");
    assertThat(items.get(0).expectFirst(".collp-ou").text()).isEqualTo("Brest");
    assertThat(map.expectFirst("details.collp-secours").hasAttr("open")).isTrue();
    assertThat(map.expectFirst(".collp-cadre").attr("aria-label"))
        .isEqualTo("Carte de 1 initiative");
    assertThat(map.select(".collp-note").text())
        .isEqualTo("Une initiative sans position n’est pas sur la carte.");
  }

  @Test
  void tiles_are_named_with_their_attribution() {
    Tiles tiles = new Tiles("https://exemple.org/{z}/{x}/{y}.png", "© <tous>");

    Element map = parsed(FRENCH.withTiles(tiles).map(Filter.ALL)).expectFirst(".collp-carte");

    assertThat(map.attr("data-tuiles")).isEqualTo("https://exemple.org/{z}/{x}/{y}.png");
    assertThat(map.attr("data-attribution")).isEqualTo("© <tous>");
  }

  @Test
  void a_list_says_of_each_record_what_it_can_be_filtered_by() {
    Document list = parsed(FRENCH.list(Filter.ALL));

    Element garden = list.select(".collp-fiche").get(0);
    assertThat(garden.dataset())
        .isEqualTo(
            Map.of(
                "type", "initiative",
                "champs", "innovation-sociale",
                "themes", "alimentation|four à pain",
                "odd", "2|11",
                "territoires", "reg:53",
                "lat", "48.39",
                "lon", "-4.49"));
    assertThat(list.select("select[name=odd] option").eachText())
        .containsExactly(
            "Tous",
            "2. Faim « zéro » (1)",
            "11. Villes et communautés durables (1)",
            "17. Partenariats pour la réalisation des objectifs (1)");
    assertThat(list.select("select[name=type] option").eachText())
        .containsExactly("Tous", "Initiatives (2)", "Portraits (1)", "Méthodologies (2)");
    assertThat(list.select("select[name=territoires]")).as("one value is no choice").isEmpty();
    assertThat(list.expectFirst("form").hasAttr("hidden")).as("without scripts").isTrue();
  }

  @Test
  void where_records_have_no_page_a_list_tells_more_in_place() {
    Document list = parsed(Fragments.of(ALL, Locale.FRENCH).list(Filter.ALL));

    Element garden = list.select(".collp-fiche").get(0);
    assertThat(garden.select("a.collp-nom")).isEmpty();
    assertThat(garden.expectFirst("details").text()).contains("Un grand jardin.");
    assertThat(garden.expectFirst("details a").attr("href"))
        .isEqualTo("https://exemple.org/jardin");
  }

  @Test
  void a_sheet_shows_what_an_initiative_says() {
    Document sheet = parsed(FRENCH.sheet(Samples.GARDEN));

    assertThat(sheet.expectFirst("h2.collp-titre").text()).isEqualTo("Jardin partagé");
    assertThat(sheet.text())
        .contains(
            "Le potager d’Yvonne",
            "Chacun récolte ce que d’autres ont semé.",
            "Un grand jardin.",
            "potager, espace public",
            "Lieu",
            "Innovation sociale",
            "Alimentation, four à pain",
            "2. Faim « zéro », 11. Villes et communautés durables",
            "Développement",
            "vers 2012",
            "Commune",
            "Bretagne",
            "Place de la Gare, 29200 Brest",
            "Les voisins du quartier",
            "Habitants",
            "https://exemple.org/jardin",
            "La fermeture du dernier commerce.",
            "Adhésions et bénévolat.",
            "Une réalisatrice, Un film sur la ville, Une chaîne, 2012-11 https://exemple.org/film",
            "5 juillet 2012",
            "6 janvier 2013",
            "CC-BY-SA-4.0",
            "Le jardin en été · Une voisine · CC0-1.0");
    assertThat(sheet.expectFirst("h3:contains(L’histoire)")).as("below the title").isNotNull();
    Element picture = sheet.expectFirst("img");
    assertThat(picture.attr("src")).isEqualTo("https://exemple.org/jardin.jpg");
    assertThat(picture.attr("alt")).isEqualTo("Des tomates");
    assertThat(picture.attr("referrerpolicy")).isEqualTo("no-referrer");
  }

  @Test
  void a_sheet_links_to_what_a_record_names_and_to_what_names_it() {
    Document sheet = parsed(FRENCH.sheet(Samples.GARDEN));

    assertThat(sheet.expectFirst("dt:contains(Applique) + dd a").attr("href"))
        .isEqualTo("fiche/semer");
    assertThat(sheet.expectFirst("dt:contains(Portraits) + dd a").attr("href"))
        .isEqualTo("fiche/yvonne");
  }

  @Test
  void neither_persons_named_as_actors_nor_confidential_fields_are_shown() {
    String all =
        FRENCH.list(Filter.ALL)
            + FRENCH.sheet(Samples.GARDEN)
            + FRENCH.sheet(Samples.NETWORK)
            + FRENCH.sheet(Samples.PORTRAIT);

    assertThat(all).doesNotContain("Discrète", "secret@", "preuve-42", "consentement");
    assertThat(all).as("lifted").contains("mailto:contact@exemple.org");
  }

  @Test
  void a_portrait_has_its_quotes_and_its_text() {
    Document sheet = parsed(FRENCH.sheet(Samples.PORTRAIT));

    assertThat(sheet.expectFirst("blockquote").text()).isEqualTo("On a commencé à trois.");
    assertThat(sheet.text()).contains("Elle a planté la première tomate.");
    assertThat(
            sheet
                .expectFirst("dt:contains(Initiatives) + dd a, dt:contains(liées) + dd a")
                .attr("href"))
        .isEqualTo("fiche/jardin");
  }

  @Test
  void a_methodology_has_its_steps_in_order_and_its_lineage() {
    Document sheet = parsed(FRENCH.sheet(Samples.SOWING));

    List<Element> steps = sheet.select("ol.collp-etapes > li");
    assertThat(steps.get(0).text())
        .contains(
            "Choisir la place",
            "2 heures",
            "Avec les voisins.",
            "carte du quartier",
            "Commencer petit",
            "Oublier l’eau");
    assertThat(steps.get(1).text()).isEqualTo("Semer");
    assertThat(sheet.text())
        .contains("6 mois", "120,5", "EUR", "les graines", "bêche, graines", "Que chacun");
    Element lineage = sheet.expectFirst(".collp-filiation");
    assertThat(lineage.expectFirst("[aria-current]").text()).isEqualTo("Semer dans la rue");
    assertThat(lineage.expectFirst("li li").text())
        .isEqualTo("Semer à Brest (version 1.1.0) Adaptation");
    assertThat(lineage.text()).contains("Une initiative l’applique ou la réplique.");
  }

  @Test
  void a_derived_methodology_stands_below_its_origin() {
    Element lineage = parsed(FRENCH.sheet(Samples.SOWING_HERE)).expectFirst(".collp-filiation");

    assertThat(lineage.expectFirst("a").attr("href")).isEqualTo("fiche/semer");
    assertThat(lineage.expectFirst("li li [aria-current]").text()).isEqualTo("Semer à Brest");
  }

  @Test
  void statistics_are_tables_whose_rows_are_read_out() {
    Document statistics = parsed(FRENCH.statistics(Filter.ALL));

    Element row = statistics.expectFirst("tr:contains(Villes et communautés durables)");
    assertThat(row.expectFirst("td.collp-nombre").text()).isEqualTo("1");
    assertThat(row.expectFirst("meter").attr("value")).isEqualTo("50");
    assertThat(statistics.select("th[scope=row]")).hasSizeGreaterThan(20);
  }

  @Test
  void linked_data_is_that_of_the_records() {
    Element script =
        parsed(FRENCH.sheet(Samples.NETWORK)).expectFirst("script[type=application/ld+json]");

    JsonObject json = Json.createReader(new StringReader(script.data())).readObject();
    assertThat(json.getJsonArray("@graph").getJsonObject(0).getString("@id"))
        .isEqualTo("https://collporterre.org/initiative/reseau");
    assertThat(json.getJsonArray("@graph").getJsonObject(0).getString("name"))
        .isEqualTo("Réseau d’élus");
  }

  @Test
  void the_language_is_that_of_the_page_and_of_translations() {
    Document english = parsed(Fragments.of(ALL, Locale.ENGLISH).sheet(Samples.GARDEN));
    Document breton = parsed(Fragments.of(ALL, BRETON).list(Filter.ALL));

    assertThat(english.expectFirst("h2").text()).isEqualTo("Shared garden");
    assertThat(english.text()).contains("Social innovation", "Municipality");
    assertThat(breton.expectFirst("[lang]").attr("lang")).isEqualTo("br");
    assertThat(breton.text()).contains("Nevezinti sokial", "Klask");
    assertThat(breton.text()).as("French where Breton is missing").contains("Type de fiche");
  }

  @Test
  void a_text_in_another_language_than_the_page_says_so() {
    Document english = parsed(Fragments.of(ALL, Locale.ENGLISH).sheet(Samples.NETWORK));

    assertThat(english.expectFirst("h2").attr("lang")).isEqualTo("fr");
  }

  @Test
  void hosts_that_take_scripts_away_get_none() {
    Fragments plain = FRENCH.withAssets("/a/").withoutScripts();

    for (String html :
        List.of(
            plain.map(Filter.ALL),
            plain.list(Filter.ALL),
            plain.sheet(Samples.GARDEN),
            plain.statistics(Filter.ALL))) {
      assertThat(parsed(html).select("script, link, form, style, iframe, [onclick]")).isEmpty();
    }
  }

  @Test
  void assets_are_named_where_they_are() {
    Document map = parsed(FRENCH.withAssets("/collporterre/").map(Filter.ALL));

    assertThat(map.select("link[rel=stylesheet]").eachAttr("href"))
        .containsExactly("/collporterre/leaflet/leaflet.css", "/collporterre/collporterre.css");
    assertThat(map.select("script[src]").eachAttr("src")).containsExactly("/collporterre/carte.js");
  }

  @Test
  void what_was_asked_for_is_shown_under_its_heading() throws Exception {
    ViewRequest request =
        ViewRequest.of(
            Map.of("vue", "liste", "filtre", "odd=17", "titre", "À <deux>"), Locale.FRENCH);

    Document shown = parsed(FRENCH.show(request));

    assertThat(shown.expectFirst("h2").text()).isEqualTo("À <deux>");
    assertThat(shown.select(".collp-fiche .collp-nom").eachText()).containsExactly("Réseau d’élus");
  }

  @ParameterizedTest
  @ValueSource(strings = {"semer", "methodologie/semer"})
  void a_record_is_named_by_its_identifier(String id) throws Exception {
    ViewRequest request = ViewRequest.of(Map.of("fiche", id), Locale.FRENCH);

    assertThat(parsed(FRENCH.show(request)).expectFirst("h2").text())
        .isEqualTo("Semer dans la rue");
  }

  @Test
  void a_record_that_is_not_there_is_a_problem() throws Exception {
    ViewRequest request = ViewRequest.of(Map.of("fiche", "portrait/jardin-2"), Locale.FRENCH);

    assertThatThrownBy(() -> FRENCH.show(request)).isInstanceOf(RequestException.class);
  }

  @Test
  void a_problem_is_text_whatever_it_names() {
    assertThat(parsed(Fragments.problem("<img src=x onerror=alert(1)>", Locale.FRENCH)).text())
        .isEqualTo("Collporterre : <img src=x onerror=alert(1)>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        " javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "\u0001https://exemple.org",
        "a\\b"
      })
  void a_link_that_could_run_something_is_none(String address) {
    String html = Fragments.of(ALL, Locale.FRENCH).withLinks(entry -> address).list(Filter.ALL);

    assertThat(parsed(html).select("a.collp-lien")).isEmpty();
  }

  @Test
  void withheld_records_are_counted_and_not_shown() {
    Initiative draft =
        Initiative.named("brouillon", "Un brouillon")
            .sheet(
                org.collporterre.model.SheetBuilder.builder()
                    .status(org.collporterre.vocabulary.RecordStatus.DRAFT)
                    .build())
            .build();
    Methodology shown = Samples.SOWING;

    Publication publication = Samples.publication(draft, shown);

    assertThat(publication.withheld()).isEqualTo(1);
    assertThat(Fragments.of(publication, Locale.FRENCH).list(Filter.ALL))
        .doesNotContain("brouillon");
  }
}
