package org.collporterre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
  private static final String CLEAN =
      """
      id,titre,resume,latitude,longitude,licence,date_maj,champs_action,precision_position
      jardin,Jardin,Un jardin.,48.4,-4.5,CC-BY-SA-4.0,2020-01-01,innovation-sociale,exacte
      four,Four à pain,Un four.,,,CC-BY-SA-4.0,2020-01-01,innovation-sociale,exacte
      """;
  private static final String SWAPPED =
      """
      id,titre,resume,latitude,longitude,licence,date_maj,champs_action,precision_position
      jardin,Jardin,Un jardin.,-4.5,48.4,CC-BY-SA-4.0,2020-01-01,innovation-sociale,exacte
      """;

  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void clean_data_gives_exit_code_0_and_counts() throws IOException {
    Call call = Call.of("check", file("clean.csv", CLEAN.replace(",,,", ",48.5,-4.4,")));
    assertThat(call.err()).isEmpty();
    assertThat(call.out())
        .isEqualTo(
            """
            0 errors, 0 warnings, 0 notes (profile echange)
            Records: 2 initiatives (initiatives located: 2, not located: 0)
            """);
    assertThat(call.code()).isZero();
  }

  @Test
  void an_error_gives_exit_code_1_and_a_line_with_its_place() throws IOException {
    Path csv = file("swapped.csv", SWAPPED);
    Call call = Call.of("check", csv);
    assertThat(call.code()).isEqualTo(1);
    assertThat(call.out().lines().findFirst().orElse(""))
        .startsWith(csv + ":2:26: error coordinates-swapped: ");
    assertThat(call.out())
        .contains("\n1 error, 0 warnings, 0 notes (profile echange)\n")
        .contains("\n  error  coordinates-swapped  1\n")
        .doesNotContain("\033[");
  }

  @Test
  void the_language_is_that_of_the_option_then_of_the_environment() throws IOException {
    Path csv = file("swapped.csv", SWAPPED);
    assertThat(Call.in(Map.of(), "check", csv).out()).contains(": erreur coordinates-swapped: ");
    assertThat(Call.in(Map.of("LANG", "fr_FR.UTF-8"), "check", csv, "--lang", "en").out())
        .contains(": error coordinates-swapped: ");
    assertThat(Call.of("check", "--lang=fr", csv).out())
        .contains("1 erreur, 0 avertissement, 0 information (profil echange)")
        .contains("Fiches : 1 initiative (");
  }

  @Test
  void places_are_compared_with_the_gazetteer_unless_told_not_to() throws IOException {
    Path csv = file("brest.csv", "id,titre,commune,code_insee\njardin,Jardin,Brest,29232\n");
    assertThat(Call.of("check", csv, "--quiet").out()).contains(": warning insee-vs-name: ");
    assertThat(Call.of("check", csv, "--quiet", "--no-gazetteer").out())
        .doesNotContain("insee-vs-name");
  }

  @Test
  void quiet_leaves_only_the_findings() throws IOException {
    Call call = Call.of("check", file("swapped.csv", SWAPPED), "--quiet");
    assertThat(call.out().lines()).hasSize(1);
    assertThat(call.err()).isEmpty();
  }

  @Test
  void colours_are_for_terminals_without_NO_COLOR() throws IOException {
    Path csv = file("swapped.csv", SWAPPED);
    Map<String, String> english = Map.of("LANG", "en");
    assertThat(Call.on(true, english, "check", csv).out())
        .contains(":2:26: \033[1;31merror\033[0m coordinates-swapped: ");
    assertThat(Call.on(true, Map.of("LANG", "en", "NO_COLOR", "1"), "check", csv).out())
        .doesNotContain("\033[");
  }

  @Test
  void several_files_are_one_dataset_but_a_file_named_twice_is_read_once() throws IOException {
    Path one = file("one.csv", CLEAN);
    Path two = file("two.csv", CLEAN);
    assertThat(Call.of("check", one, one).out()).doesNotContain("id-duplicate");
    assertThat(Call.of("check", one, two).out())
        .contains(two + ":2:1: error id-duplicate: ")
        .contains(one + ":2:1");
  }

  @Test
  void a_folder_without_manifest_is_read_with_its_child_tables_and_other_files()
      throws IOException {
    file("initiatives.csv", CLEAN);
    file("autres.csv", CLEAN.replace("jardin,", "jardin-2,").replace("four,", "four-2,"));
    file("lieux.csv", "type,id,rang,latitude,longitude\ninitiative,four,2,48.5,-4.5\n");
    file("carte.geojson", "{\"type\":\"FeatureCollection\",\"features\":[]}");
    file("README.md", "not data");
    file(".cache.csv", "\0");
    Call call = Call.of("check", folder, "--format", "json");
    assertThat(call.out())
        .contains("\"initiative\": 4")
        .contains("\"located\": 3")
        .contains("\"manifest-missing\": 1")
        .doesNotContain("README");
    assertThat(call.code()).isZero();
  }

  @Test
  void a_child_table_alone_is_reported_as_not_read() throws IOException {
    Call call = Call.of("check", file("etapes.csv", "methodologie,position\nfour,1\n"));
    assertThat(call.out()).contains("etapes.csv:1:1: warning child-table-not-read: ");
    assertThat(call.code()).isZero();
  }

  @Test
  void the_json_report_has_the_agreed_members_in_their_order() throws IOException {
    Path csv = file("swapped.csv", SWAPPED);
    Call call = Call.of("check", csv, "--format", "json", "--profile", "publication");
    assertThat(call.code()).isEqualTo(1);
    List<String> members =
        List.of(
            "\"version\":",
            "\"profile\": \"publication\"",
            "\"summary\":",
            "\"records\":",
            "\"initiative\": 1",
            "\"located\":",
            "\"unlocated\":",
            "\"findings\":",
            "\"error\":",
            "\"warning\":",
            "\"info\":",
            "\"byRule\":",
            "\"coordinates-swapped\": 1",
            "\"findings\":",
            "\"code\": \"coordinates-swapped\"",
            "\"severity\": \"error\"",
            "\"profile\": \"publication\"",
            "\"file\": ",
            "\"line\": 2",
            "\"column\": 26",
            "\"type\": \"initiative\"",
            "\"id\": \"jardin\"",
            "\"field\": \"latitude\"",
            "\"value\": \"-4.5\"",
            "\"fix\":",
            "\"safe\":",
            "\"cells\":",
            "\"latitude\": \"48.4\"",
            "\"message\": \"",
            "\"messageFr\": \"",
            "\"messageEn\": \"");
    assertThat(call.out().replace("\":", "\": ").replace(":  ", ": ")).containsSubsequence(members);
    assertThat(call.out()).doesNotContain("null").startsWith("{").endsWith("}\n");
  }

  @Test
  void a_report_file_is_replaced_whole() throws IOException {
    Path report = file("report.json", "old");
    Path csv = file("swapped.csv", SWAPPED);
    Call call = Call.of("check", csv, "--format=json", "-o", report);
    assertThat(call.code()).isEqualTo(1);
    assertThat(call.out()).isEmpty();
    assertThat(call.err()).contains("1 error, ");
    assertThat(report).content().startsWith("{").endsWith("}\n");
    assertThat(names()).containsExactlyInAnyOrder("report.json", "swapped.csv");
  }

  @Test
  void a_report_file_is_not_touched_when_the_data_cannot_be_read() throws IOException {
    Path report = file("report.json", "old");
    Call call = Call.of("check", folder.resolve("no.csv"), "-o", report);
    assertThat(call.code()).isEqualTo(2);
    assertThat(report).hasContent("old");
    assertThat(Call.of("check", report.resolveSibling("x"), "-o", folder).code()).isEqualTo(2);
    assertThat(names()).containsExactly("report.json");
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).toList();
    }
  }

  @Test
  void misuse_is_told_in_one_line_and_gives_exit_code_2() throws IOException {
    Path csv = file("clean.csv", CLEAN);
    assertMisuse(Call.of("check"), "missing: PATH");
    assertMisuse(Call.of("chekc", csv), "unexpected argument: chekc. Did you mean check?");
    assertMisuse(Call.of("check", csv, "--profil"), "unknown option: --profil");
    assertMisuse(
        Call.of("check", csv, "--profile", "strict"),
        "--profile does not take \"strict\"; it takes one of: echange, publication");
    assertMisuse(
        Call.of("check", csv, "--column", "lat=latitud"),
        "the format has no field \"latitud\". Did you mean latitude?");
    assertMisuse(Call.of("check", csv, "--column", "latitude"), "--column wants HEADER=KEY");
    assertMisuse(Call.of("check", csv, "-o", csv), "is an input too");
    assertMisuse(Call.of("check", csv, "-o", folder.resolve("no/report")), "folder does not exist");
    assertMisuse(Call.of("check", "data.geojson"), "no such file: data.geojson");
    assertMisuse(Call.of("check", file("few.csv", "id,titre\na,A\n")), "add --type initiative");
    assertThat(Call.of("check", folder.resolve("few.csv"), "--type=portrait").out())
        .contains("Records: 1 portrait\n");
  }

  private static void assertMisuse(Call call, String message) {
    assertThat(call.code()).isEqualTo(2);
    assertThat(call.out()).isEmpty();
    assertThat(call.err().lines().findFirst().orElse(""))
        .startsWith("collporterre: ")
        .contains(message);
    assertThat(call.err().lines()).hasSizeLessThanOrEqualTo(2);
    assertThat(call.err()).doesNotContain("\tat ");
  }

  @Test
  void a_folder_without_data_is_misuse() throws IOException {
    file("README.md", "");
    assertMisuse(Call.of("check", folder), "nothing to read in folder");
  }

  @Test
  void a_pipe_is_read_whatever_is_in_it() throws Exception {
    Path pipe = NamedPipe.in(folder, "pipe");
    for (String content : List.of(CLEAN, "{\"type\":\"FeatureCollection\",\"features\":[]}")) {
      Call call = NamedPipe.fed(pipe, content, "check", pipe);
      assertThat(call.err()).isEmpty();
      assertThat(call.code()).isZero();
    }
  }

  @Test
  void an_empty_file_is_an_error_in_the_data() throws IOException {
    Call call = Call.of("check", file("empty.csv", ""));
    assertThat(call.code()).isEqualTo(1);
    assertThat(call.out()).contains(": error file-empty: ").contains("\nNo record.\n");
  }

  @Test
  void a_damaged_workbook_named_csv_is_an_error_in_the_data() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
    }
    Path csv = Files.write(folder.resolve("initiatives.csv"), bytes.toByteArray());
    Call call = Call.of("check", csv);
    assertThat(call.code()).isEqualTo(1);
    assertThat(call.out()).contains(": error format-unsupported: ");
  }

  @Test
  void a_cell_of_ten_megabytes_is_an_error_in_the_data() throws IOException {
    Path csv = file("long.csv", "id,titre,resume\na,A," + "x".repeat(10_000_000) + "\n");
    Call call = Call.of("check", csv, "--type", "initiative");
    assertThat(call.code()).isEqualTo(1);
    assertThat(call.out()).contains(": error cell-too-long: ").hasSizeLessThan(5_000);
  }

  @Test
  void what_is_found_beyond_the_limit_is_counted() throws IOException {
    StringBuilder rows = new StringBuilder("id,titre,resume,latitude,longitude\n");
    for (int i = 0; i < 1_200; i++) {
      rows.append("i").append(i).append(",T,R,0,0\n");
    }
    Call call = Call.of("check", file("many.csv", rows.toString()));
    assertThat(call.out())
        .containsPattern("coordinates-null-island +1200 \\(1000 of them shown\\)");
    assertThat(call.out().lines().filter(l -> l.contains("error coordinates-null-island: ")))
        .hasSize(1_000);
  }

  @Test
  void headers_of_other_people_are_mapped() throws IOException {
    Path csv = file("theirs.csv", "code,nom_lieu,Ylat,Xlong\na,Jardin,48.4,-4.5\n");
    Call call =
        Call.of(
            "check",
            csv,
            "--column",
            "code=id",
            "--column",
            "nom_lieu=titre",
            "--column",
            "Ylat=latitude",
            "--column",
            "Xlong=longitude");
    assertThat(call.code()).isZero();
    assertThat(call.out()).contains("located: 1,").doesNotContain("header-unknown");
  }
}
