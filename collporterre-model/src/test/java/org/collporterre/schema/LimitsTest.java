package org.collporterre.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.collporterre.constraint.CountryCode;
import org.collporterre.constraint.CurrencyCode;
import org.collporterre.constraint.Identifier;
import org.collporterre.constraint.Insee;
import org.collporterre.constraint.LanguageTag;
import org.collporterre.constraint.Rna;
import org.collporterre.constraint.SingleLine;
import org.collporterre.constraint.Siret;
import org.collporterre.constraint.SpdxLicense;
import org.collporterre.constraint.SpdxLicenses;
import org.collporterre.constraint.TextForm;
import org.collporterre.constraint.VersionNumber;
import org.collporterre.constraint.WebUrl;
import org.collporterre.model.ExternalId;
import org.collporterre.model.Initiative;
import org.collporterre.model.IsoDuration;
import org.collporterre.model.Methodology;
import org.collporterre.model.PartialDate;
import org.collporterre.model.Portrait;
import org.collporterre.model.RecordRef;
import org.collporterre.model.Step;
import org.collporterre.model.Territory;
import org.junit.jupiter.api.Test;

/** What a schema in another language says of a field is what our constraints say. */
class LimitsTest {
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "a",
          "-",
          "a-",
          "-a",
          "a-b",
          "A",
          "é",
          "a".repeat(80),
          "a".repeat(81),
          "a\n",
          "29019",
          "00001",
          "01001",
          "2A004",
          "2a004",
          "20000",
          "97105",
          "97905",
          "98411",
          "98500",
          "98999",
          "99100",
          "2901",
          "290199",
          "fr",
          "FR",
          "fra",
          "frac",
          "fr-CA",
          "fr-ca",
          "zh-Hant-TW",
          "zh-hant",
          "es-419",
          "es-41",
          "fr-",
          "W291002345",
          "W2A1002345",
          "WA91002345",
          "w291002345",
          "W29100234",
          "73282932000074",
          "7328293200007",
          "1.0",
          "1",
          "1.0.0",
          "1.0.0.0",
          "01.0",
          "1.00",
          "1.123456789",
          "1.1234567890",
          ".1",
          "1.",
          "v1.0",
          "EUR",
          "eur",
          "CC-BY-SA-4.0",
          "GPL-2.0+",
          "LicenseRef-a",
          "LicenseRef-",
          "a b",
          "https://exemple.org",
          "HTTP://exemple.org/a?b#c",
          "https://exemple.org/a b",
          "ftp://exemple.org",
          "https://",
          "https://exemple.org/é",
          "https://exemple.org/" + "a".repeat(1980),
          "https://exemple.org/" + "a".repeat(1990),
          "a\nb",
          "a\rb",
          "a\u0085b",
          "a\u2028b",
          "a b\tc",
          "2012",
          "2012~",
          "2012-05",
          "2012-13",
          "2012-21",
          "2012-25",
          "2012-05-17",
          "2012-05-17~",
          "2012-21-01",
          "196X",
          "196X~",
          "19XX",
          "012",
          "com:29019",
          "com:2901",
          "dep:29",
          "dep:2A",
          "dep:2C",
          "dep:971",
          "dep:979",
          "reg:53",
          "reg:530",
          "epci:242900314",
          "siren:1",
          "iso:CA",
          "iso:CA-QC",
          "iso:CA-QCQC",
          "iso:ca",
          "monde",
          "monde:",
          "libre:Bretagne",
          "libre:a",
          "libre:a|b",
          "code-source@1.2",
          "code-source@1",
          "https://exemple.org/x@1.0",
          "http://exemple.org/x",
          "wikidata:Q1",
          "w:Q1",
          "Wikidata:Q1",
          "wikidata:",
          "x1:a|b",
          "P6M",
          "P1Y2M3W4D",
          "PT3H30M",
          "P2D1Y",
          "6M",
          "PM",
          "PT3S",
          "P1234567D");

  @Test
  void a_form_is_exactly_what_a_constraint_accepts_where_a_form_can_say_it() {
    exactly(Identifier.class, Identifier.Validator::matches);
    exactly(Insee.class, Insee.Validator::matches);
    exactly(LanguageTag.class, LanguageTag.Validator::matches);
    exactly(VersionNumber.class, VersionNumber.Validator::matches);
    exactly(Rna.class, Rna.Validator::matches);
    exactly(SingleLine.class, SingleLine.Validator::matches);
    exactly(PartialDate.class, text -> PartialDate.parse(text) != null);
    exactly(Territory.class, text -> Territory.parse(text) != null);
    exactly(RecordRef.class, text -> RecordRef.parse(text) != null);
    exactly(ExternalId.class, text -> ExternalId.parse(text) != null);
  }

  @Test
  void a_form_accepts_a_little_more_where_a_form_cannot_say_it() {
    // Check digits, lists of codes, hosts, zero.
    but(Siret.class, Siret.Validator::matches, Set.of());
    but(WebUrl.class, WebUrl.Validator::matches, Set.of());
    but(IsoDuration.class, text -> IsoDuration.parse(text) != null, Set.of());
    but(CountryCode.class, CountryCode.Validator::matches, Set.of());
    but(CurrencyCode.class, CurrencyCode.Validator::matches, Set.of());
    assertThat(form(Siret.class).test("73282932000075")).isTrue();
    assertThat(form(CountryCode.class).test("ZZ")).isTrue();
    assertThat(form(WebUrl.class).test("https://-")).isTrue();
    assertThat(SpdxLicenses.ids()).allMatch(form(SpdxLicense.class));
    assertThat(Stream.of("LicenseRef-a.b", "a b", "a/b").filter(form(SpdxLicense.class)))
        .containsExactly("LicenseRef-a.b");
  }

  private static void exactly(Class<?> form, Predicate<String> accepts) {
    but(form, accepts, Set.of());
  }

  private static void but(Class<?> form, Predicate<String> accepts, Set<String> wider) {
    for (String text : TEXTS) {
      assertThat(form(form).test(text))
          .as("%s: %s", form.getSimpleName(), text)
          .isEqualTo(accepts.test(text) || wider.contains(text));
    }
  }

  private static Predicate<String> form(Class<?> type) {
    return text -> text.matches(Objects.requireNonNull(type.getAnnotation(TextForm.class)).value());
  }

  @Test
  void limits_are_read_from_the_constraints() {
    Limits title = of(Initiative.class, "titre");
    assertThat(title.required()).isTrue();
    assertThat(title.minLength()).isEqualTo(3);
    assertThat(title.maxLength()).isEqualTo(140);
    assertThat(title.pattern()).isEqualTo(SingleLine.class.getAnnotation(TextForm.class).value());
    Limits keywords = of(Initiative.class, "mots_cles");
    assertThat(keywords.required()).isFalse();
    assertThat(keywords.minLength()).isEqualTo(2);
    assertThat(keywords.maxLength()).isEqualTo(60);
    assertThat(keywords.maxItems()).isEqualTo(30);
    Limits latitude = of(Initiative.class, "latitude");
    assertThat(latitude.minimum()).isEqualTo(new BigDecimal("-90"));
    assertThat(latitude.maximum()).isEqualTo(new BigDecimal("90"));
    assertThat(latitude.pattern()).isNull();
    assertThat(of(Initiative.class, "courriel").email()).isTrue();
    assertThat(of(Initiative.class, "site_web").email()).isFalse();
  }

  @Test
  void a_field_is_required_when_its_group_always_is_there() {
    assertThat(of(Portrait.class, "nature_sujet").required()).isTrue();
    assertThat(of(Portrait.class, "consentement").required()).isFalse();
    assertThat(of(Methodology.class, "cout_montant").required()).isFalse();
    assertThat(of(Step.class, "titre").required()).isTrue();
    assertThat(of(Step.class, "titre").maxItems()).isEqualTo(Limits.UNLIMITED);
  }

  @Test
  void a_child_table_has_the_greatest_number_of_rows_of_its_list() {
    assertThat(Schema.of(Methodology.class).childTables())
        .extracting(table -> table.name() + " " + Limits.maxItems(table))
        .containsExactly("medias 20", "etapes 400", "references 50");
  }

  private static Limits of(Class<?> type, String key) {
    return Limits.of(Schema.of(type).requireField(key));
  }
}
