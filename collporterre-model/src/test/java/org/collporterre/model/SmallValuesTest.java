package org.collporterre.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmallValuesTest {
  /** EDTF, ISO 8601-2 level 1: what a date may stand for. Winter begins in December. */
  @ParameterizedTest
  @CsvSource({
    "2012, 2012-01-01, 2012-12-31, true",
    "2012~, 2012-01-01, 2012-12-31, false",
    "0000, 0000-01-01, 0000-12-31, true",
    "9999, 9999-01-01, 9999-12-31, true",
    "2012-05, 2012-05-01, 2012-05-31, true",
    "2012-02, 2012-02-01, 2012-02-29, true",
    "1900-02, 1900-02-01, 1900-02-28, true",
    "2012-12~, 2012-12-01, 2012-12-31, false",
    "2011-21, 2011-03-01, 2011-05-31, false",
    "2011-22, 2011-06-01, 2011-08-31, false",
    "2011-23, 2011-09-01, 2011-11-30, false",
    "2011-24, 2011-12-01, 2012-02-29, false",
    "2012-24~, 2012-12-01, 2013-02-28, false",
    "2012-07-05, 2012-07-05, 2012-07-05, true",
    "2012-07-05~, 2012-07-05, 2012-07-05, false",
    "2000-02-29, 2000-02-29, 2000-02-29, true",
    "196X, 1960-01-01, 1969-12-31, false",
    "000X, 0000-01-01, 0009-12-31, false"
  })
  void partial_dates_are_intervals(String text, LocalDate first, LocalDate last, boolean iso) {
    PartialDate date = new PartialDate(text);
    assertThat(date.earliest()).isEqualTo(first);
    assertThat(date.latest()).isEqualTo(last);
    assertThat(date.isIso()).isEqualTo(iso);
    assertThat(date.isApproximate()).isEqualTo(text.endsWith("~"));
    assertThat(date).hasToString(text).isEqualTo(PartialDate.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "~",
        "12",
        "201",
        "20120",
        "2012-",
        "2012-5",
        "2012-00",
        "2012-13",
        "2012-20",
        "2012-25",
        "2012-05-",
        "2012-05-00",
        "2012-05-32",
        "2012-04-31",
        "2011-02-29",
        "1900-02-29",
        "2012-21-05",
        "2012~~",
        "~2012",
        "196X~",
        "19XX",
        "196x",
        "2012/05",
        "-2012",
        "+2012",
        "2012-05-05T10:00",
        "2012\n",
        " 2012",
        "٢٠١٢",
        "２０１２",
        "2012-0٥",
        "2012?",
        "2012/2013"
      })
  void other_texts_are_no_partial_date(String text) {
    assertThat(PartialDate.parse(text)).isNull();
    assertThatIllegalArgumentException().isThrownBy(() -> new PartialDate(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"P6M", "P1Y2M", "P2W", "P1Y2M3W4D", "PT3H30M", "P1DT12H", "PT90M", "P999999D"})
  void durations_are_whole_units_in_order(String text) {
    assertThat(IsoDuration.parse(text)).isEqualTo(new IsoDuration(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "P",
        "PT",
        "P0D",
        "PT0M",
        "P0Y0M",
        "6M",
        "p6m",
        "P6",
        "PM",
        "P1M2Y",
        "P1Y1Y",
        "P1H",
        "PT1D",
        "P1YT",
        "PT1H1H",
        "P1DTT1H",
        "P-1D",
        "P1.5D",
        "P1,5D",
        "P1000000D",
        "P1D\n",
        "P٣D",
        "PT5S"
      })
  void other_texts_are_no_duration(String text) {
    assertThat(IsoDuration.parse(text)).isNull();
    assertThatIllegalArgumentException().isThrownBy(() -> new IsoDuration(text));
  }

  /** Codes checked in the official nomenclatures. */
  @ParameterizedTest
  @CsvSource({
    "com:29019, COM, insee-com",
    "com:29177, COM, insee-com",
    "com:35238, COM, insee-com",
    "com:31484, COM, insee-com",
    "com:87176, COM, insee-com",
    "com:30268, COM, insee-com",
    "com:62528, COM, insee-com",
    "com:2A004, COM, insee-com",
    "dep:44, DEP, insee-dep",
    "dep:2B, DEP, insee-dep",
    "dep:971, DEP, insee-dep",
    "dep:978, DEP, insee-dep",
    "reg:53, REG, insee-reg",
    "epci:242900314, EPCI, insee-epci",
    "siren:200033736, SIREN, siren",
    "iso:AT-8, ISO, iso3166-2",
    "iso:CA-QC, ISO, iso3166-2",
    "iso:FR-BRE, ISO, iso3166-2",
    "iso:FR, ISO, iso3166-1",
    "monde, MONDE, ''",
    "libre:Bretagne historique, LIBRE, ''",
    "libre:🌱🌱, LIBRE, ''"
  })
  void territories_have_a_code_or_a_name(String text, Territory.Kind kind, String propertyId) {
    Territory territory = Objects.requireNonNull(Territory.parse(text));
    assertThat(territory.kind()).isEqualTo(kind);
    assertThat(territory.propertyId()).isEqualTo(propertyId);
    assertThat(territory).hasToString(text).isEqualTo(new Territory(kind, territory.code()));
    assertThat(Territory.registered(propertyId, territory.code()))
        .isEqualTo(propertyId.isEmpty() ? null : territory);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ":",
        "Brest",
        "com:",
        "com:2901",
        "com:20004",
        "com:29019\n",
        "COM:29019",
        "com: 29019",
        "dep:1",
        "dep:2C",
        "dep:970",
        "dep:979",
        "dep:981",
        "dep:0２",
        "reg:5",
        "reg:053",
        "epci:24290031",
        "siren:2000337361",
        "iso:fr",
        "iso:F",
        "iso:FR-",
        "iso:FR-BREI",
        "iso:FR_BRE",
        "iso:FR-bre",
        "monde:",
        "monde:x",
        "libre:",
        "libre:x",
        "libre:a|b",
        "libre:a\nb",
        "libre:🌱",
        "pays:Brest"
      })
  void other_texts_are_no_territory(String text) {
    assertThat(Territory.parse(text)).isNull();
  }

  @Test
  void a_free_name_has_at_most_eighty_characters() {
    assertThat(Territory.parse("libre:" + "🌱".repeat(80))).isNotNull();
    assertThat(Territory.parse("libre:" + "x".repeat(81))).isNull();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Territory(Territory.Kind.MONDE, "x"))
        .withMessageContaining("monde");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "bruded, bruded, null, true",
        "code-source-bruded@1.2, code-source-bruded, 1.2, true",
        "https://exemple.org/x, https://exemple.org/x, null, false",
        "https://exemple.org/x@1.2.3, https://exemple.org/x, 1.2.3, false",
        "https://exemple.org/@nom, https://exemple.org/@nom, null, false",
        "https://exemple.org/@nom@2.0, https://exemple.org/@nom, 2.0, false",
        "https://exemple.org/été, https://exemple.org/été, null, false"
      })
  void references_have_a_target_and_perhaps_a_version(
      String text, String target, @Nullable String version, boolean local) {
    RecordRef ref = Objects.requireNonNull(RecordRef.parse(text));
    assertThat(ref).isEqualTo(new RecordRef(target, version)).hasToString(text);
    assertThat(ref.isLocal()).isEqualTo(local);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "@",
        "@1.2",
        "Bruded",
        "bruded@",
        "bruded@1",
        "bruded@v1.2",
        "bruded@1.2@1.3",
        "a b",
        "http://exemple.org",
        "https://",
        "https://a b",
        "https://a|b",
        "https://a\n",
        "https://a>",
        "javascript:alert(1)"
      })
  void other_texts_are_no_reference(String text) {
    assertThat(RecordRef.parse(text)).isNull();
    assertThatIllegalArgumentException().isThrownBy(() -> RecordRef.to(text));
  }

  @Test
  void no_reference_is_written_as_another_one_is() {
    // Its written form would read back as a reference to version 1.2 of …/x.
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RecordRef.to("https://exemple.org/x@1.2"));
    RecordRef twice = new RecordRef("https://exemple.org/x@1.2", "3.4");
    assertThat(RecordRef.parse(twice.toString())).isEqualTo(twice);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "wikidata:Q12193, http://www.wikidata.org/entity/Q12193",
        "wikidata:Q1> <x, null",
        "url:https://exemple.org/a:b, https://exemple.org/a:b",
        "url:javascript:alert(1), null",
        "siret:35600000049837, null",
        "i4p:a:b, null"
      })
  void external_identifiers_are_addresses_when_they_lead_somewhere(
      String text, @Nullable String address) {
    ExternalId id = Objects.requireNonNull(ExternalId.parse(text));
    assertThat(id).hasToString(text);
    assertThat(id.address()).isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ":",
        "a:1",
        "wikidata",
        "wikidata:",
        ":Q1",
        "Osm:1",
        "1a:1",
        "a_b:1",
        "osm:a|b",
        "osm:a\nb",
        "abcdefghijklmnopqrstu:1"
      })
  void other_texts_are_no_external_identifier(String text) {
    assertThat(ExternalId.parse(text)).isNull();
  }

  @Test
  void external_identifiers_have_at_most_two_hundred_characters() {
    assertThat(ExternalId.parse("osm:" + "x".repeat(200))).isNotNull();
    assertThatIllegalArgumentException().isThrownBy(() -> new ExternalId("osm", "x".repeat(201)));
  }

  @Test
  void a_text_is_found_in_its_translations_or_in_its_own_language() {
    TreeMap<String, String> given = new TreeMap<>();
    LocalizedText jardin = new LocalizedText("Jardin", given).with("br", "Liorzh");
    given.put("en", "Garden");
    assertThat(List.of("br", "en", "fr"))
        .extracting(jardin::in)
        .containsExactly("Liorzh", "Jardin", "Jardin");
    assertThat(jardin)
        .isEqualTo(LocalizedText.of("Jardin").with("br", "Liorzh"))
        .hasToString("Jardin");
    assertThat(jardin.with("br", "X").translations()).hasSize(1);
    assertThat(jardin).isNotEqualTo(LocalizedText.of("Jardin"));
  }

  @Test
  void an_external_identifier_is_told_from_its_address() {
    assertThat(ExternalId.at("http://www.wikidata.org/entity/Q12193"))
        .isEqualTo(ExternalId.at("https://www.wikidata.org/wiki/Q12193"))
        .isEqualTo(new ExternalId("wikidata", "Q12193"));
    assertThat(ExternalId.at("https://exemple.org/a"))
        .isEqualTo(new ExternalId("url", "https://exemple.org/a"));
    assertThat(ExternalId.at("exemple")).isNull();
    assertThat(ExternalId.at("https://exemple.org/" + "x".repeat(200))).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "P10Y, 10",
    "P6M, 0.5",
    "P1Y18M, 2.5",
    "P1461D, 4",
    "PT8766H, 1",
    "PT525960M, 1",
    "P1Y1461D, 5"
  })
  void a_duration_has_a_length_in_years(String text, double years) {
    assertThat(new IsoDuration(text).years()).isCloseTo(years, within(1e-9));
  }
}
