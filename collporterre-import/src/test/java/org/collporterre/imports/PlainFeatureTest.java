package org.collporterre.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.collporterre.model.Initiative;
import org.collporterre.report.Finding;
import org.collporterre.report.Located;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Features read without a node for each value give what reading value by value gives. */
class PlainFeatureTest {
  /** Features that are plain, or nearly: something in them is to be said, or read otherwise. */
  private static final List<String> FEATURES =
      List.of(
          "'geometry':null,'properties':{}",
          "'geometry':null,'properties':{'id':'a'},'id':'a'",
          "'geometry':null,'properties':{'id':'a'},'id':'b'",
          "'geometry':null,'properties':{'id':null},'id':'b'",
          "'geometry':null,'properties':{'titre':'A'},'id':' b'",
          "'geometry':null,'properties':{'titre':'A'},'id':''",
          "'geometry':null,'properties':{'titre':'A'},'id':7",
          "'geometry':null,'properties':{'titre':'A','resume':'B','description':'C\\nD'}",
          "'geometry':null,'properties':{'titre':' A','themes':[' eau']}",
          "'geometry':null,'properties':{'titre':true,'resume':false,'description':12}",
          "'geometry':null,'properties':{'titre':tru}",
          "'geometry':null,'properties':{'themes':['eau','eau']}",
          "'geometry':null,'properties':{'themes':'eau|energie','mots_cles':['a|b','c']}",
          "'geometry':null,'properties':{'themes':[null,'eau',null],'odd':[1,'2',3]}",
          "'geometry':null,'properties':{'themes':[],'odd':[],'titre':[]}",
          "'geometry':null,'properties':{'themes':[['eau']],'odd':[{}]}",
          "'geometry':null,'properties':{'themes':['eau',{'a':1}]}",
          "'geometry':null,'properties':{'odd':[99],'themes':['']}",
          "'geometry':null,'properties':{'mots_cles':['aa','bb','cc','dd','ee','ff','gg','hh',"
              + "'ii','jj','kk','ll','mm','nn','oo','pp','qq','rr']}",
          "'geometry':null,'properties':{'date_debut':'2020-05','date_maj':'2020-01-02'}",
          "'geometry':null,'properties':{'date_debut':2020,'date_maj':'hier'}",
          "'geometry':null,'properties':{'latitude':1.5,'longitude':'2'}",
          "'geometry':null,'properties':{'latitude':1.5e0,'longitude':2}",
          "'geometry':null,'properties':{'courriel_public':true,'courriel':'a@b.fr'}",
          "'geometry':null,'properties':{'porteurs':[{'nom':'A'}]}",
          "'geometry':null,'properties':{'porteurs':'A','titre':{'a':1}}",
          "'geometry':null,'properties':{'acteurs':null,'lieux':null,'x':null,'titre':null}",
          "'geometry':null,'properties':{'acteurs':'A'}",
          "'geometry':null,'properties':{'acteurs':[{'nom':'A'}],'porteurs':['B']}",
          "'geometry':null,'properties':{'titre@en':'E','titre':'A','resume@en':'F'}",
          "'geometry':null,'properties':{'x':1,'y':[1,{'z':null}],'password':'p'}",
          "'geometry':null,'properties':{'x':1,'x':2}",
          "'geometry':null,'properties':{'titre':'A','titre':'B'}",
          "'geometry':null,'properties':{'titre':'A','title':'B'}",
          "'geometry':null,'properties':{'title':'A','title@br':'B'}",
          "'geometry':null,'properties':{'name':'A'}",
          "'geometry':null,'properties':{'name':'B'}",
          "'geometry':null,'properties':{'titre':'\\u00e9\\ud83c','\\ud83c':1}",
          "'geometry':null,'properties':{'titre':'A'},'z':{'a':[1]},'w':''",
          "'geometry':null,'properties':{'titre':'A'},'\\ud83c':1",
          "'geometry':null,'properties':{'titre':'A'},'crs':null",
          "'geometry':null,'properties':{'z':3},'z':4",
          "'geometry':null,'properties':null",
          "'geometry':null",
          "'properties':{}",
          "'geometry':nul,'properties':{}",
          "'geometry':{'type':'Point','coordinates':[1,-2.5]},'properties':{'commune':'Brest'}",
          "'geometry':{'type':'Point','coordinates':[1]},'properties':{}",
          "'geometry':{'type':'Point','coordinates':[1,2,3]},'properties':{}",
          "'geometry':{'type':'Point','coordinates':['1',2]},'properties':{}",
          "'geometry':{'type':'Point','coordinates':[1,null]},'properties':{}",
          "'geometry':{'type':'Point','coordinates':[1,1e999]},'properties':{}",
          "'geometry':{'type':'Point','coordinates':[]},'properties':{}",
          "'geometry':{'type':'Point','coordinates':[1,2],'bbox':[1,2,3,4]},'properties':{}",
          "'geometry':{'type':'Feature','coordinates':[1,2]},'properties':{}",
          "'geometry':{'coordinates':[1,2],'type':'Point'},'properties':{}",
          "'geometry':{'type':'Point','x':[1,2]},'properties':{}",
          "'geometry':{'type':'Point','coordinates':[91,181]},'properties':{'latitude':null}",
          "'geometry':{'type':'Point','coordinates':[1,2]},'properties':{'latitude':2,'longitude':1}",
          "'geometry':{'type':'Point','coordinates':[1,2]},'properties':{'lieux':[{'commune':'B'}]}",
          "'geometry':{'type':'Point','coordinates':[1,2]},'properties':{'lieux':[{'latitude':8,"
              + "'longitude':9}]}",
          "'bbox':[1,2,3,4],'geometry':null,'properties':{}");

  /** A text of its own is read value by value; names that repeat in it are told elsewhere. */
  @Test
  void featuresOfACollectionGiveWhatTextsOfTheirOwnGive() throws IOException {
    List<String> lines =
        GeoJsonBlocksTest.features(0, 26).stream()
            .filter(
                line -> !line.contains("'title':'F'") && !line.contains("'type':'Feature','type'"))
            .map(line -> GeoJsonBlocksTest.text(List.of(line), ""))
            .toList();

    assertThat(compare(GeoJsonBlocksTest.PLAIN, lines)).isEqualTo(22);
  }

  @Test
  void featuresThatAreNearlyPlainGiveWhatTextsOfTheirOwnGive() throws IOException {
    List<String> lines = new ArrayList<>();
    for (String members : FEATURES) {
      String line = "{'type':'Feature'," + members + "}";
      if (!line.contains("tru}") && !line.contains("nul,") && !line.contains("'x':2}")) {
        lines.add(line.replace('\'', '"'));
      }
    }
    List<String> twice = new ArrayList<>(lines);
    twice.addAll(lines);
    twice.removeIf(line -> line.contains("\"titre\":\"B\""));

    assertThat(compare(GeoJsonBlocksTest.PLAIN, twice)).isEqualTo(twice.size());
    assertThat(compare(GeoJsonBlocksTest.PLAIN.withGeneratedIds(), twice)).isEqualTo(twice.size());
  }

  /** Behind a feature that is plain, in a text of its own and in a collection. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "tru",
        "{'titre':tru}",
        "{'titre':'A']",
        "{'titre' 'A'}",
        "{titre:'A'}",
        "{'titre':'A',}",
        "{'titre':'A' 'resume':'B'}",
        "{'titre':/}",
        "{'titre'::}",
        "{'odd':[1}",
        "{'odd':[nul]}",
        "{'odd':[1,]}",
        "{'odd':[1 2]}",
        "{'odd':[/]}",
        "{'x':nul}",
        "{'x':[1}",
        "{'titre':nul}",
        "{'titre':'\\x'}",
        "{'latitude':01}",
        "{'latitude':1.}"
      })
  void whatIsNoJsonIsFoundWhereItStands(String properties) throws IOException {
    String start = "{'type':'Feature','geometry':null,'properties':";
    List<String> lines =
        List.of(
            (start + "{'id':'a','titre':'A'}}").replace('\'', '"'),
            (start + properties + "}").replace('\'', '"'));

    assertThat(compare(GeoJsonBlocksTest.PLAIN, lines)).isEqualTo(1);
  }

  /** Members of features that are plain once all is said that is said once per file. */
  private static final List<String> PLAIN =
      List.of(
          "'geometry':null,'properties':{}",
          "'geometry':null,'properties':{'id':'a'},'id':'a'",
          "'geometry':null,'properties':{},'id':'b'",
          "'geometry':null,'properties':{'titre':'A','resume':'B\\u00e9','description':'C\\nD'}",
          "'geometry':null,'properties':{'titre':true,'resume':false,'description':12}",
          "'geometry':null,'properties':{'themes':'eau|energie','mots_cles':['a|b','c']}",
          "'geometry':null,'properties':{'themes':[null,'eau',null],'odd':[1,3,12]}",
          "'geometry':null,'properties':{'themes':['eau','energie'],'odd':['2','3']}",
          "'geometry':null,'properties':{'themes':['eau'],'odd':2,'mots_cles':'a'}",
          "'geometry':null,'properties':{'themes':[],'odd':[],'titre':'','resume':null}",
          "'geometry':null,'properties':{'mots_cles':['aa','bb','cc','dd','ee','ff','gg','hh',"
              + "'ii','jj','kk','ll','mm','nn','oo','pp','qq','rr']}",
          "'geometry':null,'properties':{'date_debut':'2020-05','date_maj':'2020-01-02'}",
          "'geometry':null,'properties':{'date_debut':2020,'date_fin':null}",
          "'geometry':null,'properties':{'latitude':1.5,'longitude':-2}",
          "'geometry':null,'properties':{'porteurs':[{'nom':'A'}]}",
          "'geometry':null,'properties':{'porteurs':['A',{'nom':'B'}]}",
          "'geometry':null,'properties':{'porteurs':'A'}",
          "'geometry':null,'properties':{'acteurs':[{'nom':'A'}]}",
          "'geometry':null,'properties':{'lieux':[{'commune':'A'}]}",
          "'geometry':null,'properties':{'acteurs':null,'lieux':null,'x':null,'title':null}",
          "'geometry':null,'properties':{'titre@en':'E','titre':'A'}",
          "'geometry':null,'properties':{'x':1,'y':[1,{'z':null}]}",
          "'geometry':null,'properties':{'title':'A','commune':'Brest'}",
          "'geometry':null,'properties':{'titre':'A'},'z':{'a':[1]},'w':''",
          "'geometry':{'type':'Point','coordinates':[1,-2.5]},'properties':{'commune':'Brest'}",
          "'geometry':{ 'type' : 'Point' , 'coordinates' : [ 0 , 9 ] } ,\n'properties' : { }");

  @Test
  void plainFeaturesAreReadWithoutANodeForEachValue() throws IOException, JsonFault {
    List<String> features = new ArrayList<>();
    PLAIN.forEach(
        members -> features.add(("{'type':'Feature'," + members + "}").replace('\'', '"')));
    byte[] text = ("[" + String.join(",", features) + "]").getBytes(UTF_8);
    for (boolean exact : new boolean[] {false, true}) {
      GeoJsonItems items =
          new GeoJsonItems("x", Findings.of(finding -> {}, ImportSettings.STANDARD, null));
      items.begin(new GeoJsonFeature(ImportSettings.STANDARD, "x", finding -> {}, exact));
      List<String> expected = new ArrayList<>();
      JsonScanner in = new JsonScanner(text, 1, 1);
      JsonNode array = JsonNode.read(in, in.next(), null, null, 0, twice -> {});
      for (JsonNode feature : array.children()) {
        expected.add(ReadInBlocks.shown(Objects.requireNonNull(items.feature(feature, false))));
      }
      JsonScanner again = new JsonScanner(text, 1, 1);
      again.next();
      List<String> others = new ArrayList<>();
      for (int i = 0; i < expected.size(); i++) {
        Located<Initiative> row = items.plain(again, array, i);
        if (row == null) {
          others.add(PLAIN.get(i));
          again.skip(again.next());
        } else {
          assertThat(ReadInBlocks.shown(row)).isEqualTo(expected.get(i));
        }
      }
      assertThat(others).isEmpty();
    }
  }

  /** Returns how many records there are. */
  private static int compare(GeoJsonImporter importer, List<String> lines) throws IOException {
    byte[] texts = ("\n" + String.join("\n", lines)).getBytes(UTF_8);
    byte[] file = (GeoJsonBlocksTest.HEAD + String.join(",\n", lines) + "]}").getBytes(UTF_8);
    List<String> expected = read(importer, "x.geojsonl", texts);
    List<String> found = read(importer, "x.geojson", file);

    for (int i = 0; i < Math.min(found.size(), expected.size()); i++) {
      assertThat(found.get(i)).isEqualTo(expected.get(i));
    }
    assertThat(found).hasSameSizeAs(expected);
    return (int) found.stream().filter(line -> line.startsWith("record ")).count();
  }

  /** Shows records with the places of their fields, then findings. */
  private static List<String> read(GeoJsonImporter importer, String name, byte[] file)
      throws IOException {
    List<Finding> findings = new ArrayList<>();
    List<String> shown = new ArrayList<>();
    try (EntryReader<Initiative> in = GeoJsonBlocksTest.open(importer, name, file, findings)) {
      for (Located<Initiative> row : in) {
        Located.Origin origin = row.origin();
        StringBuilder all = new StringBuilder("record ").append(row.value());
        all.append(origin.record().line()).append(':').append(origin.record().column());
        for (Field field : Schema.of(row.value()).fields()) {
          all.append(' ').append(field.key()).append(origin.field(field.key()).line());
          all.append(':').append(origin.field(field.key()).column());
          all.append(origin.text(field.key()));
        }
        shown.add(all.append(origin.hasErrors()).toString());
      }
      shown.addAll(in.extensions());
    }
    findings.forEach(finding -> shown.add(ShownFindings.shown(finding)));
    return shown;
  }
}
