package org.collporterre.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixCommandTest {
  private static final String HEAD =
      "id,titre,resume,latitude,longitude,licence,date_maj,champs_action\n";
  private static final String CLEAN =
      HEAD + "jardin,Jardin,Un jardin.,48.4,-4.5,CC-BY-SA-4.0,2020-01-01,innovation-sociale\n";
  private static final String DATED = CLEAN.replace("2020-01-01", "25/12/2020");
  private static final String SWAPPED = CLEAN.replace("48.4,-4.5", "-4.5,48.4");

  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(path -> String.valueOf(path.getFileName())).sorted().toList();
    }
  }

  @Test
  void the_diff_is_shown_and_the_file_written_in_place() throws IOException {
    Path csv = file("initiatives.csv", DATED);
    Call call = Call.of("fix", csv);
    String row = "jardin,Jardin,Un jardin.,48.4,-4.5,CC-BY-SA-4.0,";
    assertThat(call.out())
        .isEqualTo(
            String.join(
                "\n",
                "--- " + csv,
                "+++ " + csv,
                "@@ -1,2 +1,2 @@",
                " " + HEAD.strip(),
                "-" + row + "25/12/2020,innovation-sociale",
                "+" + row + "2020-12-25,innovation-sociale",
                ""));
    assertThat(call.err())
        .isEqualTo("1 correction made:\n  date-normalised  1\nWritten to " + csv + "\n");
    assertThat(call.code()).isZero();
    assertThat(csv).content().isEqualTo(CLEAN.replace("2020-01-01", "2020-12-25"));
    assertThat(names()).containsExactly("initiatives.csv");

    Call again = Call.of("fix", csv);
    assertThat(again.out()).isEmpty();
    assertThat(again.err()).isEqualTo("Nothing to correct.\n");
    assertThat(again.code()).isZero();
  }

  @Test
  void a_dry_run_writes_nothing_and_gives_exit_code_1_when_there_is_something_to_do()
      throws IOException {
    Path csv = file("initiatives.csv", DATED);
    Call call = Call.of("fix", "--dry-run", csv, "--lang", "fr");
    assertThat(call.code()).isEqualTo(1);
    assertThat(call.out()).contains("\n+jardin,");
    assertThat(call.err()).startsWith("1 correction à faire :\n").endsWith("(--dry-run).\n");
    assertThat(csv).content().isEqualTo(DATED);
    assertThat(Call.of("fix", "--dry-run", file("clean.csv", CLEAN)).code()).isZero();
  }

  @Test
  void what_a_person_should_look_at_is_only_counted_unless_it_is_asked_for() throws IOException {
    Path csv = file("initiatives.csv", SWAPPED);
    Call safe = Call.of("fix", csv);
    assertThat(safe.code()).isEqualTo(1);
    assertThat(safe.out()).isEmpty();
    assertThat(safe.err())
        .contains("Nothing to correct.\n")
        .contains("1 more correction needs a person to look at it; to make it: --unsafe\n")
        .contains("  coordinates-swapped  1\n")
        .contains("1 error is left: collporterre check shows it.\n");
    assertThat(csv).content().isEqualTo(SWAPPED);

    assertThat(Call.of("fix", "--unsafe", csv).code()).isZero();
    assertThat(csv).content().isEqualTo(CLEAN);
  }

  @Test
  void only_the_rules_selected_are_corrected() throws IOException {
    Path csv = file("initiatives.csv", DATED.replace("48.4,", "\"48,4\","));
    Call call = Call.of("fix", csv, "--select", "number-decimal-comma", "--quiet");
    assertThat(call.err()).isEmpty();
    assertThat(csv).content().isEqualTo(DATED.replace("48.4,", "\"48.4\","));
    assertThat(Call.of("fix", csv, "--select", "date-normalized").err())
        .contains("there is no rule \"date-normalized\". Did you mean date-normalised?");
  }

  @Test
  void a_copy_is_written_elsewhere_and_the_source_stays() throws IOException {
    Path csv = file("initiatives.csv", DATED);
    Path copy = folder.resolve("copy.csv");
    Call call = Call.of("fix", csv, "-o", copy);
    assertThat(call.err()).endsWith("Written to " + copy + "\n");
    assertThat(csv).content().isEqualTo(DATED);
    assertThat(copy).content().isEqualTo(CLEAN.replace("2020-01-01", "2020-12-25"));
    assertThat(Call.of("fix", file("clean.csv", CLEAN), "-o", copy).code()).isZero();
    assertThat(copy).content().isEqualTo(CLEAN);
    assertThat(Call.of("fix", csv, "-o", csv).code()).isEqualTo(2);
    assertThat(Call.of("fix", csv, copy, "-o", folder.resolve("x")).code()).isEqualTo(2);
    assertThat(Call.of("fix", csv, "--dry-run", "-o", copy).code()).isEqualTo(2);
    assertThat(names()).containsExactly("clean.csv", "copy.csv", "initiatives.csv");
  }

  @Test
  void the_tables_of_a_dataset_are_corrected_with_those_that_belong_to_records()
      throws IOException {
    Path dataset = Files.createDirectory(folder.resolve("jeu"));
    Files.createDirectory(dataset.resolve("photos"));
    Files.writeString(dataset.resolve("photos/a.txt"), "photo");
    Files.writeString(dataset.resolve("initiatives.csv"), DATED);
    String places = "type,id,rang,latitude,longitude\r\ninitiative,jardin,2,\"48,5\",-4.5\r\n";
    Files.writeString(dataset.resolve("lieux.csv"), places);
    Path copy = folder.resolve("copie");
    Call call = Call.of("fix", dataset, "-o", copy);
    assertThat(call.err()).startsWith("2 corrections made:\n");
    assertThat(call.out())
        .contains("--- " + dataset.resolve("initiatives.csv"))
        .contains("--- " + dataset.resolve("lieux.csv"));
    assertThat(copy.resolve("lieux.csv")).content().isEqualTo(places.replace("48,5", "48.5"));
    assertThat(copy.resolve("photos/a.txt")).content().isEqualTo("photo");
    assertThat(dataset.resolve("lieux.csv")).content().isEqualTo(places);
    assertThat(Call.of("fix", dataset, "-o", copy).code()).isEqualTo(2);
    assertThat(Call.of("fix", dataset, "-o", dataset.resolve("in")).code()).isEqualTo(2);

    assertThat(Call.of("fix", dataset).code()).isZero();
    assertThat(dataset.resolve("lieux.csv")).content().isEqualTo(places.replace("48,5", "48.5"));
    assertThat(names()).containsExactly("copie", "jeu");
  }

  @Test
  void an_archive_is_corrected_and_its_other_entries_stay() throws IOException {
    Path zip = folder.resolve("jeu.zip");
    try (OutputStream out = Files.newOutputStream(zip);
        ZipOutputStream entries = new ZipOutputStream(out)) {
      for (String name : List.of("jeu/initiatives.csv", "jeu/LISEZMOI.txt")) {
        entries.putNextEntry(new ZipEntry(name));
        entries.write((name.endsWith("csv") ? DATED : "bonjour").getBytes(StandardCharsets.UTF_8));
      }
    }
    Call call = Call.of("fix", zip);
    assertThat(call.out()).startsWith("--- " + zip + "/initiatives.csv\n");
    try (ZipFile fixed = new ZipFile(zip.toFile())) {
      assertThat(text(fixed, "jeu/LISEZMOI.txt")).isEqualTo("bonjour");
      assertThat(text(fixed, "jeu/initiatives.csv"))
          .isEqualTo(CLEAN.replace("2020-01-01", "2020-12-25"));
    }
    assertThat(Call.of("fix", zip).err()).isEqualTo("Nothing to correct.\n");
  }

  @Test
  void a_manifest_that_is_true_of_its_tables_stays_true() throws IOException {
    String tracked = CLEAN.replace("champs_action\n", "champs_action,site_web\n").strip();
    Path csv = file("initiatives.csv", tracked + ",https://exemple.org/?utm_source=lettre\n");
    for (String name : List.of("jeu", "jeu.zip")) {
      Path dataset = folder.resolve(name);
      assertThat(Call.of("convert", csv, "-o", dataset).code()).isZero();
      assertThat(Call.of("check", dataset).out())
          .contains("link-tracker")
          .doesNotContain("fingerprint-differs");

      Call call = Call.of("fix", dataset);
      assertThat(call.err()).startsWith("1 correction made:\n  link-tracker  1\n");
      assertThat(call.out()).contains("+++ " + dataset + "/datapackage.json", "empreinte");
      assertThat(Call.of("check", dataset).out())
          .doesNotContain("link-tracker")
          .doesNotContain("fingerprint-differs");
    }
  }

  @Test
  void a_manifest_that_is_not_true_of_its_tables_stays_as_it_is() throws IOException {
    Path dataset = folder.resolve("jeu");
    Path csv = file("initiatives.csv", CLEAN);
    assertThat(Call.of("convert", csv, "-o", dataset).code()).isZero();
    Path table = dataset.resolve("initiatives.csv");
    Files.writeString(table, Files.readString(table).replace("2020-01-01", "25/12/2020"));
    String manifest = Files.readString(dataset.resolve("datapackage.json"));

    assertThat(Call.of("fix", dataset).err()).startsWith("1 correction made:\n");
    assertThat(dataset.resolve("datapackage.json")).content().isEqualTo(manifest);
    assertThat(Call.of("check", dataset).out()).contains("fingerprint-differs");
  }

  private static String text(ZipFile zip, String entry) throws IOException {
    return new String(
        zip.getInputStream(zip.getEntry(entry)).readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void json_and_geojson_are_corrected_in_their_place() throws IOException {
    String json =
        """
        {"type": "FeatureCollection", "features": [
          {"type": "Feature", "geometry": {"type": "Point", "coordinates": [48.4, -4.5]},
           "properties": {"id": "a", "titre": "A", "licence": "cc by 4.0"}}]}
        """;
    Path file = file("initiatives.geojson", json);
    assertThat(Call.of("fix", "--unsafe", file).code()).isZero();
    assertThat(file)
        .content()
        .isEqualTo(json.replace("48.4, -4.5", "-4.5, 48.4").replace("cc by 4.0", "CC-BY-4.0"));
  }

  @Test
  void a_workbook_is_left_and_the_way_out_told() throws IOException {
    Path csv = file("initiatives.csv", CLEAN);
    Path book = folder.resolve("initiatives.xlsx");
    assertThat(Call.of("convert", csv, "-o", book).code()).isZero();
    Call call = Call.of("fix", book);
    assertThat(call.code()).isZero();
    assertThat(call.out()).isEmpty();
  }

  @Test
  void a_file_only_for_reading_is_not_replaced() throws IOException {
    Path csv = file("initiatives.csv", DATED);
    Assumptions.assumeTrue(
        Files.getFileStore(csv).supportsFileAttributeView("posix"), "no POSIX permissions");
    Files.setPosixFilePermissions(csv, PosixFilePermissions.fromString("r--r-----"));
    Call call = Call.of("fix", csv);
    assertThat(call.code()).isEqualTo(2);
    assertThat(call.err()).contains("access denied: " + csv);
    assertThat(csv).content().isEqualTo(DATED);

    Files.setPosixFilePermissions(csv, PosixFilePermissions.fromString("rw-r-----"));
    assertThat(Call.of("fix", csv).code()).isZero();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(csv)))
        .isEqualTo("rw-r-----");
    assertThat(names()).containsExactly("initiatives.csv");
  }

  @Test
  void a_symbolic_link_stays_one() throws IOException {
    Path csv = file("initiatives.csv", DATED);
    Path link = Files.createSymbolicLink(folder.resolve("lien.csv"), csv);
    assertThat(Call.of("fix", link).code()).isZero();
    assertThat(link).isSymbolicLink();
    assertThat(csv).content().contains("2020-12-25");
  }

  @Test
  void when_one_file_cannot_be_written_all_stay_as_they_were() throws IOException {
    Path one = file("initiatives.csv", DATED);
    Path other = file("autres.csv", DATED.replace("jardin,", "four,"));
    Path shown = folder.resolve("missing");
    FixOutput output = FixOutput.inPlace(new Session(shell(), Session.phrases(Locale.ENGLISH)));
    Charset charset = StandardCharsets.UTF_8;
    Path after = file("after", "new");
    List<FixedFile> files =
        List.of(
            new FixedFile("a", charset, one, after, FileState.of(one), one, after),
            new FixedFile("b", charset, other, shown, FileState.of(other), other, shown));
    try (Interruption interruption =
        Interruption.watch(new Session(shell(), Session.phrases(Locale.ENGLISH)))) {
      assertThat(catching(() -> output.write(files, interruption))).isInstanceOf(IOException.class);
      List<FixedFile> changed =
          List.of(new FixedFile("b", charset, other, after, FileState.of(other), other, after));
      Files.writeString(other, "changed meanwhile, and longer than before" + DATED);
      assertThat(catching(() -> output.write(changed, interruption)))
          .hasMessageContaining("the file changed");
    }
    assertThat(one).content().isEqualTo(DATED);
    assertThat(names()).containsExactly("after", "autres.csv", "initiatives.csv");
  }

  private interface Action {
    void run() throws IOException;
  }

  private static Throwable catching(Action action) {
    return catchThrowable(action::run);
  }

  private static Shell shell() {
    PrintStream none = new PrintStream(OutputStream.nullOutputStream());
    return new Shell(none, none, StandardCharsets.UTF_8, Map.of(), false, false);
  }

  @Test
  void a_terminal_obeys_nothing_in_the_diff_and_secrets_are_hidden() throws IOException {
    String text =
        "id,titre,mot_de_passe,date_maj\na,A\u202E\u001B[2J,s3cret,25/12/2020\nb,B,autre,\n";
    Path csv = file("initiatives.csv", text);
    Call call = Call.on(true, Map.of("LANG", "en", "NO_COLOR", "1"), "fix", csv);
    assertThat(call.out())
        .contains("+a,A<U+202E><U+001B>[2J,***,2020-12-25\n")
        .doesNotContain("s3cret", "autre", "\u001B", "\u202E");
    assertThat(csv).content().isEqualTo(text.replace("25/12/2020", "2020-12-25"));
  }

  @Test
  void on_a_terminal_not_more_is_shown_than_somebody_reads() throws IOException {
    StringBuilder text = new StringBuilder("id,titre,date_maj\n");
    for (int i = 0; i < 150; i++) {
      text.append("a").append(i).append(",A,25/12/2020\n");
      for (int j = 0; j < 10; j++) {
        text.append("b").append(i).append('-').append(j).append(",B,\n");
      }
    }
    Path csv = file("initiatives.csv", text.toString());
    Call call = Call.on(true, Map.of("LANG", "en"), "fix", "--dry-run", csv);
    assertThat(call.out())
        .contains("\033[32m+a0,A,2020-12-25\033[0m")
        .contains("… and 50 more differences; redirect the output to a file to see all.")
        .doesNotContain("+a100,");
    assertThat(Call.of("fix", "--dry-run", csv).out()).contains("+a149,");
  }

  @Test
  void what_cannot_be_corrected_is_said_with_its_reason() throws IOException {
    Path csv =
        file("initiatives.csv", "id,titre,commune,code_postal\na,A,Brest,29200\nb,B,Brest,29200\n");
    assertThat(Call.of("fix", csv).err())
        .contains("2 corrections cannot be made:\n")
        .contains("  insee-missing  2  the file has nothing for code_insee: no such column");
    Path refused = file("autres.csv", DATED);
    Call call = Call.of("fix", refused, "--without", "date-normalised");
    assertThat(call.err()).contains("--without refuses that normalization");
    assertThat(refused).content().isEqualTo(DATED);
  }

  @Test
  void a_file_in_windows_1252_stays_in_it_and_byte_for_byte_the_same_elsewhere()
      throws IOException {
    Charset western = Charset.forName("windows-1252");
    String text = "id;titre;date_maj\r\na;\"L’été à Brest\";25/12/2020\r\nb;Fête;";
    Path csv = folder.resolve("initiatives.csv");
    Files.write(csv, text.getBytes(western));
    Call call = Call.of("fix", csv);
    assertThat(call.out()).contains("-a;\"L’été à Brest\";25/12/2020");
    assertThat(Files.readAllBytes(csv))
        .isEqualTo(text.replace("25/12/2020", "2020-12-25").getBytes(western));
  }
}
