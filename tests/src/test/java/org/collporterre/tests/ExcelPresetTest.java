package org.collporterre.tests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.collporterre.export.CsvExporter;
import org.collporterre.export.EntryWriter;
import org.collporterre.imports.CsvImporter;
import org.collporterre.imports.EntryReader;
import org.collporterre.model.Initiative;
import org.collporterre.report.Finding;
import org.collporterre.report.Located;
import org.collporterre.report.Report;
import org.junit.jupiter.api.Test;

/** Files made for spreadsheets hold nothing a spreadsheet would execute, and lose nothing. */
class ExcelPresetTest {
  @Test
  void injectedFormulasAreHarmlessAndComeBack() throws IOException {
    checkAll(
        Files.readAllLines(
            Fixtures.require("conformance/csv-injection/Intruder/csv-payload.txt"),
            StandardCharsets.UTF_8));
  }

  @Test
  void naughtyStringsAreHarmlessAndComeBack() throws IOException {
    List<String> texts = new ArrayList<>();
    try (JsonReader reader =
        Json.createReader(Files.newInputStream(Fixtures.require("conformance/blns/blns.json")))) {
      reader.readArray().getValuesAs(JsonString::getString).forEach(texts::add);
    }
    checkAll(texts);
  }

  private static void checkAll(List<String> texts) throws IOException {
    List<Initiative> written = new ArrayList<>();
    for (String text : texts) {
      written.add(Initiative.named("a" + written.size(), "Titre").trigger(text).kind(text).build());
    }
    assertThat(written).hasSizeGreaterThan(5);
    Report losses = Report.create();
    byte[] csv = write(CsvExporter.create().withExcelPreset(), written, losses);
    assertThat(cells(new String(csv, StandardCharsets.UTF_8))).noneMatch(ExcelPresetTest::executes);
    List<Initiative> read = read(csv, Report.create());
    int different = 0;
    for (int i = 0; i < written.size(); i++) {
      different += Objects.equals(read.get(i).trigger(), written.get(i).trigger()) ? 0 : 1;
    }
    assertThat(read).hasSameSizeAs(written);
    assertThat(different).isEqualTo(count(losses, "facteur_declenchant"));
  }

  private static int count(Report losses, String field) {
    return losses.findings().stream()
        .filter(finding -> field.equals(finding.field()))
        .mapToInt(finding -> Integer.parseInt(Objects.requireNonNull(finding.value())))
        .sum();
  }

  /** A number or a telephone number may begin with a sign. */
  private static boolean executes(String cell) {
    return cell.matches("(?s)[=@\\t\\r\\n].*") || cell.matches("(?s)[+-](?![0-9][0-9 .,()]*$).*");
  }

  @Test
  void theFileIsWhatASpreadsheetInFrenchExpects() throws IOException {
    Initiative one = Initiative.named("a", "=1;2").trigger("'x").build();
    String csv =
        new String(
            write(CsvExporter.create().withExcelPreset(), List.of(one), Report.create()),
            StandardCharsets.UTF_8);
    assertThat(csv)
        .startsWith("\uFEFFid;identifiants_externes;titre;")
        .contains("\r\na;;\"'=1;2\";;")
        .contains(";''x;")
        .endsWith(";\r\n");
  }

  @Test
  void apostrophesAreTakenAwayFromSuchFilesOnlyAndThatIsSaidOnce() throws IOException {
    String rows = "id;titre;facteur_declenchant\r\na;'=1+1;'=2\r\nb;'eau;'01001\r\n";
    Report report = Report.create();
    List<Initiative> read = read(("\uFEFF" + rows).getBytes(StandardCharsets.UTF_8), report);
    assertThat(read.get(0).title().text()).isEqualTo("=1+1");
    assertThat(read.get(0).trigger()).isEqualTo("=2");
    assertThat(read.get(1).title().text()).isEqualTo("'eau");
    assertThat(read.get(1).trigger()).isEqualTo("'01001");
    assertThat(report.byRule()).containsEntry("formula-unescaped", 1);
    for (String other : new String[] {rows, "\uFEFF" + rows.replace(';', ',')}) {
      Report none = Report.create();
      Initiative first = read(other.getBytes(StandardCharsets.UTF_8), none).get(0);
      assertThat(first.title().text()).isEqualTo("'=1+1");
      assertThat(none.byRule()).doesNotContainKey("formula-unescaped");
    }
  }

  @Test
  void hostileRecordsComeBackAsFromPlainCsv() throws IOException {
    List<Initiative> written = HostileRecords.of(11).records(Initiative.class, 200);
    Report plainLosses = Report.create();
    Report losses = Report.create();
    List<Initiative> plain =
        read(write(CsvExporter.create(), written, plainLosses), Report.create());
    List<Initiative> read =
        read(write(CsvExporter.create().withExcelPreset(), written, losses), Report.create());
    assertThat(read).isEqualTo(plain).hasSize(200);
    assertThat(losses.findings())
        .extracting(Finding::toString)
        .isEqualTo(plainLosses.findings().stream().map(Finding::toString).toList());
  }

  private static byte[] write(CsvExporter exporter, List<Initiative> all, Report losses)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CsvExporter extended = exporter.withExtensions(List.of("colonne inconnue"));
    try (EntryWriter<Initiative> writer = extended.open(out, Initiative.class, losses)) {
      for (Initiative one : all) {
        writer.write(one);
      }
      writer.commit();
    }
    return out.toByteArray();
  }

  private static List<Initiative> read(byte[] csv, Report report) throws IOException {
    List<Initiative> read = new ArrayList<>();
    try (EntryReader<Initiative> in =
        CsvImporter.create()
            .open(new ByteArrayInputStream(csv), "x.csv", Initiative.class, report)) {
      for (Located<Initiative> row : in) {
        read.add(row.value());
      }
    }
    return read;
  }

  /** Takes a file apart as RFC 4180 says, with semicolons. */
  private static List<String> cells(String csv) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 1; i < csv.length(); i++) {
      char c = csv.charAt(i);
      if (quoted && c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
        cell.append(csv.charAt(++i));
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == ';' || c == '\r' || c == '\n')) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    return cells;
  }
}
