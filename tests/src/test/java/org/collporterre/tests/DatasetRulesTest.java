package org.collporterre.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.collporterre.imports.DatasetReader;
import org.collporterre.imports.PackageImporter;
import org.collporterre.model.Entry;
import org.collporterre.report.Finding;
import org.collporterre.report.Report;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules about datasets as a whole. Names begin with the code. */
class DatasetRulesTest {
  private static final String MANIFEST =
      """
      {"name": "jeu", "title": "Un jeu", "resources": [{"path": "initiatives.csv"}],
       "collporterre": {"version_format": "1.0", "base_uri": "https://collporterre.org/"}}
      """;
  private static final String INITIATIVES = "id,titre,images\njardin,Jardin partagé,\n";

  @TempDir Path folder;

  private final Map<String, String> files =
      new LinkedHashMap<>(Map.of("datapackage.json", MANIFEST, "initiatives.csv", INITIATIVES));

  private List<String> findings(String code) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
    Report report = Report.create();
    try (DatasetReader<Entry> in = PackageImporter.create().open(folder, Entry.class, report)) {
      in.forEach(row -> assertThat(row.value()).isNotNull());
    }
    return report.findings().stream()
        .filter(finding -> finding.code().equals(code))
        .map(this::line)
        .toList();
  }

  private String line(Finding finding) {
    Path file = folder.relativize(Path.of(finding.location().file()));
    return (file.toString().isEmpty() ? "." : file)
        + ":"
        + finding.location().line()
        + " "
        + finding.severity().label()
        + " "
        + finding.value();
  }

  @Test
  void a_dataset_without_fault_gives_no_finding() throws IOException {
    assertThat(findings("manifest-invalid")).isEmpty();
    assertThat(findings("manifest-missing")).isEmpty();
  }

  @Test
  void manifest_missing_is_said_once_of_a_folder() throws IOException {
    files.remove("datapackage.json");

    assertThat(findings("manifest-missing")).containsExactly(".:1 info null");
  }

  @Test
  void manifest_invalid_gives_the_place_in_the_file() throws IOException {
    files.put("datapackage.json", MANIFEST.replace("https://collporterre.org/", "http://x"));

    assertThat(findings("manifest-invalid")).containsExactly("datapackage.json:2 error http://x");
  }

  @Test
  void manifest_invalid_is_said_of_what_is_no_json() throws IOException {
    files.put("datapackage.json", "{\"name\": \n oui}");

    assertThat(findings("manifest-invalid")).containsExactly("datapackage.json:2 error null");
  }

  @Test
  void file_missing_names_what_is_announced_and_not_there() throws IOException {
    files.put("datapackage.json", MANIFEST.replace("[{", "[{\"path\": \"portraits.csv\"}, {"));

    assertThat(findings("file-missing")).containsExactly("datapackage.json:1 error portraits.csv");
  }

  @Test
  void file_extra_names_what_is_there_and_not_announced() throws IOException {
    files.put("notes.csv", "a\n");

    assertThat(findings("file-extra")).containsExactly("notes.csv:1 info notes");
  }

  @Test
  void format_newer_is_an_error_when_the_first_number_is_greater() throws IOException {
    files.put("datapackage.json", MANIFEST.replace("1.0", "2.0"));

    assertThat(findings("format-newer")).containsExactly("datapackage.json:2 error 2.0");
    assertThat(findings("format-newer-minor")).isEmpty();
  }

  @Test
  void format_newer_minor_is_a_warning_when_only_the_second_number_is_greater() throws IOException {
    files.put("datapackage.json", MANIFEST.replace("1.0", "1.1"));

    assertThat(findings("format-newer-minor")).containsExactly("datapackage.json:2 warning 1.1");
    assertThat(findings("format-newer")).isEmpty();
  }

  @Test
  void fingerprint_differs_when_a_cell_was_changed_and_not_when_only_quotes_were()
      throws IOException {
    // printf 'initiatives\nid\037jardin\036titre\037Jardin partagé\036' | sha256sum, then the
    // SHA-256 of those 32 bytes, computed apart from this library.
    String fingerprint = "f8abedb8cb9da68b2272b9961888773de288e33fdf62a1ca5dd448a1f5b5804a";
    files.put(
        "datapackage.json",
        MANIFEST.replace(
            "\"version_format\"", "\"empreinte\": \"" + fingerprint + "\", \"version_format\""));
    assertThat(findings("fingerprint-differs")).isEmpty();

    files.put("initiatives.csv", "id;titre;images\r\n\"jardin\";Jardin partagé;\r\n");
    assertThat(findings("fingerprint-differs")).isEmpty();

    files.put("initiatives.csv", INITIATIVES.replace("partagé", "partage"));
    assertThat(findings("fingerprint-differs")).hasSize(1);
  }

  @Test
  void child_column_dropped_names_the_column_of_a_linked_table() throws IOException {
    files.put("acteurs.csv", "type,id,rang,nom,couleur\ninitiative,jardin,1,Anne,vert\n");

    assertThat(findings("child-column-dropped")).containsExactly("acteurs.csv:1 warning couleur");
  }

  @Test
  void child_row_orphan_gives_the_row_that_belongs_to_no_record() throws IOException {
    files.put("acteurs.csv", "type,id,rang,nom\ninitiative,jardin,1,A\ninitiative,autre,1,B\n");
    files.put("relations.csv", "source,relation,cible\nperdue,membre-de,jardin\n");

    assertThat(findings("child-row-orphan"))
        .containsExactly("acteurs.csv:3 error initiative autre", "relations.csv:2 error perdue");
  }

  @Test
  void child_rows_reordered_is_said_when_rows_do_not_follow_their_rank() throws IOException {
    files.put("acteurs.csv", "type,id,rang,nom\ninitiative,jardin,2,A\ninitiative,jardin,1,B\n");

    assertThat(findings("child-rows-reordered")).containsExactly("acteurs.csv:2 info null");
  }

  @Test
  void child_table_differs_when_the_compact_column_says_something_else() throws IOException {
    files.put(
        "initiatives.csv", "id,titre,images\njardin,Jardin partagé,https://exemple.org/a.jpg\n");
    files.put("medias.csv", "type,id,rang,url\ninitiative,jardin,1,https://exemple.org/b.jpg\n");

    assertThat(findings("child-table-differs"))
        .containsExactly("initiatives.csv:2 warning https://exemple.org/a.jpg");
  }

  @Test
  void child_table_differs_names_the_column_of_the_first_place() throws IOException {
    files.put("initiatives.csv", "id,titre,latitude,longitude,commune\njardin,J,48.4,-4.5,Brest\n");
    files.put(
        "lieux.csv",
        "type,id,rang,commune,latitude,longitude\ninitiative,jardin,1,Quimper,48.4,-4.5\n");

    assertThat(findings("child-table-differs")).containsExactly("initiatives.csv:2 warning Brest");
  }

  @Test
  void record_deleted_is_said_of_a_row_of_only_identifier_and_status() throws IOException {
    files.put("initiatives.csv", "id,titre,statut_fiche\njardin,,archive\nb,Bois,archive\n");

    assertThat(findings("record-deleted")).containsExactly("initiatives.csv:2 info null");
  }

  @Test
  void relation_added_is_said_when_the_record_itself_does_not_have_it() throws IOException {
    files.put("relations.csv", "source,relation,cible\njardin,membre-de,reseau\n");

    assertThat(findings("relation-added")).containsExactly("relations.csv:2 info reseau");
  }

  @Test
  @Tag("large")
  void table_too_long_is_said_of_vocabularies_beyond_the_limit() throws IOException {
    StringBuilder rows = new StringBuilder("vocabulaire,code\n");
    for (int i = 0; i <= 100_000; i++) {
      rows.append("themes,t").append(i).append('\n');
    }
    files.put("vocabulaires.csv", rows.toString());

    assertThat(findings("table-too-long")).containsExactly("vocabulaires.csv:100002 error null");
  }

  @Test
  void archive_unsafe_refuses_names_that_lead_out_archives_inside_and_too_many_entries()
      throws IOException {
    byte[] one = INITIATIVES.getBytes(UTF_8);
    assertThat(archive(Map.of("../initiatives.csv", one))).containsExactly("archive-unsafe");
    assertThat(archive(Map.of("/initiatives.csv", one))).containsExactly("archive-unsafe");
    assertThat(archive(Map.of("a\\initiatives.csv", one))).containsExactly("archive-unsafe");
    assertThat(archive(Map.of("C:initiatives.csv", one))).containsExactly("archive-unsafe");
    assertThat(archive(Map.of("initiatives.csv", one, "b.zip", one)))
        .containsExactly("archive-unsafe");
    Map<String, byte[]> many = new LinkedHashMap<>();
    for (int i = 0; i < 201; i++) {
      many.put("t" + i + ".csv", one);
    }
    assertThat(archive(many)).containsExactly("archive-unsafe");
  }

  @Test
  @Tag("large")
  void archive_unsafe_stops_a_bomb_while_it_is_read() throws IOException {
    byte[] bomb = new byte[40 << 20];
    Arrays.fill(bomb, (byte) '\n');
    byte[] head = INITIATIVES.getBytes(UTF_8);
    System.arraycopy(head, 0, bomb, 0, head.length);

    assertThat(archive(Map.of("initiatives.csv", bomb))).contains("archive-unsafe");
  }

  @Test
  void file_damaged_is_said_of_an_archive_that_is_cut_off() throws IOException {
    byte[] zip = zip(Map.of("initiatives.csv", INITIATIVES.getBytes(UTF_8)));

    assertThat(codes(Arrays.copyOf(zip, zip.length - 30))).containsExactly("file-damaged");
  }

  @Test
  void file_encrypted_is_said_of_an_archive_with_a_password() throws IOException {
    byte[] zip = zip(Map.of("initiatives.csv", INITIATIVES.getBytes(UTF_8)));
    for (int i = 0; i + 3 < zip.length; i++) {
      if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2) {
        zip[i + 8] |= 1;
      } else if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 3 && zip[i + 3] == 4) {
        zip[i + 6] |= 1;
      }
    }

    assertThat(codes(zip)).containsExactly("file-encrypted");
  }

  @Test
  void one_wrapping_folder_of_an_archive_is_accepted() throws IOException {
    Map<String, byte[]> wrapped = new LinkedHashMap<>();
    wrapped.put("jeu/", new byte[0]);
    wrapped.put("jeu/initiatives.csv", INITIATIVES.getBytes(UTF_8));
    wrapped.put("jeu/datapackage.json", MANIFEST.getBytes(UTF_8));

    assertThat(archive(wrapped)).isEmpty();
  }

  private static List<String> archive(Map<String, byte[]> entries) throws IOException {
    return codes(zip(entries));
  }

  private static byte[] zip(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  /** Returns the codes of what is found, but for blank rows and a manifest that is not there. */
  private static List<String> codes(byte[] zip) throws IOException {
    Report report = Report.create();
    try (DatasetReader<Entry> in =
        PackageImporter.create()
            .open(new ByteArrayInputStream(zip), "jeu.zip", Entry.class, report)) {
      in.forEach(row -> assertThat(row.value()).isNotNull());
      boolean refused = !report.isClean();
      assertThat(in.stopped()).isEqualTo(refused);
    }
    return report.findings().stream()
        .map(Finding::code)
        .filter(code -> !code.equals("blank-row") && !code.equals("manifest-missing"))
        .toList();
  }
}
