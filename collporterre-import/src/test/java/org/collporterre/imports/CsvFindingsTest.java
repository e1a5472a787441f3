package org.collporterre.imports;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32C;
import org.collporterre.model.Initiative;
import org.collporterre.model.Place;
import org.collporterre.report.Finding;
import org.collporterre.report.Located;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is found in rows, and what they give. Findings are as {@link ShownFindings} shows them; in
 * tables, lines end in {@code /}.
 */
class CsvFindingsTest {
  private static final CsvImporter PLAIN = CsvImporter.create();

  private final List<Finding> findings = new ArrayList<>();
  private final List<Located<Initiative>> rows = new ArrayList<>();

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '~',
      textBlock =
          """
          # -- cells
          id,titre,commune/a,T, Brest          # 2:5 blanks-around a commune Brest - !commune=Brest
          id,titre,commune/a,T,"Brest\t"       # 2:5 blanks-around a commune Brest - !commune=Brest
          id,titre,commune/a,T,  /             #
          id,titre,commune/a,T," "             #
          id,titre,x/a,T, y /                  # 1:10 header-unknown - x x - - ; 2:5 blanks-around a x y - !x=y
          id,titre,/a,T,y/b,T,z                # 2:5 header-empty - colonne_3 - - -
          id,titre,/a,T,/                      #
          id,titre/a,"T" u                     # 2:3 quote-misplaced a titre "T" u - -
          id,titre/a,"T ""u"" v" w             # 2:3 quote-misplaced a titre "T ""u"" v" w - -
          id,titre/a,"T ""u""                  # 2:3 quote-unclosed - titre - " -
          id,titre/a,T,"u                      # 2:5 quote-unclosed - - - " -
          id,titre,date_debut/a,T,-            # 2:5 sentinel-value a date_debut - - -
          id,titre,date_debut/a,T,nc           # 2:5 sentinel-value a date_debut nc - -
          id,titre,commune/a,T,nc              # 2:5 sentinel-value a commune nc - -
          id,titre,titre@en/a,T,nc             # 2:5 sentinel-value a titre@en nc - -
          titre,date_debut,id/T,nc,a           # 2:3 sentinel-value a date_debut nc - -
          titre,date_debut/T,nc                # 2:3 sentinel-value - date_debut nc - -
          id,titre,x/a,T,CafÃ©                 # 1:10 header-unknown - x x - - ; 2:5 text-double-encoded a x CafÃ© Café !x=Café
          id,titre,titre@en/a,T,CafÃ©          # 2:5 text-double-encoded a titre@en CafÃ© Café !titre@en=Café
          # -- lists
          id,titre,themes/a,T,energie||habitat        # 2:5 list-item-invalid a themes energie||habitat - !themes=energie|habitat
          id,titre,themes/a,T,energie|habitat|energie # 2:5 list-duplicate-item a themes energie - !themes=energie|habitat
          id,titre,themes/a,T,energie;habitat         # 2:5 list-item-invalid a themes energie;habitat | !themes=energie|habitat
          id,titre,themes/a,T,Habitat|energie         # 2:5 code-normalised a themes Habitat habitat !themes=habitat|energie
          # -- rows
          id,titre/a,T,x,,                     # 2:5 row-length a - 3 2 -
          id,titre/a,T,,                       #
          id,titre/a,T,"",                     #
          id,titre,commune/a,T                 # 2:1 row-short a - 2 3 -
          id,titre// /,/a,T/,                  # 2:1 blank-row - - 3 - - ; 6:1 blank-row - - - - -
          id,titre/a,T/id,titre/b,T            # 3:1 header-repeated - - id, titre - -
          id,"titre"/a,T/id,"titre"/b,T        # 3:1 header-repeated - - id, titre - -
          id,titre/a,T/id,titre,/b,T           #
          id,titre/a,T/id,Titre/b,T            #
          id,titre//id,titre/a,T               # 2:1 blank-row - - - - - ; 3:1 header-repeated - - id, titre - -
          # -- positions
          id,titre,latitude,longitude/a,T,6700000,300000/b,T,6700000,300001 # 2:5 position-not-degrees a latitude 6700000, 300000 EPSG:2154 -
          id,titre,latitude,longitude/a,T,6000001,1          # 2:5 position-not-degrees a latitude 6000001, 1 EPSG:2154 -
          id,titre,latitude,longitude/a,T,7199999,1299999    # 2:5 position-not-degrees a latitude 7199999, 1299999 EPSG:2154 -
          id,titre,latitude,longitude/a,T,6000000,300000     #
          id,titre,latitude,longitude/a,T,7200000,300000     #
          id,titre,latitude,longitude/a,T,6700000,0          #
          id,titre,latitude,longitude/a,T,6700000,1300000    #
          id,titre,latitude,longitude/a,T,6700000,           #
          """)
  void whatIsFoundInRows(String csv, @Nullable String expected) {
    read(PLAIN, csv.strip().replace('/', '\n'));
    assertThat(found())
        .isEqualTo(expected == null ? List.of() : List.of(expected.strip().split(" ; ")));
  }

  @Test
  void whatStandsUnderNoHeaderIsKeptUnderAMadeUpName() {
    read(PLAIN, "id,titre,,\na,T,,\nb,T,,x\nc,T,y,z\n");
    assertThat(rows)
        .extracting(row -> row.value().sheet().extensions())
        .containsExactly(
            Map.of(), Map.of("colonne_4", "x"), Map.of("colonne_3", "y", "colonne_4", "z"));
    assertThat(found())
        .containsExactly(
            "3:6 header-empty - colonne_4 - - -", "4:5 header-empty - colonne_3 - - -");
  }

  /** Values of cells are remembered, but not those of which something is said. */
  @Test
  void whatIsSaidOfACellIsSaidEachTime() {
    byte[] row = "a,T, Brest,Habitat,\"x\"y,Caf\u00E9\n".getBytes(ISO_8859_1);
    byte[] csv = "id,titre,commune,themes,resume,adresse\n".getBytes(UTF_8);
    int header = csv.length;
    csv = Arrays.copyOf(csv, header + 2 * row.length);
    System.arraycopy(row, 0, csv, header, row.length);
    System.arraycopy(row, 0, csv, header + row.length, row.length);
    read(PLAIN.withCharset(UTF_8), csv);
    List<String> said =
        List.of(
            ":5 blanks-around a commune Brest - !commune=Brest",
            ":12 code-normalised a themes Habitat habitat !themes=habitat",
            ":20 quote-misplaced a resume \"x\"y - -",
            ":25 encoding-malformed a adresse Caf\uFFFD UTF-8 -");
    List<String> expected = new ArrayList<>();
    said.forEach(line -> expected.add("2" + line));
    said.forEach(line -> expected.add("3" + line));
    assertThat(found()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "'6700000,300000', true",
    "'48.39,nord', true",
    "' 48.39,-4.49', false",
    "',', false"
  })
  void aRowWithAnErrorIsMarked(String position, boolean error) {
    read(PLAIN, "id,titre,latitude,longitude\na,T," + position + "\nb,T,48.39,-4.49\n");
    assertThat(rows).extracting(row -> row.origin().hasErrors()).containsExactly(error, false);
  }

  @Test
  void whatACellIsOfItsText() {
    read(
        PLAIN,
        "id,titre,\"un \"\"mot\"\"\",resume,resume@en\n"
            + "a,\"T \"\"u\"\"\",\"x \"\"y\"\"\",,\"\tshort\"\n"
            + "b,\"T\" u,\"x\"\"y\"z,Texte,Text\n"
            + "c,T,,,\n");
    assertThat(rows)
        .extracting(row -> row.value().title().text())
        .containsExactly("T \"u\"", "\"T\" u", "T");
    assertThat(rows)
        .extracting(row -> row.value().sheet().extensions())
        .containsExactly(
            Map.of("un \"mot\"", "x \"y\"", "resume@en", "short"),
            Map.of("un \"mot\"", "\"x\"\"y\"z"),
            Map.of());
    assertThat(Objects.requireNonNull(rows.get(1).value().header().summary()).in("en"))
        .isEqualTo("Text");
  }

  @Test
  void whereAndAsWhatACellOfARecordIsWritten() {
    read(PLAIN, "id,titre,commune,x\n\"a\",\"Un \"\"T\"\"\nà 🌱\", Brest ,é\nb,\"T\" u,\"\nc,d\n");
    Located.Origin first = rows.get(0).origin();
    assertThat(first.text("id")).isEqualTo("a");
    assertThat(first.text("titre")).isEqualTo("Un \"T\"\nà 🌱");
    assertThat(first.text("commune")).isEqualTo("Brest");
    assertThat(first.text("x")).isEqualTo("é");
    assertThat(first.text("pays")).isNull();
    assertThat(first.record()).hasToString("f.csv:2:1");
    assertThat(first.field("titre")).hasToString("f.csv:2:5");
    // On its second line: à, blank, two units of the seedling, quote, comma.
    assertThat(first.field("commune")).hasToString("f.csv:3:7");
    assertThat(first.field("x")).hasToString("f.csv:3:15");
    assertThat(first.field("pays")).isEqualTo(first.record());
    assertThat(rows).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"T, T", "\"T\" u, \"T\" u", "\"\", ''", "' \"T\" ', \"T\"", "'', ''"})
  void theTextOfTheLastCell(String cell, String text) {
    read(PLAIN, "id,commune,titre,x\na,Brest," + cell + "\n");
    assertThat(rows.get(0).origin().text("titre")).isEqualTo(text);
    assertThat(rows.get(0).origin().text("x")).isNull();
    assertThat(rows.get(0).origin().field("x").column())
        .as("behind the row's end")
        .isEqualTo(9 + cell.length());
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "position-projected, 6600000, 700000, 46.5, 3, position-projected",
        "-, 6600000, 700000, -, -, normalisation-refused",
        "position-projected, 48.39, -4.49, -, -, position-malformed"
      })
  void positionsInADeclaredSystem(
      @Nullable String allowed,
      String y,
      String x,
      Double latitude,
      Double longitude,
      String code) {
    CsvImporter importer = PLAIN.withCrs("EPSG:2154");
    read(
        allowed == null ? importer.without("position-projected") : importer,
        "id,titre,latitude,longitude\na,T," + y + "," + x + "\n");
    assertThat(found())
        .containsExactly("2:5 " + code + " a latitude " + y + ", " + x + " EPSG:2154 -");
    List<Place> places = rows.get(0).value().locations();
    if (latitude == null) {
      assertThat(places).isEmpty();
    } else {
      assertThat(places.get(0).latitude()).isCloseTo(latitude, within(1e-7));
      assertThat(places.get(0).longitude()).isCloseTo(longitude, within(1e-7));
    }
  }

  @Test
  void thatPositionsAreProjectedIsSaidOnce() {
    read(
        PLAIN.withCrs("EPSG:2154"),
        "id,titre,latitude,longitude\na,T,6838700.5,146700.2\nb,T,6838700.5,146700.2\n");
    assertThat(found()).hasSize(1);
    findings.clear();
    read(PLAIN.withCrs("EPSG:4326"), "id,titre,latitude,longitude\na,T,48.39,-4.49\n");
    assertThat(found()).isEmpty();
    assertThat(rows.get(2).value().locations()).containsExactly(Place.at(48.39, -4.49));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      nullValues = "-",
      value = {
        "1200,1033,  # 01200 # 01033",
        "1200,1033,FR # 01200 # 01033",
        "1200,1033,BE # 1200 # 1033",
        "1200,,FR # 01200 # -",
        ",1033, # - # 01033",
        "29200,2901,FR # 29200 # 2901",
        "29200,29019,FR # 29200 # 29019"
      })
  void codesGetTheirZeroBack(String cells, @Nullable String postcode, @Nullable String insee) {
    String csv = "id,titre,code_postal,code_insee,code_pays\na,T," + cells + "\n";
    read(PLAIN.withRepairs(), csv);
    Place place = rows.get(0).value().locations().get(0);
    assertThat(place.postcode()).isEqualTo(postcode);
    assertThat(place.insee()).isEqualTo(insee);
    String[] given = cells.split(",", -1);
    List<String> expected = new ArrayList<>();
    if (!given[0].isEmpty() && !given[0].equals(postcode)) {
      expected.add("2:5 code-zero-lost a code_postal 1200 01200 !code_postal=01200");
    }
    if (!given[1].isEmpty() && !given[1].equals(insee)) {
      int column = 6 + given[0].length();
      expected.add("2:" + column + " code-zero-lost a code_insee 1033 01033 !code_insee=01033");
    }
    assertThat(found()).isEqualTo(expected);

    findings.clear();
    read(PLAIN, csv);
    read(PLAIN.withRepairs().without("code-zero-lost"), csv);
    assertThat(found()).isEmpty();
    assertThat(rows.get(2).value().locations().get(0).postcode())
        .isEqualTo(given[0].isEmpty() ? null : given[0]);
  }

  @Test
  void aPositionInOneCellIsTakenInTheOrderThatIsSaid() {
    String csv = "id,titre,xy\na,T,\"48.39, -4.49\"\nb,T,\"48,39 ; -4,49\"\nc,T,ici\nd,T,n/a\n";
    read(PLAIN.withColumn("xy", "latitude,longitude"), csv);
    assertThat(rows)
        .extracting(row -> row.value().locations())
        .containsExactly(
            List.of(Place.at(48.39, -4.49)), List.of(Place.at(48.39, -4.49)), List.of(), List.of());
    assertThat(found())
        .containsExactly(
            "3:5 position-normalised b latitude 48,39 ; -4,49 48.39, -4.49"
                + " !latitude=48.39,longitude=-4.49",
            "4:5 position-malformed c latitude ici 48°23'24\"N 4°29'10\"W -",
            "5:5 sentinel-value d latitude n/a - -");

    findings.clear();
    rows.clear();
    read(PLAIN.withColumn("xy", "longitude,latitude").without("position-normalised"), csv);
    assertThat(rows.get(0).value().locations()).containsExactly(Place.at(-4.49, 48.39));
    assertThat(rows.get(1).value().locations()).isEmpty();
    assertThat(found().get(0)).startsWith("3:5 normalisation-refused b longitude 48,39 ; -4,49");
  }

  @Test
  void normalisationsThatAreNotWantedLeaveTextsAndTakeNoCodes() {
    CsvImporter strict =
        PLAIN
            .without("code-normalised")
            .without("sentinel-value")
            .without("list-item-invalid")
            .without("text-double-encoded");
    read(
        strict,
        "id,titre,themes,mots_cles,x,date_debut\na,T,Habitat|energie,nc,CafÃ©,\n"
            + "b,T,\"energie, habitat\",,,nc\n");
    assertThat(rows.get(0).value().themes()).containsExactly("energie");
    assertThat(rows.get(0).value().header().keywords()).containsExactly("nc");
    assertThat(rows.get(0).value().sheet().extensions()).containsEntry("x", "CafÃ©");
    assertThat(found().get(1))
        .isEqualTo("2:5 normalisation-refused a themes Habitat habitat !themes=habitat|energie");
    assertThat(rows.get(1).value().themes()).containsExactly("energie, habitat");
    assertThat(found().get(2)).startsWith("3:26 date-invalid b date_debut nc ");
    assertThat(found()).hasSize(3);
  }

  @Test
  void repairsChangeTextsThatWereEncodedTwice() {
    String csv = "id,titre,x,titre@en\na,T,CafÃ©,CafÃ© \n";
    read(PLAIN, csv);
    read(PLAIN.withRepairs(), csv);
    assertThat(rows)
        .extracting(row -> row.value().sheet().extensions().get("x"))
        .containsExactly("CafÃ©", "Café");
    assertThat(rows)
        .extracting(row -> row.value().title().in("en"))
        .containsExactly("CafÃ©", "Café");
  }

  @Test
  void aCellMayHaveAMebibyte() {
    String most = "x".repeat(1 << 20);
    read(
        PLAIN, "id,titre,description,y\na,T," + most + ",\nb,T," + most + "x,\nc,T,," + most + "x");
    assertThat(found())
        .contains("3:5 cell-too-long b description - 1 MiB -", "4:6 cell-too-long c y - 1 MiB -")
        .hasSize(3);
    assertThat(rows.get(0).value().header().description()).isNotNull();
    assertThat(rows.get(1).value().header().description()).isNull();
    assertThat(rows.get(2).value().sheet().extensions()).isEmpty();
  }

  @Test
  void damagedTextsEndTheReadingUnlessTheEncodingIsKnown() {
    byte[] csv = "id,titre,commune\na,Ã\u0089tÃ©,Caf\u00E9\nb,T,\n".getBytes(ISO_8859_1);
    read(PLAIN, csv);
    assertThat(rows).isEmpty();
    assertThat(found()).containsExactly("2:7 encoding-not-utf8 a commune Caf\uFFFD windows-1252 -");
    findings.clear();
    read(PLAIN.withCharset(UTF_8), csv);
    assertThat(found()).containsExactly("2:7 encoding-malformed a commune Caf\uFFFD UTF-8 -");
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).value().locations().get(0).locality()).isEqualTo("Caf\uFFFD");
  }

  @Test
  void damagedNamesEndTheReadingUnlessTheEncodingIsKnown() {
    byte[] csv = "id,titre,pr\u00E9nom\na,Ã\u0089tÃ©,x\n".getBytes(ISO_8859_1);
    read(PLAIN, csv);
    assertThat(rows).isEmpty();
    assertThat(found()).containsExactly("1:10 encoding-not-utf8 - - pr\uFFFDnom - -");
    findings.clear();
    read(PLAIN.withCharset(UTF_8), csv);
    assertThat(found()).contains("1:10 encoding-malformed - - pr\uFFFDnom UTF-8 -");
    assertThat(rows.get(0).value().sheet().extensions()).containsEntry("pr\uFFFDnom", "x");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "bom # ; # =A1 # 'x # =B1",
        "- # ; # '=A1 # 'x # '=B1",
        "bom # , # '=A1 # 'x # '=B1"
      },
      quoteCharacter = '~')
  void protectedTextsComeBackInFilesForSpreadsheets(
      String mark, String delimiter, String first, String second, String name) {
    String csv = "id;titre;'=B1\na;'=A1;\nb;'x;\nc;'=A1;y\n".replace(";", delimiter.strip());
    read(PLAIN, (mark.strip().equals("bom") ? "\uFEFF" : "") + csv);
    assertThat(rows)
        .extracting(row -> row.value().title().text())
        .containsExactly(first.strip(), second.strip(), first.strip());
    assertThat(rows.get(2).value().sheet().extensions()).containsEntry(name.strip(), "y");
    assertThat(found())
        .filteredOn(line -> line.contains("formula"))
        .isEqualTo(
            first.startsWith("=") ? List.of("2:3 formula-unescaped a titre - - -") : List.of());
  }

  @Test
  void aRowOfIdentifierAndStatusArchiveIsADeletion() throws IOException {
    String csv =
        "id,titre,statut_fiche,x\na,,archive\nb,T,archive,\nc,,archive,y\n,,archive,\nd,,publie,\ne,,archive,\n";
    var in = new ByteArrayInputStream(csv.getBytes(UTF_8));
    try (var reader = PLAIN.open(in, "f.csv", Initiative.class, findings::add)) {
      reader.forEach(rows::add);
      assertThat(reader.deleted()).isEqualTo(Map.of(Initiative.class, List.of("a", "e")));
    }
    assertThat(rows).hasSize(4);
    assertThat(found())
        .filteredOn(line -> line.contains("record-deleted"))
        .containsExactly("2:1 record-deleted a - - - -", "7:1 record-deleted e - - - -");
  }

  @Test
  void identifiersAreMadeWhereThereAreNone() {
    CsvImporter making = PLAIN.withGeneratedIds();
    read(making, "id,titre,commune\n,Un jardin,Brest\nb,T,\n,,Brest\n,Un jardin,Brest\n");
    CRC32C bytes = new CRC32C();
    bytes.update(",Un jardin,Brest".getBytes(UTF_8));
    String other = String.format("un-jardin-brest-%06x", bytes.getValue() & 0xFFFFFF);
    assertThat(rows)
        .extracting(row -> row.value().id())
        .containsExactly("un-jardin-brest", "b", null, other);
    assertThat(found())
        .containsExactly(
            "2:1 id-generated un-jardin-brest id un-jardin-brest - ?id=un-jardin-brest",
            "5:1 id-generated " + other + " id " + other + " - ?id=" + other);

    findings.clear();
    read(making, "titre,commune\nUn jardin,Brest\n");
    assertThat(found()).containsExactly("1:1 id-generated - - - id -");
  }

  private void read(CsvImporter importer, String csv) {
    read(importer, csv.getBytes(UTF_8));
  }

  private void read(CsvImporter importer, byte[] csv) {
    var in = new ByteArrayInputStream(csv);
    try (var reader = importer.open(in, "f.csv", Initiative.class, findings::add)) {
      reader.forEach(rows::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> found() {
    return findings.stream().map(ShownFindings::shown).toList();
  }
}
