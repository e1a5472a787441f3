package org.collporterre.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.collporterre.model.Initiative;
import org.collporterre.report.Report;
import org.collporterre.schema.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found out about the columns of tables made for these tests. */
class MappingProposalTest {
  @TempDir Path folder;

  private MappingProposal of(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    return MappingProposal.of(file, Importers.detect(file), Initiative.class, Report.create());
  }

  private static String json(MappingProposal proposal) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    proposal.mapping().write(out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource({
    "titre, titre, 100",
    "bf_titre, titre, 97",
    "Nom *, titre, 94",
    "latitute, latitude, 82",
    "addr:postcode, code_postal, 94",
    "PLZ, code_postal, 90",
    "Commune (INSEE), commune, 94",
    "lib_com, commune, 90",
    "date_der_maj, date_maj, 94",
    "long_wgs84, longitude, 76",
    "Région administrative, -, 76",
    "cle_intero, id, 54"
  })
  void names_speak_of_fields(String name, String key, int confidence) {
    assertThat(HeaderWords.of(name, Schema.of(Initiative.class)))
        .extracting(HeaderWords::key, HeaderWords::confidence)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(key, confidence));
  }

  @Test
  void names_that_say_nothing_are_no_guess() {
    assertThat(HeaderWords.of("zzz_42", Schema.of(Initiative.class))).isEmpty();
    assertThat(HeaderWords.of("", Schema.of(Initiative.class))).isEmpty();
  }

  @Test
  void latitude_and_longitude_that_are_swapped_are_put_right() throws IOException {
    MappingProposal proposal =
        of("t.csv", "nom,lat,lon\nA b,-4.48,48.39\nC d,2.35,48.85\nE f,5.37,43.29\n");

    assertThat(json(proposal)).contains("\"latitude\": \"lon\"", "\"longitude\": \"lat\"");
    assertThat(proposal.guesses())
        .filteredOn(guess -> guess.target().equals("latitude"))
        .allSatisfy(guess -> assertThat(guess.evidence()).contains(Evidence.of("swapped")));
  }

  @Test
  void metres_in_france_propose_lambert_93_to_be_confirmed() throws IOException {
    MappingProposal proposal =
        of("t.csv", "nom,x,y\nBrest,145000.5,6837000.1\nParis,652000.2,6862000.7\n");

    assertThat(json(proposal)).contains("\"crs\":\"EPSG:2154\"", "\"longitude\": \"x\"");
    assertThat(proposal.guesses())
        .filteredOn(guess -> guess.target().equals("longitude"))
        .singleElement()
        .satisfies(guess -> assertThat(guess.confidence()).isEqualTo(55))
        .satisfies(
            guess -> assertThat(guess.evidence().get(0).text(Locale.FRENCH)).contains("confirmer"));
  }

  @Test
  void longitude_first_is_seen_in_the_values() throws IOException {
    assertThat(json(of("t.csv", "nom,position\nA b,\"-4.48,48.39\"\nC d,\"2.35,48.85\"\n")))
        .contains("\"longitude,latitude\": \"position\"");
  }

  @Test
  void values_speak_where_names_do_not() throws IOException {
    MappingProposal proposal =
        of(
            "t.csv",
            "a,b,c,d,e\n"
                + "Jardin,x@y.fr,https://a.fr,73282932000074,\"48.1,-4.2\"\n"
                + "Four,z@y.fr,https://b.fr,73282932000074,\"48.2,-4.3\"\n");

    assertThat(json(proposal))
        .contains("\"titre\": \"a\"", "\"courriel\": \"b\"", "\"site_web\": \"c\"")
        .contains("\"identifiants_externes\": {\"template\":\"siret:{d}\"}")
        .contains("\"latitude,longitude\": \"e\"");
  }

  @Test
  void a_name_that_its_values_belie_is_left_to_be_looked_at() throws IOException {
    MappingProposal proposal = of("t.csv", "nom,cp\nA b,oui\nC d,non\nE f,oui\nG h,non\n");

    assertThat(json(proposal)).doesNotContain("code_postal");
    assertThat(proposal.guesses())
        .filteredOn(guess -> guess.target().equals("code_postal"))
        .singleElement()
        .satisfies(guess -> assertThat(guess.used()).isFalse())
        .satisfies(guess -> assertThat(guess.confidence()).isLessThan(50));
  }

  @Test
  void the_second_column_for_a_field_is_an_alternative() throws IOException {
    MappingProposal proposal = of("t.csv", "nom,intitulé\nA b,C d\nE f,G h\n");

    assertThat(proposal.guesses())
        .filteredOn(guess -> guess.sources().contains("intitulé"))
        .singleElement()
        .satisfies(guess -> assertThat(guess.evidence()).contains(new Evidence("taken", "nom")));
  }

  @Test
  void lists_and_dates_are_told_apart_by_their_forms() throws IOException {
    assertThat(
            json(
                of(
                    "t.csv",
                    "nom,tags,mise à jour\nA b,eau;air,2024-03-05T10:00:00Z\n"
                        + "C d,air;feu,2024-04-05T11:00:00Z\n")))
        .contains("\"mots_cles\": {\"from\":\"tags\",\"separator\":\";\"}")
        .contains("\"date_maj\":");
  }

  @Test
  void members_inside_of_members_are_asked_for_by_pointers() throws IOException {
    assertThat(
            json(
                of(
                    "t.json",
                    "[{\"name\":\"Jardin\",\"geo\":{\"latitude\":48.39,\"longitude\":-4.48}},"
                        + "{\"name\":\"Four\",\"geo\":{\"latitude\":48.1,\"longitude\":-4.1}}]")))
        .contains("\"titre\": \"name\"", "\"latitude\": \"/geo/latitude\"");
  }

  @Test
  void reasons_are_told_in_two_languages() {
    Evidence evidence = Evidence.share("values-fit", 0.999);

    assertThat(evidence.text(Locale.FRENCH)).isEqualTo("99 % des valeurs conviennent");
    assertThat(evidence.text(Locale.ENGLISH)).isEqualTo("99% of the values fit");
  }
}
