package org.collporterre.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import org.collporterre.model.Cost;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.model.Methodology;
import org.collporterre.model.Place;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ValueTypeTest {
  private static final Noted NOBODY = new Noted();

  /** The compatibility ideographs of the second plane; nothing behind them has a decomposition. */
  private static final int LAST_THAT_CHANGES = 0x2FFFF;

  static List<Class<? extends Entry>> types() {
    return Entry.TYPES;
  }

  @ParameterizedTest
  @MethodSource("types")
  void what_is_written_reads_back_the_same_and_without_a_note(Class<? extends Entry> type) {
    Samples samples = new Samples(7);
    for (int i = 0; i < 60; i++) {
      for (Field field : Schema.of(type).fields()) {
        Object value = samples.item(Schema.of(type), field);
        if (field.type().isWhole(value)) {
          Noted notes = new Noted();
          String text = field.type().write(value);
          assertThat(field.type().read(text, notes)).as(field + " " + text).isEqualTo(value);
          assertThat(notes.said).as(field + " " + text).isEmpty();
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "null",
      value = {
        // Partial dates and days.
        "date_debut | 2012 | 2012 | null",
        "date_debut | 05/07/2012 | 2012-07-05 | date-normalised → 2012-07-05",
        "date_debut | 5/7/2012 | 2012-07-05 | date-normalised → 2012-07-05",
        "date_debut | 05-07-2012 | 2012-07-05 | date-normalised → 2012-07-05",
        "date_debut | 06-06à2012 | null | date-invalid ? 2012-06-06",
        "date_debut | 31/02/2021 | null | date-invalid ? null",
        "date_debut | 2021-02-29 | null | date-invalid ? null",
        "date_debut | 12/31/2012 | null | date-invalid ? null",
        "date_debut | 05/07/12 | null | date-invalid ? null",
        "date_debut | 2013.01.26 | 2013-01-26 | date-normalised → 2013-01-26",
        "date_debut | 26.01.2013 | 2013-01-26 | date-normalised → 2013-01-26",
        "date_debut | 01/01/1998 00:00 | 1998-01-01 | date-normalised → 1998-01-01",
        "date_debut | 12 mars 2013 | 2013-03-12 | date-normalised → 2013-03-12",
        "date_debut | 1er mai 2012 | 2012-05-01 | date-normalised → 2012-05-01",
        "date_debut | March 12, 2013 | 2013-03-12 | date-normalised → 2013-03-12",
        "date_debut | the 3rd of March 2013 | null | date-invalid ? null",
        "date_debut | 31 février 2013 | null | date-invalid ? null",
        "date_debut | mai 2012 | 2012-05 | date-normalised → 2012-05",
        "date_debut | Août 2012 | 2012-08 | date-normalised → 2012-08",
        "date_debut | December 2012 | 2012-12 | date-normalised → 2012-12",
        "date_debut | printemps 2011 | 2011-21 | date-normalised → 2011-21",
        "date_debut | hiver 2011 | 2011-24 | date-normalised → 2011-24",
        "date_debut | années 1960 | 196X | date-normalised → 196X",
        "date_debut | 1960s | 196X | date-normalised → 196X",
        "date_debut | années 60 | null | date-invalid ? null",
        "date_debut | en 1999 | 1999 | date-normalised → 1999",
        "date_debut | 2001 | 2001 | null",
        "date_debut | 1999 (?) | null | date-invalid ? 1999~",
        "date_debut | vers 1999 | null | date-invalid ? 1999~",
        "date_debut | depuis mai 2012 | null | date-invalid ? 2012-05",
        "date_debut | Début septembre 2023 | null | date-invalid ? 2023-09~",
        "date_debut | 25ème | null | date-invalid ? null",
        "date_debut | mars 13 | null | date-invalid ? null",
        "date_maj | 1er mai 2012 | 2012-05-01 | date-normalised → 2012-05-01",
        "date_maj | mai 2012 | null | date-invalid ? null",
        "date_maj | 2024-02-29 | 2024-02-29 | null",
        "date_maj | 2023-02-29 | null | date-invalid ? null",
        "date_maj | 29/02/2024 14:30 | 2024-02-29 | date-normalised → 2024-02-29",
        "date_maj | 29/02/2024 14:30:05 | 2024-02-29 | date-normalised → 2024-02-29",
        "date_maj | 2024-02-29T14:30:05.000Z | 2024-02-29 | date-normalised → 2024-02-29",
        "date_maj | 2024-02-29 hier | null | date-invalid ? null",
        "date_maj | 2024 | null | date-invalid ? null",
        "date_maj | 0000-01-01 | null | date-invalid ? null",
        "date_maj | ٢٠٢٤-٠٢-٢٩ | null | date-invalid ? null",
        "date_maj | 2024/02/29 | null | date-invalid ? null",
        // Numbers: CP0233.
        "latitude | 48.39 | 48.39 | null",
        "latitude | 48,39 | 48.39 | number-decimal-comma → 48.39",
        "latitude | -4 | -4.0 | null",
        "latitude | 1e3 | null | number-invalid ? null",
        "latitude | NaN | null | number-invalid ? null",
        "latitude | 0x10 | null | number-invalid ? null",
        "latitude | 48. | null | number-invalid ? null",
        "latitude | 48.39° | 48.39 | position-normalised → 48.39",
        "latitude | 48°23'24\" N | 48.39 | position-normalised → 48.39",
        "longitude | 4° 29,4′ O | -4.49 | position-normalised → -4.49",
        "latitude | 0° 0' 0\" N | null | sentinel-value ? null",
        "latitude | 48°61'N | null | number-invalid ? null",
        "latitude | 918 244,96 | 918244.96 | number-grouped → 918244.96; number-decimal-comma → 918244.96",
        "latitude | 1.234,5 | null | number-invalid ? null",
        "latitude | ٤٨ | null | number-invalid ? null",
        // Goals.
        "odd | 11 | SUSTAINABLE_CITIES | null",
        "odd | ODD 3 | GOOD_HEALTH | code-normalised → 3",
        "odd | SDG-04 | QUALITY_EDUCATION | code-normalised → 4",
        "odd | odd17 | PARTNERSHIPS | code-normalised → 17",
        "odd | 03 | GOOD_HEALTH | code-normalised → 3",
        "odd | Climate action | CLIMATE_ACTION | code-normalised → 13",
        "odd | 18 | null | code-unknown ? null",
        "odd | 0 | null | code-unknown ? null",
        "odd | ODD | null | code-unknown ? null",
        // Codes: CP0221, CP0222.
        "champs_action | Innovation Sociale | SOCIAL_INNOVATION | code-normalised → innovation-sociale",
        "champs_action | inovation-sociale | null | code-unknown ? innovation-sociale",
        "avancement | Long-term establishment | LASTING | code-normalised → perennisation",
        "themes | Réemploi | reemploi | code-normalised → reemploi",
        "themes | couture | couture | null",
        // Licences: CP7002, CP7003, tricky points 13 and 14.
        "licence | CC-BY-SA-4.0 | CC-BY-SA-4.0 | null",
        "licence | ETALAB-2.0 | etalab-2.0 | code-normalised → etalab-2.0",
        "licence | CC BY-SA 4.0 | CC-BY-SA-4.0 | code-normalised → CC-BY-SA-4.0",
        "licence | CC BY-SA | LicenseRef-CC-BY-SA | licence-version-unknown ! CC-BY-SA-4.0",
        "licence | cc by | LicenseRef-CC-BY | licence-version-unknown ! CC-BY-4.0",
        "licence | CC BY-NC-SA 2.0 FR | CC-BY-NC-SA-2.0-FR | code-normalised → CC-BY-NC-SA-2.0-FR",
        "licence | CC-BY-SA-2.0-FR | LicenseRef-CC-BY-SA-2.0-FR | licence-version-unknown ! null",
        "licence | domaine public | domaine public | null",
        "langue | FR | fr | code-normalised → fr",
        "langue | fr_ca | fr-CA | code-normalised → fr-CA",
        "langue | français | français | null",
        "code_pays | France | FR | code-normalised → FR",
        "code_pays | fr | FR | code-normalised → FR",
        "code_pays | Austria | AT | code-normalised → AT",
        "code_pays | Bretagne | Bretagne | null",
        // References, territories, other registers.
        "membre_de | BRUDED Réseau | null | ref-malformed ? bruded-reseau",
        "membre_de | bruded@1.2 | bruded@1.2 | null",
        "membre_de | http://exemple.org/x | null | ref-malformed ? http-exemple-org-x",
        "territoires | Brest | null | territory-malformed ? null",
        "identifiants_externes | Q12193 | null | external-id-malformed ? null",
        "courriel_public | Oui | true | null",
        "courriel_public | OUI | true | null",
        "courriel_public | x | true | code-normalised → oui",
        "courriel_public | 1.0 | true | code-normalised → oui",
        "courriel_public | 0,0 | false | code-normalised → non",
        "courriel_public | Oui. | true | code-normalised → oui",
        "courriel_public | 2 | null | boolean-invalid ? null",
        // Codes that a spreadsheet took for numbers.
        "id | 8724.0 | 8724 | number-dot-zero → 8724",
        "id | a.0 | a.0 | null",
        "code_postal | 29200 | 29200 | null",
        "code_postal | 29200,00 | 29200 | number-dot-zero → 29200",
        "code_insee | 2.9019E+04 | null | code-as-exponent ? null",
        "code_insee | 2,9019E+04 | null | code-as-exponent ? null",
        "identifiants_externes | siret:4.34933E+13 | null | code-as-exponent ? null",
        "courriel_public | peut-être | null | boolean-invalid ? null"
      })
  void dirty_values_of_initiatives_are_read_with_a_note(
      String key, String text, @Nullable String value, @Nullable String note) {
    check(Initiative.class, key, text, value, note);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "null",
      value = {
        "participants_min | 8724.0 | 8724 | number-dot-zero → 8724",
        "participants_min | 12 | 12 | null",
        "participants_min | 163,0000000000 | 163 | number-dot-zero → 163",
        "participants_min | 335 768 | 335768 | number-grouped → 335768",
        "participants_min | 33 576 8 | null | number-invalid ? null",
        "participants_min | 1 000 € | null | number-invalid ? null",
        "participants_min | 12.5 | null | number-invalid ? null",
        "participants_min | 99999999999 | null | number-invalid ? null",
        "participants_min | ١٢ | null | number-invalid ? null",
        "participants_min | douze | null | number-invalid ? null",
        "cout_montant | 1250.50 | 1250.50 | null",
        "cout_montant | 1250,50 | 1250.50 | number-decimal-comma → 1250.50",
        "cout_montant | 1E9 | null | number-invalid ? null",
        "cout_montant | 12 € | 12 | amount-with-currency → 12",
        "cout_montant | € 12.50 | 12.50 | amount-with-currency → 12.50",
        "cout_montant | 1'250.50 | 1250.50 | number-grouped → 1250.50",
        "cout_montant | 1\u202F250\u202F000 | 1250000 | number-grouped → 1250000",
        "cout_montant | 1 25 | null | number-invalid ? null",
        "cout_montant | 1 250'000 | null | number-invalid ? null",
        "cout_montant | 1.250,50 | null | number-invalid ? null",
        "cout_montant | € | null | number-invalid ? null",
        "cout_montant | 12 km | null | number-invalid ? null",
        "duree | P6M | P6M | null",
        "duree | 12 mois | P12M | duration-normalised → P12M",
        "duree | 1 année | P1Y | duration-normalised → P1Y",
        "duree | 2 Semaines | P2W | duration-normalised → P2W",
        "duree | 3h | PT3H | duration-normalised → PT3H",
        "duree | 45 min | PT45M | duration-normalised → PT45M",
        "duree | 0 jours | null | duration-invalid ? null",
        "duree | six mois | null | duration-invalid ? null",
        "duree | mois | null | duration-invalid ? null",
      })
  void dirty_values_of_methodologies_are_read_with_a_note(
      String key, String text, @Nullable String value, @Nullable String note) {
    check(Methodology.class, key, text, value, note);
  }

  @Test
  void each_thing_said_of_an_amount_has_the_same_plain_form() {
    Noted notes = new Noted();

    assertThat(Values.AMOUNT.read("14\u00A0125,00\u00A0€", notes))
        .isEqualTo(new BigDecimal("14125.00"));
    assertThat(notes.said)
        .containsExactly(
            "amount-with-currency → 14125.00",
            "number-grouped → 14125.00",
            "number-decimal-comma → 14125.00");
  }

  private static void check(
      Class<?> type, String key, String text, @Nullable String value, @Nullable String note) {
    Noted notes = new Noted();
    Object read = Schema.of(type).requireField(key).type().read(text, notes);
    assertThat(read == null ? null : read.toString()).isEqualTo(value);
    assertThat(notes.said).isEqualTo(note == null ? List.of() : List.of(note.split("; ", -1)));
  }

  @Test
  void a_number_lost_in_a_date_is_no_reason_to_search_for_long() {
    // A cell may hold up to 1 MiB; looking for one wrong character must not take its square.
    String cell = "x".repeat(1 << 20);
    for (Class<? extends Entry> type : Entry.TYPES) {
      for (Field field : Schema.of(type).fields()) {
        Noted notes = new Noted();
        Object read =
            assertTimeoutPreemptively(
                Duration.ofSeconds(2), () -> field.type().read(cell, notes), field::key);
        assertThat(read != null || !notes.said.isEmpty()).as(field.key()).isTrue();
      }
    }
  }

  @Test
  void text_is_composed_and_its_controls_are_noticed() {
    assertText("e\u0301te\u0301", "été", "text-not-nfc → été");
    assertText("deux\nlignes\tet\u00A0l’été", "deux\nlignes\tet\u00A0l’été");
    assertText("a\u0000b", "a\u0000b", "control-char ! null");
    // The apostrophe of Windows-1252, read as Latin-1.
    assertText("l\u0092été", "l\u0092été", "control-char ! null");
  }

  @Test
  void text_that_was_encoded_twice_is_said_and_repaired_only_when_asked_for() {
    Noted repairing = new Noted(true);

    assertText("AchÃ¨res", "AchÃ¨res", "text-double-encoded → Achères");
    assertThat(Values.TEXT.read("AchÃ¨res", repairing)).isEqualTo("Achères");
    assertThat(repairing.said).containsExactly("text-double-encoded → Achères");
    // A capital within a word is what is left of a letter that was lost.
    assertText("ProvenchËres Ã©tÃ©", "ProvenchËres Ã©tÃ©", "text-double-encoded ! null");
    // Without the no-break space of French, this is a capital before a sign.
    assertText("“IRMÔ et après", "“IRMÔ et après");
  }

  @ParameterizedTest
  @CsvSource({"3.0, 3", "3., 3.", ".0, .0", "3.10, 3.10", "30.00, 30"})
  void a_code_loses_only_decimals_that_are_zeros(String text, String value) {
    assertThat(Values.CODE.read(text, new Noted())).isEqualTo(value);
  }

  private static void assertText(String text, String value, String... notes) {
    Noted said = new Noted();
    assertThat(Values.TEXT.read(text, said)).isEqualTo(value);
    assertThat(said.said).containsExactly(notes);
  }

  @Test
  void any_text_comes_out_composed_although_most_are_not_looked_at_closely() {
    for (int c = 0; c <= LAST_THAT_CHANGES; c++) {
      if (Character.isSurrogate((char) c) && c <= 0xFFFF) {
        continue;
      }
      for (String text : List.of(Character.toString(c), "e" + Character.toString(c))) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        if (!composed.equals(text)) {
          assertThat(Values.TEXT.read(text, NOBODY)).as("U+%04X", c).isEqualTo(composed);
        }
      }
    }
  }

  @Test
  void equal_values_are_equal_however_they_were_computed() {
    assertThat(Place.at(-0.0, 12)).isEqualTo(Place.at(0.0, 12));
    assertThat(new Cost(new BigDecimal("1E+3"), "EUR", null))
        .isEqualTo(new Cost(new BigDecimal("1000"), "EUR", null));
  }
}
