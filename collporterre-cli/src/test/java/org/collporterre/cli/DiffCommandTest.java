package org.collporterre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffCommandTest {
  private static final String OLD =
      """
      id,titre,site_web,commune
      jardin,Jardin,https://a.example,Brest
      four,Four,,Morlaix
      puits,Puits,,Quimper
      """;
  private static final String NEW =
      """
      id,titre,site_web,commune
      puits,Puits,,Quimper
      jardin,Jardin,https://b.example,Brest
      cafe,Café,,Brest
      """;

  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve("initiatives-" + name), text);
  }

  @Test
  void what_changed_is_told_in_french_record_by_record() throws IOException {
    Call call =
        Call.in(Map.of("LANG", "fr_FR.UTF-8"), "diff", file("a.csv", OLD), file("b.csv", NEW));

    assertThat(call.out())
        .isEqualTo(
            """
            1 créée, 1 modifiée, 1 absente du nouveau (gardée), 1 inchangée
            ~ jardin « Jardin »
                site_web : https://a.example → https://b.example
            ? four « Four »
            + cafe « Café »
            """);
    assertThat(call.err()).isEmpty();
    assertThat(call.code()).isZero();
  }

  @Test
  void the_exit_code_tells_of_differences_when_asked() throws IOException {
    Path old = file("a.csv", OLD);
    assertThat(Call.of("diff", old, file("b.csv", NEW), "--exit-code").code()).isEqualTo(1);
    Call same = Call.of("diff", old, old, "--exit-code");
    assertThat(same.code()).isZero();
    assertThat(same.out()).isEqualTo("0 created, 0 updated, 3 unchanged\n");
  }

  @Test
  void what_a_complete_dataset_does_not_hold_is_deleted() throws IOException {
    Call call = Call.of("diff", file("a.csv", OLD), file("b.csv", NEW), "--complete");

    assertThat(call.out()).startsWith("1 created, 1 updated, 1 deleted, 1 unchanged\n");
    assertThat(call.out()).contains("- four \"Four\"\n");
  }

  @Test
  void markdown_holds_nothing_that_is_markup() throws IOException {
    Path old = file("a.csv", "id,titre,notes\njardin,Jardin,x\n");
    Path hostile =
        file("b.csv", "id,titre,notes\njardin,Jardin,a|b <b>`c` [d](https://e.example)\n");

    Call call = Call.of("diff", old, hostile, "--format", "markdown");

    assertThat(call.out())
        .endsWith(
            "| updated | jardin \"Jardin\" | notes | x |"
                + " a\\|b &lt;b&gt;\\`c\\` \\[d\\](https:\u200B//e.example) |\n");
  }

  @Test
  void json_holds_the_counts_and_whole_texts() throws IOException {
    Call call = Call.of("diff", file("a.csv", OLD), file("b.csv", NEW), "--format", "json");

    assertThat(call.out().replaceAll("\\s+", ""))
        .contains("\"counts\":{\"created\":1,\"updated\":1,")
        .contains(
            "{\"kind\":\"updated\",\"type\":\"initiative\",\"id\":\"jardin\",\"title\":\"Jardin\","
                + "\"matchedBy\":\"id\",\"fields\":[{\"field\":\"site_web\","
                + "\"before\":\"https://a.example\",\"after\":\"https://b.example\","
                + "\"conflicting\":false}]}");
  }

  @Test
  void a_text_cannot_command_the_terminal_and_is_cut() throws IOException {
    Path old = file("a.csv", "id,titre,notes\njardin,Jardin,x\n");
    Path hostile =
        file("b.csv", "id,titre,notes\njardin,Jardin,\u202Efoo" + "é".repeat(200) + "\n");

    String out = Call.of("diff", old, hostile).out();

    assertThat(out).doesNotContain("\u202E").contains("‹U+202E›foo").contains("é…\n");
    assertThat(out.lines().filter(line -> line.contains("notes")).findFirst().orElseThrow())
        .hasSize("    notes: x → ".length() + 80);
  }

  @Test
  void a_column_the_new_file_does_not_have_says_nothing() throws IOException {
    Path fewer = file("b.csv", "id,titre\njardin,Jardin\nfour,Four\npuits,Puits\n");

    assertThat(Call.of("diff", file("a.csv", OLD), fewer, "--exit-code").code()).isZero();
  }

  @Test
  void rows_without_id_are_the_same_whatever_their_order() throws IOException {
    Path old = file("a.csv", "titre,commune,notes\nJardin,Brest,un\nJardin,Brest,deux\n");
    Path turned = file("b.csv", "titre,commune,notes\nJardin,Brest,deux\nJardin,Brest,un\n");

    Call call = Call.of("diff", old, turned, "--exit-code");

    assertThat(call.out()).isEqualTo("0 created, 0 updated, 2 unchanged\n");
    assertThat(call.code()).isZero();
  }

  @Test
  void a_file_that_cannot_be_read_to_its_end_is_not_compared() throws IOException {
    Call call = Call.of("diff", file("a.csv", OLD), file("b.csv", "id,titre\na,\"Four\n"));

    assertThat(call.code()).isEqualTo(2);
    assertThat(call.out()).isEmpty();
    assertThat(call.err()).contains("quote-unclosed").contains("could not be read to its end");
  }

  @Test
  void formats_can_be_compared_with_each_other() throws IOException {
    Path csv = file("a.csv", OLD);
    Path json = folder.resolve("a.json");
    Path zip = folder.resolve("a.zip");
    Path geojson = folder.resolve("a.geojson");
    for (Path out : new Path[] {json, zip, geojson}) {
      assertThat(Call.of("convert", csv, "-o", out).code()).isZero();
      assertThat(Call.of("diff", csv, out).out())
          .as(out.toString())
          .isEqualTo("0 created, 0 updated, 3 unchanged\n");
    }
  }
}
