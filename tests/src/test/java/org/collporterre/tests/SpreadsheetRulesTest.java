package org.collporterre.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.collporterre.tests.RawWorkbook.cell;
import static org.collporterre.tests.RawWorkbook.row;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.collporterre.imports.EntryReader;
import org.collporterre.imports.SpreadsheetImporter;
import org.collporterre.model.Initiative;
import org.collporterre.report.Finding;
import org.collporterre.report.Fix;
import org.collporterre.report.Location;
import org.collporterre.report.Profile;
import org.collporterre.report.Report;
import org.collporterre.report.Severity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules about workbooks. Names begin with the code. */
class SpreadsheetRulesTest {
  private static final String FILE = "initiatives.xlsx";
  private static final String HEADER = row("id", "titre", "code_postal", "date_debut", "version");
  private static final SpreadsheetImporter IMPORTER = SpreadsheetImporter.create();

  @Test
  void archive_unsafe_refuses_a_name_that_leads_out() throws IOException {
    byte[] file = RawWorkbook.xlsx().table("a").part("../../evil", "x").bytes();

    Finding finding = only("archive-unsafe", file);

    assertThat(finding.value()).isEqualTo("../../evil");
    assertThat(finding.location()).isEqualTo(Location.startOf(FILE));
    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
  }

  @Test
  void archive_unsafe_refuses_an_external_entity() throws IOException {
    String sheet =
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><worksheet><sheetData>"
            + row("id", "titre&e;")
            + "</sheetData></worksheet>";
    byte[] file = RawWorkbook.xlsx().sheet("a").part("xl/worksheets/s1.xml", sheet).bytes();

    assertThat(only("archive-unsafe", file).value()).contains("DOCTYPE");
  }

  @Test
  @Tag("large")
  void archive_unsafe_refuses_a_sheet_that_swells_beyond_measure() throws IOException {
    String blanks = " ".repeat(30 << 20);
    byte[] file = RawWorkbook.xlsx().sheet("a", HEADER, blanks, row("a", "Titre")).bytes();
    assertThat(file.length).isLessThan(100_000);

    assertThat(only("archive-unsafe", file).value()).isEqualTo("xl/worksheets/s1.xml");
  }

  @Test
  void file_encrypted_is_said_of_an_office_file_with_a_password() throws IOException {
    byte[] file =
        Files.readAllBytes(Fixtures.require("conformance/tika/testWORD_protected_passtika.docx"));

    assertThat(only("file-encrypted", file).severity()).isEqualTo(Severity.ERROR);
  }

  @Test
  void file_encrypted_is_said_of_an_open_document_with_a_password() throws IOException {
    byte[] file =
        RawWorkbook.zip(
            Map.of(
                "mimetype", "application/vnd.oasis.opendocument.spreadsheet",
                "content.xml", "?",
                "META-INF/manifest.xml", "<manifest:encryption-data/>"));

    assertThat(only("file-encrypted", file).value()).isEqualTo("ODS");
  }

  @Test
  void file_damaged_is_said_of_a_file_cut_off() throws IOException {
    byte[] whole = RawWorkbook.xlsx().table("a").bytes();

    assertThat(only("file-damaged", Arrays.copyOf(whole, whole.length / 2)).value()).isNull();
  }

  @Test
  void file_damaged_ends_the_reading_at_the_row_where_it_is() throws IOException {
    byte[] file = RawWorkbook.xlsx().sheet("a", HEADER, row("a", "Jardin"), "<row></c>").bytes();

    Finding finding = only("file-damaged", file);

    assertThat(finding.value()).isEqualTo("xl/worksheets/s1.xml");
    assertThat(finding.location().line()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "<row r='3'></row><row r='2'></row>, row 2",
    "<row r='3'></row><row r='3'></row>, row 3",
    "<row><c r='B2'><v>1</v></c><c r='A2'><v>1</v></c></row>, A2",
    "<row><c r='2'><v>1</v></c></row>, 2",
    "<row><c t='s'><v>1</v></c></row>, sharedStrings.xml",
    "<row><c t='s'><v>-1</v></c></row>, sharedStrings.xml",
    "<row><c t='s'><v>x</v></c></row>, sharedStrings.xml"
  })
  void file_damaged_is_said_of_places_that_cannot_be(String rows, String where) throws IOException {
    byte[] file = RawWorkbook.xlsx().texts("<t>seul</t>").sheet("a", HEADER, rows).bytes();

    assertThat(only("file-damaged", file).value()).isEqualTo(where);
  }

  @Test
  void cell_error_holds_a_record_back_from_publication() throws IOException {
    String row = "<row>" + cell("a") + cell("Jardin") + "<c t='e'><v>#N/A</v></c></row>";
    byte[] file = RawWorkbook.xlsx().sheet("Feuil1", HEADER, row, row("b", "Four")).bytes();

    for (Profile profile : Profile.values()) {
      List<Boolean> errors = new ArrayList<>();
      try (EntryReader<Initiative> reader =
          IMPORTER
              .withProfile(profile)
              .open(new ByteArrayInputStream(file), FILE, Initiative.class, Report.create())) {
        reader.forEach(read -> errors.add(read.origin().hasErrors()));
      }
      assertThat(errors).containsExactly(profile == Profile.PUBLICATION, false);
    }
  }

  @Test
  void format_unsupported_names_an_old_workbook() throws IOException {
    // The beginning of every OLE2 container.
    byte[] file =
        Arrays.copyOf(
            new byte[] {
              (byte) 0xD0,
              (byte) 0xCF,
              0x11,
              (byte) 0xE0,
              (byte) 0xA1,
              (byte) 0xB1,
              0x1A,
              (byte) 0xE1
            },
            4096);

    Finding finding = only("format-unsupported", file);

    assertThat(finding.value()).isEqualTo("XLS");
    assertThat(finding.expected()).isEqualTo("XLSX, ODS, CSV");
  }

  @Test
  void sheet_missing_lists_the_sheets() throws IOException {
    byte[] file = RawWorkbook.xlsx().table("Feuil1").table("2024").bytes();

    Finding finding = only("sheet-missing", file, IMPORTER.withSheet("2023"), true);

    assertThat(finding.value()).isEqualTo("2023");
    assertThat(finding.expected()).isEqualTo("Feuil1, 2024");
  }

  @Test
  void sheet_not_read_names_the_sheets_that_hold_something() throws IOException {
    String[] header = {"id", "titre"};
    byte[] file =
        RawWorkbook.xlsx()
            .table("Feuil1", header)
            .table("vide", new String[] {""})
            .table("aide", header)
            .table("2023", header)
            .bytes();

    Finding finding = only("sheet-not-read", file, IMPORTER, false);

    assertThat(finding.value()).isEqualTo("2023");
    assertThat(finding.severity()).isEqualTo(Severity.INFO);
  }

  @Test
  void hidden_content_read_is_said_once_of_hidden_rows() throws IOException {
    String row = row("a", "Jardin").replace("<row>", "<row hidden=\"1\">");
    byte[] file = RawWorkbook.xlsx().sheet("Feuil1", HEADER, row, row).bytes();

    Finding finding = only("hidden-content-read", file, IMPORTER, false);

    assertThat(finding.value()).isEqualTo("2");
    assertThat(finding.location()).isEqualTo(new Location(FILE, 2, 1, "Feuil1!A2"));
  }

  @Test
  void hidden_content_read_is_said_of_a_hidden_sheet() throws IOException {
    byte[] file = RawWorkbook.xlsx().hiddenSheet("Feuil1", HEADER).bytes();

    assertThat(only("hidden-content-read", file, IMPORTER, false).value()).isEqualTo("Feuil1");
  }

  @ParameterizedTest
  @CsvSource({
    "table:style-name='ta1', , 0",
    "table:style-name='ta2', , 1",
    "'', table:visibility='visible', 0",
    "'', table:visibility='collapse', 1"
  })
  void hidden_content_read_is_said_of_open_documents_too(
      String sheet, @Nullable String row, int times) throws IOException {
    byte[] file =
        RawWorkbook.ods(
            "<table:table table:name='Feuil1' "
                + sheet
                + "><table:table-row "
                + (row == null ? "" : row)
                + "><table:table-cell><text:p>titre</text:p></table:table-cell>"
                + "</table:table-row></table:table>");

    assertThat(findings(file, "hidden-content-read")).hasSize(times);
  }

  @ParameterizedTest
  @CsvSource({
    "<text:p>a</text:p>, 1",
    "<text:p> </text:p>, 0",
    "<office:annotation><text:p>a</text:p></office:annotation>, 0",
    "<table:shapes><text:p>a</text:p></table:shapes>, 0",
    "<table:shapes/><text:p>a</text:p>, 1"
  })
  void sheet_not_read_names_those_of_open_documents_with_a_text(String cell, int times)
      throws IOException {
    String start = "<table:table-row><table:table-cell>";
    String end = "</table:table-cell></table:table-row></table:table>";
    byte[] file =
        RawWorkbook.ods(
            ("<table:table table:name='un'>" + start + "<text:p>titre</text:p>" + end)
                + ("<table:table table:name='deux'>" + start + cell + end));

    assertThat(findings(file, "sheet-not-read"))
        .extracting(Finding::value)
        .isEqualTo(Collections.nCopies(times, "deux"));
  }

  @ParameterizedTest
  @CsvSource({"xl/workbook.bin, XLSB", "word/document.xml, OOXML", "xl/charts.xml, OOXML"})
  void format_unsupported_names_other_office_files(String part, String kind) throws IOException {
    byte[] file =
        RawWorkbook.xlsx()
            .part(part, "")
            .part(
                "_rels/.rels",
                "<Relationships><Relationship Id='r' Type='x/officeDocument' Target='/"
                    + part
                    + "'/></Relationships>")
            .bytes();

    assertThat(only("format-unsupported", file).value()).isEqualTo(kind);
  }

  @Test
  void format_unsupported_names_other_open_documents_and_archives() throws IOException {
    String text = "application/vnd.oasis.opendocument.text";
    byte[] document = RawWorkbook.zip(Map.of("mimetype", text));

    assertThat(only("format-unsupported", document).value()).isEqualTo(text);
    assertThat(only("format-unsupported", RawWorkbook.zip(Map.of("a", "b"))).value())
        .isEqualTo("ZIP");
  }

  @Test
  void cell_error_names_the_error_and_leaves_the_cell_empty() throws IOException {
    String row =
        "<row>" + cell("a") + cell("Jardin") + "<c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c></row>";
    byte[] file = RawWorkbook.xlsx().sheet("Feuil1", HEADER, row).bytes();

    Finding finding = only("cell-error", file, IMPORTER, false);

    assertThat(finding.value()).isEqualTo("#DIV/0!");
    assertThat(finding.field()).isEqualTo("code_postal");
    assertThat(finding.id()).isEqualTo("a");
    assertThat(finding.location()).isEqualTo(new Location(FILE, 2, 3, "Feuil1!C2"));
  }

  @Test
  void cell_typed_date_is_said_of_a_month_that_became_its_first_day() throws IOException {
    // 41030 is 1 May 2012, 41031 the day after.
    String start = "<row>" + cell("a") + cell("Jardin") + cell("29200");
    String first = start + "<c s=\"1\"><v>41030</v></c></row>";
    String second = start + "<c s=\"1\"><v>41031</v></c></row>";
    byte[] file = RawWorkbook.xlsx().sheet("Feuil1", HEADER, first, second).bytes();

    Finding finding = only("cell-typed-date", file, IMPORTER, false);

    assertThat(finding.value()).isEqualTo("2012-05-01");
    assertThat(finding.location().pointer()).isEqualTo("Feuil1!D2");
  }

  @Test
  void number_in_text_column_proposes_the_zeros_of_a_postcode() throws IOException {
    String row = "<row>" + cell("a") + cell("Jardin") + "<c><v>1000</v></c></row>";
    String whole = "<row>" + cell("b") + cell("Jardin") + "<c><v>29200</v></c></row>";
    byte[] file = RawWorkbook.xlsx().sheet("Feuil1", HEADER, row, whole).bytes();

    Finding finding = only("number-in-text-column", file, IMPORTER, false);

    assertThat(finding.value()).isEqualTo("1000");
    assertThat(finding.fix()).isEqualTo(Fix.unsafe("code_postal", "01000"));
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void number_in_text_column_proposes_nothing_for_an_identifier() throws IOException {
    String row = "<row><c><v>7</v></c>" + cell("Jardin") + "</row>";
    byte[] file = RawWorkbook.xlsx().sheet("Feuil1", HEADER, row).bytes();

    Finding finding = only("number-in-text-column", file, IMPORTER, false);

    assertThat(finding.value()).isEqualTo("7");
    assertThat(finding.fix()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "code_postal | <c><v>1000</v> | FR | 01000",
        "code_postal | <c><v>1000</v> | fr | 01000",
        "code_postal | <c><v>1000</v> | '' | 01000",
        "code_postal | <c><v>1000</v> | BE |",
        "code_insee | <c><v>1001</v> | BE | 01001",
        "autre | <c><v>1000</v> | FR |"
      })
  void number_in_text_column_adds_zeros_to_french_codes(
      String column, String cell, String country, @Nullable String expected) throws IOException {
    String row = "<row>" + cell("a") + cell("Jardin") + cell(country) + cell + "</c></row>";
    String header = row("id", "titre", "code_pays", column);
    byte[] file = RawWorkbook.xlsx().sheet("Feuil1", header, row).bytes();

    assertThat(findings(file, "number-in-text-column"))
        .extracting(Finding::expected)
        .isEqualTo(expected == null ? List.of() : List.of(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "date_debut | 41030 | 1",
        "date_debut | 41031 | 0",
        "date_maj | 41030 | 0",
        "resume | 41031 | 1",
        "autre | 41030 | 0"
      })
  void cell_typed_date_is_said_of_what_was_no_day(String column, String day, int times)
      throws IOException {
    String typed = "<c s='1'><v>" + day + "</v></c>";
    String row = "<row>" + cell("a") + cell("Jardin") + typed + typed + "</row>";
    byte[] file = RawWorkbook.xlsx().sheet("Feuil1", row("id", "titre", column), row).bytes();

    assertThat(findings(file, "cell-typed-date")).hasSize(times);
  }

  private static List<Finding> findings(byte[] file, String code) throws IOException {
    Report report = Report.create();
    try (EntryReader<Initiative> reader =
        IMPORTER.open(new ByteArrayInputStream(file), "a.ods", Initiative.class, report)) {
      reader.forEach(row -> {});
      assertThat(reader.stopped()).as("%s", report.findings()).isFalse();
    }
    return report.findings().stream().filter(finding -> finding.code().equals(code)).toList();
  }

  private static Finding only(String code, byte[] file) throws IOException {
    return only(code, file, IMPORTER, true);
  }

  private static Finding only(String code, byte[] file, SpreadsheetImporter importer, boolean stops)
      throws IOException {
    Report report = Report.create();
    try (EntryReader<Initiative> reader =
        importer.open(new ByteArrayInputStream(file), FILE, Initiative.class, report)) {
      reader.forEach(row -> {});
      assertThat(reader.stopped()).isEqualTo(stops);
    }
    List<Finding> findings =
        report.findings().stream().filter(finding -> finding.code().equals(code)).toList();
    assertThat(findings).as("%s", report.findings()).hasSize(1);
    return findings.get(0);
  }
}
