package org.collporterre.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.collporterre.model.Initiative;
import org.collporterre.model.Portrait;
import org.collporterre.report.Finding;
import org.collporterre.report.Report;
import org.collporterre.schema.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reading, refusing and writing mappings. */
class MappingTest {
  private static final String WHOLE =
      """
      {
        "$schema": "https://collporterre.org/schemas/mapping-1.0.json",
        "name": "gogocarto",
        "title": {"fr": "GoGoCarto (carte)", "en": "GoGoCarto (map)"},
        "type": "initiative",
        "fingerprint": ["bf_titre"],
        "source": {"charset": "windows-1252", "delimiter": ";", "skip_lines": 2, "header": false,
          "crs": "EPSG:2154", "records": "/data/*"},
        "drop": ["geo_hash", "_*"],
        "ignore_values": ["[value]"],
        "strict": true,
        "fields": {
          "titre": "Nom",
          "resume": {"from": ["baseline", "about"]},
          "latitude,longitude": {"from": "coordonnees"},
          "titre@en": "title_en",
          "references": {"each": "/steps/*", "fields": {"titre": "/title"}}
        }
      }
      """;

  @TempDir Path folder;

  @Test
  void everything_a_mapping_can_say_is_read() throws IOException {
    Mapping mapping = read(WHOLE).orElseThrow();

    assertThat(mapping.name()).isEqualTo("gogocarto");
    assertThat(mapping.title(Locale.ENGLISH)).isEqualTo("GoGoCarto (map)");
    assertThat(mapping.title(Locale.GERMAN)).isEqualTo("GoGoCarto (carte)");
    assertThat(mapping.type()).contains(Initiative.class);
    assertThat(mapping.fingerprints()).containsExactly(List.of("bf_titre"));
    assertThat(mapping.source().dialect().charset()).hasToString("windows-1252");
    assertThat(mapping.source().dialect().delimiter()).isEqualTo(';');
    assertThat(mapping.source().dialect().skippedLines()).isEqualTo(2);
    assertThat(mapping.source().dialect().hasHeader()).isFalse();
    assertThat(mapping.source().crs()).isEqualTo("EPSG:2154");
    assertThat(mapping.source().records()).containsExactly("/data/*");
    assertThat(mapping.drops("geo_hash")).isTrue();
    assertThat(mapping.drops("_x")).isTrue();
    assertThat(mapping.drops("geo_hash2")).isFalse();
    assertThat(mapping.isStrict()).isTrue();
    assertThat(mapping.targets())
        .containsExactly("titre", "resume", "latitude,longitude", "titre@en");
    assertThat(mapping.tables()).extracting(MappedTable::each).containsExactly("/steps/*");
  }

  @Test
  void what_is_written_reads_the_same() throws IOException {
    String once = written(read(WHOLE).orElseThrow());

    assertThat(written(read(once).orElseThrow())).isEqualTo(once);
    assertThat(once).contains("\"latitude,longitude\": {\"from\":\"coordonnees\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "{\"fields\": {\"titre\" \"Nom\"}} # mapping-malformed 1:21 /",
        "[] # mapping-malformed 1:1 /",
        "{} # mapping-malformed 1:1 /",
        "{\"fields\": []} # mapping-malformed 1:12 /fields",
        "{\"fields\": {}, \"fieds\": 1} # mapping-malformed 1:25 /fieds",
        "{\"name\": \"GoGo\", \"fields\": {}} # mapping-malformed 1:10 /name",
        "{\"type\": \"projet\", \"fields\": {}} # mapping-malformed 1:10 /type",
        "{\"source\": {\"charset\": \"x-y-z\"}, \"fields\": {}} # mapping-malformed 1:24"
            + " /source/charset",
        "{\"source\": {\"records\": \"data\"}, \"fields\": {}} # mapping-malformed 1:24"
            + " /source/records",
        "{\"fields\": {\"titre\": 1}} # mapping-malformed 1:22 /fields/titre",
        "{\"fields\": {\"titre\": {}}} # mapping-malformed 1:22 /fields/titre",
        "{\"fields\": {\"titre\": {\"from\": []}}} # mapping-malformed 1:31 /fields/titre/from",
        "{\"fields\": {\"titre\": \"/a~2\"}} # mapping-malformed 1:22 /fields/titre",
        "{\"fields\": {\"titre\": {\"from\": \"a\", \"join\": [\"b\"]}}} # mapping-malformed 1:22"
            + " /fields/titre",
        "{\"fields\": {\"titre\": {\"template\": \"x {a\"}}} # mapping-malformed 1:35"
            + " /fields/titre/template",
        "{\"title\": 1, \"fields\": {}} # mapping-malformed 1:11 /title",
        "{\"source\": 1, \"fields\": {}} # mapping-malformed 1:12 /source",
        "{\"source\": {\"x\": 1}, \"fields\": {}} # mapping-malformed 1:18 /source/x",
        "{\"source\": {\"header\": 1}, \"fields\": {}} # mapping-malformed 1:23 /source/header",
        "{\"source\": {\"crs\": \"EPSG:1\"}, \"fields\": {}} # mapping-malformed 1:20 /source/crs",
        "{\"source\": {\"delimiter\": \"ab\"}, \"fields\": {}} # mapping-malformed 1:26 /source/delimiter",
        "{\"source\": {\"delimiter\": \"\"}, \"fields\": {}} # mapping-malformed 1:26 /source/delimiter",
        "{\"source\": {\"delimiter\": \"\\n\"}, \"fields\": {}} # mapping-malformed 1:26 /source/delimiter",
        "{\"source\": {\"delimiter\": \"\\r\"}, \"fields\": {}} # mapping-malformed 1:26 /source/delimiter",
        "{\"source\": {\"delimiter\": \"é\"}, \"fields\": {}} # mapping-malformed 1:26 /source/delimiter",
        "{\"source\": {\"delimiter\": 1}, \"fields\": {}} # mapping-malformed 1:26 /source/delimiter",
        "{\"source\": {\"skip_lines\": \"1\"}, \"fields\": {}} # mapping-malformed 1:27 /source/skip_lines",
        "{\"source\": {\"skip_lines\": -1}, \"fields\": {}} # mapping-malformed 1:27 /source/skip_lines",
        "{\"source\": {\"records\": [\"/a\", 1]}, \"fields\": {}} # mapping-malformed 1:31 /source/records/1",
        "{\"fields\": {\"titre\": {\"from\": \"a\", \"take\": \"x\"}}} # mapping-malformed 1:44 /fields/titre/take",
        "{\"fields\": {\"titre\": {\"from\": \"a\", \"values\": 1}}} # mapping-malformed 1:46 /fields/titre/values",
        "{\"fields\": {\"titre\": {\"from\": \"a\", \"with\": \"b\"}}} # mapping-malformed 1:22 /fields/titre",
        "{\"fields\": {\"titre\": {\"from\": \"a\", \"where\": {}}}} # mapping-malformed 1:22 /fields/titre",
        "{\"fields\": {\"titre\": {\"from\": \"a\", \"x\": 1}}} # mapping-malformed 1:41 /fields/titre/x",
        "{\"fields\": {\"titre\": {\"join\": [\"a\"], \"with\": 1}}} # mapping-malformed 1:46 /fields/titre/with",
        "{\"fields\": {\"titre\": {\"template\": \"{}\"}}} # mapping-malformed 1:35 /fields/titre/template",
        "{\"fields\": {\"titre\": {\"template\": \"x\"}}} # mapping-malformed 1:35 /fields/titre/template",
        "{\"fields\": {\"titre\": {\"template\": []}}} # mapping-malformed 1:35 /fields/titre/template",
        "{\"fields\": {\"titre\": {\"template\": [\"x\"]}}} # mapping-malformed 1:36 /fields/titre/template/0",
        "{\"fields\": {\"titre\": {\"template\": \"{a}\", \"where\": 1}}} # mapping-malformed 1:51 /fields/titre/where",
        "{\"fields\": {\"titre\": {\"template\": \"{a}\", \"where\": {\"b\": 1}}}} # mapping-malformed 1:57 /fields/titre/where/b",
        "{\"fields\": {\"references\": {\"each\": \"x\", \"fields\": {}}}} # mapping-malformed 1:36 /fields/references/each",
        "{\"fields\": {\"references\": {\"each\": \"/a/*\"}}} # mapping-malformed 1:27 /fields/references",
        "{\"fields\": {\"references\": {\"each\": \"/a\", \"fields\": 1}}} # mapping-malformed 1:52 /fields/references/fields",
        "{\"fields\": {\"references\": {\"each\": \"/a\", \"fields\": {}, \"x\": 1}}} # mapping-malformed 1:61 /fields/references/x",
        "{\"fields\": {\"foo\": {\"each\": \"/a\", \"fields\": {}}}} # mapping-key-unknown 1:20 /fields/foo",
        "{\"fields\": {\"date_maj\": {\"from\": \"a\", \"date\": \"HH:mm\"}}} # mapping-pattern-invalid 1:47 /fields/date_maj/date",
        "{\"fields\": {\"titres\": \"a\"}} # mapping-key-unknown 1:23 /fields/titres",
        "{\"fields\": {\"title\": \"a\"}} # mapping-key-unknown 1:22 /fields/title",
        "{\"fields\": {\"titre,resume\": \"a\"}} # mapping-key-unknown 1:29 /fields/titre,resume",
        "{\"fields\": {\"commune@en\": \"a\"}} # mapping-key-unknown 1:27 /fields/commune@en",
        "{\"fields\": {\"titre\": {\"template\": \"{field:nom}\"}}} # mapping-key-unknown 1:35"
            + " /fields/titre/template",
        "{\"fields\": {\"titre\": \"a\", \"titre\": \"b\"}} # mapping-key-twice 1:36 /fields/titre",
        "{\"fields\": {\"latitude\": \"a\", \"latitude,longitude\": \"b\"}} # mapping-key-twice"
            + " 1:52 /fields/latitude,longitude",
        "{\"fields\": {\"titre\": {\"template\": \"{field:titre}\"}}} # mapping-cycle 1:35"
            + " /fields/titre/template",
        "{\"fields\": {\"titre\": {\"template\": \"{field:resume}\"}, \"resume\": {\"template\":"
            + " \"{field:titre}\"}}} # mapping-cycle 1:77 /fields/resume/template",
        "{\"fields\": {\"avancement\": {\"from\": \"a\", \"values\": {\"1\": \"idees\"}}}}"
            + " # mapping-value-unknown 1:57 /fields/avancement/values/1",
        "{\"fields\": {\"avancement\": {\"constant\": \"finie\"}}} # mapping-value-unknown 1:40"
            + " /fields/avancement/constant",
        "{\"fields\": {\"date_maj\": {\"from\": \"a\", \"date\": \"jj/mm/aaaa\"}}}"
            + " # mapping-pattern-invalid 1:47 /fields/date_maj/date"
      })
  void what_is_wrong_is_told_once_with_its_place(String json, String expected) throws IOException {
    Report report = Report.create();

    Optional<Mapping> mapping =
        Mapping.read(new ByteArrayInputStream(json.getBytes(UTF_8)), "m", report);

    assertThat(mapping).isEmpty();
    assertThat(report.findings())
        .extracting(MappingTest::place)
        .containsExactly(expected.replaceFirst(" /$", " "));
  }

  @Test
  void templates_that_would_grow_without_end_are_refused() throws IOException {
    StringBuilder fields = new StringBuilder();
    List<String> keys = List.of("titre", "resume", "commune", "adresse", "nature", "libelle");
    for (int i = 0; i + 1 < keys.size(); i++) {
      String other = "{field:" + keys.get(i + 1) + "}";
      fields.append("\"" + keys.get(i) + "\":{\"template\":\"" + other.repeat(9) + "\"},");
    }
    Report report = Report.create();

    String json = "{\"fields\":{" + fields + "\"libelle\":\"x\"}}";
    Mapping.read(new ByteArrayInputStream(json.getBytes(UTF_8)), "m", report);

    assertThat(report.findings()).extracting(Finding::code).contains("mapping-malformed");
  }

  @ParameterizedTest
  @CsvSource({"200, true", "201, false"})
  void a_field_is_made_of_two_hundred_texts_at_most(int sources, boolean taken) throws IOException {
    String texts = String.join(",", Collections.nCopies(sources, "\"a\""));
    String json = "{\"fields\": {\"titre\": {\"join\": [" + texts + "]}}}";
    Report report = Report.create();
    assertThat(
            Mapping.read(new ByteArrayInputStream(json.getBytes(UTF_8)), "m", report).isPresent())
        .isEqualTo(taken);
    assertThat(report.findings()).hasSize(taken ? 0 : 1);
  }

  @Test
  void what_is_not_said_has_a_default() throws IOException {
    Mapping mapping =
        read("{\"name\": \"x\", \"fields\": {}, \"drop\": [\"/a\", \"b\"]}").orElseThrow();
    assertThat(mapping.title(Locale.FRENCH)).isEqualTo("x");
    assertThat(mapping.type()).isEmpty();
    assertThat(mapping.source().dialect()).isEqualTo(TableDialect.UNSAID);
    assertThat(mapping.sourceJson()).isNull();
    assertThat(mapping.isStrict()).isFalse();
    assertThat(mapping.isPreset()).isFalse();
    assertThat(mapping.asPreset().isPreset()).isTrue();
    assertThat(mapping.isNone()).isFalse();
    assertThat(mapping.droppedPointers()).containsExactly("/a");
    assertThat(read("{\"title\": \"T\", \"fields\": {}}").orElseThrow().title(Locale.FRENCH))
        .isEqualTo("T");
    assertThat(read("{\"fields\": {}}").orElseThrow().name()).isEmpty();
  }

  @Test
  void the_longest_fingerprint_that_is_there_counts() throws IOException {
    Mapping mapping =
        read("{\"fingerprint\": [[\"a\"], [\"a\", \"b\"], [\"c\"]], \"fields\": {}}").orElseThrow();
    assertThat(mapping.recognised(Set.of("a", "b")::contains)).isEqualTo(2);
    assertThat(mapping.recognised(Set.of("a", "c")::contains)).isEqualTo(1);
    assertThat(mapping.recognised(Set.of("b")::contains)).isZero();
  }

  @Test
  void columns_of_the_callers_own_are_tried_in_their_order() throws IOException {
    String json =
        "{\"fields\": {\"titre\": \"Nom\", \"commune\": {\"from\": [\"v\", \"w\"]}, \"resume\": \"r\"}}";
    Mapping mapping = read(json).orElseThrow();
    Mapping own = mapping.with("v", "titre").with("r", "titre").with("v", "titre");
    assertThat(written(own))
        .contains("\"commune\": \"w\"", "\"titre\": {\"from\":[\"r\",\"v\"]}")
        .doesNotContain("Nom", "resume");
    assertThat(own.columns()).extracting(MappedField::target).containsExactly("titre");
    assertThat(mapping.columns()).isEmpty();
    assertThat(mapping.sources()).containsEntry("nom", "titre").containsEntry("W", "commune");
    assertThat(mapping.forSchema(Schema.of(Initiative.class))).isSameAs(mapping);
    assertThat(mapping.forSchema(Schema.of(Portrait.class)).targets())
        .containsExactly("titre", "resume");
  }

  @Test
  void a_folder_is_no_mapping() {
    assertThatThrownBy(() -> Mapping.read(folder, finding -> {}))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is a directory");
  }

  @Test
  void a_column_of_the_callers_own_takes_the_place_of_what_the_mapping_says() throws IOException {
    Mapping mapping = read(WHOLE).orElseThrow().with("Label", "titre").with("lat", "latitude");

    assertThat(mapping.targets()).containsExactly("resume", "titre@en", "titre", "latitude");
    assertThat(mapping.chosen()).containsEntry("Label", "titre").containsEntry("lat", "latitude");
  }

  private static String place(Finding finding) {
    return finding.code()
        + " "
        + finding.location().line()
        + ":"
        + finding.location().column()
        + " "
        + finding.location().pointer();
  }

  private static String written(Mapping mapping) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    mapping.write(out);
    return out.toString(UTF_8);
  }

  private static Optional<Mapping> read(String json) throws IOException {
    return Mapping.read(
        new ByteArrayInputStream(json.getBytes(UTF_8)),
        "mapping",
        finding -> {
          throw new AssertionError(finding);
        });
  }
}
