package org.collporterre.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.collporterre.model.Initiative;
import org.collporterre.report.Finding;
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
    "cle_intero, id, 54",
    "commune qqq, commune, 76",
    "qqq commune, commune, 72",
    "qqq commune zzz, commune, 66",
    "commune2, commune, 90",
    "commune latitude, latitude, 72",
    "latitude commune, latitude, 76",
    "cle commune, commune, 72",
    "commune cle, commune, 76",
    "cle qqq ref, id, 54",
    "qqqCommune, commune, 72",
    "facteur_de, facteur_declenchant, 80",
    "modele_eco, modele_economique, 80",
    "echelles, echelle, 82"
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
    assertThat(HeaderWords.of("titr", Schema.of(Initiative.class))).isEmpty();
    assertThat(HeaderWords.of("modele_ec", Schema.of(Initiative.class))).isEmpty();
    assertThat(HeaderWords.of("q".repeat(120) + " commune", Schema.of(Initiative.class))).isEmpty();
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

  /** Sources, target, how sure, {@code *} when it is in the mapping, and the reasons. */
  private static String shown(MappingProposal.Guess guess) {
    List<String> why = new ArrayList<>();
    guess
        .evidence()
        .forEach(
            one -> why.add(one.value().isEmpty() ? one.code() : one.code() + "=" + one.value()));
    return String.join("+", guess.sources())
        + ">"
        + guess.target()
        + " "
        + guess.confidence()
        + (guess.used() ? "* " : " ")
        + String.join(" ", why);
  }

  /** Columns behind a title that is in all these tables; a bar ends a row, rows are filled up. */
  private MappingProposal table(String columns, String rows) throws IOException {
    StringBuilder text = new StringBuilder("titre;" + columns + "\n");
    int i = 0;
    for (String row : rows.split("/", -1)) {
      text.append("Jardin ").append((char) ('a' + i++)).append(';').append(row).append('\n');
    }
    return of("t.csv", text.toString());
  }

  /** The guesses for columns, but for those for the title. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        // A name alone; with values that fit it is 40 % of the rest surer.
        "resume # Aaa/Bbb # resume>resume 100* header-key values-fit=100",
        "latitute;lon # 48.1;-4/48.2;-4.1 # lon>longitude 98* header-alias values-fit=100,"
            + "latitute>latitude 89* header-near=latitude values-fit=100",
        "courriels # a@exemple.org/b@exemple.org # courriels>courriel 94* header-words=courriels values-fit=100",
        // An empty column is 60 % as sure.
        "resume # / # resume>resume 60* header-key empty",
        // Few that do not fit count little, most of three much; an own name is at least 60.
        "code_postal # 29200/oui # code_postal>code_postal 80* header-key values-differ=oui",
        "cp # 29200/oui # cp>code_postal 72* header-words=cp values-differ=oui",
        "cp # 29200/oui/non # cp>code_postal 31 header-words=cp values-differ=oui",
        "code_postal # 29200/oui/non # code_postal>code_postal 60* header-key values-differ=oui",
        "cp # 29200/29200/29200/oui # cp>code_postal 72* header-words=cp values-differ=oui",
        "cp # 29200/29200/29200/29200/oui # cp>code_postal 94* header-words=cp values-fit=80",
        // The same in all records tells little.
        "cp # 29200/29200/29200 # cp>code_postal 94* header-words=cp constant values-fit=100",
        "cp # 29200/29200 # cp>code_postal 94* header-words=cp values-fit=100",
        // One coordinate is none.
        "latitude # 48.1/48.2 # latitude>latitude 40 header-key values-fit=100 half",
        "longitude # 4.1/4.2 # longitude>longitude 40 header-key values-fit=100 half",
        "lat;gps # 48.1;48.1,-4.2/48.2;48.2,-4.3"
            + " # lat>latitude 40 header-alias values-fit=100 half,"
            + "gps>latitude,longitude 94* header-words=gps values-fit=100 taken=lat",
        // Values speak where names do not.
        "zz # 48.1,-4.2/48.2,-4.3 # zz>latitude,longitude 82* values-positions=100",
        "zz # a@exemple.org/b@exemple.org # zz>courriel 80* values-mail=100",
        "zz # 732 829 320 00074/73282932000074 # zz>identifiants_externes 85* values-siret=100",
        "zz # www.exemple.org?a/www.exemple.org?b # zz>site_web 62* values-url=100",
        "zz # www.exemple.org?a.jpg/www.exemple.org?b.png # zz>images 62* values-url=100",
        "zz # www.exemple.org?a.jpg/www.exemple.org?b # zz>site_web 62* values-url=100",
        "zz # 123e4567-e89b-12d3-a456-426614174000/123e4567-e89b-12d3-a456-426614174001"
            + " # zz>id 70* values-uuid",
        "zz # 123e4567-e89b-12d3-a456-426614174000/123e4567-e89b-12d3-a456-426614174000 #",
        "zz # idee/emergence # zz>avancement 70* values-codes=100",
        "zz # idee/idee #",
        "zz # idee/autre chose #",
        "zz;yy # 48.123;-4.123/48.124;-4.124"
            + " # zz>latitude 60* values-degrees,yy>longitude 60* values-degrees",
        "zz;yy # 48.12;-4.123/48.12;-4.124 #",
        "zz;yy # 40.123;-4.123/40.124;-4.124 #",
        "zz;yy # 48.123;-7.123/48.124;-7.124 #",
        // Metres, or else degrees, under x and y: 66 and 40 % of the rest.
        "x;y # 145000;6837000/652000;6862000 # x>longitude 55* values-lambert,y>latitude 55* values-lambert",
        "x;y # -4.1;48.1/-4.2;48.2"
            + " # x>longitude 79* header-words=x values-fit=100,y>latitude 79* header-words=y values-fit=100",
        "x;y # 2;3000000/1;3000001 # x>longitude 79* header-words=x values-fit=100,"
            + "y>latitude 52* header-words=y values-differ=3000000",
        // Swapped ones.
        "latitude;longitude # -4.1;48.1/-4.2;48.2"
            + " # latitude>longitude 60* header-key values-fit=100 swapped,"
            + "longitude>latitude 60* header-key values-fit=100 swapped",
        "latitude;longitude # 45.1;48.1/46.2;48.2"
            + " # latitude>latitude 100* header-key values-fit=100,"
            + "longitude>longitude 100* header-key values-fit=100",
        "zz # -4.1,48.1/-4.2,48.2 # zz>longitude,latitude 82* values-positions=100 longitude-first",
        "zz # -4.1,48.1/48.2,-4.2 # zz>latitude,longitude 82* values-positions=100",
        "zz # 120.1,8.1/121.2,8.2 # zz>longitude,latitude 82* values-positions=100 longitude-first",
        // Addresses in parts.
        "numero;rue # 1;rue A/2;rue B # numero+rue>adresse 94* header-words=rue values-fit=100 joined",
        "numero;suffixe;rue # 1;bis;rue A/2;ter;rue B"
            + " # numero+suffixe+rue>adresse 94* header-words=rue values-fit=100 joined",
        "rue;complement # rue A;cour/rue B;cave"
            + " # rue+complement>adresse 94* header-words=rue values-fit=100 joined",
        "numero;rue;complement # 1;rue A;cour/2;rue B;cave"
            + " # numero+rue>adresse 94* header-words=rue values-fit=100 joined,"
            + "complement>adresse 90 header-words=complement",
        "rue # rue A/rue B # rue>adresse 94* header-words=rue values-fit=100",
        "hausnummer;strasse # 1;Aweg/2;Bstr. # strasse+hausnummer>adresse 94* header-words=strasse values-fit=100 joined",
        "numero # 1/2 # numero>adresse 94 header-words=numero values-fit=100",
        // What is no field, and what says nothing.
        "departement # Finistère/Morbihan #",
        "zz # Aaa/Bbb #"
      })
  void what_columns_are_guessed_to_be(String columns, String rows, String expected)
      throws IOException {
    List<String> others = new ArrayList<>();
    for (MappingProposal.Guess guess : table(columns, rows).guesses()) {
      if (!guess.sources().contains("titre")) {
        others.add(shown(guess));
      }
    }
    assertThat(String.join(",", others)).isEqualTo(expected == null ? "" : expected);
  }

  /** What the mapping says of fields that are written in another way than by their source. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "date_creation # 2020-01-31 # 'date_creation'",
        "date_creation # 2020-01-31T10:00Z # 'date_creation'",
        "date_creation # 2020-01-31 10:00:00 # 'date_creation'",
        "date_creation # 31.01.2020 # 'date_creation'",
        "date_creation # 31-01-2020 # 'date_creation'",
        "date_creation # 20200131 # {'from':'date_creation','date':'yyyyMMdd'}",
        "date_creation # 31 janvier 2020 # 'date_creation'",
        "date_creation # 12/31/2020 # {'from':'date_creation','date':'MM/dd/yyyy'}",
        "date_creation # 1604188800 # {'from':'date_creation','date':'unix'}",
        "date_creation # hier # 'date_creation'",
        "mots_cles # eau,air # {'from':'mots_cles','separator':','}",
        "mots_cles # eau;air # {'from':'mots_cles','separator':';'}",
        "mots_cles # eau|air # 'mots_cles'",
        "mots_cles # eau # 'mots_cles'",
        "mots_cles # L40,L40 # {'from':'mots_cles','separator':','}",
        "mots_cles # L41,L41 # 'mots_cles'",
        "mots_cles # ,eau # 'mots_cles'",
        "id # 12 # {'template':'source-{id}'}",
        "id # a-b # 'id'",
        "id # A/b # {'template':'source-{id}'}",
        "a{b # 732 829 320 00074 # -",
        "siret # 732 829 320 00074 # {'template':'siret:{siret}'}"
      })
  void how_fields_are_made_of_columns(String column, String value, String expected)
      throws IOException {
    String text = value.replace("L40", "x".repeat(40)).replace("L41", "x".repeat(41));
    String cell = "\"" + text + "\"";
    String json = json(of("t.csv", "\"" + column + "\";titre\n" + cell + ";Jardin a\n"));
    String key = column.equals("siret") || column.equals("a{b") ? "identifiants_externes" : column;
    String line = "    \"" + key + "\": ";
    String found =
        json.lines()
            .filter(one -> one.startsWith(line))
            .map(one -> one.substring(line.length()).replaceAll(",$", "").replace('"', '\''))
            .findFirst()
            .orElse("-");
    assertThat(found).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-Liste des lieux.csv, liste-des-lieux",
    "Fiches des tiers lieux de Bretagne.csv, fiches-des-tiers-lie",
    "Fiches des tiers aux lieux.csv, fiches-des-tiers-aux",
    "a.csv, source",
    "ab, ab",
    ".ab, ab",
    "12.csv, source"
  })
  void a_mapping_is_named_after_its_file(String file, String name) throws IOException {
    assertThat(of(file, "titre;resume\nAaa;Bbb\n").mapping().name()).isEqualTo(name);
  }

  /** Without a name for it, the title is the short text that differs most. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "`zz;yy\nAa;Bb\nAa;Cc\n` # yy>titre 52* title-fallback",
        "`zz;yy\nAA;Bb\nCC;Bc\n` # yy>titre 52* title-fallback",
        "`zz;yy\nAa;Bb\n;Bc\n` # yy>titre 52* title-fallback",
        "`zz;yy\nAa;1\nAa;2\nAa;3\nAa;4\nAa;5\nAa;6\n` # zz>titre 40 title-fallback",
        "`commune;zz\nAa;1\nAb;2\n` # commune>titre 52* title-fallback",
        "`departement;zz\nAa;1\nAb;2\n` # -"
      })
  void a_title_is_found_even_without_a_name(String text, String expected) throws IOException {
    String found =
        of("t.csv", text).guesses().stream()
            .filter(guess -> guess.target().equals("titre"))
            .map(MappingProposalTest::shown)
            .findFirst()
            .orElse("-");
    assertThat(found).isEqualTo(expected);
  }

  /** A title identifies when all records have one and no two are alike. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "`titre;zz\nAa;1\nAb;2\n` # titre>id 55* title-unique",
        "`titre;zz\nAa;1\nAa;2\n` # -",
        "`titre;zz\nAa;1\n;2\n` # -",
        "`titre;id\nAa;1\nAb;2\n` # id>id 100* header-key values-unique",
        "`titre;id\nAa;1\nAb;1\n` # id>id 80* header-key values-differ=1",
        "`titre;cle\nAa;1\nAb;1\n` # cle>id 54* header-words=cle values-differ=1",
        "`titre;cle\nAa;1\nAb;1\nAc;1\n` # titre>id 55* title-unique"
      })
  void records_have_an_identifier(String text, String expected) throws IOException {
    String found =
        of("t.csv", text).guesses().stream()
            .filter(guess -> guess.target().equals("id") && guess.used())
            .map(MappingProposalTest::shown)
            .findFirst()
            .orElse("-");
    assertThat(found).isEqualTo(expected);
  }

  /** What a mapping says already is taken where its sources are there. */
  @Test
  void what_a_mapping_says_needs_no_guess() throws IOException {
    Path file = Files.writeString(folder.resolve("t.csv"), "Nom;b;titre;zz\nAa;x;Bb;1\n");
    CsvImporter importer =
        CsvImporter.create().withColumn("nom", "titre").withColumn("absent", "resume");
    MappingProposal proposal =
        MappingProposal.of(file, importer, Initiative.class, Report.create());

    assertThat(proposal.guesses())
        .extracting(MappingProposalTest::shown)
        .contains("Nom>titre 100* preset")
        .noneMatch(one -> one.contains("resume") || one.contains(">id"));
    assertThat(proposal.guesses().get(0).example()).isEqualTo("Aa");
    assertThat(json(proposal)).contains("\"titre\": \"nom\"").doesNotContain("absent");
    assertThat(proposal.others()).containsExactly("b", "zz");
    assertThat(proposal.records()).isEqualTo(1);
  }

  /** Members as they are asked for; the fourth level is too deep. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "'zz':'Aa' # zz",
        "'zz':['Aa','Bb'] # zz",
        "'zz':[1,2] # zz",
        "'zz':'{Aa' # zz",
        "'zz':{'a':1,'b':{'c':2}} # /zz/a /zz/b/c",
        "'zz':{'a':{'b':{'c':3}}} # /zz/a/b/c",
        "'zz':{'a':{'b':{'c':{'d':4}}}} # zz",
        "'zz':[{'a':1},{'a':2}] # /zz/*/a",
        "'z/z':{'a~b':1} # /z~1z/a~0b"
      })
  void members_of_json_are_sources(String members, String expected) throws IOException {
    String text = "[{'titre':'Jardin'," + members + "}]";
    assertThat(String.join(" ", of("t.json", text.replace('\'', '"')).others()))
        .isEqualTo(expected == null ? "" : expected);
  }

  private MappingProposal of(Importer<?> importer, String name, String text, Report report)
      throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    return MappingProposal.of(file, importer, Initiative.class, report);
  }

  @Test
  void keys_of_records_identify_them() throws IOException {
    String json = "{'k1':{'titre':'Aa'},'k2':{'titre':'Bb'}}".replace('\'', '"');
    MappingProposal proposal =
        of(JsonImporter.create().withRecords("/*"), "t.json", json, Report.create());
    assertThat(proposal.guesses())
        .extracting(MappingProposalTest::shown)
        .contains("@key>id 95* values-unique");
  }

  @ParameterizedTest
  @CsvSource({"999, 999", "1000, 1000", "1001, 1000"})
  void the_first_thousand_records_are_looked_at(int rows, int records) throws IOException {
    MappingProposal proposal = of("t.csv", "titre;zz\n" + "Aa;Bb\n".repeat(rows));
    assertThat(proposal.records()).isEqualTo(records);
  }

  @ParameterizedTest
  @CsvSource({"400, 400", "401, 400"})
  void long_values_are_cut(int length, int shown) throws IOException {
    MappingProposal proposal = of("t.csv", "titre;resume\nAa;" + "b".repeat(length) + "\n");
    assertThat(proposal.guesses())
        .filteredOn(guess -> guess.target().equals("resume"))
        .singleElement()
        .satisfies(guess -> assertThat(guess.example()).hasSize(shown));
  }

  /** A second column of a name cannot be asked for; without a header columns have names. */
  @Test
  void names_made_up_are_no_sources() throws IOException {
    assertThat(of("t.csv", "titre;zz;zz;yy (2);zz (x\nAa;1;2;3;4\n").others())
        .containsExactly("zz", "yy (2)", "zz (x");
    assertThat(of("u.csv", "titre;;zz\nAa;1;2\n").others()).containsExactly("zz");
    MappingProposal bare =
        of(CsvImporter.create().withoutHeader(), "v.csv", "Aa;1\nBb;2\n", Report.create());
    assertThat(bare.others()).containsExactly("colonne_2");
  }

  @Test
  void only_errors_are_told() throws IOException {
    Report report = Report.create();
    of(CsvImporter.create(), "t.csv", "titre;zz\nAa;1\nBb;\"2\n", report);
    assertThat(report.findings()).extracting(Finding::code).containsExactly("quote-unclosed");
  }

  /** Long texts of many words are a description. */
  @ParameterizedTest
  @CsvSource({"121, true, zz>description 60* values-long=121", "120, true, -", "121, false, -"})
  void long_texts_are_descriptions(int length, boolean blanks, String expected) throws IOException {
    String word = blanks ? "1 " : "12";
    String text = word.repeat(length / 2 + 1).substring(0, length - 2);
    MappingProposal proposal = of("t.csv", "titre;zz\nAa;" + text + "3a\nBb;" + text + "3b\n");
    String found =
        proposal.guesses().stream()
            .filter(guess -> guess.sources().contains("zz"))
            .map(MappingProposalTest::shown)
            .findFirst()
            .orElse("-");
    assertThat(found).isEqualTo(expected);
  }
}
