package org.collporterre.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.collporterre.imports.DatasetReader;
import org.collporterre.imports.EntryReader;
import org.collporterre.imports.SpreadsheetImporter;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.model.Methodology;
import org.collporterre.model.Portrait;
import org.collporterre.report.Finding;
import org.collporterre.report.Located;
import org.collporterre.report.Location;
import org.collporterre.report.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a workbook is read as a dataset, and what comes of it. */
class WorkbookTablesTest {
  private static final SpreadsheetImporter IMPORTER = SpreadsheetImporter.create();
  private static final String[] HEADER = {"id", "titre"};
  private static final String[] JARDIN = {"jardin", "Jardin partagé"};
  private static final String[] STEPS = {"methodologie", "position", "titre"};

  @TempDir Path folder;

  private final Report report = Report.create();

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private Path dataset(String name) throws IOException {
    return file(
        name,
        RawWorkbook.xlsx()
            .table("lisez-moi", new String[] {"Voir les autres feuilles"})
            .table("Methodologies", HEADER, new String[] {"four", "Construire un four"})
            .table(
                "etapes",
                STEPS,
                new String[] {"four", "1", "Choisir le lieu"},
                new String[] {"pain", "1", "Pétrir"})
            .table("initiatives", new String[] {"id", "titre", "couleur"}, JARDIN)
            .bytes());
  }

  @Test
  void sheets_named_after_tables_are_a_dataset_without_a_manifest() throws IOException {
    Path path = dataset("initiatives-2024.xlsx");

    List<Entry> read = read(path, Entry.class);

    assertThat(read).extracting(Entry::id).containsExactly("jardin", "four");
    assertThat(((Methodology) read.get(1)).steps()).hasSize(1);
    assertThat(IMPORTER.detectType(path)).contains(Entry.class);
    assertThat(report.findings())
        .extracting(Finding::code, Finding::value, Finding::location)
        .containsExactly(
            tuple("sheet-not-read", "lisez-moi", Location.startOf(path.toString())),
            tuple(
                "header-unknown",
                "couleur",
                new Location(path + "/initiatives", 1, 3, "initiatives!C1")),
            tuple(
                "child-row-orphan",
                "methodologie pain",
                new Location(path + "/etapes", 3, 1, "etapes!A3")));
  }

  @Test
  void of_a_dataset_one_type_can_be_asked_for() throws IOException {
    assertThat(read(dataset("x.xlsx"), Methodology.class))
        .extracting(Entry::id)
        .containsExactly("four");
    assertThat(read(dataset("x.xlsx"), Portrait.class)).isEmpty();
  }

  @Test
  void the_columns_that_the_format_does_not_know_are_told_of_a_sheet() throws IOException {
    Path one = file("un.xlsx", RawWorkbook.xlsx().table("a", new String[] {"titre", "x"}).bytes());

    assertThat(IMPORTER.extensions(one, Initiative.class)).containsExactly("x");
  }

  @Test
  void a_sheet_asked_for_is_read_alone() throws IOException {
    Path path = dataset("x.xlsx");
    SpreadsheetImporter one = IMPORTER.withSheet("Methodologies");

    assertThat(one.detectType(path)).contains(Methodology.class);
    assertThat(one.openDataset(path, Methodology.class, report)).isEmpty();
    try (EntryReader<Entry> reader = one.open(path, Entry.class, report)) {
      assertThat(reader).extracting(row -> row.value().id()).containsExactly("four");
    }
  }

  @Test
  void one_table_is_a_dataset_with_a_manifest_only() throws IOException {
    RawWorkbook alone =
        RawWorkbook.xlsx().table("initiatives", HEADER, JARDIN).table("listes", HEADER);
    Path template = file("a.xlsx", alone.bytes());
    String[] open = {"{\"name\": \"jeu\","};
    String[] rest = {"\"title\": ", "\"Un jeu\", \"resources\":"};
    String[] end = {"[{\"path\": \"initiatives.csv\"}]}"};
    Path whole = file("b.xlsx", alone.table("datapackage", open, rest, end).bytes());

    assertThat(IMPORTER.detectType(template)).contains(Initiative.class);
    assertThat(IMPORTER.openDataset(template, Initiative.class, report)).isEmpty();
    try (DatasetReader<Entry> reader =
        IMPORTER.openDataset(whole, Entry.class, report).orElseThrow()) {
      assertThat(reader).hasSize(1);
      assertThat(reader.descriptor().orElseThrow().title()).isEqualTo("Un jeu");
    }
  }

  @Test
  void what_is_wrong_in_the_manifest_has_its_row() throws IOException {
    Path path =
        file(
            "a.xlsx",
            RawWorkbook.xlsx()
                .table("initiatives", HEADER, JARDIN)
                .table("datapackage", new String[] {"{"}, new String[] {"  \"title\": oui"})
                .bytes());

    assertThat(read(path, Entry.class)).hasSize(1);
    assertThat(report.findings())
        .extracting(Finding::code, one -> one.location().file(), one -> one.location().line())
        .contains(tuple("manifest-invalid", path + "/datapackage", 2));
  }

  @Test
  void an_open_document_is_a_dataset_too() throws IOException {
    String initiatives = table("initiatives", HEADER, JARDIN);
    String steps = table("etapes", STEPS, new String[] {"four", "1", "Choisir le lieu"});
    String methodologies = table("methodologies", HEADER, new String[] {"four", "Un four"});
    Path path = file("a.ods", RawWorkbook.ods(steps + methodologies + initiatives));

    List<Entry> read = read(path, Entry.class);

    assertThat(read).extracting(Entry::id).containsExactly("jardin", "four");
    assertThat(((Methodology) read.get(1)).steps()).hasSize(1);
  }

  private static String table(String name, String[]... rows) {
    StringBuilder xml = new StringBuilder("<table:table table:name=\"" + name + "\">");
    for (String[] row : rows) {
      xml.append("<table:table-row>");
      for (String text : row) {
        xml.append("<table:table-cell><text:p>" + text + "</text:p></table:table-cell>");
      }
      xml.append("</table:table-row>");
    }
    return xml.append("</table:table>").toString();
  }

  private <E extends Entry> List<Entry> read(Path path, Class<E> type) throws IOException {
    List<Entry> entries = new ArrayList<>();
    try (DatasetReader<E> reader = IMPORTER.openDataset(path, type, report).orElseThrow()) {
      for (Located<E> row : reader) {
        entries.add(row.value());
      }
      assertThat(reader.stopped()).as("%s", report.findings()).isFalse();
    }
    return entries;
  }
}
