package org.collporterre.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.collporterre.check.Checker;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.model.Place;
import org.collporterre.model.PlaceBuilder;
import org.collporterre.model.Portrait;
import org.collporterre.report.Finding;
import org.collporterre.report.Located;
import org.collporterre.report.Location;
import org.collporterre.report.Report;
import org.collporterre.vocabulary.PositionPrecision;
import org.collporterre.vocabulary.Sdg;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeoJsonImporterTest {
  private static final String FILE = "x.geojson";
  private static final String FEATURE =
      "{'type':'Feature','geometry':null,'properties':{'id':'a','titre':'A'}}";

  private final Report report = Report.create();
  private boolean stopped;
  private List<String> extensions = List.of();

  @Test
  void readsTheFeaturesOfACollection() {
    List<Initiative> read =
        read(
            "{'type':'FeatureCollection','name':'x','features':[{'type':'Feature','id':'jardin',"
                + "'geometry':{'type':'Point','coordinates':[-4.49,48.41]},'properties':"
                + "{'titre':'Jardin','odd':[2,11],'commune':'Brest','site_web':null}},"
                + FEATURE
                + "],'bbox':[-4.49,48.41,-4.49,48.41]}");

    assertThat(codes()).isEmpty();
    assertThat(read).extracting(Initiative::id).containsExactly("jardin", "a");
    assertThat(read.get(0).sdgs()).containsExactly(Sdg.ZERO_HUNGER, Sdg.SUSTAINABLE_CITIES);
    assertThat(read.get(0).locations())
        .containsExactly(
            PlaceBuilder.builder().locality("Brest").latitude(48.41).longitude(-4.49).build());
    assertThat(read.get(1).locations()).isEmpty();
    assertThat(stopped).isFalse();
  }

  @Test
  void readsALoneFeature() {
    assertThat(read(FEATURE)).extracting(Initiative::id).containsExactly("a");
    assertThat(codes()).isEmpty();
  }

  @Test
  void readsMembersInAnyOrder() {
    List<Initiative> read =
        read(
            "{'features':["
                + FEATURE
                + "],'crs':"
                + crs("EPSG:4326")
                + ",'type':'FeatureCollection'}");

    assertThat(read).hasSize(1);
    assertThat(codes()).containsExactly("crs-obsolete");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "1",
        "null",
        "{}",
        "{'type':'Topology'}",
        "{'type':'FeatureCollection'}",
        "{'type':'FeatureCollection','features':{}}",
        "[{'type':'Feature','geometry':null,'properties':{}}]",
        "{'type':'Point','coordinates':[1,2]}"
      })
  void jsonThatIsNoGeoJsonIsSaidSoAndNotRead(String text) {
    assertThat(read(text)).isEmpty();
    assertThat(codes()).containsExactly("geojson-malformed");
    assertThat(stopped).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"'featurecollection'", "1", "'Feature'"})
  void aCollectionOfAnotherTypeIsReadWithAFinding(String type) {
    assertThat(read("{'type':" + type + ",'features':[" + FEATURE + "]}")).hasSize(1);
    assertThat(codes()).containsExactly("geojson-malformed");
    assertThat(stopped).isFalse();
  }

  @Test
  void aCollectionWithoutTypeIsReadWithAFinding() {
    assertThat(read("{'features':[" + FEATURE + "]}")).hasSize(1);
    assertThat(codes()).containsExactly("geojson-malformed");
  }

  @Test
  void whatIsNoFeatureIsLeftOutWithItsPlace() {
    assertThat(read(collection("null,{'type':'Point','coordinates':[1,2]}," + FEATURE))).hasSize(1);
    assertThat(report.findings())
        .extracting(Finding::code, f -> f.location().pointer())
        .containsExactly(
            tuple("geojson-malformed", "/features/0"),
            tuple("geojson-malformed", "/features/1/type"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "'id':7, # 'titre':'A' # 7 # ",
        "'id':'b', # 'id':'a' # a # feature-id-differs",
        "'id':7, # 'id':'7' # 7 # ",
        "'id':7, # 'id':null # 7 # ",
        "'id':'b', # 'id':'' # b # ",
        " # 'id':12 # 12 # ",
        "'id':{}, # 'id':'a' # a # json-type"
      })
  void theIdentifierIsThatOfThePropertiesElseOfTheFeature(
      String own, String properties, String id, String code) {
    String head = own == null ? "" : own;
    Initiative read =
        one("{'type':'Feature'," + head + "'geometry':null,'properties':{" + properties + "}}");

    assertThat(read.id()).isEqualTo(id);
    assertThat(codes()).isEqualTo(code == null ? List.of() : List.of(code));
  }

  @Test
  void propertiesMayBeNull() {
    assertThat(one("{'type':'Feature','id':'a','geometry':null,'properties':null}").id())
        .isEqualTo("a");
    assertThat(codes()).isEmpty();
  }

  @Test
  void whatIsNotKnownIsKeptAsCompactJson() {
    Initiative read =
        one(
            "{'type':'Feature','geometry':null,'source':{ 'an': 2012 },"
                + "'properties':{'id':'a','mesures':[ 1, 'é\\n' ],'vide':null,'oui':true}}");

    assertThat(read.sheet().extensions())
        .isEqualTo(Map.of("mesures", "[1,\"é\\u000a\"]", "oui", "true", "source", "{\"an\":2012}"));
    assertThat(extensions).containsExactly("mesures", "oui", "source");
    assertThat(codes()).containsOnly("header-unknown").hasSize(4);
  }

  @Test
  void secretsAreNotKept() {
    Initiative read =
        one("{'type':'Feature','geometry':null,'password':'x','properties':{'api_key':'y'}}");

    assertThat(read.sheet().extensions()).isEmpty();
    assertThat(codes()).containsExactly("secret-column", "secret-column");
  }

  @Test
  void aMultiPointIsOneRecordOfSeveralPlaces() {
    Initiative read =
        one(
            "{'type':'Feature','geometry':{'type':'MultiPoint','coordinates':[[-4.5,48],[-4,49]]},"
                + "'properties':{'id':'a','commune':'Brest'}}");

    assertThat(read.locations())
        .containsExactly(
            PlaceBuilder.builder().locality("Brest").latitude(48.0).longitude(-4.5).build(),
            Place.at(49, -4));
    assertThat(codes()).isEmpty();
  }

  @Test
  void thePointsOfACollectionOfGeometriesArePlaces() {
    assertThat(
            geometry(
                    "{'type':'GeometryCollection','geometries':[{'type':'Point','coordinates':"
                        + "[1,2]},{'type':'LineString','coordinates':[[5,5],[6,6]]},"
                        + "{'type':'Point','coordinates':[3,4]}]}")
                .locations())
        .containsExactly(Place.at(2, 1), Place.at(4, 3));
    assertThat(codes()).containsExactly("geometry-not-point");
  }

  /** Of the square 0…2 the scan line through the middle has its middle at 1, 1. */
  @Test
  void anAreaIsAPointInsideThatStandsForATerritory() {
    Initiative read =
        geometry("{'type':'Polygon','coordinates':[[[0,0],[2,0],[2,2],[0,2],[0,0]]]}");

    assertThat(read.locations())
        .containsExactly(
            PlaceBuilder.builder()
                .latitude(1.0)
                .longitude(1.0)
                .precision(PositionPrecision.TERRITORY)
                .build());
    assertThat(codes()).containsExactly("geometry-not-point");
  }

  @Test
  void ringsMayWindEitherWay() {
    geometry("{'type':'Polygon','coordinates':[[[0,0],[0,2],[2,2],[2,0],[0,0]]]}");

    assertThat(codes()).containsExactly("geometry-not-point");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "{'type':'GeometryCollection','geometries':[]}#geometry-empty",
        "{'type':'Point','coordinates':[]}#geometry-empty",
        "{'type':'LineString','coordinates':[]}#geometry-empty",
        "{'type':'MultiPolygon','coordinates':[[]]}#geometry-empty",
        "null#",
      })
  void anEmptyGeometryIsNoPosition(String geometry, String code) {
    assertThat(geometry(geometry).locations()).isEmpty();
    assertThat(codes()).isEqualTo(code == null ? List.of() : List.of(code));
  }

  @Test
  void aFeatureWithoutGeometryIsReadWithAFinding() {
    assertThat(one("{'type':'Feature','properties':{'id':'a'}}").locations()).isEmpty();
    assertThat(codes()).containsExactly("geometry-missing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "[1,2] # ",
        "true # ",
        "{} # ",
        "{'type':'point','coordinates':[1,2]} # /type",
        "{'type':'Point'} # ",
        "{'type':'Point','coordinates':null} # /coordinates",
        "{'type':'Point','coordinates':[1]} # /coordinates",
        "{'type':'Point','coordinates':[[1,2]]} # /coordinates",
        "{'type':'Point','coordinates':[1,'nord']} # /coordinates/1",
        "{'type':'Point','coordinates':[1,null]} # /coordinates/1",
        "{'type':'Point','coordinates':[1,1e999]} # /coordinates/1",
        "{'type':'MultiPoint','coordinates':[1,2]} # /coordinates/0",
        "{'type':'LineString','coordinates':[[1,2]]} # /coordinates",
        "{'type':'MultiLineString','coordinates':[[[1,2],[3,4]],[[1,2]]]} # /coordinates/1",
        "{'type':'Polygon','coordinates':[[[0,0],[2,0],[0,0]]]} # /coordinates/0",
        "{'type':'Polygon','coordinates':[[[0,0],[2,0],[2,2],[0,2]]]} # /coordinates/0/3",
        "{'type':'Polygon','coordinates':[[[0,0],[2,2],[2,0],[0,2],[0,0]]]} # /coordinates",
        "{'type':'MultiPolygon','coordinates':[0,1]} # /coordinates/0",
        "{'type':'GeometryCollection'} # ",
        "{'type':'GeometryCollection','geometries':[false]} # /geometries/0"
      })
  void aMalformedGeometryIsFoundAtItsPlaceAndTheRecordStays(String geometry, String place) {
    assertThat(geometry(geometry).locations()).isEmpty();
    assertThat(report.findings())
        .extracting(Finding::code, f -> f.location().pointer())
        .containsExactly(tuple("geometry-malformed", "/geometry" + (place == null ? "" : place)));
  }

  @Test
  void numbersAsTextAreReadWithAFinding() {
    assertThat(geometry("{'type':'Point','coordinates':['-4.49',' 48.41 ']}").locations())
        .containsExactly(Place.at(48.41, -4.49));
    assertThat(codes()).containsExactly("number-as-text");
  }

  @Test
  void altitudesAreDroppedWithOneFindingARecord() {
    assertThat(geometry("{'type':'MultiPoint','coordinates':[[1,2,3],[4,5,6,7]]}").locations())
        .containsExactly(Place.at(2, 1), Place.at(5, 4));
    assertThat(codes()).containsExactly("altitude-dropped");
  }

  /** The constraint finds it; the place is that of the number. */
  @Test
  void aCoordinateOutOfRangeIsFoundWhereItStands() throws IOException {
    String text =
        ("{'type':'Feature','properties':{'id':'a','titre':'A'},\n'geometry':{'type':'MultiPoint',"
                + "\n 'coordinates':[[1,2],[180,90],[-180,-90],[1,-91]]}}")
            .replace('\'', '"');
    try (EntryReader<Initiative> reader = open(text, Initiative.class);
        Checker.Run run = Checker.standard().start(report)) {
      reader.forEach(run::accept);
    }

    assertThat(report.findings())
        .filteredOn(f -> f.code().equals("coordinates-out-of-range"))
        .extracting(Finding::location)
        .containsExactly(new Location(FILE, 3, 46, "/geometry/coordinates/3/1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "urn:ogc:def:crs:OGC:1.3:CRS84",
        "urn:ogc:def:crs:OGC::CRS84",
        "EPSG:4326",
        "epsg:4326",
        "urn:ogc:def:crs:EPSG::4326",
        "urn:x-ogc:def:crs:EPSG:6.9:4326",
        "http://www.opengis.net/def/crs/EPSG/0/4326",
        "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
        "http://www.opengis.net/gml/srs/epsg.xml#4326",
        "CRS:84",
        "OGC:CRS84",
        "WGS84"
      })
  void everyCommonSpellingOfWgs84IsRead(String name) {
    assertThat(located(crs(name))).isTrue();
    assertThat(codes()).containsExactly("crs-obsolete");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'name','properties':{'name':'EPSG:31370'}}",
        "{'type':'name','properties':{'name':'urn:ogc:def:crs:EPSG::3395'}}",
        "{'type':'name','name':'EPSG:31370'}",
        "{'type':'EPSG','properties':{'code':27700}}",
        "{'type':'link','properties':{'href':'http://exemple.org/crs/42'}}",
        "'EPSG:31370'"
      })
  void positionsInAnotherReferenceSystemAreNotRead(String crs) {
    assertThat(located(crs)).isFalse();
    assertThat(codes()).containsExactly("crs-not-wgs84");
    assertThat(stopped).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'name','name':'EPSG:4326'}",
        "{'type':'name','properties':{}}",
        "null",
        "[]"
      })
  void aMalformedReferenceSystemIsAWarning(String crs) {
    assertThat(located(crs)).isTrue();
    assertThat(codes()).containsExactly("crs-malformed");
  }

  @Test
  void anotherReferenceSystemBehindThePositionsEndsTheReading() {
    read(
        "{'type':'FeatureCollection','features':[" + FEATURE + "],'crs':" + crs("EPSG:2154") + "}");

    assertThat(codes()).containsExactly("crs-not-wgs84");
    assertThat(stopped).isTrue();
  }

  @Test
  void theGeometryWinsOverThePositionInTheProperties() {
    String start = "{'type':'Feature','geometry':{'type':'Point','coordinates':[1,2]},";

    assertThat(one(start + "'properties':{'id':'a','lat':3,'lon':1}}").locations())
        .containsExactly(Place.at(2, 1));
    assertThat(codes()).contains("position-differs");
  }

  @Test
  void thePositionInThePropertiesMayBeRounded() {
    one(
        "{'type':'Feature','geometry':{'type':'Point','coordinates':[1.123456789,2]},"
            + "'properties':{'id':'a','latitude':2,'longitude':1.123457}}");

    assertThat(codes()).isEmpty();
  }

  @Test
  void withoutAGeometryThePropertiesGiveThePosition() {
    assertThat(
            one("{'type':'Feature','geometry':null,'properties':{'latitude':2,'longitude':1}}")
                .locations())
        .containsExactly(Place.at(2, 1));
  }

  @Test
  void theFirstOfTwoMembersOfOneNameIsRead() {
    List<Initiative> read =
        read(
            collection("{'type':'Feature','geometry':null,'properties':{'id':'a','id':'b'}}")
                .replace("]}", "],'features':[" + FEATURE + "]}"));

    assertThat(read).extracting(Initiative::id).containsExactly("a");
    assertThat(report.findings())
        .extracting(Finding::code, f -> f.location().pointer())
        .containsExactly(
            tuple("json-key-duplicate", "/features/0/properties/id"),
            tuple("json-key-duplicate", "/features"));
  }

  @Test
  void foreignMembersOfTheCollectionAreSaidOnceEach() {
    read("{'type':'FeatureCollection','licence':'x','features':[],'generator':{},'name':'n'}");

    assertThat(report.findings())
        .extracting(Finding::code, Finding::value)
        .containsExactly(
            tuple("foreign-member-ignored", "licence"),
            tuple("foreign-member-ignored", "generator"));
  }

  @Test
  void recordsBeforeAFaultAreRead() {
    assertThat(read("{'type':'FeatureCollection','features':[" + FEATURE + ",\n {'type' 'F'}]}"))
        .hasSize(1);
    assertThat(report.findings())
        .extracting(Finding::code, Finding::location)
        .containsExactly(tuple("json-malformed", new Location(FILE, 2, 10)));
    assertThat(stopped).isTrue();
  }

  @Test
  void aReaderThatIsClosedEarlyHasStopped() throws IOException {
    EntryReader<Initiative> reader =
        open(collection(FEATURE + "," + FEATURE).replace('\'', '"'), Initiative.class);
    assertThat(reader.iterator().hasNext()).isTrue();
    reader.close();

    assertThat(reader.stopped()).isTrue();
    assertThatThrownBy(reader::iterator).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void portraitsAreNotInGeoJson() {
    assertThatThrownBy(() -> open("{}", Portrait.class))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void allRecordsAreInitiatives() throws IOException {
    try (EntryReader<Entry> reader = open(FEATURE.replace('\'', '"'), Entry.class)) {
      assertThat(reader).extracting(Located::value).hasOnlyElementsOfType(Initiative.class);
    }
  }

  @Test
  void chosenNamesAndGeneratedIdentifiersAreUnderstood() throws IOException {
    byte[] text =
        "{'type':'Feature','id':null,'geometry':null,'properties':{'lib':'Le jardin','lieu':'48, -4'}}"
            .replace('\'', '"')
            .getBytes(UTF_8);
    GeoJsonImporter importer =
        GeoJsonImporter.create()
            .withColumn("lib", "titre")
            .withColumn("lieu", "latitude,longitude")
            .withGeneratedIds();
    try (EntryReader<Initiative> reader =
        importer.open(new ByteArrayInputStream(text), FILE, Initiative.class, report)) {
      Initiative read = reader.iterator().next().value();
      assertThat(read.id()).isEqualTo("le-jardin");
      assertThat(read.locations()).containsExactly(Place.at(48, -4));
    }
  }

  private static String crs(String name) {
    return "{'type':'name','properties':{'name':'" + name + "'}}";
  }

  private static String collection(String features) {
    return "{'type':'FeatureCollection','features':[" + features + "]}";
  }

  private boolean located(String crs) {
    List<Initiative> read =
        read(
            "{'type':'FeatureCollection','crs':"
                + crs
                + ",'features':[{'type':'Feature','properties':{'id':'a'},"
                + "'geometry':{'type':'Point','coordinates':[1,2]}}]}");
    assertThat(read).hasSize(1);
    return !read.get(0).locations().isEmpty();
  }

  private Initiative geometry(String geometry) {
    return one("{'type':'Feature','properties':{'id':'a'},'geometry':" + geometry + "}");
  }

  private Initiative one(String text) {
    List<Initiative> read = read(text);
    assertThat(read).hasSize(1);
    return read.get(0);
  }

  private List<String> codes() {
    return report.findings().stream().map(Finding::code).toList();
  }

  private List<Initiative> read(String text) {
    List<Initiative> read = new ArrayList<>();
    try (EntryReader<Initiative> reader = open(text.replace('\'', '"'), Initiative.class)) {
      reader.forEach(row -> read.add(row.value()));
      stopped = reader.stopped();
      extensions = reader.extensions();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return read;
  }

  private <E extends Entry> EntryReader<E> open(String text, Class<E> type) throws IOException {
    return GeoJsonImporter.create()
        .open(new ByteArrayInputStream(text.getBytes(UTF_8)), FILE, type, report);
  }
}
