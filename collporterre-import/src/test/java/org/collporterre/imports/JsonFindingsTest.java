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
import java.util.Map;
import org.collporterre.model.Actor;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.report.Finding;
import org.collporterre.report.Located;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a file of JSON, whole; apostrophes stand for quotes. */
class JsonFindingsTest {
  private final List<Finding> findings = new ArrayList<>();
  private final List<Located<?>> rows = new ArrayList<>();
  private List<String> extensions = List.of();
  private boolean stopped;

  private <E extends Entry> List<E> read(JsonImporter importer, String text, Class<E> type)
      throws IOException {
    List<E> records = new ArrayList<>();
    byte[] bytes = text.replace('\'', '"').getBytes(UTF_8);
    try (EntryReader<E> in =
        importer.open(new ByteArrayInputStream(bytes), "x.json", type, findings::add)) {
      in.forEach(
          row -> {
            rows.add(row);
            records.add(row.value());
          });
      extensions = in.extensions();
      stopped = in.stopped();
    }
    return records;
  }

  /** Reads a record of ours, of which the members begin the second line. */
  private Initiative ours(String members) throws IOException {
    return read(
            JsonImporter.create(),
            "[{'type_fiche':'initiative',\n" + members + "}]",
            Initiative.class)
        .get(0);
  }

  private String found() {
    return String.join("; ", findings.stream().map(ShownFindings::shown).toList())
        .replace('"', '\'');
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "'x' # 1:35 version-malformed - version_format x 1.0 - # false",
        "'2.0' # 1:35 format-newer - version_format 2.0 1.0 - # true",
        "'1.1' # 1:35 format-newer-minor - version_format 1.1 1.0 - # false",
        "'1.0' # `` # false",
        "'0.9' # `` # false"
      })
  void theVersionOfTheFormatIsLookedAt(String version, String expected, boolean stops)
      throws IOException {
    read(
        JsonImporter.create(),
        "{'collporterre':{'version_format':" + version + "},'fiches':[]}",
        Entry.class);

    assertThat(found()).isEqualTo(expected);
    assertThat(stopped).isEqualTo(stops);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "[7] # 1:2 json-type - - 7 object - # 0 # false",
        "[{'type_fiche':'x'}]"
            + " # 1:16 record-type-unknown - type_fiche x initiative|portrait|methodologie - # 0 # false",
        "[{'type_fiche':3}]"
            + " # 1:16 record-type-unknown - type_fiche 3 initiative|portrait|methodologie - # 0 # false",
        "[{'type_fiche':null,'id':'a'},{'id':'b'}]"
            + " # 1:2 record-type-unknown - type_fiche - initiative|portrait|methodologie -;"
            + " 1:31 record-type-unknown - type_fiche - initiative|portrait|methodologie - # 0 # false",
        "{'zz':1} # 1:1 record-type-unknown - type_fiche - initiative|portrait|methodologie - # 0 # true",
        "12 # 1:1 record-type-unknown - type_fiche 12 initiative|portrait|methodologie - # 0 # true",
        "{'zz':[1]} # 1:8 records-not-found - - /zz { } - # 0 # true",
        "`\uFEFF{'portraits':[{'id':'a'}]}` # 1:1 bom-present - - - - - # 1 # false",
        "{'data':[{'titre':'A'},{'titre':'B'}]}"
            + " # 1:9 records-found - - /data - -;"
            + " 1:10 record-type-unknown - type_fiche - initiative|portrait|methodologie - # 0 # false",
        "{'fiches':[],'a':{'b':1,'b':2}} # 1:29 json-key-duplicate - b b - - # 0 # false"
      })
  void whatIsSaidOfADocument(String text, String expected, int records, boolean stops)
      throws IOException {
    assertThat(read(JsonImporter.create(), text, Entry.class)).hasSize(records);

    assertThat(found()).isEqualTo(expected);
    assertThat(stopped).isEqualTo(stops);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "'password':'x','id':'a' # 2:12 secret-column a password password - - # ``",
        "'id':'a','titre':'A','title':'B'"
            + " # 2:30 header-duplicate a title title titre - # title=B",
        "'id':'a','titre':'A','title':' ' # `` # ``",
        "'id':'a','title':'A' # 2:18 header-alias-used a title title titre !title=titre # ``",
        "'odd':[99],'id':'a' # 2:8 code-unknown a odd 99 1|2|3|4|5|6|7|8|9|10|11|12|13|14|15|16|17 - # ``",
        "'id':'a','couleur':{'r':1},'vide':null # 2:20 header-unknown a couleur couleur - -;"
            + " 2:35 header-unknown a vide vide - - # couleur={'r':1}",
        "'id':'a','x':'' # 2:14 header-unknown a x x - - # x=",
        "'titre@en':'E','titre':'A','id':'a' # `` # ``",
        "'titre@en':'E','id':'a' # `` # titre@en=E",
        "'id':'a','titre':'A','titre@1':'E' # 2:32 header-unknown a titre@1 titre@1 - - # titre@1=E",
        "'id':'a','titre':'A','titre@en':1 # 2:33 header-unknown a titre@en titre@en - - # titre@en=1",
        "'id':'a','commune@en':'E'"
            + " # 2:23 header-unknown a commune@en commune@en - - # commune@en=E",
        "'id':'a','@en':'E' # 2:16 header-unknown a @en @en - - # @en=E",
        "'id':'a','titre':{} # 2:18 json-type a titre {} text - # ``",
        "'id':'a','latitude':'4' # 2:21 number-as-text a latitude 4 - - # ``",
        "'id':'a','resume':'\\ud83c' # 2:19 half-surrogate a resume \uFFFD - - # ``",
        "'id':'a','zz':'\\ud83c' # 2:15 header-unknown a zz zz - -;"
            + " 2:15 half-surrogate a zz \uFFFD - - # zz=\uFFFD",
        "'id':'a','extensions':{'x':1,'api_key':2} # 2:40 secret-column a api_key api_key - - # x=1",
        "'id':'a','extensions':3"
            + " # 2:23 header-unknown a extensions extensions - - # extensions=3",
        "'id':'a','porteurs':[{'nom':'A','x':1,'password':2},null]"
            + " # 2:37 header-unknown a x x - -; 2:50 secret-column a password password - -"
            + " # acteurs[0].x=1",
        "'id':'a','lieux':[7] # 2:19 json-type a lieux 7 object - # ``",
        "'id':'a','latitude':6838700,'longitude':146700 # `` # ``",
        "'id':'a','lieux':7 # 2:18 header-unknown a lieux lieux - - # lieux=7",
        "'id':'a','lieux':null,'acteurs':null,'porteurs':null,'titre':null # `` # ``"
      })
  void whatIsSaidOfARecordOfOursAndKept(String members, String expected, String kept)
      throws IOException {
    Initiative record = ours(members);

    assertThat(found()).isEqualTo(expected);
    List<String> extensions = new ArrayList<>();
    record.sheet().extensions().forEach((key, value) -> extensions.add(key + "=" + value));
    assertThat(String.join(" ", extensions).replace('"', '\'')).isEqualTo(kept);
    assertThat(record.id()).isEqualTo("a");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "'id':'a','latitude':6838700,'longitude':146700"
            + " # 2:21 position-not-degrees a latitude 6838700, 146700 EPSG:2154 -",
        "'id':'a','tittre':'A' # 2:19 header-unknown a tittre tittre titre ?tittre=titre",
        "'id':'a','titre':' A' # 2:18 blanks-around a titre  A - !titre=A",
        "'id':'a','resume':'N/A' # 2:19 sentinel-value a resume N/A - -",
        "'id':'a','themes':['eau','eau'] # 2:26 list-duplicate-item a themes eau - -",
        "'id':'a','x':'' # 2:14 header-unknown a x x - -"
      })
  void whatIsSaidOfARecordOfOthers(String members, String expected) throws IOException {
    read(
        JsonImporter.create().withRecords("/data"),
        "{'data':[{\n" + members + "}]}",
        Initiative.class);

    assertThat(found()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "'latitude':4.84e1,'longitude':-0.45E+1 # 48.4 # -4.5",
        "'latitude':48.40,'longitude':1 # 48.4 # 1.0",
        "'lieux':[{'latitude':1,'longitude':2}] # 1.0 # 2.0",
        "'lieux':{'latitude':1,'longitude':2} # 1.0 # 2.0"
      })
  void positionsAreRead(String members, double latitude, double longitude) throws IOException {
    Initiative record = ours("'id':'a'," + members);

    assertThat(findings).isEmpty();
    assertThat(record.locations().get(0).latitude()).isEqualTo(latitude);
    assertThat(record.locations().get(0).longitude()).isEqualTo(longitude);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999999999", "1e99999999999"})
  void aNumberThatWouldBeEndlessIsNotWrittenOut(String number) throws IOException {
    ours("'id':'a','latitude':" + number);

    assertThat(findings).extracting(Finding::value).containsExactly(number);
  }

  @Test
  void aListMayHoldRowsAndCompactTexts() throws IOException {
    Initiative record = ours("'id':'a','porteurs':['A',{'nom':'B'},null]");

    assertThat(record.actors()).extracting(Actor::name).containsExactly("A", "B");
  }

  @Test
  void aFileSaysOfWhatTypeItsRecordsAreByItsMapping(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("x.json");
    Files.writeString(file, "[{\"id\":\"a\",\"password\":\"secret\"}]");
    JsonImporter importer = JsonImporter.create();

    assertThat(importer.detectType(file)).contains(Entry.class);
    assertThatThrownBy(() -> importer.detectType(folder)).isInstanceOf(IOException.class);
    Path copy = folder.resolve("copy.json");
    assertThat(importer.hide(file, Entry.class, copy)).isTrue();
    assertThat(copy).hasContent("[{\"id\":\"a\",\"password\":\"***\"}]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {"latitude,longitude # 48 -4", "longitude,latitude # -4 48"})
  void aChosenNameMayHoldBothCoordinates(String keys, String text) throws IOException {
    Initiative record =
        read(
                JsonImporter.create().withColumn("lieu", keys).withColumn("nom", "titre"),
                "[{'id':'a','nom':'A','lieu':'"
                    + text.replace(' ', ';')
                    + "'},{'id':'b','lieu':null}]",
                Initiative.class)
            .get(0);

    assertThat(record.title().text()).isEqualTo("A");
    assertThat(record.locations().get(0).latitude()).isEqualTo(48);
    assertThat(record.locations().get(0).longitude()).isEqualTo(-4);
  }

  /** At the end of a file that was read whole. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "[{'id':'a'}] # mapping-source-missing",
        "[{'id':'a'} # json-malformed",
        "[{'zz':'Aaa'}] #"
      })
  void aNameThatWasChosenAndIsNowhereIsSaid(String text, String codes) throws IOException {
    read(JsonImporter.create().withColumn("zz", "titre"), text, Initiative.class);

    assertThat(findings)
        .extracting(Finding::code)
        .isEqualTo(codes == null ? List.of() : List.of(codes));
  }

  @Test
  void aChosenNameMayBeThatOfExtensions() throws IOException {
    Initiative record =
        read(
                JsonImporter.create().withColumn("extensions", "titre"),
                "[{'id':'a','extensions':'A'}]",
                Initiative.class)
            .get(0);

    assertThat(record.title().text()).isEqualTo("A");
    assertThat(record.sheet().extensions()).isEmpty();
    assertThat(findings).isEmpty();
  }

  @Test
  void identifiersAreMadeThatNoRecordHas() throws IOException {
    List<Initiative> read =
        read(
            JsonImporter.create().withGeneratedIds(),
            "[{'id':'le-jardin'},{'titre':'Le four'},{'titre':'Le jardin','commune':'Brest'},{'x':1}]",
            Initiative.class);

    assertThat(read.get(1).id()).isEqualTo("le-four");
    assertThat(read.get(2).id()).startsWith("le-jardin-");
    assertThat(findings)
        .filteredOn(finding -> finding.code().equals("id-generated"))
        .extracting(ShownFindings::shown)
        .first()
        .isEqualTo("1:21 id-generated le-four id le-four - ?id=le-four");
  }

  @Test
  void aKeyIsKeptUnderItsName() throws IOException {
    List<Initiative> read =
        read(
            JsonImporter.create().withRecords("/p/*"),
            "{'p':{'k 1':{'id':'a'},'k 2':{'id':'b'}}}",
            Initiative.class);

    assertThat(read.get(0).sheet().extensions()).isEqualTo(Map.of("@key", "k 1"));
    assertThat(read.get(1).sheet().extensions()).isEqualTo(Map.of("@key", "k 2"));
    assertThat(found()).isEqualTo("1:13 header-unknown - @key @key - -");
    assertThat(extensions).containsExactly("@key");
  }

  @Test
  void extensionsOfAllTypesAreNamedInTheOrderOfTheirAppearance() throws IOException {
    read(
        JsonImporter.create(),
        "{'portraits':[{'id':'a','y':1,'x':2}],'initiatives':[{'id':'b','z':1,'x':2}]}",
        Entry.class);

    assertThat(extensions).containsExactly("y", "x", "z");
  }

  @Test
  void fieldsKnowWhereTheyComeFrom() throws IOException {
    ours("'id':'a','titre':'A','x':{'y':1},'porteurs':['B'],\n'odd':[99]");
    Located.Origin origin = rows.get(0).origin();

    assertThat(origin.field("titre").column()).isEqualTo(18);
    assertThat(origin.text("titre")).isEqualTo("A");
    assertThat(origin.field("x").pointer()).isEqualTo("/0/x");
    assertThat(origin.field("y").pointer()).isEqualTo("/0/x/y");
    assertThat(origin.field("porteurs").pointer()).isEqualTo("/0/porteurs");
    assertThat(origin.field("resume")).isEqualTo(origin.record());
    assertThat(origin.field("zzz")).isEqualTo(origin.record());
    assertThat(origin.text("resume")).isNull();
    assertThat(origin.text("zzz")).isNull();
    assertThat(origin.record().pointer()).isEqualTo("/0");
    assertThat(origin.hasErrors()).isTrue();
    rows.clear();
    ours("'id':'a'");
    assertThat(rows.get(0).origin().hasErrors()).isFalse();
  }

  @Test
  void aReaderThatIsClosedEarlyHasStopped() throws IOException {
    EntryReader<Initiative> in =
        JsonImporter.create()
            .open(
                new ByteArrayInputStream("[{\"id\":\"a\"},{\"id\":\"b\"}]".getBytes(UTF_8)),
                "x.json",
                Initiative.class,
                findings::add);
    assertThat(in.iterator().hasNext()).isTrue();
    in.close();

    assertThat(in.stopped()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"199, 2", "200, 1"})
  void aLongNameIsToldApartByItsBeginning(int same, int said) throws IOException {
    String name = "n".repeat(same);
    ours("'id':'a','" + name + "a':1,'" + name + "b':1");

    assertThat(findings).extracting(Finding::code).hasSize(said).containsOnly("header-unknown");
  }

  /** The name says the type, whatever is wanted; else the names of members do. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "{'methodologies':[{'id':'a'}]} # Methodology",
        "{'initiatives':[{'id':'a'}]} # Initiative",
        "{'portraits':[{'id':'a','type_fiche':'initiative'}]} # Initiative",
        "{'data':[{'nom_sujet':'A','titre':'B'}]} # Portrait",
        "{'data':[{'etapes':[],'prerequis':'B'}]} # Methodology"
      })
  void theTypeOfARecordIsSaidSomewhere(String text, String type) throws IOException {
    List<Entry> read = read(JsonImporter.create(), text, Entry.class);

    assertThat(read).hasSize(1);
    assertThat(read.get(0).getClass().getSimpleName()).isEqualTo(type);
  }
}
