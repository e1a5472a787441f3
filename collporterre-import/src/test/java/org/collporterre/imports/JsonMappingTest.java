package org.collporterre.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.collporterre.model.Entry;
import org.collporterre.model.ExternalId;
import org.collporterre.model.Initiative;
import org.collporterre.model.Media;
import org.collporterre.model.Methodology;
import org.collporterre.model.Place;
import org.collporterre.model.Step;
import org.collporterre.report.Finding;
import org.collporterre.report.Located;
import org.collporterre.report.Location;
import org.collporterre.report.Report;
import org.junit.jupiter.api.Test;

/** Fields are made from the members of JSON records as a mapping says. */
class JsonMappingTest {
  private final Report report = Report.create();

  private <I extends Importer<I>, E extends Entry> List<Located<E>> located(
      I importer, String rules, String text, Class<E> type) throws IOException {
    String json = "{'name':'essai'," + rules + "}";
    byte[] bytes = json.replace('\'', '"').getBytes(UTF_8);
    Mapping mapping =
        Mapping.read(new ByteArrayInputStream(bytes), "mapping.json", report).orElseThrow();
    List<Located<E>> records = new ArrayList<>();
    byte[] data = text.replace('\'', '"').getBytes(UTF_8);
    try (EntryReader<E> in =
        importer
            .withMapping(mapping)
            .open(new ByteArrayInputStream(data), "x.json", type, report)) {
      in.forEach(records::add);
      assertThat(in.stopped()).isFalse();
    }
    return records;
  }

  private Initiative first(String rules, String text) throws IOException {
    return located(JsonImporter.create(), rules, text, Initiative.class).get(0).value();
  }

  private List<String> codes() {
    return report.findings().stream().map(Finding::code).toList();
  }

  @Test
  void itemsAreChosenByWordsAndMembersByTheirBeginning() throws IOException {
    Initiative read =
        first(
            "'fields':{'titre':'t','singularite':'/q/ask=SINGULIER/say',"
                + "'mots_cles':{'join':['liste*'],'with':'|'}}",
            "[{'t':'A','q':[{'ask':'En quoi est-ce singulier ?','say':'Tout'},"
                + "{'ask':'Et après ?','say':'Rien'},{'say':'x'},3],"
                + "'listeA':'un','ListeB':['deux'],'autre':1}]");

    assertThat(read.uniqueness()).isEqualTo("Tout");
    assertThat(read.header().keywords()).containsExactly("un", "deux");
    assertThat(read.sheet().extensions())
        .isEqualTo(
            Map.of(
                "autre",
                "1",
                "q",
                "[{\"ask\":\"Et après ?\",\"say\":\"Rien\"},{\"say\":\"x\"},3]"));
  }

  @Test
  void whatIsDroppedOrMeansNothingIsNotKept() throws IOException {
    Initiative read =
        first(
            "'fields':{'titre':'t','courriel':'mail','mots_cles':'k'},"
                + "'drop':['/who/name','n*'],'ignore_values':'hidden'",
            "[{'t':'A','mail':'hidden','k':['hidden','b'],'n1':1,"
                + "'who':{'name':'Une','ville':'Brest'},'x':'hidden'}]");

    assertThat(read.contactEmail()).isNull();
    assertThat(read.header().keywords()).containsExactly("b");
    assertThat(read.sheet().extensions()).isEqualTo(Map.of("who", "{\"ville\":\"Brest\"}"));
  }

  @Test
  void aListForAFieldOfOneValueIsJoinedAndRowsKnowTheirRank() throws IOException {
    Methodology read =
        located(
                JsonImporter.create(),
                "'fields':{'titre':'t','objectif':'o','date_maj':{'from':'d','date':['unix','unix-ms']},"
                    + "'etapes':{'each':'/s/*','fields':{'position':'@index','titre':'/n'}}}",
                "[{'t':'A','o':['un','deux'],'d':1357430400000,'s':[{'n':'a'},{'n':'b'}]}]",
                Methodology.class)
            .get(0)
            .value();

    assertThat(read.goal()).isEqualTo("un, deux");
    assertThat(read.sheet().modifiedOn()).hasToString("2013-01-06");
    assertThat(read.steps()).extracting(Step::position).containsExactly(1, 2);
    assertThat(read.steps()).extracting(Step::title).containsExactly("a", "b");
  }

  @Test
  void ofSeveralPointersTheFirstThatLeadsToARecordCounts() throws IOException {
    String rules = "'source':{'records':['/data','']},'fields':{'titre':'t'}";

    assertThat(first(rules, "{'data':[{'t':'A'}]}").title().text()).isEqualTo("A");
    assertThat(first(rules, "{'t':'B'}").title().text()).isEqualTo("B");
    assertThat(first(rules, "[{'t':'C'}]").title().text()).isEqualTo("C");
  }

  @Test
  void sourcesAreMembersAndPointers() throws IOException {
    Initiative read =
        first(
            "'source':{'records':'/data/*'},'fields':{'titre':'Nom de la fiche',"
                + "'id':{'template':'gogo-{@key}'},'latitude':'/geo/lat','longitude':'/geo/0',"
                + "'resume':{'from':['baseline','about']},"
                + "'identifiants_externes':{'template':'gogocarto:{ref}'},"
                + "'themes':{'from':'/tags/*/name','values':{'Alim.':'alimentation','x':''}}}",
            "{'data':{'12':{'nom de la FICHE':'Jardin','ref':12345678901234567890,"
                + "'geo':{'lat':48.390000001,'alt':3},'baseline':'','about':' Un <b>jardin</b> ',"
                + "'tags':[{'name':'Alim.','id':1},{'name':'x'},{'name':'Low-tech'}],'autre':[1]}}}");

    assertThat(read.title().text()).isEqualTo("Jardin");
    assertThat(read.id()).isEqualTo("gogo-12");
    assertThat(read.locations().get(0).latitude()).isEqualTo(48.390000001);
    assertThat(read.header().externalIds())
        .containsExactly(ExternalId.parse("gogocarto:12345678901234567890"));
    assertThat(read.sheet().extensions())
        .isEqualTo(Map.of("geo", "{\"alt\":3}", "tags", "[{\"id\":1}]", "autre", "[1]"));
    assertThat(codes()).contains("value-mapped", "mapping-source-missing", "header-unknown");
    assertThat(report.findings())
        .filteredOn(finding -> finding.code().equals("mapping-source-missing"))
        .extracting(Finding::field, Finding::value)
        .containsExactly(tuple("longitude", "/geo/0"));
  }

  @Test
  void findingsPointAtTheSource() throws IOException {
    Located<Initiative> row =
        located(
                JsonImporter.create(),
                "'fields':{'titre':'t','date_maj':{'from':'/d/maj','date':['dd/MM/yyyy']}}",
                "[{'t':'A',\n'd':{'maj':'3 mai'}}]",
                Initiative.class)
            .get(0);

    assertThat(row.origin().field("date_maj")).isEqualTo(new Location("x.json", 2, 12, "/0/d/maj"));
    assertThat(report.findings())
        .extracting(Finding::code, Finding::location)
        .contains(tuple("date-invalid", new Location("x.json", 2, 12, "/0/d/maj")));
  }

  @Test
  void rowsOfChildTablesAreItemsOfArrays() throws IOException {
    Methodology read =
        located(
                JsonImporter.create(),
                "'type':'methodologie','source':{'records':''},'fields':{'titre':'nom','etapes':{'each':'/steps/*',"
                    + "'fields':{'titre':'/title','texte':{'join':['/a','b'],'with':' '}}},"
                    + "'images':'photos'}",
                "{'nom':'Faire','steps':[{'title':'Un','a':'x','b':'y','c':1},{'title':'Deux'},{}],"
                    + "'photos':['https://exemple.org/a.jpg']}",
                Methodology.class)
            .get(0)
            .value();

    assertThat(read.steps())
        .extracting(Step::title, Step::text)
        .containsExactly(tuple("Un", "x y"), tuple("Deux", null));
    assertThat(read.header().images()).containsExactly(Media.at("https://exemple.org/a.jpg"));
    assertThat(read.sheet().extensions()).isEqualTo(Map.of("steps", "[{\"c\":1},{}]"));
  }

  @Test
  void aPositionMayBeOneMember() throws IOException {
    String rules = "'fields':{'titre':'t','latitude,longitude':'geo'}";

    for (String geo : List.of("'48.39,-4.48'", "[48.39,-4.48]")) {
      Place place = first(rules, "[{'t':'A','geo':" + geo + "}]").locations().get(0);
      assertThat(place.latitude()).isEqualTo(48.39);
      assertThat(place.longitude()).isEqualTo(-4.48);
    }
    Place swapped =
        first("'fields':{'titre':'t','longitude,latitude':'/g/*'}", "[{'t':'A','g':[-4.48,48.39]}]")
            .locations()
            .get(0);
    assertThat(swapped.latitude()).isEqualTo(48.39);
  }

  @Test
  void whatIsNotMappedIsReadByItsNameUnlessTheMappingIsStrict() throws IOException {
    String record = "[{'t':'A','name':'B','resume':'C','_x':1,'vide':'[value]','site_web':null}]";
    String rules = "'drop':['_*'],'ignore_values':['[value]'],'fields':{'titre':'t'}";

    Initiative open = first(rules, record);
    assertThat(open.title().text()).isEqualTo("A");
    assertThat(String.valueOf(open.header().summary())).contains("C");
    assertThat(open.sheet().extensions()).isEqualTo(Map.of("name", "B"));

    Initiative strict = first("'strict':true," + rules, record);
    assertThat(strict.header().summary()).isNull();
    assertThat(strict.sheet().extensions()).isEqualTo(Map.of("name", "B", "resume", "C"));
  }

  @Test
  void theMappingSaysTheType() throws IOException {
    List<Located<Entry>> read =
        located(
            JsonImporter.create(),
            "'type':'methodologie','fields':{'titre':'t','titre@en':'e'}",
            "[{'t':'A','e':'B'}]",
            Entry.class);

    assertThat(read.get(0).value()).isInstanceOf(Methodology.class);
    assertThat(read.get(0).value().title().in("en")).isEqualTo("B");
  }

  @Test
  void propertiesOfFeaturesAreSourcesAndTheirIdentifierToo() throws IOException {
    String feature =
        "{'type':'Feature','id':'way/270901433','properties':{'contact:city':'Brest','n':'A'},"
            + "'geometry':{'type':'Point','coordinates':[-4.5,48.4]}}";
    String rules =
        "'fields':{'titre':'n','identifiants_externes':{'template':'osm:{@id}'},"
            + "'commune':'/contact:city'}";

    List<Located<Initiative>> one =
        located(GeoJsonImporter.create(), rules, feature, Initiative.class);
    Initiative read = one.get(0).value();
    assertThat(read.id()).isNull();
    assertThat(read.header().externalIds()).containsExactly(ExternalId.parse("osm:way/270901433"));
    assertThat(read.locations().get(0).locality()).isEqualTo("Brest");
    assertThat(read.locations().get(0).longitude()).isEqualTo(-4.5);
    assertThat(read.sheet().extensions()).isEmpty();

    List<Located<Initiative>> lines =
        located(
            GeoJsonImporter.create(),
            rules,
            feature + "\n{'type':'Feature',\n" + feature + "\n",
            Initiative.class);
    assertThat(lines).hasSize(2);
    assertThat(lines.get(1).origin().record()).isEqualTo(new Location("x.json", 3, 1, ""));
    assertThat(report.byRule()).containsEntry("json-malformed", 1);
  }

  @Test
  void elementsOfOverpassAreMappedByTheirTags() throws IOException {
    Initiative read =
        first(
            "'fields':{'titre':'name','identifiants_externes':{'template':'osm:{@id}'},"
                + "'commune':'addr:city'}",
            "{'version':0.6,'generator':'x','elements':[{'type':'node','id':1,'lat':48,'lon':-4,"
                + "'tags':{'name':'A','addr:city':'Brest'}}]}");

    assertThat(read.header().externalIds()).containsExactly(ExternalId.parse("osm:node/1"));
    assertThat(read.locations().get(0).locality()).isEqualTo("Brest");
    assertThat(read.locations().get(0).latitude()).isEqualTo(48);
  }
}
