package org.collporterre.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.collporterre.imports.EntryBlocks.Block;
import org.collporterre.model.Initiative;
import org.collporterre.report.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Features read apart, or without a node for each value, give what reading them one by one and
 * value by value gives.
 */
class GeoJsonBlocksTest {
  private static final int[] SIZES = {1, 90, 400, 3_000, 1 << 20};
  static final GeoJsonImporter PLAIN = GeoJsonImporter.create();
  static final String HEAD = "{\"type\":\"FeatureCollection\",\"features\":[\n";

  /** What collections hold and how it may be wrong, one after the other in each of them. */
  private static final List<String> FEATURES =
      List.of(
          feature("null", "'id':'a','titre':'Été','themes':['compost'],'odd':[2,15]"),
          feature("{'type':'Point','coordinates':[-4.49,48.41]}", "'id':'b','titre':'B'"),
          feature("{ 'type' : 'Point' , 'coordinates' : [ 1 , 2.5e0 ] }", "'id':'c','titre':'😀'"),
          feature("{'type':'Point','coordinates':[-0.0,0.1234567890123456789]}", "'titre':'C'"),
          feature("null", "'id':'d','titre':'D','title':'E','title':'F'"),
          feature("null", "'id':'e','title':'E','couleur':'bleu','taille':{'a':[1,null]}"),
          feature("null", "'id':'f','title':'F','couleur':'','password':'x'"),
          feature("null", "'id':'g','titre':'  G ','titre@en':'G','resume@xx':'?','odd':['2']"),
          feature("null", "'titre@en':'H','titre':'H','id':'h','date_maj':'31/12/2020'"),
          feature("null", "'id':'i','titre':'I\\n\\u00e9\\ud83c\\udf31','themes':'Energie|eau'"),
          feature("null", "'id':'j','titre':'\\ud83c','themes':['eau','eau',null,'']"),
          feature("null", "'id':'k','titre':'K','acteurs':[{'nom':'A'},{'nom':'B','x':1}]"),
          feature("null", "'id':'l','titre':'L','lieux':[{'commune':'Brest'}],'porteurs':['A']"),
          feature("{'type':'Point','coordinates':[1,2]}", "'id':'m','latitude':2,'longitude':1"),
          feature("{'type':'Point','coordinates':[1,2,3]}", "'id':'n','titre':null"),
          feature("{'type':'MultiPoint','coordinates':[[1,2],[3,4]],'x':0}", "'id':'o'"),
          feature("{'type':'LineString','coordinates':[[1,2],['3',4]]}", "'id':'p','titre':1"),
          "{'type':'Feature','id':'q','properties':{'titre':'Q'},'geometry':null}",
          "{'type':'Feature','id':'r','properties':{'id':'s','titre':'R'},'geometry':null}",
          "{'type':'Feature','id':12,'properties':{'titre':'S'},'geometry':null,'x':[1],'y':''}",
          "{'type':'Feature','id':' t','properties':{'id':' t'},'geometry':null,'bbox':[1]}",
          "{'type':'Feature','properties':null,'geometry':null}",
          "{'type':'Feature','properties':{},'x':'\\\"]}'}",
          "{'type':'Feature','type':'Feature','properties':{},'geometry':null}",
          "{'type':'feature','properties':{'titre':'U','id':''},'geometry':null,'id':'u'}",
          "{'type':'Topology'}",
          "{'type':'Feature',\r\n'properties':\r{'titre'\n:\t'V'},'geometry':null,'id':'v'}");

  private static String feature(String geometry, String properties) {
    return "{'type':'Feature','geometry':" + geometry + ",'properties':{" + properties + "}}";
  }

  static String text(List<String> features, String between) {
    return String.join(between, features).replace('\'', '"');
  }

  static List<String> features(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> FEATURES.get(i % FEATURES.size())).toList();
  }

  static Stream<String> files() {
    String all = text(features(0, 60), ",\n");
    return Stream.of(
        HEAD + all + "]}",
        HEAD + all.replace(",\n", ",") + "],\"bbox\":[1],\"z\":1}",
        HEAD + all.replace(",\n", " ,\r\n") + "\n],\"features\":[" + all + "]}",
        "\uFEFF{\"collporterre\":{\"version_format\":\"1.0\"}," + HEAD.substring(1) + all + "]}",
        HEAD + all + ",]}",
        HEAD + all + ",7,null,[1,{}]," + all + "]}",
        HEAD + all + ",{\"type\":tru}," + all + "]}",
        HEAD + all + ",{\"type\":\"a\u0001\"}," + all + "]}",
        HEAD + all + ",{\"type\":\"Feature\"]," + all + "]}",
        HEAD + all + "}," + all + "]}",
        HEAD + all,
        HEAD + all + ",{\"type\":\"Feat",
        HEAD + all + "]} x",
        HEAD + "]}",
        HEAD + text(features(0, 1), ",") + "]}",
        "[" + all + "]",
        "{\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:2154\"}},"
            + HEAD.substring(1)
            + all
            + "]}",
        HEAD + all + "],\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:27572\"}}}",
        text(features(0, 26), "\n"));
  }

  @ParameterizedTest
  @MethodSource("files")
  void blocksGiveWhatReadingFeatureByFeatureGives(String file) throws IOException {
    for (GeoJsonImporter importer : List.of(PLAIN, PLAIN.withGeneratedIds())) {
      compare(importer, file.getBytes(UTF_8), SIZES);
    }
  }

  @Test
  void blocksOfADamagedFileGiveWhatReadingFeatureByFeatureGives() throws IOException {
    byte[] file = (HEAD + text(features(0, 30), ",\n") + "]}").getBytes(UTF_8);
    byte[] wrong = {0, '"', '{', '}', ']', ',', '1', (byte) 0xFF, (byte) 0xC3, '\\', '\n'};
    for (int i = 0; i < file.length; i += 7) {
      byte[] damaged = file.clone();
      damaged[i] = wrong[i % wrong.length];
      compare(PLAIN, damaged, new int[] {300});
    }
  }

  private static void compare(GeoJsonImporter importer, byte[] file, int[] sizes)
      throws IOException {
    ReadInBlocks.File<Initiative> opened = findings -> open(importer, "x.geojson", file, findings);
    ReadInBlocks.Outcome expected = ReadInBlocks.one(opened);
    for (int size : sizes) {
      for (int readers : new int[] {1, 3}) {
        String what = "blocks of " + size + ", readers: " + readers;
        ReadInBlocks.Outcome found = ReadInBlocks.several(opened, size, readers);
        assertThat(found.findings().stream().map(GeoJsonBlocksTest::shown))
            .as(what)
            .containsExactlyElementsOf(
                expected.findings().stream().map(GeoJsonBlocksTest::shown).toList());
        assertThat(found).as(what).isEqualTo(expected);
      }
    }
  }

  private static String shown(Finding one) {
    return String.join(
        " ",
        one.code(),
        one.location().line() + ":" + one.location().column(),
        String.valueOf(one.id()),
        one.field() + "=" + one.value(),
        one.expected() + " " + one.fix());
  }

  @Test
  void mostBlocksOfAPlainFileAreReadApart() throws IOException {
    String plain = text(features(0, 2), ",\n");
    byte[] file = (HEAD + (plain + ",\n").repeat(200) + plain + "]}").getBytes(UTF_8);
    List<Finding> findings = new ArrayList<>();
    try (EntryReader<Initiative> in = open(PLAIN, "x.geojson", file, findings)) {
      EntryBlocks<Initiative> blocks = Objects.requireNonNull(in.blocks(2_000));
      EntryBlocks.Reader<Initiative> reader = blocks.reader(findings::add);
      int apart = 0;
      int inOrder = 0;
      for (Block block = blocks.next(ReadInBlocks.NONE);
          block != null;
          block = blocks.next(ReadInBlocks.NONE)) {
        if (reader.read(block, row -> {})) {
          apart++;
        } else {
          inOrder++;
        }
      }
      assertThat(apart).isGreaterThan(10);
      assertThat(inOrder).as("the first feature, and what follows the last").isEqualTo(2);
    }
  }

  static EntryReader<Initiative> open(
      GeoJsonImporter importer, String name, byte[] file, List<Finding> findings)
      throws IOException {
    return importer.open(new ByteArrayInputStream(file), name, Initiative.class, findings::add);
  }
}
