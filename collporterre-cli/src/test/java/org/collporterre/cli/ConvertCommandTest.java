package org.collporterre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConvertCommandTest {
  private static final String INITIATIVES =
      """
      id,titre,resume,latitude,longitude,Notes
      jardin,Jardin,Un jardin.,48.4,-4.5,n1
      ,Four,Un four.,,,n2
      """;
  private static final String METHODOLOGIES =
      """
      id,titre,resume,version
      faire-un-four,Faire un four,Comment faire.,1.0
      """;

  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void a_csv_becomes_geojson_and_rows_without_id_get_one() throws IOException {
    Path out = folder.resolve("out.geojson");
    Call call = Call.of("convert", file("initiatives.csv", INITIATIVES), "-o", out);
    assertThat(call.out()).isEmpty();
    assertThat(call.err())
        .contains("warning id-generated: ")
        .doesNotContain(" note field-of-action-missing: ")
        .doesNotContain(" info field-of-action-missing: ")
        .endsWith("2 records written to " + out + "\n");
    assertThat(call.code()).isZero();
    assertThat(out).content().contains("\"FeatureCollection\"").contains("48.4").contains("Four");
  }

  @Test
  void what_the_format_does_not_know_goes_into_columns_also_from_a_pipe() throws Exception {
    String json =
        """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","id":"a","geometry":null,"properties":{"titre":"Potager"}},
        {"type":"Feature","id":"b","geometry":null,"properties":{"titre":"Four","couleur":"vert"}}]}
        """;
    Path out = folder.resolve("out.csv");
    Call call =
        NamedPipe.fed(
            NamedPipe.in(folder, "pipe"),
            json,
            "convert",
            folder.resolve("pipe"),
            "--type=initiative",
            "-o",
            out);
    assertThat(call.code()).isZero();
    assertThat(out).content().contains(",couleur\na,").endsWith(",vert\n").contains(",\nb,");
    assertThat(call.err()).doesNotContain("export-loss");
  }

  @Test
  void an_empty_column_that_the_format_does_not_know_stays() throws IOException {
    Path out = folder.resolve("out.csv");
    Path csv = file("initiatives.csv", "id,titre,vide,couleur\na,Four,,vert\n");
    assertThat(Call.of("convert", csv, "-o", out).code()).isZero();
    assertThat(out).content().contains(",vide,couleur\n").endsWith(",,vert\n");
  }

  @Test
  void csv_for_spreadsheets_holds_no_formulas_and_comes_back() throws IOException {
    Path csv = file("initiatives.csv", "id,titre,resume\na,=1+2+3,+33 2 98 00 00 00\n");
    Path excel = folder.resolve("excel.csv");
    assertThat(Call.of("convert", csv, "-o", excel, "--excel").code()).isZero();
    assertThat(excel)
        .content()
        .startsWith("\uFEFFid;")
        .contains(";'=1+2+3;")
        .contains(";+33 2 98 00 00 00;");
    Path again = folder.resolve("again.csv");
    assertThat(Call.of("convert", excel, "-o", again).code()).isZero();
    assertThat(again).content().startsWith("id,").contains(",=1+2+3,");
    assertThat(Call.of("convert", csv, "-o", folder.resolve("o.geojson"), "--excel").err())
        .contains("--excel is for CSV only, and the output is geojson");
  }

  @Test
  void the_format_follows_the_name_or_the_option() throws IOException {
    Path csv = file("initiatives.csv", INITIATIVES);
    assertThat(Call.of("convert", csv, "-o", folder.resolve("o.json")).code()).isZero();
    assertThat(folder.resolve("o.json")).content().contains("\"type_fiche\":\"initiative\"");
    assertThat(Call.of("convert", csv, "-o", folder.resolve("o.txt")).err())
        .contains("unknown output format");
    assertThat(Call.of("convert", csv, "-o", folder.resolve("o.txt"), "--to=csv").code()).isZero();
    assertThat(folder.resolve("o.txt"))
        .content()
        .startsWith("id,")
        .contains("Notes")
        .contains("n2");
  }

  @Test
  void a_folder_called_site_becomes_a_site_and_stays_one() throws IOException {
    Path csv = file("initiatives.csv", INITIATIVES);
    Path site = folder.resolve("site");

    assertThat(Call.of("convert", csv, "-o", site + "/").err())
        .endsWith("written to " + site + "\n");

    assertThat(site.resolve("index.html")).content().contains("Jardin", "data-lat=\"48.4\"");
    assertThat(site.resolve("initiatives/jardin.html")).exists();
    assertThat(site.resolve("datapackage.json")).doesNotExist();
    Path moved = Files.move(site, folder.resolve("public"));
    assertThat(Call.of("convert", csv, "-o", moved).code()).isZero();
    assertThat(moved.resolve("datapackage.json")).as("a site by what it holds").doesNotExist();
    assertThat(Call.of("convert", csv, "-o", folder.resolve("autre"), "--to", "site").code())
        .isZero();
    assertThat(folder.resolve("autre/index.html")).exists();
  }

  @Test
  void a_folder_with_something_else_does_not_become_a_site() throws IOException {
    Path site = Files.createDirectory(folder.resolve("site"));
    Files.writeString(site.resolve("these.odt"), "trois ans");

    Call call = Call.of("convert", file("initiatives.csv", INITIATIVES), "-o", site);

    assertThat(call.code()).isEqualTo(2);
    assertThat(call.err()).contains("holds something else than a site");
    assertThat(site.resolve("these.odt")).hasContent("trois ans");
    assertThat(site.resolve("index.html")).doesNotExist();
  }

  @Test
  void one_page_holds_map_and_records() throws IOException {
    Path page = folder.resolve("carte.html");

    Call.of("convert", file("initiatives.csv", INITIATIVES), "-o", page);

    assertThat(page).content().contains("data-lat=\"48.4\"", "id=\"initiatives-jardin\"");
  }

  @Test
  void tiles_are_for_pages_with_whom_to_name() throws IOException {
    Path csv = file("initiatives.csv", INITIATIVES);
    String tiles = "https://exemple.org/{z}/{x}/{y}.png";
    Path page = folder.resolve("carte.html");

    assertThat(Call.of("convert", csv, "-o", page, "--tiles", tiles).err())
        .contains("--tiles wants an https address");
    assertThat(Call.of("convert", csv, "-o", folder.resolve("a.geojson"), "--tiles", tiles).err())
        .contains("are for pages");
    assertThat(Call.of("convert", csv, "-o", page, "--tiles", tiles, "--attribution", "©").code())
        .isZero();
    assertThat(page).content().contains("data-tuiles=\"" + tiles + "\"", "data-attribution=\"©\"");
  }

  @Test
  void a_hyphen_is_standard_output() throws IOException {
    Path csv = file("initiatives.csv", INITIATIVES);
    Call call = Call.of("convert", csv, "-o", "-", "--to", "geojson", "--quiet");
    assertThat(call.code()).isZero();
    assertThat(call.out()).startsWith("{").contains("FeatureCollection");
    assertThat(call.err()).doesNotContain("written");
  }

  @Test
  void who_asks_for_quiet_is_told_errors_only() throws IOException {
    Path csv = file("initiatives.csv", INITIATIVES + "sans-titre,,,,,\n");
    Path out = folder.resolve("out.geojson");

    assertThat(Call.of("convert", csv, "-o", out).err())
        .contains(" warning header-unknown: ", " error ", " written");
    assertThat(Call.of("convert", csv, "-o", out, "--quiet").err())
        .contains(" error ")
        .doesNotContain(" warning ")
        .doesNotContain(" written");
  }

  @Test
  void a_folder_of_several_types_becomes_one_file() throws IOException {
    file("initiatives.csv", INITIATIVES);
    file("methodologies.csv", METHODOLOGIES);
    Path out = folder.resolve("out.jsonld");
    Call call = Call.of("convert", folder, "-o", out);
    assertThat(call.err()).contains("Records: 2 initiatives, 1 methodology").contains("3 records");
    assertThat(call.code()).isZero();
    assertThat(Call.of("convert", folder, "-o", folder.resolve("out.geojson")).err())
        .contains(" record-withheld: ")
        .contains("2 records written");
  }

  @Test
  void csv_holds_one_type() throws IOException {
    file("initiatives.csv", INITIATIVES);
    file("methodologies.csv", METHODOLOGIES);
    Path out = folder.resolve("resultat.txt");
    Call call = Call.of("convert", folder, "-o", out, "--to=csv");
    assertThat(call.code()).isEqualTo(2);
    assertThat(call.err()).contains("one type");
    assertThat(out).doesNotExist();
    assertThat(Call.of("convert", folder, "-o", out, "--to=csv", "--type=methodologie").code())
        .isZero();
    assertThat(out).content().contains("faire-un-four").doesNotContain("jardin");
  }

  @Test
  void nothing_is_written_when_reading_stops() throws IOException {
    Path csv = file("initiatives.csv", INITIATIVES + "x,\"never closed\n");
    Path out = file("out.geojson", "old");
    Call call = Call.of("convert", csv, "-o", out);
    assertThat(call.code()).isEqualTo(1);
    assertThat(call.err())
        .contains("error quote-unclosed: ")
        .endsWith("Nothing is written: reading stopped before the end.\n");
    assertThat(out).hasContent("old");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void the_output_must_not_be_the_input() throws IOException {
    Path csv = file("initiatives.csv", INITIATIVES);
    Call call = Call.of("convert", csv, "-o", csv);
    assertThat(call.code()).isEqualTo(2);
    assertThat(call.err()).contains("is an input too");
    assertThat(csv).hasContent(INITIATIVES);
  }

  @Test
  void records_with_errors_are_held_back_in_publication() throws IOException {
    Path out = folder.resolve("out.geojson");
    Call call =
        Call.of(
            "convert", file("initiatives.csv", INITIATIVES), "-o", out, "--profile=publication");
    assertThat(call.code()).isEqualTo(1);
    assertThat(call.err()).endsWith("0 records written to " + out + "\n");
  }

  @Test
  void a_base_that_no_address_can_begin_with_is_misuse() throws IOException {
    Path csv = file("initiatives.csv", INITIATIVES);
    Call call = Call.of("convert", csv, "-o", folder.resolve("o.jsonld"), "--base-uri", "exemple");
    assertThat(call.code()).isEqualTo(2);
    assertThat(call.err()).startsWith("collporterre: --base-uri wants an https address");
  }

  @Test
  void a_missing_input_or_folder_is_one_line() throws IOException {
    Call call = Call.of("convert", folder.resolve("no.csv"), "-o", folder.resolve("o.csv"));
    assertThat(call.err())
        .isEqualTo("collporterre: no such file: " + folder.resolve("no.csv") + "\n");
    assertThat(call.code()).isEqualTo(2);
    Path csv = file("initiatives.csv", INITIATIVES);
    assertThat(Call.of("convert", csv, "-o", folder.resolve("no/o.csv")).err())
        .contains("folder does not exist");
    assertThat(Call.of("convert", csv).err()).contains("missing: --output");
  }

  @Test
  void the_example_becomes_a_workbook_and_again_the_same_package() throws IOException {
    Path example = Path.of("..", "examples", "datasets", "initiatives-inspirantes");
    Path workbook = folder.resolve("jeu.xlsx");
    Path straight = folder.resolve("direct");
    Path back = folder.resolve("retour");
    assertThat(Call.of("convert", example, "-o", straight).code()).isZero();

    Call there = Call.of("convert", example, "-o", workbook);
    assertThat(there.code()).as(there.err()).isZero();
    assertThat(there.err()).endsWith("18 records written to " + workbook + "\n");
    Call again = Call.of("convert", workbook, "-o", back);
    assertThat(again.code()).as(again.err()).isZero();
    assertThat(again.err()).startsWith("0 errors, 0 warnings");

    try (Stream<Path> files = Files.list(straight)) {
      for (Path file : files.toList()) {
        assertThat(back.resolve(straight.relativize(file))).hasSameBinaryContentAs(file);
      }
    }
  }

  @Test
  void a_workbook_carries_vocabularies_and_deletions_on() throws IOException {
    Path source = Files.createDirectory(folder.resolve("source"));
    Files.writeString(
        source.resolve("initiatives.csv"),
        "id,titre,resume,statut_fiche,themes\n"
            + "jardin,Jardin,Un jardin.,publie,Basse\n"
            + "parti,,,archive,\n");
    Files.writeString(
        source.resolve("vocabulaires.csv"), "vocabulaire,code,libelle_fr\nthemes,low-tech,Basse\n");
    Path workbook = folder.resolve("jeu.xlsx");
    Path zip = folder.resolve("jeu.zip");
    Path last = folder.resolve("dernier");

    assertThat(Call.of("convert", source, "-o", workbook).code()).isZero();
    assertThat(Call.of("convert", workbook, "-o", zip).code()).isZero();
    assertThat(Call.of("convert", zip, "-o", last).code()).isZero();

    assertThat(last.resolve("initiatives.csv")).content().contains("\nparti,", ",low-tech,");
    assertThat(last.resolve("vocabulaires.csv")).content().contains("themes,low-tech,Basse");
  }

  @Test
  void one_sheet_of_a_dataset_can_be_asked_for() throws IOException {
    file("initiatives.csv", INITIATIVES);
    file("methodologies.csv", METHODOLOGIES);
    Path workbook = folder.resolve("jeu.xlsx");
    assertThat(Call.of("convert", folder, "-o", workbook).code()).isZero();

    Path out = folder.resolve("out.csv");
    Call call = Call.of("convert", workbook, "-o", out, "--sheet=methodologies");
    assertThat(call.code()).as(call.err()).isZero();
    assertThat(out).content().contains("faire-un-four").doesNotContain("jardin");
  }
}
