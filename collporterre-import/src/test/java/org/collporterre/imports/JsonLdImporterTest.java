package org.collporterre.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.collporterre.model.Actor;
import org.collporterre.model.Entry;
import org.collporterre.model.ExternalId;
import org.collporterre.model.Initiative;
import org.collporterre.model.LocalizedText;
import org.collporterre.model.Media;
import org.collporterre.model.Methodology;
import org.collporterre.model.Place;
import org.collporterre.model.Portrait;
import org.collporterre.model.RecordRef;
import org.collporterre.model.Step;
import org.collporterre.report.Finding;
import org.collporterre.report.Fix;
import org.collporterre.report.Located;
import org.collporterre.report.Location;
import org.collporterre.report.Profile;
import org.collporterre.report.Report;
import org.collporterre.report.Severity;
import org.collporterre.vocabulary.AgentKind;
import org.collporterre.vocabulary.Role;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLdImporterTest {
  private static final String CONTEXT = "\"@context\":\"https://schema.org\",";

  private final Report report = Report.create();
  private boolean stopped;

  private <E extends Entry> List<Located<E>> located(String text, Class<E> type)
      throws IOException {
    List<Located<E>> records = new ArrayList<>();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try (EntryReader<E> in =
        JsonLdImporter.create().open(new ByteArrayInputStream(bytes), "x", type, report)) {
      in.forEach(records::add);
      stopped = in.stopped();
    }
    return records;
  }

  private List<Entry> read(String text) throws IOException {
    return located(text, Entry.class).stream().map(Located::value).toList();
  }

  private Initiative initiative(String members) throws IOException {
    return (Initiative) read("{" + CONTEXT + "\"@type\":\"Organization\"," + members + "}").get(0);
  }

  private Methodology howTo(String members) throws IOException {
    return (Methodology) read("{" + CONTEXT + "\"@type\":\"HowTo\"," + members + "}").get(0);
  }

  private List<String> codes() {
    return report.findings().stream().map(Finding::code).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'@context':'https://schema.org','@type':'Project','name':'Jardin'}",
        "{'@context':'http://schema.org/','@type':['Thing','Project'],'name':'Jardin'}",
        "{'@context':['http://schema.org'],'type':'Project','name':['Jardin']}",
        "{'@context':{'@vocab':'https://schema.org/'},'@type':'Project','name':'Jardin'}",
        "{'@context':{'s':'http://schema.org/'},'@type':'s:Project','s:name':'Jardin'}",
        "{'@context':{'titre':'https://schema.org/name','a':'@type'},"
            + "'a':'http://schema.org/Project','titre':{'@value':'Jardin'}}",
        "[{'@type':['https://schema.org/Project'],"
            + "'https://schema.org/name':[{'@value':'Jardin'}]}]",
        "{'@context':'https://schema.org','@graph':[{'@type':'Project','name':'Jardin'}]}",
        "{'@graph':[{'@type':'Project','name':'Jardin'}],'@context':'https://schema.org'}",
        "[{'@context':'https://schema.org','@graph':[{'@type':'Project','name':'Jardin'}]}]",
        "{'@context':'https://schema.org','@type':'ItemList','itemListElement':"
            + "[{'@type':'ListItem','position':1,'item':{'@type':'Project','name':'Jardin'}}]}",
        "{'@context':'https://schema.org','@type':'DataFeed','dataFeedElement':"
            + "{'@type':'DataFeedItem','item':{'@type':'Project','name':'Jardin'}}}",
        "{'@context':'https://schema.org','@type':'Dataset','name':'Données',"
            + "'hasPart':[{'@type':'Project','name':'Jardin'}]}",
        "{'@context':'https://schema.org','@type':'WebPage',"
            + "'mainEntity':{'@type':'NGO','name':'Jardin'}}"
      })
  void aDocumentMayBeWrittenInManyWays(String text) throws IOException {
    List<Entry> entries = read(text.replace('\'', '"'));

    assertThat(entries).hasSize(1);
    assertThat(entries.get(0)).isInstanceOf(Initiative.class);
    assertThat(entries.get(0).title()).isEqualTo(LocalizedText.of("Jardin"));
    assertThat(report.findings()).isEmpty();
  }

  @Test
  void aContextThatIsNotKnownIsRefusedAtItsPlace() throws IOException {
    assertThat(read("{\n\"@context\": [\"https://schema.org\", \"https://exemple.org/c\"]}"))
        .isEmpty();

    assertThat(stopped).isTrue();
    Finding finding = report.findings().get(0);
    assertThat(finding.code()).isEqualTo("context-unknown");
    assertThat(finding.value()).isEqualTo("https://exemple.org/c");
    assertThat(finding.location()).isEqualTo(new Location("x", 2, 36));
  }

  @Test
  void aDocumentWithoutAnyContextIsRefused() throws IOException {
    assertThat(read("{\"@type\":\"HowTo\",\"name\":\"x\"}")).isEmpty();

    assertThat(codes()).containsExactly("context-unknown");
  }

  @Test
  void aContextThatRedefinesNamesIsFollowed() throws IOException {
    List<Entry> entries =
        read(
            "{\"@context\":[\"https://schema.org\",{\"name\":\"http://xmlns.com/foaf/0.1/name\","
                + "\"label\":\"schema:name\"}],\"@type\":\"Project\",\"name\":\"Non\",\"label\":\"Oui\"}");

    assertThat(entries.get(0).title().text()).isEqualTo("Oui");
    assertThat(entries.get(0).sheet().extensions()).containsEntry("name", "Non");
  }

  @Test
  void aContextWithLanguageMapsIsRefused() throws IOException {
    assertThat(
            read(
                "{\"@context\":{\"n\":{\"@id\":\"schema:name\",\"@container\":\"@language\"}},"
                    + "\"n\":{\"fr\":\"x\"}}"))
        .isEmpty();
    assertThat(codes()).containsExactly("context-unsupported");
  }

  @Test
  void nodesAreFoundByTheirAddressesWhereverTheyStand() throws IOException {
    List<Entry> entries =
        read(
            "{"
                + CONTEXT
                + "\"@graph\":[{\"@type\":\"NGO\",\"name\":\"A\",\"location\":{\"@id\":\"#l\"},"
                + "\"member\":{\"@id\":\"#p\"}},{\"@type\":\"Place\",\"@id\":\"#autre\",\"name\":\"B\"},"
                + "{\"@id\":\"#l\",\"@type\":\"VirtualLocation\",\"name\":\"Salle\","
                + "\"address\":{\"@id\":\"#a\"}},"
                + "{\"@id\":\"#a\",\"@type\":\"PostalAddress\",\"addressLocality\":\"Brest\"},"
                + "{\"@id\":\"#p\",\"@type\":\"Person\",\"name\":\"Ana\"}]}");

    Initiative first = (Initiative) entries.get(0);
    assertThat(first.locations()).extracting(Place::locality).containsExactly("Brest");
    assertThat(first.actors())
        .containsExactly(new Actor(null, "Ana", AgentKind.PERSON, null, null, null));
    assertThat(entries).extracting(entry -> entry.title().text()).containsExactly("A", "B");
    assertThat(report.findings()).isEmpty();
  }

  @Test
  void addressesThatGoRoundInCirclesEnd() throws IOException {
    List<Entry> entries =
        read(
            "{"
                + CONTEXT
                + "\"@graph\":[{\"@type\":\"Project\",\"@id\":\"#a\",\"name\":\"A\","
                + "\"location\":{\"@id\":\"#a\"},\"member\":[{\"@id\":\"#b\"},{\"@id\":\"#c\"}]},"
                + "{\"@id\":\"#b\",\"name\":\"B\",\"image\":{\"@id\":\"#c\"},\"member\":{\"@id\":\"#c\"}},"
                + "{\"@id\":\"#c\",\"name\":\"C\",\"member\":{\"@id\":\"#b\"}}]}");

    assertThat(entries).hasSize(1);
    assertThat(((Initiative) entries.get(0)).actors())
        .extracting(Actor::name)
        .containsExactly("B", "C");
  }

  @Test
  void typesThatAreNoRecordsAreSaidOnceWithTheirNumber() throws IOException {
    read(
        "{"
            + CONTEXT
            + "\"@graph\":[\n{\"@type\":\"Person\",\"name\":\"A\"},{\"@type\":\"Recipe\"},"
            + "{\"@type\":\"Person\",\"@id\":\"#b\"},17]}");

    assertThat(report.findings())
        .extracting(Finding::code, Finding::value, Finding::expected)
        .containsExactlyInAnyOrder(
            tuple("node-type-ignored", "Person", "2"),
            tuple("node-type-ignored", "Recipe", "1"),
            tuple("json-type", "17", "{ }"));
  }

  @Test
  void stepsMayBeTextsSectionsAndLists() throws IOException {
    Methodology howTo =
        howTo(
            "\"name\":\"M\",\"step\":[\"Creuser.\",{\"@type\":\"HowToSection\",\"name\":\"Ensuite\","
                + "\"itemListElement\":[{\"@type\":\"HowToStep\",\"position\":1,\"name\":\"Planter\"},{\"@type\":\"ListItem\",\"item\":{\"@type\":\"HowToStep\",\"text\":\"Arroser"
                + " tous les jours\"}}]}]");

    assertThat(howTo.steps())
        .extracting(Step::position, Step::title, Step::text)
        .containsExactly(
            tuple(1, "Creuser.", "Creuser."),
            tuple(2, "Planter", null),
            tuple(3, "Arroser tous les jours", "Arroser tous les jours"));
    assertThat(howTo.sheet().extensions()).containsEntry("step[1].name", "Ensuite");
  }

  @Test
  void anOrganizationIsWhereItsAddressIs() throws IOException {
    Initiative found =
        initiative(
            "\"name\":\"A\",\"address\":{\"@type\":\"PostalAddress\",\"addressLocality\":\"Brest\"},"
                + "\"geo\":{\"@type\":\"GeoCoordinates\",\"latitude\":\"48.4\",\"longitude\":-4.5},"
                + "\"funder\":{\"@type\":\"Organization\",\"name\":\"Région\"},"
                + "\"image\":\"https://exemple.org/a.jpg\",\"logo\":\"https://exemple.org/l.png\","
                + "\"sameAs\":[\"https://www.wikidata.org/wiki/Q12193\",\"https://exemple.org/a\"]");

    assertThat(found.locations()).hasSize(1);
    Place place = found.locations().get(0);
    assertThat(place.locality()).isEqualTo("Brest");
    assertThat(place.latitude()).isEqualTo(48.4);
    assertThat(found.actors().get(0).role()).isEqualTo(Role.FUNDER);
    assertThat(found.header().images()).containsExactly(Media.at("https://exemple.org/a.jpg"));
    assertThat(found.header().externalIds())
        .containsExactly(
            ExternalId.parse("wikidata:Q12193"), ExternalId.parse("url:https://exemple.org/a"));
    assertThat(found.sheet().extensions()).containsEntry("logo", "https://exemple.org/l.png");
  }

  @Test
  void identifiersComeFromAddressesUnderTheBase() throws IOException {
    Initiative ours =
        initiative("\"@id\":\"https://collporterre.org/initiative/jardin\",\"name\":\"A\"");
    Initiative other = initiative("\"@id\":\"https://exemple.org/a\",\"name\":\"A\"");

    assertThat(ours.id()).isEqualTo("jardin");
    assertThat(ours.header().externalIds()).isEmpty();
    assertThat(other.id()).isNull();
    assertThat(other.header().externalIds())
        .containsExactly(ExternalId.parse("url:https://exemple.org/a"));
  }

  @Test
  void referencesUnderTheBaseAreLocal() throws IOException {
    Initiative found =
        initiative(
            "\"name\":\"A\",\"memberOf\":[{\"@id\":\"https://collporterre.org/initiative/b\"},"
                + "{\"@id\":\"https://exemple.org/c\"},{\"@type\":\"Person\",\"name\":\"D\"}]");

    assertThat(found.partOf())
        .containsExactly(RecordRef.to("b"), RecordRef.to("https://exemple.org/c"));
    assertThat(found.sheet().extensions()).containsKey("memberOf");
  }

  @Test
  void keywordsOfOneTextArePartedByCommasAndAHeadlineIsTheTitle() throws IOException {
    List<Entry> entries =
        read(
            "{"
                + CONTEXT
                + "\"@type\":\"BlogPosting\",\"name\":\"Nom\",\"headline\":\"Titre\",\"keywords\":\"pain,"
                + " vin\",\"license\":\"http://creativecommons.org/licenses/by/4.0\","
                + "\"datePublished\":\"2015-02-05\",\"author\":{\"@type\":\"Person\",\"name\":\"Ana\"}}");

    Portrait portrait = (Portrait) entries.get(0);
    assertThat(portrait.title().text()).isEqualTo("Titre");
    assertThat(portrait.header().keywords()).containsExactly("pain", "vin");
    assertThat(portrait.sheet().license()).isEqualTo("CC-BY-4.0");
    assertThat(portrait.authors()).containsExactly("Ana");
    assertThat(portrait.sheet().extensions()).containsEntry("name", "Nom");
  }

  @Test
  void textsInSeveralLanguagesAreTranslations() throws IOException {
    Initiative found =
        initiative(
            "\"inLanguage\":\"en\",\"name\":[{\"@value\":\"Jardin\",\"@language\":\"fr\"},"
                + "{\"@value\":\"Garden\",\"@language\":\"en\"}]");

    assertThat(found.title()).isEqualTo(LocalizedText.of("Garden").with("fr", "Jardin"));
  }

  @Test
  void aPageIsReadScriptByScriptAtItsPlaces() throws IOException {
    String page =
        "<!DOCTYPE html>\n<!-- <script type=\"application/ld+json\">non</script> -->\n"
            + "<title><script type=\"application/ld+json\"></title>\n<SCRIPT data-x='>' "
            + "TYPE=Application/LD+JSON>\n<!--//--><![CDATA[//><!--\n{"
            + CONTEXT
            + "\"@type\":\"NGO\",\"name\":\"é</p>\"}\n//--><!]]>\n</script>\n"
            + "<script>var a = '<script type=\"application/ld+json\">';</script>\n<p>é "
            + "<script type='application/ld+json; charset=utf-8'>{"
            + CONTEXT
            + "\"@type\":\"NGO\",\"name\":\"B\",\"foundingDate\":\"hier\"}</script>";

    List<Located<Initiative>> found = located(page, Initiative.class);

    assertThat(found).extracting(row -> row.value().title().text()).containsExactly("é</p>", "B");
    assertThat(report.findings())
        .extracting(Finding::code)
        .containsExactly("html-in-text", "date-invalid");
    String line = page.lines().toList().get(9);
    assertThat(report.findings().get(1).location().line()).isEqualTo(10);
    assertThat(report.findings().get(1).location().column())
        .isEqualTo(line.indexOf("\"hier\"") + 1);
  }

  @Test
  void aFaultInOneScriptLeavesTheOthers() throws IOException {
    String open =
        "<script type=\"application/ld+json\">{" + CONTEXT + "\"@type\":\"NGO\",\"name\":";
    List<Entry> found =
        read(
            "<!DOCTYPE html>"
                + open
                + "\"A\"}</script>"
                + open
                + "}</script>"
                + "<script type=\"application/ld+json\">{\"@context\":\"https://x.org\"}</script>"
                + open
                + "\"B\"}</script>");

    assertThat(found).extracting(entry -> entry.title().text()).containsExactly("A", "B");
    assertThat(codes()).containsExactly("json-malformed", "context-unknown");
    assertThat(stopped).isFalse();
  }

  @Test
  void contactDataOfPersonsInsideARecordAreDropped() throws IOException {
    Initiative found =
        initiative(
            "\"email\":\"nous@exemple.org\",\"telephone\":\"1\","
                + "\"location\":{\"@type\":\"Place\",\"name\":\"L\",\"telephone\":\"2\"},"
                + "\"member\":[{\"@type\":\"Person\",\"name\":\"P\",\"email\":\"SECRET\","
                + "\"address\":{\"streetAddress\":\"SECRET\"}},"
                + "{\"@type\":\"Organization\",\"name\":\"O\",\"email\":\"SECRET\","
                + "\"jobTitle\":\"j\"}],"
                + "\"employee\":{\"@type\":\"schema:Person\",\"name\":\"E\",\"knows\":"
                + "[{\"birthDate\":\"SECRET\",\"schema:telephone\":\"SECRET\",\"name\":\"K\"}]}");

    assertThat(found.sheet().extensions())
        .containsOnlyKeys("telephone", "location.telephone", "member[1].jobTitle", "employee")
        .containsEntry(
            "employee",
            "{\"@type\":\"schema:Person\",\"name\":\"E\",\"knows\":[{\"name\":\"K\"}]}");
    assertThat(found.toString()).contains("nous@exemple.org").doesNotContain("SECRET");
    assertThat(report.findings().toString()).doesNotContain("SECRET");
    assertThat(report.findings())
        .filteredOn(finding -> finding.code().equals("personal-data-dropped"))
        .extracting(Finding::value)
        .containsExactlyInAnyOrder(
            "member.email", "member.address", "employee.birthDate", "employee.schema:telephone");
  }

  @Test
  void directionsOfAStepAreItsText() throws IOException {
    Methodology found =
        howTo(
            "\"name\":\"N\",\"step\":[{\"@type\":\"HowToStep\",\"name\":\"S\",\"itemListElement\":["
                + "{\"@type\":\"HowToDirection\",\"position\":1,\"text\":\"Un.\"},"
                + "{\"@type\":\"HowToTip\",\"text\":\"Astuce\"},"
                + "{\"@type\":\"HowToDirection\",\"text\":\"Deux.\"}],\"text\":\"Zéro.\"}]");

    assertThat(found.steps()).hasSize(1);
    assertThat(found.steps().get(0).text()).isEqualTo("Zéro.\nUn.\nDeux.");
    assertThat(found.steps().get(0).tips()).containsExactly("Astuce");
    assertThat(found.sheet().extensions()).isEmpty();
  }

  @Test
  void aDescriptionThatEqualsTheSummaryIsKeptWhereItIsWrittenOnce() throws IOException {
    List<Entry> found =
        read(
            "{"
                + CONTEXT
                + "\"@type\":\"Article\",\"name\":\"P\",\"abstract\":\"a\",\"description\":\"a\"}");

    assertThat(found.get(0).header().summary()).isEqualTo(LocalizedText.of("a"));
    assertThat(found.get(0).header().description()).isEqualTo(LocalizedText.of("a"));
  }

  @Test
  void aTruncatedDocumentNeverGivesAnException() throws IOException {
    String whole =
        "{\"@context\":[\"https://schema.org\",{\"x\":\"schema:name\"}],\"@graph\":[{\"@type\":"
            + "\"HowTo\",\"x\":{\"@value\":\"é\",\"@language\":\"fr\"},\"step\":[\"a\"]},{\"@id\":1}]}";
    byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      Report findings = Report.create();
      try (EntryReader<Entry> in =
          JsonLdImporter.create()
              .open(new ByteArrayInputStream(bytes, 0, i), "x", Entry.class, findings)) {
        in.forEach(row -> assertThat(row.value()).isNotNull());
        assertThat(in.stopped()).isTrue();
      }
      assertThat(findings.findings()).isNotEmpty();
    }
  }

  /** Values that may stand anywhere; apostrophes stand for quotes. */
  private static final List<String> VALUES =
      List.of(
          "17",
          "null",
          "true",
          "[]",
          "{}",
          "[[null]]",
          "{'@id':7}",
          "{'a':{'b':[1]}}",
          "{'@type':'Person','@id':'#x','name':3}",
          "{'@value':[]}",
          "{'@list':[{'@set':['a']}]}",
          "'x'");

  private static final List<String> PROPERTIES =
      List.of(
          "name",
          "identifier",
          "sameAs",
          "description",
          "image",
          "keywords",
          "step",
          "location",
          "address",
          "geo",
          "member",
          "subjectOf",
          "about",
          "areaServed",
          "license",
          "inLanguage",
          "estimatedCost",
          "totalTime",
          "foundingDate",
          "audience",
          "citation",
          "hasPart",
          "isBasedOn",
          "additionalType",
          "author");

  @ParameterizedTest
  @ValueSource(strings = {"HowTo", "Project", "Article"})
  void anyValuesOfAllPropertiesMakeARecord(String type) throws IOException {
    for (String value : VALUES) {
      String json = value.replace('\'', '"');
      StringBuilder node = new StringBuilder("{" + CONTEXT + "\"@type\":\"" + type + "\"");
      PROPERTIES.forEach(name -> node.append(",\"" + name + "\":[" + json + ",\"a\"]"));
      assertThat(read(node + "}")).as(value).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"HowTo", "Project", "Article"})
  @Tag("large")
  void anyValueOfAnyPropertyIsReadWithoutAnException(String type) throws IOException {
    List<String> names = new ArrayList<>(List.of("@id", "@type", "@graph", "@reverse"));
    names.addAll(PROPERTIES);
    for (String value : VALUES) {
      String json = value.replace('\'', '"');
      for (String name : names) {
        read("{" + CONTEXT + "\"@type\":\"" + type + "\",\"" + name + "\":" + json + "}");
        read("{" + CONTEXT + "\"@type\":\"" + type + "\",\"" + name + "\":[" + json + ",\"a\"]}");
      }
    }
    assertThat(codes()).doesNotContain("json-malformed");
  }

  @Test
  @Tag("large")
  void aVeryLongListIsReadInReasonableTime() throws IOException {
    String words = "\"mot\",".repeat(200_000);
    Initiative found = initiative("\"name\":\"A\",\"keywords\":[" + words + "\"fin\"]");

    assertThat(found.header().keywords()).hasSize(200_001);
  }

  @Test
  void aPropertyMayBeChosenForAFieldAndIdentifiersBeMade() throws IOException {
    String text = "{" + CONTEXT + "\"@type\":\"Project\",\"legalName\":\"Jardin\"}";
    JsonLdImporter importer =
        JsonLdImporter.create().withColumn("legalName", "titre").withGeneratedIds();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try (EntryReader<Entry> in =
        importer.open(new ByteArrayInputStream(bytes), "x", Entry.class, report)) {
      Entry entry = in.iterator().next().value();
      assertThat(entry.title().text()).isEqualTo("Jardin");
      assertThat(entry.id()).isEqualTo("jardin");
    }
    assertThat(codes()).containsExactly("id-generated");
  }

  @Test
  void aChosenPropertyMayHoldBothCoordinates() throws IOException {
    String text = "{" + CONTEXT + "\"@type\":\"NGO\",\"name\":\"Jardin\",\"gps\":\"48.4; -4.5\"}";
    JsonLdImporter importer =
        JsonLdImporter.create().withColumn("gps", "latitude,longitude").withGeneratedIds();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try (EntryReader<Initiative> in =
        importer.open(new ByteArrayInputStream(bytes), "x", Initiative.class, report)) {
      assertThat(in.iterator().next().value().locations()).containsExactly(Place.at(48.4, -4.5));
    }
  }

  @Test
  void recordsOfOtherTypesThanTheOneWantedAreLeftOutSilently() throws IOException {
    String text =
        "{"
            + CONTEXT
            + "\"@graph\":[{\"@type\":\"HowTo\",\"name\":\"M\"},{\"@type\":\"NGO\",\"name\":\"A\"}]}";

    assertThat(located(text, Methodology.class)).hasSize(1);
    assertThat(report.findings()).isEmpty();
  }

  private JsonLdReading reading(JsonLdImporter importer, String text) throws IOException {
    byte[] bytes = text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return new JsonLdReading(
        importer.open(new ByteArrayInputStream(bytes), "x", Entry.class, report));
  }

  private record JsonLdReading(EntryReader<Entry> in) {
    String ids() {
      List<String> ids = new ArrayList<>();
      in.forEach(row -> ids.add(row.value().id() + ":" + row.value().title().text()));
      return String.join(" ", ids);
    }
  }

  @Test
  void aReaderThatIsClosedEarlyHasStopped() throws IOException {
    String text =
        "[{'@context':'https://schema.org','@type':'HowTo','name':'A','z':1},"
            + "{'@context':'https://schema.org','@type':'NGO','name':'B','y':2}]";
    EntryReader<Entry> in = reading(JsonLdImporter.create(), text).in();
    assertThat(in.iterator().hasNext()).isTrue();
    in.close();
    assertThat(in.stopped()).isTrue();

    EntryReader<Entry> whole = reading(JsonLdImporter.create(), text).in();
    whole.forEach(row -> {});
    whole.close();
    assertThat(whole.stopped()).isFalse();
    assertThat(whole.extensions()).containsExactly("y", "z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n\t\r", "\uFEFF", "\uFEFF \n"})
  void aPageWithoutRecordsIsSaid(String before) throws IOException {
    assertThat(read(before + "<html><script>1</script></html>")).isEmpty();
    assertThat(report.findings())
        .extracting(Finding::code, Finding::expected, Finding::location)
        .containsExactly(
            tuple(
                "html-without-json-ld",
                "<script type=\"application/ld+json\">",
                Location.startOf("x")));
  }

  @Test
  void aKeyThatStandsTwiceIsSaid() throws IOException {
    initiative("\n\"name\":\"A\",\"name\":\"B\"");
    assertThat(report.findings())
        .extracting(Finding::code, Finding::value, finding -> finding.location().line())
        .containsExactly(tuple("json-key-duplicate", "name", 2));
  }

  /** Which identifiers are ours: those under the base, and those that a register of ours has. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "'@id':'https://exemple.org/d/initiative/a' # a:A",
        "'@id':'https://exemple.org/d/initiative/a%2Db' # a-b:A",
        "'@id':'https://exemple.org/d/initiative/a+b' # null:A",
        "'@id':'https://exemple.org/d/initiative/%' # null:A",
        "'@id':'https://exemple.org/d/portrait/a' # null:A",
        "'@id':'https://exemple.org/e/initiative/a' # null:A",
        "'identifier':{'propertyID':'collporterre','value':'b'} # b:A",
        "'@id':'https://exemple.org/e/initiative/b','identifier':{'propertyID':'collporterre','value':'b'} # b:A"
      })
  void identifiersAreOursUnderTheBase(String members, String expected) throws IOException {
    String text = "{'@context':'https://schema.org','@type':'NGO','name':'A'," + members + "}";
    JsonLdImporter importer = JsonLdImporter.create().withBaseUri("https://exemple.org/d/");
    assertThat(reading(importer, text).ids()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://exemple.org/", "https://exemple.org", "https://exemple.org/?a/"})
  void aBaseIsAnAddressThatEndsWithASlash(String base) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JsonLdImporter.create().withBaseUri(base))
        .withMessageContaining(base);
  }

  /** N stands for a record named A, M for one named B. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "{C,'@type':'NGO','name':'H','@graph':[N]} # null:A null:H #",
        "{C,'@graph':[{'@value':'x'},N] } # null:A # json-type",
        "{C,'@graph':[{'@id':'_:a'},N]} # null:A #",
        "{C,'@graph':[N,7]} # null:A # json-type",
        "{C,'@type':'NGO','@nest':{'name':'A'}} # null:A #",
        "{C,'@type':'NGO','@nest':[{'name':'A'},{'y':1}]} # null:A # header-unknown",
        "{C,'@type':'NGO','name':{'@list':['A']}} # null:A #",
        "{C,'@type':'NGO','name':{'@set':['A','A']}} # null:A #",
        "{C,'@type':'NGO','name':[null,{'@value':null},'A']} # null:A #",
        "{C,'@type':'ItemList','itemListElement':[N,M]} # null:A null:B #",
        "{C,'@type':'ItemList','itemListElement':[{'@type':'ListItem','item':N},{'@id':'_:a'}]}"
            + " # null:A #",
        "{C,'@included':[N]} # null:A #",
        "{C,'@type':'Thing','@graph':{'@graph':[N,M]}} # null:A null:B # node-type-ignored",
        "{'@graph':[N,M],C} # null:A null:B #",
        "{'@graph':[N]} # # context-unknown",
        "[{C,'@graph':[N]},{C,'@type':'NGO','name':'B'}] # null:A null:B #"
      })
  void recordsAreNodesOfTheDocument(String text, String ids, String code) throws IOException {
    String whole =
        text.replace("N,", "{'@type':'NGO','name':'A'},")
            .replaceAll("N(?=[\\]}])", "{'@type':'NGO','name':'A'}")
            .replaceAll("M(?=[\\]}])", "{'@type':'NGO','name':'B'}")
            .replaceAll("C(?=[,}])", "'@context':'https://schema.org'");
    assertThat(reading(JsonLdImporter.create(), whole).ids()).isEqualTo(ids == null ? "" : ids);
    assertThat(codes()).isEqualTo(code == null ? List.of() : List.of(code));
  }

  @Test
  void whatReportsMustNotShowIsHiddenInACopy(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("a.json"), "{\"token\":\"a\",\"name\":\"b\"}");
    Path copy = folder.resolve("copy");
    assertThat(JsonLdImporter.create().hide(file, Entry.class, copy)).isTrue();
    assertThat(copy).content().isEqualTo("{\"token\":\"***\",\"name\":\"b\"}");
  }

  /** Only a file that is one document is corrected: in pages the text around it is HTML. */
  @ParameterizedTest
  @CsvSource({"'', B, 0", "' <!doctype html>', A, 1"})
  void documentsAreCorrectedAndPagesAreNot(
      String before, String name, int left, @TempDir Path folder) throws IOException {
    String text = before + "{\"name\":\"A\"}";
    Path file = Files.writeString(folder.resolve("a.json"), text);
    Path copy = Files.writeString(folder.resolve("copy"), text);
    Location place = new Location(file.toString(), 1, text.indexOf("\"A\"") + 1);
    Corrections corrections = Corrections.all();
    corrections.report(
        new Finding(
            "text-untidy",
            Severity.INFO,
            Profile.ECHANGE,
            place,
            "initiative",
            "a",
            "titre",
            "A",
            null,
            Fix.safe("titre", "B")));
    Corrections.Outcome outcome =
        JsonLdImporter.create().correct(file, Initiative.class, corrections, copy);
    assertThat(copy).content().isEqualTo(before + "{\"name\":\"" + name + "\"}");
    assertThat(outcome.left())
        .hasSize(left)
        .allMatch(one -> one.reason() == Corrections.Reason.FORMAT);
  }
}
