package org.collporterre.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.collporterre.tests.RawWorkbook.row;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.collporterre.imports.CsvImporter;
import org.collporterre.imports.EntryReader;
import org.collporterre.imports.Importer;
import org.collporterre.imports.SpreadsheetImporter;
import org.collporterre.model.Initiative;
import org.collporterre.report.Finding;
import org.collporterre.report.Located;
import org.collporterre.report.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How tables of others are written: delimiters, lines before the header, headers again. */
class DialectsTest {
  private static final CsvImporter IMPORTER = CsvImporter.create().withGeneratedIds();

  private final Report report = Report.keeping(100_000);
  private boolean stopped;

  @Test
  void aTestFileHasTwoRepeatedHeadersAndSemicolonsDespiteJsonInItsCells() throws IOException {
    List<Initiative> read =
        file("data/csv-detective/a_test_file.csv", IMPORTER.withColumn("NOMCOM", "titre"));

    assertThat(read).hasSize(404);
    assertThat(lines("header-repeated")).containsExactly(2, 3);
    assertThat(values("delimiter-guessed")).containsExactly(";");
    assertThat(read.get(0).sheet().extensions())
        .containsEntry("STRUCTURED_INFO", "{\"champ_1\": 0, \"champ_2\": -1.0}");
  }

  @Test
  void cinemaCleanHasASecondHeaderThatIsNoRecord() throws IOException {
    List<Initiative> read =
        file("data/culture/cinema_clean.csv", IMPORTER.withColumn("Nom_cinema", "titre"));

    assertThat(read).hasSize(2053);
    assertThat(lines("header-repeated")).containsExactly(2);
  }

  @Test
  void repeatedHeadersAreRecordsWhenThatIsSaid() throws IOException {
    assertThat(
            file(
                "data/csv-detective/a_test_file.csv",
                IMPORTER.withColumn("NOMCOM", "titre").without("header-repeated")))
        .hasSize(406);
  }

  @Test
  void dTestFileHasTwoLinesOfDocumentationBeforeItsHeader() throws IOException {
    List<Initiative> read =
        file("data/csv-detective/d_test_file.csv", IMPORTER.withColumn("columnB", "titre"));

    assertThat(read).hasSize(1).first().extracting(one -> one.title().text()).isEqualTo("row B");
    assertThat(values("preamble-skipped")).containsExactly("2");
    assertThat(values("delimiter-guessed")).containsExactly(";");
  }

  @Test
  void linesBeforeTheHeaderAreSkippedAsSaidAndNotGuessed() throws IOException {
    CsvImporter importer = IMPORTER.withColumn("columnB", "titre");

    assertThat(file("data/csv-detective/d_test_file.csv", importer.withSkippedLines(2))).hasSize(1);
    assertThat(report.byRule()).doesNotContainKey("preamble-skipped");
    file("data/csv-detective/d_test_file.csv", importer.without("preamble-skipped"));
    assertThat(report.byRule()).containsKey("header-missing");
    assertThat(stopped).isTrue();
  }

  @Test
  void cTestFileHasARowThatIsTooLong() throws IOException {
    List<Initiative> read =
        file("data/csv-detective/c_test_file.csv", IMPORTER.withColumn("columnB", "titre"));

    assertThat(read).hasSize(1);
    assertThat(lines("row-length")).containsExactly(2);
  }

  /** The file called .xls is an OpenDocument one. */
  @ParameterizedTest
  @CsvSource({"file.xls, ODS", "file.xlsx, XLSX", "file.ods, ODS", "file.csv.gz, GZIP"})
  void whatIsNoTextIsRefusedAtOnce(String name, String kind) throws IOException {
    assertThat(file("data/csv-detective/" + name, IMPORTER)).isEmpty();
    assertThat(report.findings()).extracting(Finding::code).containsExactly("file-not-text");
    assertThat(values("file-not-text")).containsExactly(kind);
  }

  @Test
  void completenessStatusHasNoHeader() throws IOException {
    String path = "data/participedia/completeness-status-for-methods.csv";

    file(path, IMPORTER);
    assertThat(values("header-looks-like-data")).containsExactly("6244, Stub, 1");
    assertThat(report.byRule()).containsKey("header-missing");

    CsvImporter importer = IMPORTER.withColumn("colonne_2", "titre").withoutHeader();
    List<Initiative> read = file(path, importer);
    assertThat(read).hasSize(303);
    assertThat(read.get(0).sheet().extensions())
        .containsEntry("colonne_1", "6244")
        .containsEntry("colonne_3", "1");
  }

  @Test
  void backendTagValuesHasThreeColumnsWithoutName() throws IOException {
    assertThat(file("data/participedia/backend_tag_values.csv", IMPORTER.withColumn("en", "titre")))
        .hasSize(47);
    assertThat(report.byRule()).doesNotContainKey("preamble-skipped");
  }

  @Test
  void eetiHasBlankRowsThatAreSaidInFewLines() throws IOException {
    assertThat(file("data/transformap/1_eeti.csv", IMPORTER)).hasSize(11);
    int blank =
        report.findings().stream()
            .filter(finding -> finding.code().equals("blank-row"))
            .mapToInt(f -> f.value() == null ? 1 : Integer.parseInt(f.value()))
            .sum();
    assertThat(blank).isEqualTo(988);
    assertThat(report.byRule().get("blank-row")).isLessThan(20);
    assertThat(values("delimiter-guessed")).containsExactly("TAB");
  }

  @Test
  void trailingColumnsWithoutNameAndBlankLinesAreTolerated() throws IOException {
    assertThat(
            file(
                "derived/fs-leading-zeros-lost-trailing-columns.csv",
                IMPORTER.withColumn("lib_fs", "titre")))
        .hasSize(300);
    assertThat(report.byRule()).doesNotContainKeys("preamble-skipped", "row-length");
  }

  @Test
  void aPivotTableIsNotTakenForAPreamble() throws IOException {
    file("data/culture/frequentation par région et prix moyen.csv", IMPORTER);
    assertThat(report.byRule()).containsKey("header-missing").doesNotContainKey("preamble-skipped");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "id|titre/a|Un/b|Deux # |",
        "nom;n°,lieu;prix/Un;1,a;3/Deux;2,b;4 # ;",
        "titre;commune, canton;x/Un;Brest, 2;3/Deux;Vannes, 1;4 # ;"
      })
  void theDelimiterIsTheOneOfEvenRowsAndKnownNames(String text, String delimiter)
      throws IOException {
    read(IMPORTER.withColumn("nom", "titre"), text.replace('/', '\n') + "\n");
    assertThat(values("delimiter-guessed")).containsExactly(delimiter);
  }

  @Test
  void withoutTheGuessOnlyACommaParts() throws IOException {
    read(IMPORTER.without("delimiter-guessed"), "id;titre\na;Un\n");
    assertThat(report.byRule())
        .containsKey("header-missing")
        .doesNotContainKeys("delimiter-guessed", "delimiter-ambiguous");
  }

  @Test
  void aDelimiterThatIsToldIsNoGuess() throws IOException {
    assertThat(read(IMPORTER.withDelimiter('|'), "id|titre\na|Un\n")).hasSize(1);
    assertThat(report.byRule()).doesNotContainKeys("delimiter-guessed", "delimiter-ambiguous");
  }

  @Test
  void excelsDeclarationOfTheDelimiterIsFollowed() throws IOException {
    assertThat(read(IMPORTER, "sep=|\r\nid|titre\r\na|Un\r\n")).hasSize(1);
    assertThat(values("preamble-skipped")).containsExactly("1");
    assertThat(report.byRule()).doesNotContainKey("delimiter-guessed");
  }

  @Test
  void aRowOfHeadingsAboveTheHeaderIsPassedOver() throws IOException {
    List<Initiative> read =
        read(
            IMPORTER,
            "Fiche,,Lieu,,\nid,titre,commune,latitude,longitude\na,Un,Brest,48.39,-4.48\n");

    assertThat(read).hasSize(1);
    assertThat(values("preamble-skipped")).containsExactly("1");
    assertThat(report.findings())
        .allMatch(
            finding -> finding.location().line() != 2 || !finding.code().equals("header-unknown"));
  }

  @Test
  void findingsBehindAPreambleKeepTheirPhysicalLine() throws IOException {
    read(IMPORTER, "Export du 1er mai\n\nid,titre\na,Un,x\n");
    assertThat(lines("row-length")).containsExactly(4);
  }

  @Test
  void sheetsAreReadByTheSameRules() throws IOException {
    byte[] file =
        RawWorkbook.xlsx()
            .sheet(
                "a",
                row("Export du 1er mai"),
                row("id", "titre"),
                row("a", "Un"),
                row("id", "titre"),
                row("b", "Deux"))
            .bytes();

    List<Initiative> read = read(SpreadsheetImporter.create(), file);

    assertThat(read).extracting(Initiative::id).containsExactly("a", "b");
    assertThat(values("preamble-skipped")).containsExactly("1");
    assertThat(lines("header-repeated")).hasSize(1);
    SpreadsheetImporter importer =
        SpreadsheetImporter.create()
            .withSkippedLines(2)
            .withoutHeader()
            .withColumn("colonne_1", "id")
            .withColumn("colonne_2", "titre");
    assertThat(read(importer, file)).extracting(Initiative::id).containsExactly("a", "id", "b");
  }

  private List<Integer> lines(String code) {
    return report.findings().stream()
        .filter(finding -> finding.code().equals(code))
        .map(finding -> finding.location().line())
        .toList();
  }

  private List<String> values(String code) {
    return report.findings().stream()
        .filter(finding -> finding.code().equals(code))
        .map(Finding::value)
        .toList();
  }

  private List<Initiative> file(String path, Importer<?> importer) throws IOException {
    Path file = Fixtures.require(path);
    return read(importer, Files.readAllBytes(file));
  }

  private List<Initiative> read(Importer<?> importer, String text) throws IOException {
    return read(importer, text.getBytes(UTF_8));
  }

  private List<Initiative> read(Importer<?> importer, byte[] bytes) throws IOException {
    List<Initiative> records = new ArrayList<>();
    try (EntryReader<Initiative> in =
        importer.open(new ByteArrayInputStream(bytes), "f.csv", Initiative.class, report)) {
      for (Located<Initiative> row : in) {
        records.add(row.value());
      }
      stopped = in.stopped();
    }
    return records;
  }
}
