package org.collporterre.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.collporterre.model.Initiative;
import org.collporterre.model.Place;
import org.collporterre.report.Finding;
import org.collporterre.report.Located;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a file of GeoJSON, whole; apostrophes stand for quotes. */
class GeoJsonFindingsTest {
  private static final String FEATURE =
      "{'type':'Feature','geometry':null,'properties':{'id':'a'}}";

  private final List<Finding> findings = new ArrayList<>();
  private boolean stopped;

  private List<Initiative> read(GeoJsonImporter importer, String name, String text)
      throws IOException {
    List<Initiative> records = new ArrayList<>();
    byte[] bytes = text.replace('\'', '"').getBytes(UTF_8);
    try (EntryReader<Initiative> in =
        importer.open(new ByteArrayInputStream(bytes), name, Initiative.class, findings::add)) {
      assertThat(in.extensions()).isEmpty();
      in.forEach(row -> records.add(row.value()));
      stopped = in.stopped();
    }
    return records;
  }

  private List<Initiative> read(String text) throws IOException {
    return read(GeoJsonImporter.create(), "x.geojson", text);
  }

  private String found() {
    return String.join("; ", findings.stream().map(ShownFindings::shown).toList())
        .replace('"', '\'');
  }

  private static List<String> places(Initiative record) {
    return record.locations().stream()
        .map(place -> place.latitude() + " " + place.longitude())
        .toList();
  }

  /** The geometry begins a line. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "[1,2] # 1 - [1,2] {'type': …, 'coordinates': …}",
        "{'type':'Point'} # 1 - {'type':'Point'} coordinates",
        "{'type':'GeometryCollection'} # 1 - {'type':'GeometryCollection'} geometries",
        "{'type':'Point','coordinates':null} # 31 -  [longitude, latitude]",
        "{'type':'Point','coordinates':[1]} # 31 - [1] [longitude, latitude]",
        "{'type':'Point','coordinates':[1,'nord']} # 34 - nord -4.4861",
        "{'type':'Point','coordinates':[1,1e999]} # 34 - 1e999 -4.4861",
        "{'type':'Point','coordinates':['1e1',1]} # 32 - 1e1 -4.4861",
        "{'type':'MultiPoint','coordinates':3} # 36 - 3 [[longitude, latitude], …]",
        "{'type':'MultiPoint','coordinates':[1,2]} # 37 - 1 [longitude, latitude]",
        "{'type':'LineString','coordinates':[[1,2]]} # 36 - [[1,2]] [[longitude, latitude], …]",
        "{'type':'MultiLineString','coordinates':1} # 41 - 1 [[[longitude, latitude], …], …]",
        "{'type':'Polygon','coordinates':1} # 33 - 1 [[[longitude, latitude], …], …]",
        "{'type':'Polygon','coordinates':[[[0,0],[2,0],[0,0]]]} # 34 - 3 ≥ 4",
        "{'type':'Polygon','coordinates':[[[0,0],[2,0],[2,2],[0,2]]]} # 53 - [0,2] [0,0]",
        "{'type':'Polygon','coordinates':[[[0,0],[2,2],[2,0],[0,2],[0,0]]]}"
            + " # 33 - Self-intersection OGC 06-103r4",
        "{'type':'MultiPolygon','coordinates':1} # 38 - 1 [[[[longitude, latitude], …], …], …]"
      })
  void aMalformedGeometryIsShownWithWhatWouldBeRight(String geometry, String expected)
      throws IOException {
    read("{'type':'Feature','properties':{'id':'a'},'geometry':\n" + geometry + "}");

    int blank = expected.indexOf(' ');
    assertThat(found())
        .isEqualTo(
            "2:"
                + expected.substring(0, blank)
                + " geometry-malformed a"
                + expected.substring(blank)
                + " -");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{'type':'point','coordinates':[1,2]}"})
  void theTypesOfGeometriesAreNamed(String geometry) throws IOException {
    read("{'type':'Feature','properties':{'id':'a'},'geometry':" + geometry + "}");

    assertThat(findings)
        .extracting(Finding::expected)
        .containsExactly(
            "Point | MultiPoint | LineString | MultiLineString | Polygon | MultiPolygon |"
                + " GeometryCollection");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "{'type':'MultiPoint','coordinates':[[1,2,3],[4,5,6,7]]}"
            + " # 2:42 altitude-dropped a - 3 - - # 2.0 1.0, 5.0 4.0",
        "{'type':'MultiPoint','coordinates':[[1,'2'],['3','4']]}"
            + " # 2:40 number-as-text a latitude 2 - - # 2.0 1.0, 4.0 3.0",
        "{'type':'GeometryCollection','geometries':[]}"
            + " # 2:1 geometry-empty a - GeometryCollection 'geometry': null - # ``",
        "{'type':'LineString','coordinates':[[0,0],[1,1],[2,0]]}"
            + " # 2:1 geometry-not-point a - LineString Point | MultiPoint - # 1.0 1.0",
        "{'type':'MultiLineString','coordinates':[[],[[0,0],[1,1],[2,0]]]}"
            + " # 2:1 geometry-not-point a - MultiLineString Point | MultiPoint - # 1.0 1.0",
        "{'type':'MultiPolygon','coordinates':[[],[[[0,0],[2,0],[2,2],[0,2],[0,0]]]]}"
            + " # 2:1 geometry-not-point a - MultiPolygon Point | MultiPoint - # 1.0 1.0",
        "{'type':'Point','coordinates':[1,2],'x':1}"
            + " # 2:41 foreign-member-ignored - x x - - # 2.0 1.0",
        "{'type':'Point','coordinates':[1,2],'bbox':[1]}"
            + " # 2:44 bbox-malformed - bbox [1] [west, south, east, north] - # 2.0 1.0",
        "{'type':'Point','coordinates':[1,2],'crs':'EPSG:31370'}"
            + " # 2:43 crs-not-wgs84 - crs EPSG:31370 urn:ogc:def:crs:OGC::CRS84 - # ``",
        "{'type':'Point','coordinates':[1,2],'crs':'EPSG:4326'}"
            + " # 2:43 crs-malformed - crs EPSG:4326 - - # 2.0 1.0"
      })
  void whatIsTakenFromAGeometryAndSaidOfIt(String geometry, String expected, String places)
      throws IOException {
    Initiative record =
        read("{'type':'Feature','properties':{'id':'a'},'geometry':\n" + geometry + "}").get(0);

    assertThat(found()).isEqualTo(expected);
    assertThat(String.join(", ", places(record))).isEqualTo(places);
  }

  /** Members of the feature begin a line. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "'properties':{} # 1:1 geometry-missing - - - 'geometry': null -",
        "'geometry':null # 1:1 properties-missing - - - 'properties': { } -",
        "'geometry':null,'properties':3 # 2:30 json-type - properties 3 object -",
        "'id':{},'geometry':null,'properties':{} # 2:6 json-type - id {} text -",
        "'id':'b','geometry':null,'properties':{'id':'a'} # 2:6 feature-id-differs - id b a -",
        "'bbox':[1,2,3,4,5],'geometry':null,'properties':{}"
            + " # 2:8 bbox-malformed - bbox [1,2,3,4,5] [west, south, east, north] -",
        "'bbox':[1,2,3,'4'],'geometry':null,'properties':{}"
            + " # 2:8 bbox-malformed - bbox [1,2,3,'4'] [west, south, east, north] -",
        "'bbox':{},'geometry':null,'properties':{}"
            + " # 2:8 bbox-malformed - bbox {} [west, south, east, north] -",
        "'bbox':[1,2,3,4],'geometry':null,'properties':{} # ``",
        "'bbox':[1,2,3,4,5,6],'geometry':null,'properties':{} # ``",
        "'x':null,'geometry':null,'properties':{} # 2:5 header-unknown - x x - -",
        "'geometry':null,'properties':{'x':1},'x':2"
            + " # 2:35 header-unknown - x x - -; 2:42 header-duplicate - x x - -",
        "'id':' t ','geometry':null,'properties':{'id':'t'} # ``",
        "'geometry':null,'properties':{},'properties':{}"
            + " # 2:46 json-key-duplicate - properties properties - -"
      })
  void aFeatureIsReadWithWhatIsSaidOfItsMembers(String members, String expected)
      throws IOException {
    assertThat(read("{'type':'Feature',\n" + members + "}")).hasSize(1);

    assertThat(found()).isEqualTo(expected);
    assertThat(stopped).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "[] # 1:1 geojson-malformed - - […] FeatureCollection - # true",
        "1 # 1:1 geojson-malformed - - 1 FeatureCollection - # true",
        "{} # 1:1 geojson-malformed - - {} FeatureCollection - # true",
        "{'type':'Topology'} # 1:9 geojson-malformed - - Topology FeatureCollection - # true",
        "{'type':'FeatureCollection'} # 1:1 geojson-malformed - - - 'features': [ ] - # true",
        "{'type':'FeatureCollection','features':{}}"
            + " # 1:40 geojson-malformed - - {} 'features': [ ] - # true",
        "{'type':'FeatureCollection','features':{},'features':[]}"
            + " # 1:54 json-key-duplicate - features features - -;"
            + " 1:40 geojson-malformed - - {} 'features': [ ] - # false",
        "{'type':'FeatureCollection','features':[{'x':{'y':1,'y':2}},{}]}"
            + " # 1:41 geojson-malformed - - {'x':{'y':1}} Feature -;"
            + " 1:57 json-key-duplicate - y y - -; 1:61 geojson-malformed - - {} Feature - # false",
        "{'features':[]} # 1:1 geojson-malformed - - - 'type': 'FeatureCollection' - # false",
        "{'type':'x','features':[]} # 1:9 geojson-malformed - - x FeatureCollection - # false",
        "{'type':'FeatureCollection','features':[7,{}]}"
            + " # 1:41 geojson-malformed - - 7 Feature -;"
            + " 1:43 geojson-malformed - - {} Feature - # false",
        "{'type':'FeatureCollection','features':[],'bbox':[]}"
            + " # 1:50 bbox-malformed - bbox [] [west, south, east, north] - # false",
        "{'name':'n','collporterre':{},'type':'FeatureCollection','features':[]} # `` # false",
        "{'type':'Topology','a':{'b':1,'b':2}}"
            + " # 1:35 json-key-duplicate - b b - -;"
            + " 1:9 geojson-malformed - - Topology FeatureCollection - # true",
        "`\uFEFF{'type':'FeatureCollection','features':[]}`"
            + " # 1:1 bom-present - - - - - # false"
      })
  void whatIsSaidOfADocument(String text, String expected, boolean stops) throws IOException {
    assertThat(read(text)).isEmpty();

    assertThat(found()).isEqualTo(expected);
    assertThat(stopped).isEqualTo(stops);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "{'type':'EPSG','properties':{'code':4326}} # crs-obsolete - crs EPSG:4326 - -",
        "{'properties':{'name':'EPSG:4326'}}"
            + " # crs-malformed - crs {'properties':{'name':'EPSG:4326'}} - -",
        "{'type':'l','properties':{'href':'http://x/EPSG/0/4326'}}"
            + " # crs-malformed - crs {'type':'l','properties':{'href':'http://x/EPSG/0/4326'}} - -",
        "{'type':'n','properties':{'name':{}}}"
            + " # crs-malformed - crs {'type':'n','properties':{'name':{}}} - -",
        "{'type':'n','properties':{'name':'X:4326'}}"
            + " # crs-not-wgs84 - crs X:4326 urn:ogc:def:crs:OGC::CRS84 -",
        "{'type':'n','properties':{'code':{}}}"
            + " # crs-malformed - crs {'type':'n','properties':{'code':{}}} - -",
        "{'type':'n','properties':{'name':'EPSG:2154'}} # position-projected - crs - EPSG:2154 -"
      })
  void whatIsSaidOfAReferenceSystem(String crs, String expected) throws IOException {
    read("{'type':'FeatureCollection','crs':" + crs + ",'features':[]}");

    assertThat(found()).isEqualTo("1:35 " + expected);
  }

  /** The origin of Lambert 93 is by definition at 46.5° north and 3° east. */
  @Test
  void positionsInAKnownProjectionAreConverted() throws IOException {
    String point =
        "{'type':'Feature','properties':{'id':'a'},'geometry':{'type':'Point',"
            + "'coordinates':[700000,6600000]}}";
    String second = point.replace("700000,6600000", "-4,48");
    List<Initiative> read =
        read(
            "{'crs':{'type':'n','properties':{'name':'EPSG:2154'}},'type':'FeatureCollection',"
                + "'features':["
                + point
                + ","
                + second
                + "]}");

    assertThat(places(read.get(0))).containsExactly("46.5 3.0");
    assertThat(read.get(1).locations()).isEmpty();
    assertThat(findings)
        .extracting(Finding::code)
        .containsExactly("position-projected", "geometry-malformed");
    assertThat(findings.get(1).expected()).isEqualTo("EPSG:2154");

    findings.clear();
    GeoJsonImporter told = GeoJsonImporter.create().withCrs("EPSG:2154");
    assertThat(places(read(told, "x.geojson", point).get(0))).containsExactly("46.5 3.0");
    GeoJsonImporter strict = GeoJsonImporter.create().without("position-projected");
    String file =
        "{'crs':{'type':'n','properties':{'name':'EPSG:2154'}},'type':'FeatureCollection',"
            + "'features':["
            + point
            + "]}";
    assertThat(read(strict, "x.geojson", file).get(0).locations()).isEmpty();
    assertThat(findings).extracting(Finding::code).containsExactly("crs-not-wgs84");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "`A\n{'type'\n\n B` # 2:8 json-malformed - - 0x0A : - # a b",
        "`A\n[]\n7\n[A,A]\nB\n` # 2:1 geojson-malformed - - […] Feature -;"
            + " 3:1 geojson-malformed - - 7 Feature -; 4:1 geojson-malformed - - […] Feature - # a b",
        "`{}\nA` # 1:1 geojson-malformed - - {} Feature - # a",
        "`A\n{'type':'Feature','geometry':null,'properties':{},'x':{'y':1,'y':2}}`"
            + " # 2:66 json-key-duplicate - y y - -; 2:55 header-unknown - x x - - # a null"
      })
  void aLineThatIsNoFeatureHarmsNoOther(String lines, String expected, String ids)
      throws IOException {
    List<Initiative> read =
        read(
            GeoJsonImporter.create(),
            "x.geojsonl",
            lines.replace("A", FEATURE).replace("B", FEATURE.replace("'a'", "'b'")));

    assertThat(found()).isEqualTo(expected);
    assertThat(String.join(" ", read.stream().map(Initiative::id).toList())).isEqualTo(ids);
    assertThat(stopped).isFalse();
  }

  @Test
  void aFaultAtTheEndOfSeveralTextsIsSaid() throws IOException {
    assertThat(read("\u001E" + FEATURE + "\n\u001E{'type'")).hasSize(1);

    assertThat(found()).isEqualTo("2:9 json-malformed - - - : -");
    assertThat(stopped).isFalse();
  }

  /** The first place is the one of the properties: no geometry can say more. */
  @Test
  void placesThatAreListedWinOverTheGeometry() throws IOException {
    String start =
        "{'type':'Feature','geometry':{'type':'MultiPoint','coordinates':[[1,2],[3,4]]},"
            + "'properties':{'id':'a',";

    assertThat(read(start + "'lieux':[{'commune':'X','latitude':8,'longitude':9}]}}").get(0))
        .extracting(GeoJsonFindingsTest::places)
        .isEqualTo(List.of("8.0 9.0"));
    assertThat(read(start + "'lieux':[{'commune':'X'}]}}").get(0))
        .extracting(GeoJsonFindingsTest::places)
        .isEqualTo(List.of("2.0 1.0", "4.0 3.0"));
  }

  @Test
  void aPrecisionInThePropertiesStays() throws IOException {
    Place place =
        read("{'type':'Feature','geometry':{'type':'LineString','coordinates':[[0,0],[1,1],[2,0]]},"
                + "'properties':{'id':'a','precision_position':'voie'}}")
            .get(0)
            .locations()
            .get(0);

    assertThat(String.valueOf(place.precision())).isEqualTo("STREET");
  }

  /** A hundred thousandth of a degree is about a metre. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "[[1,2]] # 2 # 1.00002 # 2.0, 1.00002 > 2, 1",
        "[[1,2]] # 2.00002 # 1 # 2.00002, 1.0 > 2, 1",
        "[[1,2]] # 2.000009 # 0.999991 # ''",
        "[[1,2],[3,4]] # 4 # 3 # ''"
      })
  void aPositionInThePropertiesIsComparedWithThoseOfTheGeometry(
      String points, String latitude, String longitude, String expected) throws IOException {
    read(
        "{'type':'Feature','geometry':{'type':'MultiPoint','coordinates':"
            + points
            + "},'properties':{'id':'a','latitude':"
            + latitude
            + ",'longitude':"
            + longitude
            + "}}");

    assertThat(
            findings.stream()
                .map(f -> f.code() + " " + f.field() + " " + f.value() + " > " + f.expected())
                .toList())
        .isEqualTo(
            expected.isEmpty() ? List.of() : List.of("position-differs latitude " + expected));
  }

  /** At the end of a file that was read whole. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "{'type':'FeatureCollection','features':[A]} # mapping-source-missing",
        "A # mapping-source-missing",
        "`\u001EA\n\u001EA` # mapping-source-missing",
        "{'type':'FeatureCollection','features':[A # json-malformed",
        "{'type':'FeatureCollection','features':[A],'crs':'EPSG:1'} # crs-not-wgs84"
      })
  void aNameThatWasChosenAndIsNowhereIsSaid(String text, String codes) throws IOException {
    read(
        GeoJsonImporter.create().withColumn("zz", "titre"),
        "x.geojson",
        text.replace("A", FEATURE));

    assertThat(findings).extracting(Finding::code).containsExactly(codes);
  }

  /** Of longer names only the beginning is remembered. */
  @ParameterizedTest
  @CsvSource({"199, 2", "200, 1"})
  void aLongNameIsToldApartByItsBeginning(int same, int said) throws IOException {
    String name = "n".repeat(same);
    read("{'type':'FeatureCollection','" + name + "a':1,'" + name + "b':1,'features':[]}");

    assertThat(findings)
        .extracting(Finding::code)
        .hasSize(said)
        .containsOnly("foreign-member-ignored");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 90, 5000})
  void blocksGiveWhatReadingOneByOneGives(int size) throws IOException {
    String features =
        "{'type':'Feature','geometry':{'type':'Point','coordinates':[-4.49,48.41]},"
            + "'properties':{'id':'b','titre':'B','x':1}},\n{},"
            + "{'type':'Feature','geometry':null,'properties':{'titre':'  C ','id':'c'}},"
            + "{'type':'Feature','geometry':null,'properties':{'titre':'B'},'y':{'z':1,'z':2}},";
    for (String end : List.of("]}", "],'bbox':[1],'z':1}", "{]}", "7]}", "],'crs':'EPSG:1'}")) {
      String all = "{'type':'FeatureCollection','features':[" + features.repeat(3);
      String text = all + (end.startsWith("]") ? FEATURE + end : end);
      byte[] file = text.replace('\'', '"').getBytes(UTF_8);
      ReadInBlocks.File<Initiative> opened =
          into ->
              GeoJsonImporter.create()
                  .withGeneratedIds()
                  .open(new ByteArrayInputStream(file), "x.geojson", Initiative.class, into::add);

      ReadInBlocks.Outcome one = ReadInBlocks.one(opened);
      assertThat(one.records()).hasSizeGreaterThanOrEqualTo(9);
      assertThat(ReadInBlocks.several(opened, size, 2)).isEqualTo(one);
    }
  }

  @Test
  void whatIsNoCollectionIsReadByOneThread() throws IOException {
    for (String text : List.of(FEATURE, "[]", "\u001E" + FEATURE, "{'features':[]}")) {
      try (EntryReader<Initiative> in =
          GeoJsonImporter.create()
              .open(
                  new ByteArrayInputStream(text.replace('\'', '"').getBytes(UTF_8)),
                  "x.geojson",
                  Initiative.class,
                  findings::add)) {
        EntryBlocks<Initiative> blocks = Objects.requireNonNull(in.blocks(100));
        assertThat(blocks).isInstanceOf(RecordBlocks.class);
        List<Located<Initiative>> rows = new ArrayList<>();
        blocks.read(Objects.requireNonNull(blocks.next(ReadInBlocks.NONE)), rows::add);
        assertThat(rows).hasSize(text.contains("Feature'") ? 1 : 0);
      }
    }
  }

  @Test
  void aFileOfInitiativesIsCopiedWithoutItsSecrets(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("x.geojson");
    Files.writeString(file, "{\"type\":\"Feature\",\"password\":\"secret\"}");
    GeoJsonImporter importer = GeoJsonImporter.create();

    assertThat(importer.detectType(file)).contains(Initiative.class);
    assertThatThrownBy(() -> importer.detectType(folder)).isInstanceOf(IOException.class);
    Path copy = folder.resolve("copy.geojson");
    assertThat(importer.hide(file, Initiative.class, copy)).isTrue();
    assertThat(copy).hasContent("{\"type\":\"Feature\",\"password\":\"***\"}");
  }

  @Test
  void aReaderIsStoppedWhenItIsClosedBeforeItsFirstRecordIsTaken() throws IOException {
    String text = "{'type':'FeatureCollection','features':[" + FEATURE + "]}";
    EntryReader<Initiative> in =
        GeoJsonImporter.create()
            .open(
                new ByteArrayInputStream(text.replace('\'', '"').getBytes(UTF_8)),
                "x.geojson",
                Initiative.class,
                findings::add);
    assertThat(in.blocks(100)).isNotNull();
    in.close();

    assertThat(in.stopped()).isTrue();
  }
}
