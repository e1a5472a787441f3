package org.collporterre.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.collporterre.imports.CsvImporter;
import org.collporterre.imports.EntryReader;
import org.collporterre.imports.Importer;
import org.collporterre.model.Initiative;
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
