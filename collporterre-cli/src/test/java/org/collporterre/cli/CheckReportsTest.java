package org.collporterre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.collporterre.imports.CsvImporter;
import org.collporterre.imports.EntryReader;
import org.collporterre.model.Initiative;
import org.collporterre.report.Finding;
import org.collporterre.report.Located;
import org.collporterre.report.Location;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.collporterre.reports.CheckOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reports of a check, what fails it, and what is accepted. */
class CheckReportsTest {
  private static final String HEADER =
      "id,titre,resume,latitude,longitude,licence,date_maj,champs_action,precision_position\n";
  private static final String SWAPPED =
      "jardin,Jardin,Un jardin.,-4.5,48.4,CC-BY-SA-4.0,2020-01-01,innovation-sociale,exacte\n";
  private static final String GOOD =
      "four,Four,Un four.,48.4,-4.5,CC-BY-SA-4.0,2020-01-01,innovation-sociale,exacte\n";
  private static final String NOTE =
      "puits,Puits ,Un puits.,48.3,-4.4,CC-BY-SA-4.0,2020-01-01,innovation-sociale,exacte\n";

  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Path swapped() throws IOException {
    return file("initiatives.csv", HEADER + SWAPPED + GOOD);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  @Test
  void every_form_can_be_asked_for_and_the_ending_of_a_file_tells_its_form() throws IOException {
    Path csv = swapped();
    assertThat(Call.of("check", csv, "--format", "sarif").out()).contains("\"version\": \"2.1.0\"");
    assertThat(Call.of("check", csv, "--format", "github").out())
        .startsWith("::error file=initiatives.csv,line=2,col=26,title=coordinates-swapped::");
    assertThat(Call.of("check", csv, "--format", "gitlab").out()).startsWith("[\n");
    assertThat(Call.of("check", csv, "--format", "junit").out()).startsWith("<?xml ");
    assertThat(Call.of("check", csv, "--format", "markdown").out()).startsWith("## ");
    Call.of("check", csv, "-o", folder.resolve("r.sarif"));
    Call.of("check", csv, "-o", folder.resolve("r.xml"));
    Call.of("check", csv, "-o", folder.resolve("r.md"));
    Call.of("check", csv, "-o", folder.resolve("r.log"));
    assertThat(folder.resolve("r.sarif"))
        .content()
        .startsWith("{")
        .contains("primaryLocationLineHash");
    assertThat(folder.resolve("r.xml")).content().contains("<testsuite name=\"initiatives.csv\"");
    assertThat(folder.resolve("r.md")).content().startsWith("## initiatives.csv\n");
    assertThat(folder.resolve("r.log")).content().contains(": error coordinates-swapped: ");
  }

  @Test
  void a_page_shows_the_records_with_findings_and_where_initiatives_are() throws IOException {
    Path page = folder.resolve("r.html");
    Call call = Call.of("check", swapped(), "-o", page);
    assertThat(call.code()).isEqualTo(1);
    assertThat(page).content().contains("Un jardin.", "Four").doesNotContain("Un four.");
  }

  @Test
  void several_reports_are_written_at_once() throws IOException {
    Call call =
        Call.of(
            "check",
            swapped(),
            "--report",
            folder.resolve("a.sarif"),
            "--report",
            "gitlab=" + folder.resolve("b=c.json"));
    assertThat(call.code()).isEqualTo(1);
    assertThat(call.err()).isEmpty();
    assertThat(call.out()).contains(": error coordinates-swapped: ", "Records: 2 initiatives");
    assertThat(folder.resolve("a.sarif")).content().startsWith("{");
    assertThat(folder.resolve("b=c.json")).content().startsWith("[").contains("check_name");
    assertThat(names()).containsExactly("a.sarif", "b=c.json", "initiatives.csv");
  }

  @Test
  void reports_that_cannot_be_are_misuse_and_leave_nothing() throws IOException {
    Path csv = swapped();
    Path report = folder.resolve("a.json");
    assertThat(Call.of("check", csv, "--report", "report.pdf").err())
        .contains("does not tell which report");
    assertThat(Call.of("check", csv, "-o", report, "--report", report).err())
        .contains("two reports would go into");
    assertThat(Call.of("check", csv, "--report", "json=" + csv).err()).contains("is an input too");
    assertThat(Call.of("check", csv, "--max-findings", "-1").err()).contains("want a number");
    assertThat(Call.of("check", csv, "--format", "pdf").err())
        .contains("text, json, sarif, github, gitlab, junit, markdown, html");
    assertThat(names()).containsExactly("initiatives.csv");
  }

  @Test
  void fail_on_says_what_fails() throws IOException {
    Path errors = swapped();
    Path notes = file("notes.csv", HEADER + NOTE);
    Path clean = file("clean.csv", HEADER + GOOD);
    assertThat(Call.of("check", errors).code()).isEqualTo(1);
    assertThat(Call.of("check", errors, "--fail-on", "never").code()).isZero();
    assertThat(Call.of("check", notes, "--fail-on", "warning").code()).isZero();
    assertThat(Call.of("check", notes, "--fail-on", "info").code()).isEqualTo(1);
    assertThat(Call.of("check", clean, "--fail-on", "info").code()).isZero();
    assertThat(Call.of("check", notes, "--fail-on", "all").code()).isEqualTo(2);
  }

  @Test
  void all_findings_are_counted_and_some_shown() throws IOException {
    StringBuilder rows = new StringBuilder(HEADER);
    for (int i = 0; i < 30; i++) {
      rows.append(SWAPPED.replace("jardin,", "jardin-" + i + ","));
    }
    Path csv = file("initiatives.csv", rows.toString());
    Call call = Call.of("check", csv, "--max-findings", "10");
    assertThat(call.out().lines().filter(line -> line.contains(": error "))).hasSize(10);
    assertThat(call.out())
        .contains("\n30 errors, ", "\nCounted but not shown: ")
        .containsPattern("coordinates-swapped +30 \\(10 of them shown\\)");
    assertThat(Call.of("check", csv, "--max-per-rule", "7").out().lines())
        .filteredOn(line -> line.contains(": error coordinates-swapped: "))
        .hasSize(7);
  }

  @Test
  void accepted_findings_do_not_fail_the_check_wherever_their_rows_are() throws IOException {
    Path csv = swapped();
    Path baseline = folder.resolve("collporterre.baseline.json");
    Call update = Call.of("check", csv, "--baseline", baseline, "--update-baseline");
    assertThat(update.code()).isZero();
    assertThat(update.err()).contains("Baseline written to " + baseline + ": 1 finding accepted");

    file("initiatives.csv", HEADER + GOOD + "\n" + SWAPPED);
    Call moved = Call.of("check", csv, "--baseline", baseline);
    assertThat(moved.code()).isZero();
    assertThat(moved.out())
        .doesNotContain("coordinates-swapped")
        .contains("\nAccepted by the baseline: 1\n");

    file("initiatives.csv", HEADER + SWAPPED.replace("jardin,", "autre,"));
    Call other = Call.of("check", csv, "--baseline", baseline);
    assertThat(other.code()).isEqualTo(1);
    assertThat(other.out())
        .contains(": error coordinates-swapped: ")
        .contains("Baseline: 1 line no longer matches anything");
  }

  @Test
  void a_baseline_among_the_data_is_no_data() throws IOException {
    swapped();
    Path baseline = folder.resolve("collporterre.baseline.json");
    Call.of("check", folder, "--baseline", baseline, "--update-baseline");
    Call call = Call.of("check", folder, "--baseline", baseline);
    assertThat(call.out()).contains("0 errors, 0 warnings, 0 notes").contains("2 initiatives");
  }

  @Test
  void a_dataset_can_say_all_of_this_itself_and_the_command_line_comes_first() throws IOException {
    swapped();
    file(
        "collporterre.json",
        "{\"fail_on\": \"never\", \"max_findings\": 1, \"baseline\": \"acceptes.json\"}");
    file("acceptes.json", "{\"version\": \"1\", \"findings\": []}");
    Call call = Call.of("check", folder);
    assertThat(call.code()).isZero();
    assertThat(call.out())
        .contains(": error coordinates-swapped: ")
        .contains("\n1 error, ", "2 initiatives", "\nCounted but not shown: ");
    assertThat(Call.of("check", folder, "--fail-on=error", "--max-findings=5").code()).isEqualTo(1);

    Call.of("check", folder, "--update-baseline");
    assertThat(folder.resolve("acceptes.json")).content().contains("coordinates-swapped");
    assertThat(Call.of("check", folder, "--fail-on=info").code()).isZero();
  }

  @Test
  void a_baseline_that_cannot_be_read_is_told_with_its_line() throws IOException {
    Path csv = swapped();
    Path baseline = file("b.json", "{\"version\":\"1\",\n\"findings\":[\n{}]}\n");
    Call call = Call.of("check", csv, "--baseline", baseline);
    assertThat(call.code()).isEqualTo(2);
    assertThat(call.err()).contains(baseline + ", line 3: an accepted finding is an object");
    assertThat(Call.of("check", csv, "--baseline", folder.resolve("no.json")).err())
        .contains("no such file");
    assertThat(Call.of("check", csv, "--update-baseline").err()).contains("needs --baseline FILE");
    assertThat(Call.of("check", csv, "--baseline", csv, "--update-baseline").code()).isEqualTo(2);
    assertThat(csv).content().startsWith(HEADER);
  }

  @Test
  void files_below_the_current_folder_are_named_from_there() throws IOException {
    Path here = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "check");
    Path csv = Files.writeString(here.resolve("initiatives.csv"), HEADER + SWAPPED);
    String name = Path.of("").toAbsolutePath().relativize(csv).toString();
    assertThat(Call.of("check", csv, "--quiet").out()).startsWith(name + ":2:26: ");
    Files.delete(csv);
    Files.delete(here);
  }

  @Test
  void records_with_findings_and_positions_are_kept_without_what_is_confidential()
      throws IOException {
    Path csv =
        file(
            "initiatives.csv",
            "id,titre,resume,latitude,longitude,courriel,notes\n"
                + "a,A,"
                + "é".repeat(300)
                + ",48.4,-4.5,marie@exemple.org,x\nb,B,R,48.5,-4.6,,\n");
    String name = csv.toString();
    Finding finding =
        new Finding(
            "r",
            Severity.ERROR,
            Profile.ECHANGE,
            new Location(name, 2, 5),
            "initiative",
            "a",
            "resume",
            null,
            null,
            null);
    OutcomeRecords records = new OutcomeRecords(List.of(finding));
    List<Located<Initiative>> read = new ArrayList<>();
    try (EntryReader<Initiative> in =
        CsvImporter.create().open(csv, Initiative.class, ignored -> {})) {
      in.forEach(read::add);
    }
    read.forEach(records::take);

    assertThat(records.rows()).hasSize(1);
    CheckOutcome.Row row = records.rows().values().iterator().next();
    assertThat(row.id()).isEqualTo("a");
    assertThat(row.title()).isEqualTo("A");
    assertThat(row.cells().get("resume")).isEqualTo("é".repeat(199) + "…");
    assertThat(row.cells()).doesNotContainKey("courriel").containsEntry("latitude", "48.4");
    assertThat(records.points())
        .extracting(CheckOutcome.Point::id, CheckOutcome.Point::latitude)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("a", 48.4),
            org.assertj.core.groups.Tuple.tuple("b", 48.5));
    assertThat(records.rows()).containsKey(records.points().get(0).record());
  }
}
