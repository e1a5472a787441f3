package org.collporterre.tests;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbException;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.collporterre.json.CollporterreJsonb;
import org.collporterre.model.Cost;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.model.LocalizedText;
import org.collporterre.model.Methodology;
import org.collporterre.model.Place;
import org.collporterre.model.Portrait;
import org.collporterre.model.SheetBuilder;
import org.collporterre.model.Step;
import org.collporterre.vocabulary.Sdg;
import org.collporterre.vocabulary.SubjectKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Records in a program that uses Jakarta JSON Binding. */
class JsonbTest {
  private final Jsonb jsonb = JsonbBuilder.create(CollporterreJsonb.config());

  /** An object of an application that holds a record. */
  public static final class Page {
    /** The record shown. */
    public Initiative shown = Initiative.named("vide", "Vide").build();

    /** More records, of any type. */
    public List<Entry> more = new ArrayList<>();
  }

  @AfterEach
  void close() throws Exception {
    jsonb.close();
  }

  @Test
  void a_record_is_an_object_with_the_keys_of_the_format() {
    Initiative initiative =
        Initiative.named("jardin", "Le jardin")
            .sdgs(List.of(Sdg.ZERO_HUNGER))
            .locations(List.of(Place.at(48.41, -4.49), Place.at(1e-7, 3)))
            .contactEmailPublic(false)
            .sheet(SheetBuilder.builder().extensions(Map.of("b", "2", "a", "1")).build())
            .build();

    assertThat(jsonb.toJson(initiative))
        .isEqualTo(
            "{\"type_fiche\":\"initiative\",\"id\":\"jardin\",\"titre\":\"Le jardin\",\"odd\":[2],"
                + "\"lieux\":[{\"latitude\":48.41,\"longitude\":-4.49},"
                + "{\"latitude\":1E-7,\"longitude\":3}],\"courriel_public\":false,"
                + "\"extensions\":{\"a\":\"1\",\"b\":\"2\"}}");
  }

  @Test
  void records_come_back_as_they_were() {
    Initiative initiative = RichRecords.initiative();
    Portrait portrait = RichRecords.portrait(SubjectKind.PERSON);
    Methodology methodology = RichRecords.methodology(true);

    assertThat(jsonb.fromJson(jsonb.toJson(initiative), Initiative.class)).isEqualTo(initiative);
    assertThat(jsonb.fromJson(jsonb.toJson(portrait), Portrait.class)).isEqualTo(portrait);
    assertThat(jsonb.fromJson(jsonb.toJson(methodology), Methodology.class)).isEqualTo(methodology);
    assertThat(jsonb.fromJson(jsonb.toJson(methodology), Entry.class)).isEqualTo(methodology);
  }

  @Test
  void lists_and_members_of_other_objects_come_back() throws NoSuchFieldException {
    Page page = new Page();
    page.shown = RichRecords.initiative();
    page.more = List.of(RichRecords.portrait(SubjectKind.COLLECTIVE), RichRecords.initiative());

    Page back = jsonb.fromJson(jsonb.toJson(page), Page.class);

    assertThat(back.shown).isEqualTo(page.shown);
    assertThat(back.more).isEqualTo(page.more);
    Type list = Page.class.getField("more").getGenericType();
    List<Entry> entries = jsonb.fromJson(jsonb.toJson(page.more), list);
    assertThat(entries).isEqualTo(page.more);
    Initiative[] array = {page.shown, Initiative.named("a", "Autre").build()};
    assertThat(jsonb.fromJson(jsonb.toJson(array), Initiative[].class)).containsExactly(array);
  }

  @Test
  void texts_and_amounts_of_every_kind_come_back() {
    for (String text : HostileTexts.ALL) {
      Initiative initiative = Initiative.named("a", text).trigger(text).build();
      assertThat(jsonb.fromJson(jsonb.toJson(initiative), Initiative.class)).isEqualTo(initiative);
    }
    for (String amount : HostileTexts.AMOUNTS) {
      Cost cost = new Cost(new BigDecimal(amount), null, null);
      Methodology methodology = Methodology.named("a", "Titre").cost(cost).build();
      assertThat(jsonb.fromJson(jsonb.toJson(methodology), Methodology.class))
          .isEqualTo(methodology);
    }
  }

  @Test
  void a_member_the_format_does_not_know_becomes_an_extension() {
    String json =
        "{\"id\":\"a\",\"titre\":\"Titre\",\"couleur\":\"vert\",\"note\":{\"x\":[1]},"
            + "\"title\":\"An alias\",\"rien\":null,\"lieux\":[{\"etage\":2}]}";

    assertThat(jsonb.fromJson(json, Initiative.class).sheet().extensions())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "couleur", "vert",
                "note", "{\"x\":[1]}",
                "title", "An alias",
                "lieux[0].etage", "2"));
  }

  @Test
  void everything_refused_is_named_with_its_key_value_and_reason() {
    String json =
        "{\"id\":7,\"titre\":\"Titre\",\"odd\":[3,18,\"4\"],\"courriel_public\":\"oui\","
            + "\"avancement\":\"terminee \",\"date_debut\":\"05/07/2012\",\"territoires\":\"monde\","
            + "\"lieux\":[{\"latitude\":\"48\"}],\"langue\":\""
            + "x".repeat(100)
            + "\",\"date_maj\":\""
            + "9".repeat(100)
            + "\"}";

    assertThatThrownBy(() -> jsonb.fromJson(json, Initiative.class))
        .isInstanceOf(JsonbException.class)
        .hasMessageContaining("id: 7 (json-type)")
        .hasMessageContaining("odd: 18 (code-unknown); odd: 4 (json-type)")
        .hasMessageContaining("courriel_public: oui (json-type)")
        .hasMessageContaining("date_debut: 05/07/2012 (date-normalised)")
        .hasMessageContaining("territoires: monde (json-type)")
        .hasMessageContaining("lieux[0].latitude: 48 (json-type)")
        .hasMessageContaining("date_maj: " + "9".repeat(80) + "… (date-invalid)")
        .hasMessageNotContaining("langue");
  }

  @Test
  void numbers_that_are_none_of_ours_are_refused() {
    String start = "{\"id\":\"a\",\"titre\":\"T\",";
    assertThatThrownBy(() -> jsonb.fromJson(start + "\"participants_min\":1.5}", Methodology.class))
        .hasMessageContaining("participants_min: 1.5 (number-invalid)");
    assertThatThrownBy(
            () -> jsonb.fromJson(start + "\"lieux\":[{\"latitude\":1e999}]}", Initiative.class))
        .hasMessageContaining("lieux[0].latitude: 1E+999 (json-type)");
  }

  @Test
  void rows_that_are_no_objects_are_refused() {
    assertThatThrownBy(() -> jsonb.fromJson("{\"etapes\":[\"Repérer\"]}", Methodology.class))
        .hasMessageContaining("etapes[0]: Repérer (json-type)");
    assertThatThrownBy(() -> jsonb.fromJson("{\"etapes\":{}}", Methodology.class))
        .hasMessageContaining("etapes: {} (json-type)");
    String nested = "{\"etapes\":[{\"titre\":\"x\",\"medias\":[{\"url\":1}]}]}";
    assertThatThrownBy(() -> jsonb.fromJson(nested, Methodology.class))
        .hasMessageContaining("etapes[0].medias[0].url: 1 (json-type)");
  }

  @Test
  void a_record_of_another_type_is_refused() {
    String json = jsonb.toJson(RichRecords.initiative());

    assertThatThrownBy(() -> jsonb.fromJson(json, Portrait.class))
        .isInstanceOf(JsonbException.class)
        .hasMessageContaining("type_fiche: initiative (record-type-unknown)");
    assertThatThrownBy(() -> jsonb.fromJson("{\"type_fiche\":\"film\"}", Entry.class))
        .hasMessageContaining("type_fiche: film (record-type-unknown)");
    assertThatThrownBy(() -> jsonb.fromJson("{\"id\":\"a\"}", Entry.class))
        .hasMessageContaining("type_fiche:  (record-type-unknown)");
  }

  @Test
  void steps_keep_their_pictures() {
    Methodology back =
        jsonb.fromJson(jsonb.toJson(RichRecords.methodology(true)), Methodology.class);

    assertThat(back.steps()).extracting(Step::position).containsExactly(1, 2);
    assertThat(back.steps().get(0).media()).hasSize(1);
  }

  @Test
  void columns_of_flat_formats_and_translations_of_nothing_become_extensions() {
    String json =
        "{\"id\":\"a\",\"titre\":\"Titre\",\"titre@en\":\"Title\",\"titre@de\":3,"
            + "\"couleur@en\":\"green\",\"images\":[\"https://exemple.org/a.jpg\"],"
            + "\"commune\":\"Brest\",\"extensions\":{\"x\":1,\"y\":null}}";

    Initiative read = jsonb.fromJson(json, Initiative.class);

    assertThat(read.title()).isEqualTo(LocalizedText.of("Titre").with("en", "Title"));
    assertThat(read.header().images()).isEmpty();
    assertThat(read.locations()).isEmpty();
    assertThat(read.sheet().extensions())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "titre@de", "3",
                "couleur@en", "green",
                "images", "[\"https://exemple.org/a.jpg\"]",
                "commune", "Brest",
                "x", "1"));
  }

  @Test
  void values_of_eighty_characters_are_shown_whole_and_twenty_of_them() {
    assertThatThrownBy(() -> jsonb.fromJson(dated("9".repeat(80)), Initiative.class))
        .hasMessageContaining("date_maj: " + "9".repeat(80) + " (date-invalid)");
    assertThatThrownBy(() -> jsonb.fromJson(dated("🌱".repeat(81)), Initiative.class))
        .hasMessageContaining("date_maj: " + "🌱".repeat(80) + "… (date-invalid)");
    String numbers = IntStream.range(101, 122).mapToObj(String::valueOf).collect(joining(","));
    assertThatThrownBy(
            () -> jsonb.fromJson("{\"id\":\"a\",\"odd\":[" + numbers + "]}", Initiative.class))
        .hasMessageContaining("odd: 120 (code-unknown)")
        .hasMessageNotContaining("odd: 121");
  }

  private static String dated(String date) {
    return "{\"id\":\"a\",\"titre\":\"T\",\"date_maj\":\"" + date + "\"}";
  }
}
