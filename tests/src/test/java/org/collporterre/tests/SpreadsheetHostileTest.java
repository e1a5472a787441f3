package org.collporterre.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.collporterre.tests.RawWorkbook.row;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.collporterre.export.EntryWriter;
import org.collporterre.export.PackageExporter;
import org.collporterre.imports.EntryReader;
import org.collporterre.imports.SpreadsheetImporter;
import org.collporterre.model.Entry;
import org.collporterre.report.Finding;
import org.collporterre.report.Report;
import org.collporterre.vocabulary.SubjectKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Workbooks that are damaged, or made to harm, end in a finding, soon. */
@Timeout(60)
class SpreadsheetHostileTest {
  private static final String HEADER = row("id", "titre");
  private static final String ODS_HEADER = "<table:table-row>" + ods("id") + ods("titre");

  @Test
  void rows_and_columns_repeated_without_end_are_refused() throws IOException {
    String row = "<table:table-row table:number-rows-repeated=\"1048575\">";
    String column = "<table:table-cell table:number-columns-repeated=\"16384\"><text:p>x</text:p>";
    byte[] file =
        RawWorkbook.ods(
            table(
                "Feuil1",
                ODS_HEADER + "</table:table-row>",
                row + column + "</table:table-cell></table:table-row>"));
    assertThat(file.length).isLessThan(2000);

    assertThat(refusal(file)).isEqualTo("archive-unsafe > 4194304");
  }

  @Test
  void empty_rows_and_columns_repeated_to_the_end_of_the_sheet_are_usual() throws IOException {
    String end =
        "<table:table-row table:number-rows-repeated=\"1048575\">"
            + "<table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>";

    assertThat(findings(RawWorkbook.ods(table("Feuil1", ODS_HEADER + "</table:table-row>", end))))
        .isEmpty();
  }

  @Test
  void a_repetition_that_is_no_number_or_beyond_all_numbers_does_no_harm() throws IOException {
    for (String count : List.of("-1", "x", "", "99999999999999999999", "9223372036854775807")) {
      String cell = "<table:table-cell table:number-columns-repeated=\"" + count + "\"/>";
      String header = ODS_HEADER + cell + "</table:table-row>";

      assertThat(findings(RawWorkbook.ods(table("Feuil1", header)))).as(count).isEmpty();
    }
  }

  @Test
  void a_million_sheets_are_refused() throws IOException {
    String tables = many(20_000, i -> table("f" + i));

    assertThat(refusal(RawWorkbook.ods(tables))).isEqualTo("archive-unsafe > 1000");
  }

  @Test
  void sheets_that_are_one_part_are_refused() throws IOException {
    byte[] whole = RawWorkbook.xlsx().sheet("a", HEADER).sheet("b", HEADER).bytes();
    var parts = RawWorkbook.parts(whole);
    parts.computeIfPresent(
        "xl/_rels/workbook.xml.rels", (name, xml) -> xml.replace("s2.xml", "s1.xml"));

    assertThat(refusal(RawWorkbook.zip(parts))).isEqualTo("file-damaged workbook.xml");
  }

  @Test
  void shared_texts_without_number_are_refused() throws IOException {
    // Random numbers keep the archive from being refused for what it inflates to.
    Random random = new Random(7);
    String items =
        many(4_200_000, i -> i % 40 == 0 ? "<si><t>" + random.nextLong() + "</t></si>" : "<si/>");
    byte[] file =
        RawWorkbook.xlsx()
            .texts()
            .sheet("a", HEADER)
            .part("xl/sharedStrings.xml", "<sst>" + items + "</sst>")
            .bytes();

    assertThat(refusal(file)).isEqualTo("archive-unsafe xl/sharedStrings.xml");
  }

  @Test
  void formats_without_number_are_refused() throws IOException {
    String formats = many(70_000, i -> "<numFmt numFmtId=\"" + (200 + i) + "\" formatCode=\"0\"/>");
    byte[] file =
        RawWorkbook.xlsx()
            .sheet("a", HEADER)
            .part("xl/styles.xml", "<styleSheet><numFmts>" + formats + "</numFmts></styleSheet>")
            .bytes();

    assertThat(refusal(file)).isEqualTo("archive-unsafe styles.xml");
  }

  @Test
  void elements_in_elements_without_end_are_refused() throws IOException {
    String deep = "<x>".repeat(100_000) + "</x>".repeat(100_000);
    byte[] styles =
        RawWorkbook.xlsx()
            .sheet("a", HEADER)
            .part("xl/styles.xml", "<styleSheet>" + deep + "</styleSheet>")
            .bytes();
    byte[] sheet = RawWorkbook.xlsx().sheet("a", HEADER, row("a", "Jardin"), deep).bytes();

    assertThat(refusal(styles)).isEqualTo("archive-unsafe xl/styles.xml");
    assertThat(refusal(sheet)).isEqualTo("archive-unsafe xl/worksheets/s1.xml");
  }

  @Test
  void an_attribute_of_many_megabytes_is_refused() throws IOException {
    Random random = new Random(7);
    String huge = many(1_200_000, i -> Long.toHexString(random.nextLong() | 1L << 62));
    byte[] file = RawWorkbook.xlsx().sheet("a", HEADER, "<row spans=\"" + huge + "\"/>").bytes();

    assertThat(refusal(file)).isEqualTo("archive-unsafe xl/worksheets/s1.xml");
  }

  @Test
  void a_workbook_with_a_password_is_said_to_be_encrypted() throws IOException {
    // [MS-CFB] 2.2 and 2.6.1: the signature of the container, and the name of a stream.
    byte[] file = new byte[4096];
    byte[] signature = {
      (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    System.arraycopy(signature, 0, file, 0, signature.length);
    byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
    System.arraycopy(name, 0, file, 1024 + 128, name.length);

    assertThat(refusal(file)).isEqualTo("file-encrypted XLSX");
  }

  @Test
  void a_dataset_cut_off_anywhere_is_a_finding_and_never_an_exception() throws IOException {
    byte[] whole = dataset();
    assertThat(findings(whole)).extracting(Finding::code).containsOnly("header-unknown");

    for (int length = 0; length < whole.length; length += 50) {
      assertThat(refusal(Arrays.copyOf(whole, length))).as("%d bytes", length).isNotEmpty();
    }
  }

  @Test
  void a_dataset_of_which_any_byte_is_wrong_is_never_an_exception() throws IOException {
    byte[] whole = dataset();
    for (int at = 0; at < whole.length; at += 331) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x55;
      read(damaged, Report.create());
    }
  }

  private static byte[] dataset() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (EntryWriter<Entry> writer =
        PackageExporter.create().asWorkbook().open(out, Entry.class, Report.create())) {
      writer.write(RichRecords.initiative());
      writer.write(RichRecords.portrait(SubjectKind.PERSON));
      writer.write(RichRecords.methodology(true));
      writer.commit();
    }
    return out.toByteArray();
  }

  private static String many(int count, IntFunction<String> part) {
    return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining());
  }

  private static String table(String name, String... rows) {
    return "<table:table table:name=\"" + name + "\">" + String.join("", rows) + "</table:table>";
  }

  private static String ods(String text) {
    return "<table:table-cell><text:p>" + text + "</text:p></table:table-cell>";
  }

  /** Returns the code of the finding that ended the reading, and its value. */
  private static String refusal(byte[] file) throws IOException {
    Report report = Report.create();
    assertThat(read(file, report)).as("stopped").isTrue();
    return report.findings().stream()
        .filter(finding -> finding.code().matches("archive-.*|file-.*|format-.*"))
        .map(finding -> finding.code() + " " + finding.value())
        .collect(Collectors.joining());
  }

  private static List<Finding> findings(byte[] file) throws IOException {
    Report report = Report.create();
    assertThat(read(file, report)).as("%s", report.findings()).isFalse();
    return report.findings();
  }

  private static boolean read(byte[] file, Report report) throws IOException {
    try (EntryReader<Entry> reader =
        SpreadsheetImporter.create()
            .open(new ByteArrayInputStream(file), "jeu.xlsx", Entry.class, report)) {
      reader.forEach(row -> {});
      return reader.stopped();
    }
  }
}
