package org.collporterre.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.collporterre.imports.CsvImporter;
import org.collporterre.imports.EntryReader;
import org.collporterre.imports.Importer;
import org.collporterre.model.Initiative;
import org.collporterre.model.Place;
import org.collporterre.report.Finding;
import org.collporterre.report.Fix;
import org.collporterre.report.Report;
import org.junit.jupiter.api.Test;

/** The rules about values that depend on what the importer is told. Names begin with the code. */
class ValueRulesTest {
  private final Report report = Report.create();

  @Test
  void normalisation_refused_leaves_the_value_out_and_gives_the_plain_form() throws IOException {
    Initiative initiative =
        read(
            CsvImporter.create().without("number-decimal-comma"),
            "id,titre,latitude,longitude\njardin,Jardin,\"48,39\",-4.48\n");

    assertThat(initiative.locations().get(0).latitude()).isNull();
    Finding finding = only("normalisation-refused");
    assertThat(finding.value()).isEqualTo("48,39");
    assertThat(finding.expected()).isEqualTo("48.39");
    assertThat(finding.fix()).isEqualTo(Fix.safe("latitude", "48.39"));
  }

  @Test
  void normalisation_refused_keeps_free_text_as_it_is() throws IOException {
    Initiative initiative =
        read(CsvImporter.create().without("text-not-nfc"), "id,titre\ncafe,Cafe\u0301\n");

    assertThat(initiative.title().text()).isEqualTo("Cafe\u0301");
    assertThat(only("normalisation-refused").expected()).isEqualTo("Café");
  }

  @Test
  void normalisation_refused_drops_the_item_of_a_list_only() throws IOException {
    Initiative initiative =
        read(
            CsvImporter.create().without("code-normalised"),
            "id,titre,themes\njardin,Jardin,Réemploi|eau\n");

    assertThat(initiative.themes()).containsExactly("eau");
    assertThat(only("normalisation-refused").fix()).isEqualTo(Fix.safe("themes", "reemploi|eau"));
  }

  @Test
  void a_word_for_nothing_is_read_as_any_other_when_that_guess_is_refused() throws IOException {
    read(
        CsvImporter.create().without("sentinel-value"),
        "id,titre,date_debut\njardin,Jardin,Inconnu\n");

    assertThat(only("date-invalid").value()).isEqualTo("Inconnu");
    assertThat(report.byRule()).doesNotContainKey("sentinel-value");
  }

  @Test
  void position_malformed_gives_an_example_of_the_form_that_was_meant() throws IOException {
    CsvImporter importer = CsvImporter.create().withColumn("gps", "latitude,longitude");

    Initiative initiative = read(importer, "id,titre,gps\njardin,Jardin,\"48,39,5\"\n");

    assertThat(initiative.isLocated()).isFalse();
    assertThat(only("position-malformed").value()).isEqualTo("48,39,5");
    assertThat(only("position-malformed").expected()).isEqualTo("48.39, -4.48");
  }

  /** The origin of Lambert-93 is at 3° east and 46.5° north by definition. */
  @Test
  void position_projected_is_said_of_a_declared_reference_system() throws IOException {
    Initiative initiative =
        read(
            CsvImporter.create().withCrs("EPSG:2154"),
            "id,titre,x,y\njardin,Jardin,700000,6600000\n");

    assertThat(initiative.locations().get(0)).isEqualTo(Place.at(46.5, 3));
    assertThat(only("position-projected").expected()).isEqualTo("EPSG:2154");
  }

  @Test
  void degrees_in_a_file_of_metres_are_no_position() throws IOException {
    Initiative initiative =
        read(
            CsvImporter.create().withCrs("EPSG:2154"),
            "id,titre,latitude,longitude\njardin,Jardin,48.39,-4.48\n");

    assertThat(initiative.isLocated()).isFalse();
    assertThat(only("position-malformed").value()).isEqualTo("48.39, -4.48");
  }

  @Test
  void an_unknown_reference_system_is_refused_at_once() {
    assertThatThrownBy(() -> CsvImporter.create().withCrs("EPSG:31370"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("EPSG:31370");
  }

  @Test
  void code_zero_lost_is_repaired_only_in_france() throws IOException {
    Initiative french =
        read(
            CsvImporter.create().withRepairs(),
            "id,titre,code_postal,code_insee\njardin,Jardin,1200,1033\n");
    assertThat(french.locations().get(0).postcode()).isEqualTo("01200");
    assertThat(french.locations().get(0).insee()).isEqualTo("01033");
    assertThat(report.byRule()).containsEntry("code-zero-lost", 2);

    Initiative belgian =
        read(
            CsvImporter.create().withRepairs(),
            "id,titre,code_postal,code_pays\njardin,Jardin,1200,BE\n");
    assertThat(belgian.locations().get(0).postcode()).isEqualTo("1200");

    Initiative shortened =
        read(
            CsvImporter.create().withRepairs(),
            "id,titre,code_postal,code_insee\njardin,Jardin,29200,2901\n");
    assertThat(shortened.locations().get(0).insee()).isEqualTo("2901");
  }

  @Test
  void url_scheme_added_completes_an_address_when_repairs_are_asked_for() throws IOException {
    String csv = "id,titre,site_web\njardin,Jardin,www.exemple.org\n";

    assertThat(read(CsvImporter.create(), csv).website()).isEqualTo("www.exemple.org");
    assertThat(report.byRule()).doesNotContainKey("url-scheme-added");

    Initiative repaired = read(CsvImporter.create().withRepairs(), csv);
    assertThat(repaired.website()).isEqualTo("https://www.exemple.org");
    assertThat(only("url-scheme-added").value()).isEqualTo("www.exemple.org");
  }

  private Initiative read(Importer<?> importer, String text) throws IOException {
    var in = new ByteArrayInputStream(text.getBytes(UTF_8));
    List<Initiative> read = new ArrayList<>();
    try (EntryReader<Initiative> reader =
        importer.open(in, "initiatives.csv", Initiative.class, report)) {
      reader.forEach(row -> read.add(row.value()));
    }
    assertThat(read).hasSize(1);
    return read.get(0);
  }

  private Finding only(String code) {
    List<Finding> found =
        report.findings().stream().filter(finding -> finding.code().equals(code)).toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }
}
