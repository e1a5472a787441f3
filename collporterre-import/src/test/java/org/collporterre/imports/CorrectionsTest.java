package org.collporterre.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.collporterre.check.Checker;
import org.collporterre.imports.Corrections.Left;
import org.collporterre.imports.Corrections.Outcome;
import org.collporterre.imports.Corrections.Reason;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.model.Portrait;
import org.collporterre.report.Finding;
import org.collporterre.report.Fix;
import org.collporterre.report.Location;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class CorrectionsTest {

  @TempDir Path folder;

  /** A way to write text. */
  private record Writing(String name, boolean marked, Charset charset, Importer<?> importer) {
    byte[] bytes(String text) {
      return ((marked ? "\uFEFF" : "") + text).getBytes(charset);
    }
  }

  private static List<Writing> writings() {
    CsvImporter csv = CsvImporter.create();
    Charset western = Charset.forName("windows-1252");
    return List.of(
        new Writing("UTF-8", false, StandardCharsets.UTF_8, csv),
        new Writing("UTF-8 marked", true, StandardCharsets.UTF_8, csv),
        new Writing("windows-1252", false, western, csv),
        new Writing("windows-1252 said", false, western, csv.withCharset(western)),
        new Writing("IBM850", false, Charset.forName("IBM850"), csv),
        new Writing("UTF-16LE marked", true, StandardCharsets.UTF_16LE, csv),
        new Writing("UTF-16BE marked", true, StandardCharsets.UTF_16BE, csv),
        new Writing(
            "UTF-16 said",
            true,
            StandardCharsets.UTF_16LE,
            csv.withCharset(StandardCharsets.UTF_16)),
        new Writing(
            "UTF-16 said, not marked",
            false,
            StandardCharsets.UTF_16BE,
            csv.withCharset(StandardCharsets.UTF_16)));
  }

  /** The same table in each encoding, with each delimiter and line end. */
  @TestFactory
  Stream<DynamicTest> only_the_bytes_of_the_cells_concerned_change() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Writing writing : writings()) {
      for (String delimiter : List.of(",", ";", "\t", "|")) {
        for (String end : List.of("\n", "\r\n", "\r")) {
          for (boolean last : new boolean[] {true, false}) {
            String name = writing.name() + " " + delimiter + " " + end.length() + end.hashCode();
            tests.add(
                DynamicTest.dynamicTest(
                    name + last, () -> assertExact(writing, delimiter, end, last)));
          }
        }
      }
    }
    return tests.stream();
  }

  private void assertExact(Writing writing, String delimiter, String end, boolean last)
      throws IOException {
    String before = table(" 48.39\t", "05/07/2012", "-4,48", "very \"so\" ", delimiter, end);
    String after = table("48.39", "2012-07-05", "-4.48", "very \"so\"", delimiter, end);
    int cut = last ? 0 : end.length();
    byte[] old = writing.bytes(before.substring(0, before.length() - cut));
    byte[] expected = writing.bytes(after.substring(0, after.length() - cut));
    Path file = Files.write(folder.resolve("initiatives.csv"), old);

    Outcome outcome = correct(writing.importer(), file, Initiative.class, Corrections.safe());

    assertThat(new String(Files.readAllBytes(copy()), writing.charset()))
        .isEqualTo(new String(expected, writing.charset()));
    assertThat(Files.readAllBytes(copy())).isEqualTo(expected);
    assertThat(outcome.applied())
        .containsOnly(
            Map.entry("blanks-around", 2),
            Map.entry("date-normalised", 1),
            Map.entry("number-decimal-comma", 1));
    assertThat(outcome.left()).isEmpty();
    assertThat(outcome.files().keySet()).containsExactly(file.toString());
  }

  /** Cells with quotes, line breaks and odd blanks that nothing is to change in. */
  private static String table(
      String latitude, String date, String longitude, String note, String d, String end) {
    boolean tabs = d.equals("\t");
    String header = String.join(d, "id", "titre", "latitude", "longitude", "date_maj", "Propriété");
    String row =
        String.join(
            d,
            "jardin",
            "\"Le jardin " + d + " " + end + "partagé, « été »\"",
            tabs ? "\"" + latitude + "\"" : latitude,
            d.equals(",") ? "\"" + longitude + "\"" : longitude,
            "\"" + date + "\"",
            note);
    String fete = String.join(d, "a", "\"Fête\"\"s \"\"\"", "", "", "", "é ç ù");
    String last = String.join(d, "b", "Après", "\"\"", "", "", "à   \"garder");
    return String.join(end, header, fete, row, last) + end;
  }

  @Test
  void quotes_are_added_only_when_the_new_text_needs_them() throws IOException {
    Path file =
        write("initiatives.csv", "id,titre,themes\na,A,alimentation;reemploi\nb,B,\"reemploi\"\n");
    Outcome outcome = correct(CsvImporter.create(), file, Initiative.class, Corrections.safe());
    assertThat(copy())
        .content()
        .isEqualTo("id,titre,themes\na,A,alimentation|reemploi\nb,B,\"reemploi\"\n");
    assertThat(outcome.applied()).containsEntry("list-item-invalid", 1);

    Path bars = write("initiatives.csv", "id|titre|themes\na|A|alimentation;reemploi\n");
    correct(CsvImporter.create().withDelimiter('|'), bars, Initiative.class, Corrections.safe());
    assertThat(copy()).content().isEqualTo("id|titre|themes\na|A|\"alimentation|reemploi\"\n");
  }

  @Test
  void corrections_of_several_items_of_a_list_are_made_together() throws IOException {
    Path file =
        write(
            "initiatives.csv",
            "id,titre,champs_action\na,A,Innovation sociale|X|Collaboration ouverte\n");
    Outcome outcome = correct(CsvImporter.create(), file, Initiative.class, Corrections.safe());
    assertThat(copy()).content().endsWith("a,A,innovation-sociale|X|collaboration-ouverte\n");
    assertThat(outcome.applied()).containsEntry("code-normalised", 2);
    assertThat(outcome.later()).isZero();
  }

  @Test
  void an_exchange_is_made_whole_or_not_at_all() throws IOException {
    String text = "id,titre,latitude,longitude\na,A,-4.5,48.4\nb,B,\"-4,5\",48.4\n";
    Path file = write("initiatives.csv", text);
    Outcome safe = correct(CsvImporter.create(), file, Initiative.class, Corrections.safe());
    assertThat(safe.applied()).containsOnly(Map.entry("number-decimal-comma", 1));

    Outcome all = correct(CsvImporter.create(), file, Initiative.class, Corrections.all());
    assertThat(copy())
        .content()
        .isEqualTo("id,titre,latitude,longitude\na,A,48.4,-4.5\nb,B,\"-4.5\",48.4\n");
    assertThat(all.applied())
        .containsOnly(Map.entry("coordinates-swapped", 1), Map.entry("number-decimal-comma", 1));
    assertThat(all.later()).isEqualTo(1);
  }

  @Test
  void two_numbers_in_one_cell_are_written_in_its_order() throws IOException {
    Path file = write("initiatives.csv", "id,titre,gps\na,A,\"48,39 / -4,48\"\n");
    CsvImporter importer = CsvImporter.create().withColumn("gps", "longitude,latitude");
    correct(importer, file, Initiative.class, Corrections.safe());
    assertThat(copy()).content().isEqualTo("id,titre,gps\na,A,\"48.39, -4.48\"\n");
  }

  @Test
  void what_cannot_be_made_is_told_with_its_reason() throws IOException {
    String text = "id,titre,lat,latitud,Lat,licence,date_maj\na,A,48.4,1,,cc by sa 4.0\n";
    Path file = write("initiatives.csv", text);
    Corrections corrections = Corrections.all();
    corrections.report(finding("insee-missing", file, 2, 1, Fix.safe("code_insee", "29019")));
    corrections.report(finding("date-normalised", file, 2, 30, Fix.safe("date_maj", "2012-07-05")));
    Outcome outcome = CsvImporter.create().correct(file, Initiative.class, corrections, copy());
    assertThat(outcome.applied()).isEmpty();
    assertThat(outcome.left())
        .extracting(Left::code, Left::reason, Left::field, left -> left.first().line())
        .containsExactly(
            tuple("insee-missing", Reason.NO_COLUMN, "code_insee", 2),
            tuple("date-normalised", Reason.NO_CELL, "date_maj", 2));
  }

  @Test
  void the_names_a_preset_goes_by_stay() throws IOException {
    Path file = write("initiatives.csv", "id,titre,latitude,lon\na,A,48.4,-4.5\n");
    Outcome free = correct(CsvImporter.create(), file, Initiative.class, Corrections.safe());
    assertThat(free.applied()).containsOnly(Map.entry("header-alias-used", 1));
    CsvImporter preset = CsvImporter.create().withMapping(Presets.named("gogocarto").orElseThrow());
    Outcome bound = correct(preset, file, Initiative.class, Corrections.safe());
    assertThat(bound.applied()).doesNotContainKey("header-alias-used");
  }

  @Test
  void what_the_encoding_cannot_hold_is_not_written() throws IOException {
    Charset western = Charset.forName("windows-1252");
    byte[] bytes = "id,titre,libre\na,Été,x\n".getBytes(western);
    Path file = Files.write(folder.resolve("initiatives.csv"), bytes);
    Corrections corrections = Corrections.safe();
    corrections.report(finding("text-not-nfc", file, 2, 3, Fix.safe("titre", "日本")));
    Outcome outcome = CsvImporter.create().correct(file, Initiative.class, corrections, copy());
    assertThat(outcome.left()).extracting(Left::reason).containsExactly(Reason.CHARACTERS);
    assertThat(Files.readAllBytes(copy())).isEqualTo(bytes);
  }

  @Test
  void in_an_encoding_of_several_bytes_nothing_is_replaced() throws IOException {
    Charset japanese = Charset.forName("Shift_JIS");
    Path file =
        Files.write(
            folder.resolve("initiatives.csv"),
            "id,titre,latitude\na,日本,\"48,4\"\n".getBytes(japanese));
    Outcome outcome =
        correct(
            CsvImporter.create().withCharset(japanese), file, Initiative.class, Corrections.safe());
    assertThat(outcome.applied()).isEmpty();
    assertThat(outcome.left()).extracting(Left::reason).containsExactly(Reason.ENCODING);
  }

  @Test
  void a_text_protected_from_spreadsheets_stays_protected() throws IOException {
    Path file =
        Files.write(
            folder.resolve("initiatives.csv"),
            "\uFEFFid;titre;Note\na;A; '=1+1 \n".getBytes(StandardCharsets.UTF_8));
    correct(CsvImporter.create(), file, Initiative.class, Corrections.safe());
    assertThat(copy()).content().isEqualTo("\uFEFFid;titre;Note\na;A;'=1+1\n");
  }

  @Test
  void damaged_bytes_elsewhere_stay_as_they_are() throws IOException {
    byte[] bytes =
        "id;titre;latitude\na;\u0081\u00e9t\u00e9;48,4\n".getBytes(StandardCharsets.ISO_8859_1);
    Path file = Files.write(folder.resolve("initiatives.csv"), bytes);
    Charset western = Charset.forName("windows-1252");
    correct(CsvImporter.create().withCharset(western), file, Initiative.class, Corrections.safe());
    assertThat(Files.readAllBytes(copy()))
        .isEqualTo(
            "id;titre;latitude\na;\u0081\u00e9t\u00e9;48.4\n"
                .getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void in_json_a_number_stays_a_number_and_a_text_a_text() throws IOException {
    String text =
        """
        { "fiches" : [ {"type_fiche":"initiative", "id":"a", "titre":"Caf\\u00e9\\t",
          "latitude": -4.50 , "longitude":48.4, "site_web" : "www.exemple.org",
          "licence": "cc by sa 4.0", "autre": [1e0, {"x":"\\/"}]} ] }""";
    Path file = write("a.json", text);
    Outcome outcome =
        correct(JsonImporter.create().withRepairs(), file, Entry.class, Corrections.all());
    assertThat(copy())
        .content()
        .isEqualTo(
            text.replace("-4.50", "@")
                .replace("48.4", "-4.5")
                .replace("@", "48.4")
                .replace("\"www.", "\"https://www.")
                .replace("cc by sa 4.0", "CC-BY-SA-4.0"));
    assertThat(outcome.applied())
        .containsOnly(
            Map.entry("coordinates-swapped", 1),
            Map.entry("url-scheme-added", 1),
            Map.entry("code-normalised", 1));
  }

  @Test
  void geojson_in_utf_16_and_lines_of_json_are_corrected_in_their_place() throws IOException {
    String feature =
        """
        {"type":"Feature","geometry":{"type":"Point","coordinates":[48.4,-4.5]},"properties":{"id":"a","titre":"É","licence":" cc0-1.0"}}
        """;
    String right = feature.replace("[48.4,-4.5]", "[-4.5,48.4]").replace(" cc0-1.0", "CC0-1.0");
    Path lines = write("a.geojsonl", feature + feature.replace("\"a\"", "\"b\""));
    GeoJsonImporter importer = GeoJsonImporter.create();
    settle(importer, lines, Initiative.class);
    assertThat(lines).content().isEqualTo(right + right.replace("\"a\"", "\"b\""));

    byte[] wide = ("\uFEFF" + feature).getBytes(StandardCharsets.UTF_16LE);
    Path file = Files.write(folder.resolve("a.geojson"), wide);
    settle(importer, file, Initiative.class);
    assertThat(Files.readAllBytes(file))
        .isEqualTo(("\uFEFF" + right).getBytes(StandardCharsets.UTF_16LE));
  }

  @Test
  void a_place_before_the_header_is_counted_once() throws IOException {
    Path file = write("a.csv", "Notre liste\n\nid,titre\na,A\n");
    Corrections corrections = Corrections.all();
    corrections.report(finding("date-invalid", file, 1, 1, Fix.safe("titre", "B")));
    Outcome outcome = CsvImporter.create().correct(file, Initiative.class, corrections, copy());
    assertThat(outcome.applied()).isEmpty();
    assertThat(outcome.left())
        .singleElement()
        .satisfies(left -> assertThat(left.reason()).isEqualTo(Reason.NOT_FOUND))
        .satisfies(left -> assertThat(left.count()).isOne());
  }

  @Test
  void names_of_members_and_values_that_a_mapping_makes_stay() throws IOException {
    String text = "[{\"type_fiche\":\"initiative\",\"id\":\"a\",\"nom\":\"A\",\"Latitude\":48.4}]";
    Path file = write("a.json", text);
    Outcome outcome = correct(JsonImporter.create(), file, Entry.class, Corrections.all());
    assertThat(outcome.applied()).isEmpty();
    assertThat(outcome.left()).isNotEmpty().allMatch(left -> left.reason() == Reason.NAME);
  }

  @Test
  void other_formats_say_that_they_are_not_corrected() throws IOException {
    Path file = write("a.yaml", "- id: a\n  titre: A\n  latitude: \"48,4\"\n");
    Outcome outcome = correct(YamlImporter.create(), file, Initiative.class, Corrections.safe());
    assertThat(outcome.isChanged()).isFalse();
    assertThat(outcome.left()).isNotEmpty().allMatch(left -> left.reason() == Reason.FORMAT);
  }

  @Test
  void what_reports_must_not_show_is_hidden_in_a_copy_for_people() throws IOException {
    Path file =
        write("portraits.csv", "id,titre,mot_de_passe,consentement\na,A,\"s3\ncret\",accorde\n");
    assertThat(CsvImporter.create().hide(file, Portrait.class, copy())).isTrue();
    assertThat(copy())
        .content()
        .isEqualTo("id,titre,mot_de_passe,consentement\na,A,\"***\n***\",***\n");
    Path json = write("a.json", "{\"id\":\"a\",\"password\":{\"x\":[1,\"s3\"]},\"titre\":\"A\"}");
    assertThat(JsonImporter.create().hide(json, Entry.class, copy())).isTrue();
    assertThat(copy())
        .content()
        .isEqualTo("{\"id\":\"a\",\"password\":{\"x\":[\"***\",\"***\"]},\"titre\":\"A\"}");
  }

  private static Finding finding(String code, Path file, int line, int column, Fix fix) {
    Location place = new Location(file.toString(), line, column);
    String field = fix.cells().keySet().iterator().next();
    return new Finding(
        code, Severity.INFO, Profile.ECHANGE, place, "initiative", "a", field, null, null, fix);
  }

  private Path copy() {
    return folder.resolve("copy");
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private <E extends Entry> Outcome correct(
      Importer<?> importer, Path file, Class<E> type, Corrections corrections) throws IOException {
    try (EntryReader<E> in = importer.open(file, type, corrections);
        Checker.Run check = Checker.standard().start(corrections)) {
      in.forEach(check::accept);
    }
    return importer.correct(file, type, corrections, copy());
  }

  /** Corrects again until nothing changes, and expects that to be soon. */
  private <E extends Entry> void settle(Importer<?> importer, Path file, Class<E> type)
      throws IOException {
    for (int i = 0; i < 3; i++) {
      if (correct(importer, file, type, Corrections.all()).isChanged()) {
        Files.copy(copy(), file, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    assertThat(correct(importer, file, type, Corrections.all()).isChanged()).isFalse();
  }
}
