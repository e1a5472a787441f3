package org.collporterre.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.collporterre.tests.RawWorkbook.cell;
import static org.collporterre.tests.RawWorkbook.row;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.collporterre.imports.EntryReader;
import org.collporterre.imports.SpreadsheetImporter;
import org.collporterre.model.Initiative;
import org.collporterre.model.Methodology;
import org.collporterre.model.Portrait;
import org.collporterre.report.Finding;
import org.collporterre.report.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpreadsheetImporterTest {
  private static final SpreadsheetImporter IMPORTER = SpreadsheetImporter.create();

  @TempDir Path folder;

  private final Report report = Report.create();

  @Test
  void numbersComeAsTheirDigitsWithoutExponentAndLanguage() throws IOException {
    assertThat(value("<c><v>29200</v></c>")).isEqualTo("29200");
    assertThat(value("<c><v>29200.0</v></c>")).isEqualTo("29200");
    assertThat(value("<c s=\"3\"><v>2.92E4</v></c>")).isEqualTo("29200");
    assertThat(value("<c><v>48.390399999999999</v></c>")).isEqualTo("48.3904");
    assertThat(value("<c><v>1E-7</v></c>")).isEqualTo("0.0000001");
    assertThat(value("<c><v>-0</v></c>")).isEqualTo("0");
    assertThat(value("<c><v>41020188400012</v></c>")).isEqualTo("41020188400012");
    assertThat(value("<c><v>1E999999999</v></c>")).isEqualTo("1E999999999");
  }

  @Test
  void daysComeAsIso8601InBothDateSystems() throws IOException {
    // ECMA-376 part 1, 18.17.4.1: 40000 is 6 July 2009 from 1900, 38538 from 1904; 61 is 1 March.
    assertThat(value("<c s=\"1\"><v>40000</v></c>")).isEqualTo("2009-07-06");
    assertThat(value("<c s=\"1\"><v>61</v></c>")).isEqualTo("1900-03-01");
    assertThat(value("<c s=\"1\"><v>59</v></c>")).isEqualTo("1900-02-28");
    assertThat(value("<c s=\"1\"><v>1</v></c>")).isEqualTo("1900-01-01");
    assertThat(value("<c s=\"2\"><v>40000.75</v></c>")).isEqualTo("2009-07-06T18:00:00");
    assertThat(value("<c t=\"d\"><v>2009-07-06T00:00:00</v></c>")).isEqualTo("2009-07-06");
    assertThat(value("<c s=\"1\"><v>3000000</v></c>")).isEqualTo("3000000");
    byte[] file =
        RawWorkbook.xlsx().from1904().sheet("a", sample("<c s=\"1\"><v>38538</v></c>")).bytes();
    assertThat(read(file).get(0).sheet().extensions()).containsValue("2009-07-06");
  }

  @Test
  void booleansFormulasAndSharedTextsComeAsTheirValues() throws IOException {
    assertThat(value("<c t=\"b\"><v>1</v></c>")).isEqualTo("oui");
    assertThat(value("<c t=\"b\"><v>0</v></c>")).isEqualTo("non");
    assertThat(value("<c t=\"str\"><f>A1&amp;B1</f><v>ab</v></c>")).isEqualTo("ab");
    assertThat(value("<c><f>1+1</f><v>2</v></c>")).isEqualTo("2");
    assertThat(value("<c t=\"s\"><v>1</v></c>")).isEqualTo("riche texte");
  }

  @Test
  void escapedCharactersComeAsTheyAre() throws IOException {
    assertThat(value(cell("a_x000D_\nb"))).isEqualTo("a\r\nb");
    assertThat(value(cell("_x005F_x000D_"))).isEqualTo("_x000D_");
    assertThat(value(cell("_x00zz_ _x12"))).isEqualTo("_x00zz_ _x12");
  }

  @Test
  void emptyColumnsAndRowsAtTheEndAreNotThere() throws IOException {
    byte[] file =
        RawWorkbook.xlsx()
            .sheet(
                "a",
                row("id", "titre", "resume", "", ""),
                row("a", "Jardin"),
                row("", ""),
                row("", ""),
                row("b", "Atelier", "", "", ""),
                "<row r=\"1000\"/>")
            .bytes();

    assertThat(read(file)).extracting(Initiative::id).containsExactly("a", "b");
    assertThat(report.findings())
        .extracting(Finding::code, finding -> finding.location().pointer())
        .containsExactly(tuple("blank-row", "a!A3"));
  }

  @Test
  void aRowHasRoomForManyColumnsAndLongTexts() throws IOException {
    String[] header = new String[40];
    String[] values = new String[40];
    Map<String, String> expected = new HashMap<>();
    for (int i = 0; i < 40; i++) {
      header[i] = i == 0 ? "id" : i == 1 ? "titre" : "c" + i;
      values[i] = i == 0 ? "a" : i == 1 ? "Jardin" : (char) ('a' + i % 26) + "é".repeat(50 * i);
      if (i > 1) {
        expected.put(header[i], values[i]);
      }
    }
    byte[] file = RawWorkbook.xlsx().table("a", header, values, new String[] {"b", "Four"}).bytes();

    List<Initiative> read = read(file);

    assertThat(read).extracting(Initiative::id).containsExactly("a", "b");
    assertThat(read.get(0).sheet().extensions()).isEqualTo(expected);
    assertThat(read.get(1).sheet().extensions()).isEmpty();
  }

  @Test
  void cellsStandWhereTheirAddressesSay() throws IOException {
    byte[] file =
        RawWorkbook.xlsx()
            .sheet(
                "a",
                row("id", "titre", "c", "d", "e"),
                "<row r='4'><c r='A4' t='str'><v>a</v></c><c r='B4' t='str'><v>Jardin</v></c>"
                    + "<c r='D4' t='str'><v>dé</v></c><c t='str'><v>eu</v></c>"
                    + "<c r='XFE4' t='str'><v>trop loin</v></c></row>")
            .bytes();

    assertThat(read(file))
        .singleElement()
        .satisfies(
            one -> assertThat(one.sheet().extensions()).isEqualTo(Map.of("d", "dé", "e", "eu")));
    assertThat(report.findings())
        .extracting(Finding::code, finding -> finding.location().pointer())
        .contains(tuple("blank-row", "a!A2"));
  }

  @Test
  void openDocumentCellsComeAsTheirValues() throws IOException {
    String table =
        "<table:table table:name=\"Feuil1\"><table:table-row>"
            + odsText("id")
            + odsText("titre")
            + odsText("n")
            + odsText("d")
            + odsText("b")
            + odsText("t")
            + odsText("e")
            + "<table:table-cell table:number-columns-repeated=\"16377\"/></table:table-row>"
            + "<table:table-row>"
            + odsText("a")
            + odsText("Jardin")
            + "<table:table-cell office:value-type=\"float\" office:value=\"48.3904\"><text:p>48,39</text:p></table:table-cell>"
            + "<table:table-cell office:value-type=\"date\" office:date-value=\"2013-01-06T00:00:00\"><text:p>6 janv.</text:p></table:table-cell>"
            + "<table:table-cell office:value-type=\"boolean\" office:boolean-value=\"true\"><text:p>VRAI</text:p></table:table-cell>"
            + "<table:table-cell office:value-type=\"string\"><office:annotation><text:p>note</text:p></office:annotation><text:p>un <text:s text:c=\"2\"/>deux</text:p><text:p>trois\n  quatre</text:p></table:table-cell>"
            + "<table:table-cell office:value-type=\"string\" calcext:value-type=\"error\"><text:p>#N/A</text:p></table:table-cell>"
            + "</table:table-row>"
            + "<table:table-row table:number-rows-repeated=\"1048570\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>"
            + "</table:table>";

    List<Initiative> read = read(RawWorkbook.ods(table));

    assertThat(read).hasSize(1);
    assertThat(read.get(0).sheet().extensions())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("n", "48.3904", "d", "2013-01-06", "b", "oui", "t", "un   deux\ntrois quatre"));
    assertThat(report.byRule()).containsKey("cell-error").doesNotContainKey("blank-row");
  }

  /** OpenDocument part 3: 6.1.2 and 6.1.3 white space, 19.386 and following values of cells. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "office:value-type='percentage' office:value='0.5'><text:p>50 %</text:p> | 0.5",
        "office:value-type='currency' office:value='12'><text:p>12 €</text:p> | 12",
        "office:value-type='float'><text:p>douze</text:p> | douze",
        "office:value-type='date'><text:p>mars</text:p> | mars",
        "office:value-type='boolean' office:boolean-value='false'><text:p>FAUX</text:p> | non",
        "office:string-value='caché'> | caché",
        "office:string-value='caché'><text:p>vu</text:p> | vu",
        "><text:h>titre</text:h><text:p>texte</text:p> | titre~texte",
        "><text:p>a<text:tab/>b</text:p> | a\tb",
        "><text:p>a<text:line-break/> b</text:p> | a~b",
        "><text:p>a<text:s/>b<text:s text:c='3'/>c</text:p> | a b   c",
        "><text:p>  a \t b</text:p> | a b",
        "><text:p>a <text:span>b</text:span></text:p> | a b",
        "><text:p>a<text:note><text:p>n</text:p></text:note>b</text:p> | ab",
        "><table:shapes><text:p>n</text:p></table:shapes><text:p>b</text:p> | b"
      })
  void anOpenDocumentCellHasAValueOrItsText(String cell, String value) throws IOException {
    String table =
        "<table:table table:name='Feuil1'><table:table-row>"
            + odsText("id")
            + odsText("titre")
            + odsText("r")
            + "</table:table-row><table:table-row>"
            + odsText("a")
            + odsText("Jardin")
            + ("<table:table-cell " + cell + "</table:table-cell></table:table-row></table:table>");

    assertThat(read(RawWorkbook.ods(table)).get(0).sheet().extensions())
        .isEqualTo(Map.of("r", value.replace('~', '\n')));
  }

  @Test
  void openDocumentCellsAreRepeatedOrCovered() throws IOException {
    String header = odsText("id") + odsText("titre") + odsText("c") + odsText("d") + odsText("e");
    String table =
        "<table:table table:name='Feuil1'><table:shapes><table:table-row>"
            + odsText("forme")
            + "</table:table-row></table:shapes><table:table-row>"
            + header
            + "</table:table-row><table:table-row>"
            + odsText("a")
            + odsText("Jardin")
            + "<table:covered-table-cell><text:p>dessous</text:p></table:covered-table-cell>"
            + odsText("deux").replace("cell ", "cell table:number-columns-repeated='2' ")
            + "</table:table-row></table:table><table:table table:name='b'/>";

    assertThat(read(RawWorkbook.ods(table)).get(0).sheet().extensions())
        .isEqualTo(Map.of("d", "deux", "e", "deux"));
  }

  @Test
  void repeatedOpenDocumentRowsAreSeveralRows() throws IOException {
    String table =
        "<table:table table:name=\"Feuil1\"><table:table-row>"
            + odsText("id")
            + odsText("titre")
            + "</table:table-row><table:table-row table:number-rows-repeated=\"3\">"
            + odsText("a")
            + odsText("Jardin")
            + "</table:table-row></table:table>";

    assertThat(read(RawWorkbook.ods(table))).hasSize(3);
  }

  @Test
  void theSheetNamedAfterTheTableIsReadElseTheFirst() throws IOException {
    byte[] file =
        RawWorkbook.xlsx()
            .table("Feuil1", new String[] {"id", "titre"}, new String[] {"a", "Premier"})
            .table("initiatives", new String[] {"id", "titre"}, new String[] {"b", "Second"})
            .bytes();

    assertThat(read(file)).extracting(Initiative::id).containsExactly("b");
    assertThat(read(file, IMPORTER.withSheet("Feuil1")))
        .extracting(Initiative::id)
        .containsExactly("a");
  }

  @Test
  void theTypeIsKnownByFileNameSheetNameOrHeader() throws IOException {
    byte[] bySheet = RawWorkbook.xlsx().table("Portraits", new String[] {"id", "titre"}).bytes();
    byte[] byHeader =
        RawWorkbook.xlsx().table("a", new String[] {"id", "titre", "version", "materiel"}).bytes();

    assertThat(IMPORTER.detectType(file("x.xlsx", bySheet))).contains(Portrait.class);
    assertThat(IMPORTER.detectType(file("methodologies.xlsx", bySheet)))
        .contains(Methodology.class);
    assertThat(IMPORTER.detectType(file("y.xlsx", byHeader))).contains(Methodology.class);
  }

  @Test
  void aRealOpenDocumentWorkbookIsRead() throws IOException {
    Path file = Fixtures.require("data/csv-detective/file.ods");
    try (EntryReader<Initiative> reader =
        IMPORTER.withColumn("Projet", "titre").open(file, Initiative.class, report)) {
      List<Initiative> read = new ArrayList<>();
      reader.forEach(row -> read.add(row.value()));

      assertThat(reader.stopped()).isFalse();
      assertThat(read).isNotEmpty();
      assertThat(read.get(0).sheet().extensions())
          .containsEntry("Année", "2012")
          .containsEntry("Edition", "DC1");
    }
  }

  @Test
  void aRealWorkbookIsReadFromTheSheetAskedFor() throws IOException {
    Path file = Fixtures.require("data/csv-detective/file.xlsx");
    try (EntryReader<Initiative> reader =
        IMPORTER
            .withSheet("Notice")
            .withColumn("LABEL", "titre")
            .open(file, Initiative.class, report)) {
      List<Initiative> read = new ArrayList<>();
      reader.forEach(row -> read.add(row.value()));

      assertThat(reader.stopped()).isFalse();
      assertThat(read.get(0).title().text()).isEqualTo("FNB-FRAIS D'ASSIETTE,DEGREV,NON VALEURS");
      assertThat(read.get(0).sheet().extensions()).containsEntry("NOM", "B00");
      assertThat(report.findings().get(0).value()).isEqualTo("REI_1987");
    }
  }

  private static String odsText(String text) {
    return "<table:table-cell office:value-type=\"string\"><text:p>"
        + text
        + "</text:p></table:table-cell>";
  }

  /** Returns what an extension's cell is read as. */
  private String value(String cell) throws IOException {
    byte[] file =
        RawWorkbook.xlsx()
            .texts("<t>simple</t>", "<r><t>riche </t></r><rPh><t>x</t></rPh><r><t>texte</t></r>")
            .sheet("a", sample(cell))
            .bytes();
    return read(file).get(0).sheet().extensions().get("remarque_libre");
  }

  private static String[] sample(String cell) {
    return new String[] {
      row("id", "titre", "remarque_libre"), "<row>" + cell("a") + cell("Jardin") + cell + "</row>"
    };
  }

  private List<Initiative> read(byte[] file) throws IOException {
    return read(file, IMPORTER);
  }

  private List<Initiative> read(byte[] file, SpreadsheetImporter importer) throws IOException {
    List<Initiative> read = new ArrayList<>();
    try (EntryReader<Initiative> reader =
        importer.open(new ByteArrayInputStream(file), "a.xlsx", Initiative.class, report)) {
      reader.forEach(row -> read.add(row.value()));
      assertThat(reader.stopped()).as("%s", report.findings()).isFalse();
    }
    return read;
  }

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }
}
