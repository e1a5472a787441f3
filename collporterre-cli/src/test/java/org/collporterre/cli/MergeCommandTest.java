package org.collporterre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergeCommandTest {
  private static final String BASE =
      """
      id,titre,site_web,date_maj
      jardin,Jardin,https://a.example,2026-01-01
      four,Four,,2026-01-01
      """;
  private static final String INCOMING =
      """
      id,titre,site_web,date_maj
      jardin,Jardin,https://b.example,2026-02-02
      cafe,Café,,2026-02-02
      """;

  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve("initiatives-" + name), text);
  }

  @Test
  void nothing_is_written_until_it_is_asked_for() throws IOException {
    Path out = folder.resolve("out.csv");
    Call call = Call.of("merge", file("a.csv", BASE), file("b.csv", INCOMING), "-o", out);

    assertThat(call.code()).isZero();
    assertThat(call.out()).startsWith("1 created, 1 updated, 1 not in the new one (kept)");
    assertThat(call.err()).contains("--apply");
    assertThat(out).doesNotExist();
  }

  @Test
  void merging_the_same_file_twice_changes_nothing() throws IOException {
    Path incoming = file("b.csv", INCOMING);
    for (String name : new String[] {"a.csv", "a.json", "a.zip", "a.xlsx"}) {
      Path base = file("start.csv", BASE);
      Path place = folder.resolve(name);
      assertThat(Call.of("convert", base, "-o", place).code()).isZero();
      assertThat(Call.of("merge", place, incoming, "--in-place", "--apply").code()).isZero();
      byte[] once = Files.readAllBytes(place);
      Call again = Call.of("merge", place, incoming, "--in-place", "--apply");
      assertThat(again.out()).startsWith("0 created, 0 updated");
      assertThat(again.code()).isZero();
      assertThat(Files.readAllBytes(place)).as(name).isEqualTo(once);
    }
  }

  @Test
  void each_field_keeps_its_source_and_date() throws IOException {
    Path out = folder.resolve("out.csv");
    Path incoming = file("b.csv", INCOMING);
    Call.of("merge", file("a.csv", BASE), incoming, "-o", out, "--apply", "--source", "mairie");

    String provenance =
        """
        type,id,champ,source,date_maj
        initiative,jardin,*,initiatives-a.csv,2026-01-01
        initiative,jardin,date_maj,mairie,2026-02-02
        initiative,jardin,site_web,mairie,2026-02-02
        initiative,four,*,initiatives-a.csv,2026-01-01
        initiative,cafe,*,mairie,2026-02-02
        """;
    assertThat(folder.resolve("out.provenance.csv")).hasContent(provenance);

    Path zip = folder.resolve("out.d");
    Call.of("merge", out, incoming, "-o", zip, "--to", "package", "--apply");
    assertThat(zip.resolve("provenance.csv")).hasContent(provenance);
    assertThat(Call.of("check", zip).err()).doesNotContain("fingerprint").doesNotContain("extra");

    Path third = file("c.csv", "id,titre\nfour,Four à pain\n");
    Call.of("merge", zip, third, "--in-place", "--apply");
    assertThat(zip.resolve("provenance.csv"))
        .content()
        .contains("initiative,four,titre,initiatives-c.csv,\n")
        .contains("initiative,jardin,site_web,mairie,2026-02-02\n");
  }

  @Test
  void a_conflict_writes_nothing_until_a_side_is_preferred() throws IOException {
    Path common = file("common.csv", BASE);
    Path ours = file("a.csv", BASE.replace("a.example", "ours.example"));
    Path out = folder.resolve("out.csv");
    Object[] call = {
      "merge", ours, file("b.csv", INCOMING), "--common", common, "-o", out, "--apply"
    };

    Call open = Call.of(call);
    assertThat(open.code()).isEqualTo(1);
    assertThat(open.out())
        .contains("! jardin \"Jardin\" (a field was changed on both sides)")
        .contains(
            "site_web: changed on both sides, here https://ours.example, there https://b.example");
    assertThat(open.err()).contains("Nothing is written: conflicts are left.");
    assertThat(out).doesNotExist();

    assertThat(Call.of(with(call, "--prefer", "incoming")).code()).isZero();
    assertThat(out).content().contains("https://b.example").doesNotContain("ours.example");
    assertThat(Call.of(with(call, "--prefer", "base")).code()).isZero();
    assertThat(out).content().contains("https://ours.example").contains("cafe");
  }

  private static Object[] with(Object[] call, Object... more) {
    Object[] all = Arrays.copyOf(call, call.length + more.length);
    System.arraycopy(more, 0, all, call.length, more.length);
    return all;
  }

  @Test
  void a_deletion_stays_in_a_package() throws IOException {
    Path gone = file("gone.csv", "id,titre,statut_fiche\nfour,,archive\n");
    Path out = folder.resolve("out");
    Call call = Call.of("merge", file("a.csv", BASE), gone, "-o", out, "--apply");

    assertThat(call.out()).startsWith("0 created, 0 updated, 1 deleted, 1 not in the new one");
    assertThat(out.resolve("initiatives.csv")).content().contains("jardin").contains("archive");
    assertThat(Call.of("diff", out, gone, "--exit-code").code()).isZero();
  }

  @Test
  void careless_calls_are_refused_and_touch_nothing() throws IOException {
    Path base = file("a.csv", BASE);
    Path incoming = file("b.csv", INCOMING);
    assertThat(Call.of("merge", base, incoming, "--apply").err()).contains("-o OUT");
    assertThat(Call.of("merge", base, incoming, "-o", incoming, "--apply").err())
        .contains("is an input too");
    assertThat(Call.of("merge", base, incoming, "-o", base, "--apply").err())
        .contains("is an input too");
    assertThat(Call.of("merge", base, incoming, "-o", base, "--in-place", "--apply").err())
        .contains("exclude each other");
    assertThat(
            Call.of("merge", base, incoming, "-o", folder.resolve("no/out.csv"), "--apply").code())
        .isEqualTo(2);
    assertThat(Call.of("merge", base, folder.resolve("none.csv")).code()).isEqualTo(2);
    assertThat(Call.of("merge", folder, incoming, "--in-place", "--apply").err())
        .contains("--in-place does not replace a folder");
    assertThat(base).hasContent(BASE);
    assertThat(incoming).hasContent(INCOMING);

    assertThat(Call.of("merge", base, base).out()).isEqualTo("0 created, 0 updated, 2 unchanged\n");
  }

  @Test
  void records_that_do_not_pass_are_never_taken_for_deletions() throws IOException {
    Path bad = file("bad.csv", "id,titre\njardin,Jardin\nfour,\n");
    Path base = file("a.csv", BASE);
    Call call = Call.of("merge", base, bad, "--complete", "--in-place", "--apply");

    assertThat(call.code()).isEqualTo(2);
    assertThat(call.err()).contains("title-missing").contains("records that do not pass: 1");
    assertThat(base).hasContent(BASE);
  }
}
