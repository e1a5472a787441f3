package org.collporterre.export;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.List;
import org.collporterre.model.Actor;
import org.collporterre.model.ActorBuilder;
import org.collporterre.model.ExternalId;
import org.collporterre.model.HeaderBuilder;
import org.collporterre.model.Initiative;
import org.collporterre.model.InitiativeBuilder;
import org.collporterre.model.LocalizedText;
import org.collporterre.model.MediaBuilder;
import org.collporterre.model.PartialDate;
import org.collporterre.model.Place;
import org.collporterre.model.PlaceBuilder;
import org.collporterre.model.SheetBuilder;
import org.collporterre.model.Territory;
import org.collporterre.vocabulary.AgentKind;
import org.collporterre.vocabulary.Concept;
import org.collporterre.vocabulary.Role;
import org.collporterre.vocabulary.Vocabularies;
import org.collporterre.vocabulary.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How single values are written. */
class JsonLdValueTest {
  private static InitiativeBuilder named() {
    return Initiative.named("a", "Aaa");
  }

  private static HeaderBuilder header() {
    return HeaderBuilder.builder().id("a").title(LocalizedText.of("Aaa"));
  }

  private static JsonObject sheet(SheetBuilder sheet) throws IOException {
    return JsonLdWriting.of(named().sheet(sheet.build()).build()).node(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2012", "2012-05", "2012-05-31"})
  void a_plain_date_is_schema_org_s(String date) throws IOException {
    JsonObject node = JsonLdWriting.of(named().startDate(PartialDate.parse(date)).build()).node(0);
    assertThat(node.getString("foundingDate")).isEqualTo(date);
    assertThat(node).doesNotContainKey("cpt:start_date");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2012~", "2012-21", "196X", "2012-05-31~"})
  void a_date_that_iso_cannot_say_is_our_own(String date) throws IOException {
    JsonLdWriting written =
        JsonLdWriting.of(
            named().startDate(PartialDate.parse(date)).endDate(PartialDate.parse(date)).build());
    assertThat(written.node(0).getString("cpt:start_date")).isEqualTo(date);
    assertThat(written.node(0).getString("cpt:end_date")).isEqualTo(date);
    assertThat(written.node(0)).doesNotContainKeys("foundingDate", "dissolutionDate");
    assertThat(written.losses()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "CC-BY-SA-4.0, https://creativecommons.org/licenses/by-sa/4.0/",
    "CC-BY-NC-SA-2.0-FR, https://creativecommons.org/licenses/by-nc-sa/2.0/fr/",
    "CC-BY-3.0-IGO, https://creativecommons.org/licenses/by/3.0/igo/",
    "CC-SA-1.0, https://creativecommons.org/licenses/sa/1.0/",
    "CC-BY-NC-ND-1.0, https://creativecommons.org/licenses/by-nd-nc/1.0/",
    "CC-BY-NC-ND-2.0, https://creativecommons.org/licenses/by-nc-nd/2.0/",
    "CC0-1.0, https://creativecommons.org/publicdomain/zero/1.0/",
    "CC-PDM-1.0, https://creativecommons.org/publicdomain/mark/1.0/",
    "CC-PDDC, https://spdx.org/licenses/CC-PDDC",
    "etalab-2.0, https://spdx.org/licenses/etalab-2.0",
    "ODbL-1.0, https://spdx.org/licenses/ODbL-1.0"
  })
  void a_licence_is_written_by_its_address(String license, String address) throws IOException {
    assertThat(sheet(SheetBuilder.builder().license(license)).getString("license"))
        .isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(strings = {"LicenseRef-CC-BY-SA", "CC BY-SA", "cc-by-sa-4.0"})
  void a_licence_without_an_address_is_our_own_term(String license) throws IOException {
    JsonObject sheet = sheet(SheetBuilder.builder().license(license));
    assertThat(sheet.getString("cpt:license")).isEqualTo(license);
    assertThat(sheet).doesNotContainKey("license");
  }

  @Test
  void a_kind_that_is_listed_has_an_address_and_another_is_text() throws IOException {
    assertThat(JsonLdWriting.of(named().kind("reseau").build()).member("additionalType"))
        .hasToString("\"https://collporterre.org/vocabulaire/natures/reseau\"");
    JsonObject other = JsonLdWriting.of(named().kind("fête de \"rue\"").build()).node(0);
    assertThat(other.getString("cpt:kind")).isEqualTo("fête de \"rue\"");
    assertThat(other).doesNotContainKey("additionalType");
  }

  @Test
  void codes_of_a_dataset_have_the_labels_of_its_vocabulary() throws IOException {
    Vocabularies more =
        Vocabularies.standard()
            .with(Vocabulary.of("themes", List.of(Concept.of("mer", "La mer", "The sea"))));
    JsonLdExporter exporter = JsonLdExporter.create().withVocabularies(more);
    assertThat(
            JsonLdWriting.of(
                    exporter,
                    named()
                        .themes(List.of("mer", "ciel"))
                        .sheet(SheetBuilder.builder().language("en-GB").build())
                        .build())
                .member("keywords"))
        .hasToString(
            "[{\"@type\":\"DefinedTerm\",\"name\":\"The sea\",\"termCode\":\"mer\","
                + "\"inDefinedTermSet\":\"https://collporterre.org/vocabulaire/themes\"},"
                + "{\"@type\":\"DefinedTerm\",\"name\":\"ciel\",\"termCode\":\"ciel\","
                + "\"inDefinedTermSet\":\"https://collporterre.org/vocabulaire/themes\"}]");
  }

  @Test
  void identifiers_elsewhere_are_addresses_or_registered_values() throws IOException {
    JsonLdWriting written =
        JsonLdWriting.of(
            named()
                .header(
                    header()
                        .externalIds(
                            List.of(
                                new ExternalId("wikidata", "Q12193"),
                                new ExternalId("rna", "W291000000"),
                                new ExternalId("url", "https://exemple.org/a"),
                                new ExternalId("url", "pas une adresse")))
                        .build())
                .build());
    assertThat(written.member("sameAs"))
        .hasToString("[\"http://www.wikidata.org/entity/Q12193\",\"https://exemple.org/a\"]");
    assertThat(written.member("identifier"))
        .hasToString(
            "[{\"@type\":\"PropertyValue\",\"propertyID\":\"collporterre\",\"value\":\"a\"},"
                + "{\"@type\":\"PropertyValue\",\"propertyID\":\"rna\",\"value\":\"W291000000\"},"
                + "{\"@type\":\"PropertyValue\",\"propertyID\":\"url\","
                + "\"value\":\"pas une adresse\"}]");
  }

  @Test
  void a_text_with_translations_names_each_language_the_record_s_first() throws IOException {
    JsonLdWriting written =
        JsonLdWriting.of(
            named()
                .header(
                    HeaderBuilder.builder()
                        .id("a")
                        .title(LocalizedText.of("Jardin").with("en", "Garden").with("br", "Liorzh"))
                        .build())
                .build());
    assertThat(written.member("name"))
        .hasToString(
            "[{\"@value\":\"Jardin\",\"@language\":\"fr\"},"
                + "{\"@value\":\"Liorzh\",\"@language\":\"br\"},"
                + "{\"@value\":\"Garden\",\"@language\":\"en\"}]");
    assertThat(written.node(1).getString("name")).isEqualTo("Fiche : Jardin");
  }

  @Test
  void a_summary_is_the_description_only_when_there_is_none() throws IOException {
    LocalizedText brief = LocalizedText.of("En bref.");
    JsonLdWriting alone = JsonLdWriting.of(named().header(header().summary(brief).build()).build());
    JsonLdWriting both =
        JsonLdWriting.of(
            named()
                .header(header().summary(brief).description(LocalizedText.of("En long.")).build())
                .build());
    assertThat(alone.node(0).getString("description")).isEqualTo("En bref.");
    assertThat(both.node(0).getString("description")).isEqualTo("En long.");
    assertThat(alone.node(1).getString("abstract")).isEqualTo("En bref.");
    assertThat(both.node(1).getString("abstract")).isEqualTo("En bref.");
  }

  @Test
  void territories_have_their_code_or_their_name() throws IOException {
    assertThat(
            JsonLdWriting.of(
                    named()
                        .territories(
                            List.of(
                                new Territory(Territory.Kind.ISO, "CA-QC"),
                                new Territory(Territory.Kind.LIBRE, "Trégor"),
                                new Territory(Territory.Kind.MONDE, "")))
                        .build())
                .member("areaServed"))
        .hasToString(
            "[{\"@type\":\"AdministrativeArea\",\"identifier\":{\"@type\":\"PropertyValue\","
                + "\"propertyID\":\"iso3166-2\",\"value\":\"CA-QC\"}},"
                + "{\"@type\":\"AdministrativeArea\",\"name\":\"Trégor\"},"
                + "{\"@type\":\"Place\",\"name\":\"Monde\"}]");
  }

  @Test
  void a_position_that_is_none_is_left_out_and_counted() throws IOException {
    JsonLdWriting written =
        JsonLdWriting.of(
            named()
                .locations(
                    List.of(
                        Place.at(0, 0),
                        PlaceBuilder.builder().locality("Brest").latitude(48.39).build(),
                        Place.at(48.39, -4.4861)))
                .build());
    assertThat(written.member("location"))
        .hasToString(
            "[{\"@type\":\"Place\"},"
                + "{\"@type\":\"Place\",\"address\":{\"@type\":\"PostalAddress\","
                + "\"addressLocality\":\"Brest\"}},"
                + "{\"@type\":\"Place\",\"geo\":{\"@type\":\"GeoCoordinates\","
                + "\"latitude\":48.39,\"longitude\":-4.4861}}]");
    assertThat(written.losses())
        .containsExactly("export-loss initiative.latitude 2", "export-loss initiative.longitude 1");
  }

  @Test
  void actors_are_funders_sponsors_or_members_and_persons_are_left_out() throws IOException {
    ActorBuilder region =
        ActorBuilder.builder().name("Région").kind(AgentKind.ORGANIZATION).siret("23350001600040");
    JsonLdWriting written =
        JsonLdWriting.of(
            named()
                .actors(
                    List.of(
                        Actor.named("Les habitants"),
                        region.role(Role.FUNDER).build(),
                        ActorBuilder.builder()
                            .name("Yann Le Secret")
                            .kind(AgentKind.PERSON)
                            .role(Role.LEADER)
                            .build(),
                        ActorBuilder.builder()
                            .name("Atelier")
                            .role(Role.TECHNICAL_PARTNER)
                            .build()))
                .build());
    assertThat(written.member("member")).hasToString("{\"name\":\"Les habitants\"}");
    assertThat(written.member("funder"))
        .hasToString(
            "{\"@type\":\"Organization\",\"cpt:role\":\"financeur\",\"name\":\"Région\","
                + "\"cpt:kind\":\"organisation\",\"identifier\":{\"@type\":\"PropertyValue\","
                + "\"propertyID\":\"siret\",\"value\":\"23350001600040\"}}");
    assertThat(written.member("sponsor"))
        .hasToString("{\"cpt:role\":\"partenaire-technique\",\"name\":\"Atelier\"}");
    assertThat(written.text()).doesNotContain("Yann");
    assertThat(written.losses()).containsExactly("export-loss initiative.porteurs 1");
  }

  @Test
  void a_picture_is_an_image_object() throws IOException {
    assertThat(
            JsonLdWriting.of(
                    named()
                        .header(
                            header()
                                .images(
                                    List.of(
                                        MediaBuilder.builder()
                                            .url("https://exemple.org/a.jpg")
                                            .alt("Un jardin")
                                            .caption("Le jardin en mai")
                                            .author("Yann")
                                            .license("CC0-1.0")
                                            .mediaType("image/jpeg")
                                            .build()))
                                .build())
                        .build())
                .member("image"))
        .hasToString(
            "{\"@type\":\"ImageObject\",\"contentUrl\":\"https://exemple.org/a.jpg\","
                + "\"description\":\"Un jardin\",\"caption\":\"Le jardin en mai\","
                + "\"creator\":{\"name\":\"Yann\"},"
                + "\"license\":\"https://creativecommons.org/publicdomain/zero/1.0/\","
                + "\"encodingFormat\":\"image/jpeg\"}");
  }
}
