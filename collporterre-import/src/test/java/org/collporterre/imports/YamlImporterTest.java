package org.collporterre.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.collporterre.model.Initiative;
import org.collporterre.model.LocalizedText;
import org.collporterre.report.Finding;
import org.collporterre.report.Located;
import org.collporterre.report.Location;
import org.collporterre.report.Report;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlImporterTest {
  private final Report report = Report.create();
  private boolean stopped;

  private List<Located<Initiative>> read(YamlImporter importer, String text) throws IOException {
    List<Located<Initiative>> records = new ArrayList<>();
    try (EntryReader<Initiative> in =
        importer.open(
            new ByteArrayInputStream(text.getBytes(UTF_8)), "x.yml", Initiative.class, report)) {
      in.forEach(records::add);
      stopped = in.stopped();
    }
    return records;
  }

  private EntryReader<Initiative> open(String text) throws IOException {
    return YamlImporter.create()
        .open(new ByteArrayInputStream(text.getBytes(UTF_8)), "x.yml", Initiative.class, report);
  }

  private List<Located<Initiative>> read(String text) throws IOException {
    return read(YamlImporter.create(), text);
  }

  @Test
  void aDocumentIsARecordWithPlaces() throws IOException {
    List<Located<Initiative>> found =
        read(
            "# essai\ntitre: \"\uD83C\uDF31 Jardin\"\nresume: |\n  Un\n  jardin\nmots_cles:\n"
                + "  - a\n  - b\nx: {y: 0.10, z: 2019-11-16, v: yes, w: ~}\n");

    Initiative entry = found.get(0).value();
    assertThat(entry.title().text()).isEqualTo("\uD83C\uDF31 Jardin");
    assertThat(entry.header().summary()).isEqualTo(LocalizedText.of("Un\njardin"));
    assertThat(entry.header().keywords()).containsExactly("a", "b");
    assertThat(entry.sheet().extensions())
        .isEqualTo(Map.of("x", "{\"y\":0.10,\"z\":\"2019-11-16\",\"v\":\"yes\",\"w\":null}"));
    assertThat(found.get(0).origin().field("titre"))
        .isEqualTo(new Location("x.yml", 2, 8, "/titre"));
  }

  @Test
  void documentsListsAndPointersGiveSeveralRecords() throws IOException {
    assertThat(read("titre: A\n---\ntitre: B\n")).hasSize(2);
    assertThat(read("- titre: A\n- titre: B\n")).hasSize(2);
    assertThat(
            read(
                YamlImporter.create().withRecords("/p/*"),
                "p:\n  a: {titre: A}\n  b: {titre: B}\n"))
        .hasSize(2);
    assertThat(stopped).isFalse();
    assertThat(read(YamlImporter.create().withRecords("/q"), "p: 1\n")).isEmpty();
    assertThat(stopped).isTrue();
    assertThat(report.findings())
        .extracting(Finding::code, Finding::value, Finding::expected)
        .contains(tuple("records-not-found", "/q", "/p"));
  }

  @Test
  void aKeyThatStandsTwiceIsSaid() throws IOException {
    List<Located<Initiative>> found = read("titre: A\ntitre: [B]\n");

    assertThat(found.get(0).value().title().text()).isEqualTo("A");
    assertThat(report.findings())
        .extracting(Finding::code, Finding::location)
        .contains(tuple("json-key-duplicate", new Location("x.yml", 2, 8, "/titre")));
  }

  @Test
  void aliasesStandForValues() throws IOException {
    Initiative entry = read("titre: &t Jardin\nx: &l [1, *t]\ny: *l\n").get(0).value();

    assertThat(entry.sheet().extensions())
        .isEqualTo(Map.of("x", "[1,\"Jardin\"]", "y", "[1,\"Jardin\"]"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "titre: !!java.lang.String A",
        "a: b: c",
        "? [a]\n: b",
        "a: &x [*x]",
        "\t- a",
        "a: [b",
        "a: \u0007"
      })
  void whatCannotBeReadIsSaidWithItsPlace(String text) throws IOException {
    assertThat(read(text)).isEmpty();
    assertThat(stopped).isTrue();
    assertThat(report.findings()).extracting(Finding::code).containsExactly("yaml-malformed");
  }

  @Test
  void limitsHoldAgainstNestingAndAliases() throws IOException {
    assertThat(read("[".repeat(100_000))).isEmpty();
    StringBuilder bomb = new StringBuilder("a0: &a0 [1,1,1,1,1,1,1,1,1,1]\n");
    for (int i = 1; i < 12; i++) {
      String before = "*a" + (i - 1);
      String items = String.join(",", List.of(before, before, before, before, before, before));
      bomb.append("a%d: &a%d [%s]\n".formatted(i, i, items));
    }
    assertThat(read(bomb.toString())).isEmpty();
    assertThat(read("a: " + "x".repeat(3 << 20))).isEmpty();
    assertThat(report.byRule()).isEqualTo(Map.of("json-limit", 3));
  }

  @Test
  @Tag("large")
  void manyKeysAreReadInLinearTime() throws IOException {
    StringBuilder text = new StringBuilder("titre: A\n");
    for (int i = 0; i < 150_000; i++) {
      text.append('k').append(i).append(": 1\n");
    }

    assertThat(read(text.toString())).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "`` # 1:1 file-empty - - - - - # 0 # true",
        "`\uFEFFid: a` # 1:1 bom-present - - - - - # 1 # false",
        "`- 7\n- {id: a}` # 1:3 json-type - - 7 object - # 1 # false",
        "`{type_fiche: x}` # 1:1 record-type-unknown - type_fiche -"
            + " initiative|portrait|methodologie - # 0 # false",
        "`{type_fiche: portrait, id: a}` # `` # 0 # false",
        "`[]` # 1:1 records-not-found - -  - - # 0 # true",
        "`a: [b` # 1:6 yaml-malformed # 0 # true"
      })
  void whatIsSaidOfAFile(String text, String expected, int records, boolean stops)
      throws IOException {
    assertThat(read(text)).hasSize(records);

    assertThat(String.join("; ", report.findings().stream().map(ShownFindings::shown).toList()))
        .startsWith(expected);
    assertThat(report.findings()).hasSize(expected.isEmpty() ? 0 : 1);
    assertThat(stopped).isEqualTo(stops);
  }

  @Test
  void bytesThatAreNoUtf8AreRefused() throws IOException {
    List<Finding> findings = new ArrayList<>();
    try (EntryReader<Initiative> in =
        YamlImporter.create()
            .open(
                new ByteArrayInputStream(new byte[] {'a', ':', ' ', (byte) 0xE9}),
                "x.yml",
                Initiative.class,
                findings::add)) {
      assertThat(in).isEmpty();
    }
    assertThat(findings).extracting(Finding::code).containsExactly("encoding-not-utf8");
  }

  @Test
  void aReaderThatIsClosedEarlyHasStopped() throws IOException {
    EntryReader<Initiative> in = open("- {x: 1}\n- {y: 2}");
    assertThat(in.iterator().hasNext()).isTrue();
    assertThat(in.extensions()).containsExactly("x");
    in.close();

    assertThat(in.stopped()).isTrue();
  }

  @Test
  void theFirstPointerThatLeadsAnywhereCounts() throws IOException {
    YamlImporter importer = YamlImporter.create().withRecords("/b", "/a");

    assertThat(read(importer, "a: [{id: a}]\n---\na: [{id: c}]\nb: [{id: b}]"))
        .extracting(row -> row.value().id())
        .containsExactly("a", "b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "`- {type_fiche: portrait, id: a}\n- {type_fiche: portrait, id: b}` # Portrait",
        "`- {type_fiche: portrait, id: a}\n- {type_fiche: initiative, id: b}` # Entry",
        "`` # Entry"
      })
  void theTypeOfAFileIsThatOfAllItsRecords(String text, String type, @TempDir Path folder)
      throws IOException {
    Path file = Files.writeString(folder.resolve("x.yml"), text);

    assertThat(YamlImporter.create().detectType(file).map(Class::getSimpleName)).contains(type);
  }

  @Test
  void aReaderThatIsClosedWithARecordAheadHasStopped() throws IOException {
    EntryReader<Initiative> in = open("{id: a}");
    assertThat(in.iterator().hasNext()).isTrue();
    in.close();
    assertThat(in.stopped()).isTrue();

    EntryReader<Initiative> unread = open("- {id: a}");
    unread.close();
    assertThat(unread.stopped()).isTrue();
  }

  @Test
  void aFileOfTheLargestSizeIsRead() throws IOException {
    String record = "id: a\n";

    assertThat(read(record + "#".repeat((3 << 20) - record.length()))).hasSize(1);
    assertThat(read(record + "#".repeat((3 << 20) - record.length() + 1))).isEmpty();
    assertThat(report.findings())
        .extracting(Finding::code, Finding::expected)
        .containsExactly(tuple("json-limit", "3 MiB"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "id: a # mapping-source-missing",
        "[{id: a}, {zz: Aaa}] #",
        "[{zz: Aaa}, 7] # json-type"
      })
  void aNameThatWasChosenAndIsNowhereIsSaid(String text, String codes) throws IOException {
    read(YamlImporter.create().withColumn("zz", "titre"), text);

    assertThat(report.findings())
        .extracting(Finding::code)
        .isEqualTo(codes == null ? List.of() : List.of(codes));
  }
}
