package org.collporterre.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.collporterre.model.Entry;
import org.collporterre.model.ExternalId;
import org.collporterre.model.Initiative;
import org.collporterre.model.Methodology;
import org.collporterre.report.Finding;
import org.collporterre.report.Located;
import org.collporterre.report.Location;
import org.collporterre.report.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records are found in JSON of any shape. */
class JsonOfOthersTest {
  private final Report report = Report.create();
  private boolean stopped;

  private <E extends Entry> List<Located<E>> located(
      JsonImporter importer, String text, Class<E> type) throws IOException {
    List<Located<E>> records = new ArrayList<>();
    byte[] bytes = text.replace('\'', '"').getBytes(UTF_8);
    try (EntryReader<E> in =
        importer.open(new ByteArrayInputStream(bytes), "x.json", type, report)) {
      in.forEach(records::add);
      stopped = in.stopped();
    }
    return records;
  }

  private List<String> titles(JsonImporter importer, String text) throws IOException {
    return located(importer, text, Initiative.class).stream()
        .map(row -> row.value().title().text())
        .toList();
  }

  private List<String> titles(String text) throws IOException {
    return titles(JsonImporter.create(), text);
  }

  private List<String> codes() {
    return report.findings().stream().map(Finding::code).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "{'data':[{'titre':'A'},{'titre':'B'}]} # # A B",
        "{'n':2,'tags':['x'],'projets':[{'titre':'A'}],'autres':[{'titre':'B'}]} # # A",
        "{'a':[{'titre':'A'}],'b':[{'titre':'B'}]} # /b # B",
        "{'a':{'b~/':[{'titre':'A'},{'titre':'B'}],'c':[{'titre':'C'}]}} # /a/b~0~1 # A B",
        "{'groupes':[{'l':[{'titre':'A'}]},{'l':[{'titre':'B'}]},{}]} # /groupes/*/l # A B",
        "{'p':{'12':{'titre':'A'},'13':{'titre':'B'}}} # /p/* # A B",
        "{'12':{'titre':'A'},'13':{'titre':'B'}} # /* # A B",
        "{'p':{'titre':'A','liens':[{'titre':'B'}]}} # /p # A",
        "{'couleur':'x','liens':[{'titre':'B'}],'titre':'A'} # '' # A",
        "[{'titre':'A'},{'titre':'B'}] # '' # A B",
        "[[{'titre':'A'}],[{'titre':'B'}]] # /1 # B",
        "{'b':[{'titre':'B'}],'a':[{'titre':'A'}]} # /a /b # B"
      })
  void recordsAreFoundWhereverTheyAre(String text, String pointers, String expected)
      throws IOException {
    JsonImporter importer = JsonImporter.create();
    if (pointers != null) {
      String[] each = pointers.equals("''") ? new String[] {""} : pointers.split(" ");
      importer = importer.withRecords(each);
    }

    assertThat(String.join(" ", titles(importer, text))).isEqualTo(expected);
    assertThat(stopped).isFalse();
    assertThat(codes()).doesNotContain("records-not-found", "json-type");
  }

  @Test
  void whereTheyWereFoundIsSaidAndWhatIsBesideThemToo() throws IOException {
    located(
        JsonImporter.create(),
        "{'total':1,\n'data':[{'titre':'A'}],\n'suite':[1,2]}",
        Initiative.class);

    assertThat(report.findings())
        .extracting(Finding::code, Finding::value, Finding::location)
        .containsExactlyInAnyOrder(
            tuple("records-found", "/data", new Location("x.json", 2, 8, "/data")),
            tuple("foreign-member-ignored", "total", new Location("x.json", 1, 10, "/total")),
            tuple("foreign-member-ignored", "suite", new Location("x.json", 3, 9, "/suite")));
  }

  @Test
  void theyAreNotGuessedWhereThatIsNotWanted() throws IOException {
    assertThat(titles(JsonImporter.create().without("records-found"), "{'data':[{'titre':'A'}]}"))
        .isEmpty();
    assertThat(codes()).containsExactly("record-type-unknown");
    assertThat(stopped).isTrue();
  }

  @Test
  void aPointerToNothingSaysWhatThereIs() throws IOException {
    assertThat(
            titles(
                JsonImporter.create().withRecords("/data/projets"),
                "{'meta':{},'data':{'projects':[{}],'a/b':{}}}"))
        .isEmpty();
    assertThat(stopped).isTrue();
    Finding finding = report.findings().get(0);
    assertThat(finding.code()).isEqualTo("records-not-found");
    assertThat(finding.value()).isEqualTo("/data/projets");
    assertThat(finding.expected()).isEqualTo("/data/projects /data/a~1b");
  }

  @Test
  void whatIsNoPointerIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JsonImporter.create().withRecords("data"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JsonImporter.create().withRecords("/a~2"));
  }

  @Test
  void listsOfTextsAreNoRecords() throws IOException {
    assertThat(titles("{'data':['a','b']}")).isEmpty();
    assertThat(codes()).containsExactly("records-not-found");
    assertThat(report.findings().get(0).location())
        .isEqualTo(new Location("x.json", 1, 10, "/data/0"));
  }

  @Test
  void theTypeIsThatOfTheNamesInTheFirstRecord() throws IOException {
    List<Located<Entry>> found =
        located(
            JsonImporter.create(),
            "{'data':[{'titre':'A','prerequis':'B','etapes':[]},{'titre':'C'}]}",
            Entry.class);

    assertThat(found).extracting(Located::value).hasOnlyElementsOfType(Methodology.class);
  }

  @Test
  void aTextALineGivesARecordEachWithThePlacesOfTheFile() throws IOException {
    List<Located<Initiative>> found =
        located(
            JsonImporter.create(),
            "{'titre':'A','liens':[{'url':'x'}]}\r\n\r\n{'titre':'B'}\n  {'titre' : 'C'}",
            Initiative.class);

    assertThat(found).extracting(row -> row.value().title().text()).containsExactly("A", "B", "C");
    assertThat(found.get(2).origin().record()).isEqualTo(new Location("x.json", 4, 3, ""));
    assertThat(found.get(2).origin().field("titre"))
        .isEqualTo(new Location("x.json", 4, 14, "/titre"));
  }

  @Test
  void aLineThatIsWrongHarmsNoOther() throws IOException {
    assertThat(
            titles(
                "{'titre':'A'}\n{'titre':'B','x':\n{'titre':'C'} {}\n12\n{'titre':'D\n"
                    + "{'titre':'E','y':{'z':1}}\n"))
        .containsExactly("A", "E");

    assertThat(stopped).isFalse();
    assertThat(report.findings())
        .filteredOn(finding -> finding.code().startsWith("json"))
        .extracting(Finding::code, finding -> finding.location().line())
        .containsExactly(
            tuple("json-malformed", 2),
            tuple("json-malformed", 3),
            tuple("json-type", 4),
            tuple("json-malformed", 5));
  }

  @Test
  void textsBehindRecordSeparatorsAreRead() throws IOException {
    assertThat(
            titles(
                "\u001E{'titre':'A',\n 'x':1}\n\u001E{'titre':'B\u001E\n{'titre':\n\u001E\u001E"
                    + "{'titre':'C'}\n"))
        .containsExactly("A", "C");
    assertThat(codes()).containsOnlyOnce("header-unknown");
    assertThat(report.byRule()).containsEntry("json-malformed", 2);
  }

  @Test
  void documentsOneAfterTheOtherAreRead() throws IOException {
    assertThat(titles("{\n 'titre':'A'\n}\n{\n 'titre':'B'\n}\n")).containsExactly("A", "B");
    assertThat(
            located(
                JsonImporter.create(),
                "{\n 'resume':'A'\n}\n{\n 'titre':'B'\n}\n",
                Initiative.class))
        .hasSize(2);
    assertThat(titles("{'data':\n[{'titre':'A'}]}\n\n{'data':[{'titre':'B'}]}"))
        .containsExactly("A", "B");
    assertThat(codes()).doesNotContain("json-malformed");
  }

  @Test
  void whatBeginsOnTheLineOfAnEndIsWrong() throws IOException {
    assertThat(titles("{'titre':'A'} {'titre':'B'}")).isEmpty();
    assertThat(codes()).containsExactly("json-malformed");
  }

  @Test
  void elementsOfOverpassAreInitiativesByTheirTags() throws IOException {
    List<Located<Initiative>> found =
        located(
            JsonImporter.create().without("preset-chosen"),
            """
            {"version":0.6,"generator":"Overpass API","osm3s":{"copyright":"ODbL"},
            "elements":[
            {"type":"node","id":123,"lat":48.39,"lon":-4.48,"tags":{"name":"Repair","contact:city":"Brest"}},
            {"type":"node","id":5,"lat":48.39,"lon":-4.48},
            {"type":"way","id":7,"center":{"lat":48.1,"lon":-4.1},"nodes":[5],"tags":{"name":" Jardin "}}
            ]}
            """,
            Initiative.class);

    assertThat(found).hasSize(2);
    Initiative first = found.get(0).value();
    assertThat(first.title().text()).isEqualTo("Repair");
    assertThat(first.header().externalIds()).containsExactly(ExternalId.parse("osm:node/123"));
    assertThat(first.locations().get(0).latitude()).isEqualTo(48.39);
    assertThat(first.sheet().extensions()).isEqualTo(Map.of("contact:city", "Brest"));
    Initiative second = found.get(1).value();
    assertThat(second.title().text()).isEqualTo("Jardin");
    assertThat(second.locations().get(0).longitude()).isEqualTo(-4.1);
    assertThat(found.get(1).origin().field("titre"))
        .isEqualTo(new Location("x.json", 5, 82, "/elements/2/tags/name"));
    assertThat(report.findings())
        .filteredOn(finding -> finding.code().equals("elements-without-tags"))
        .extracting(Finding::value, Finding::location)
        .containsExactly(tuple("1", new Location("x.json", 4, 1, "/elements/1")));
    assertThat(codes())
        .containsOnly(
            "elements-without-tags", "header-alias-used", "header-unknown", "blanks-around");
  }

  @Test
  void aTextIsReadAsInATableUnlessItIsOurs() throws IOException {
    Initiative others =
        located(
                JsonImporter.create(),
                "{'data':[{'resume':' N/A','titre':'A '}]}",
                Initiative.class)
            .get(0)
            .value();
    assertThat(others.title().text()).isEqualTo("A");
    assertThat(codes()).contains("blanks-around", "sentinel-value");

    Initiative ours =
        located(
                JsonImporter.create(),
                "{'data':[{'type_fiche':'initiative','titre':'A '}]}",
                Initiative.class)
            .get(0)
            .value();
    assertThat(ours.title().text()).isEqualTo("A ");
  }
}
