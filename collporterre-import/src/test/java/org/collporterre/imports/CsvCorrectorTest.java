package org.collporterre.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.collporterre.imports.Corrections.Outcome;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.report.Finding;
import org.collporterre.report.Fix;
import org.collporterre.report.Location;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Single corrections and what becomes of the bytes. A correction is {@code line:column key=text},
 * several texts of one with {@code ,,} between, several corrections with {@code &}; {@code ?} makes
 * one unsafe, {@code !} is about the name of a column. Lines end in {@code /}, {@code ^} is a CR.
 */
class CsvCorrectorTest {
  private static final CsvImporter PLAIN = CsvImporter.create();

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '~',
      textBlock =
          """
          # -- texts and quotes
          id,titre/a,A/b,B/     # 2:3 titre=C                   # id,titre/a,C/b,B/          # 1 made
          id,titre/a,A/b,B/     # 3:3 titre=C & 2:3 titre=D     # id,titre/a,D/b,C/          # 2 made
          id,titre/a,A/         # 2:3 titre=B, C                # id,titre/a,"B, C"/         # 1 made
          id,titre/a,A/         # 2:3 titre=B/C                 # id,titre/a,"B/C"/          # 1 made
          id,titre/a,A/         # 2:3 titre=B;C                 # id,titre/a,B;C/            # 1 made
          id,titre/a,A/         # 2:3 titre=,B                  # id,titre/a,",B"/           # 1 made
          id,titre/a,A/         # 2:3 titre=/B                  # id,titre/a,"/B"/           # 1 made
          id,titre/a,A/         # 2:3 titre=^B                  # id,titre/a,"^B"/           # 1 made
          id,titre/a,A/         # 2:3 titre=B^                  # id,titre/a,"B^"/           # 1 made
          id,titre/a,x""y/      # 2:3 titre=x""y                # id,titre/a,x""y/           # left x NO_EFFECT titre 2 1
          id;titre/a;A/         # 2:3 titre=B;C                 # id;titre/a;"B;C"/          # 1 made
          id,titre/a,A/         # 2:3 titre=B"C                 # id,titre/a,"B""C"/         # 1 made
          id,titre/a,"A"/       # 2:3 titre=B"C                 # id,titre/a,"B""C"/         # 1 made
          id,titre/a,"A"/       # 2:3 titre=B                   # id,titre/a,"B"/            # 1 made
          id,titre/a,"A""B"/    # 2:3 titre=A"B                 # id,titre/a,"A""B"/         # left x NO_EFFECT titre 2 1
          id,titre/a,A/         # 2:3 titre=                    # id,titre/a,/               # 1 made
          id,titre/,A/          # 2:1 id=b                      # id,titre/b,A/              # 1 made
          # -- blanks around
          id,titre/a, A /       # 2:3 titre=A                   # id,titre/a,A/              # 1 made
          id,titre/a, A /       # 2:3 titre=B                   # id,titre/a, B /            # 1 made
          id,titre/a, A /       # 2:3 titre=B,C                 # id,titre/a," B,C "/        # 1 made
          id,titre/a," A "/     # 2:3 titre=B                   # id,titre/a," B "/          # 1 made
          id,titre/a, A /       # 2:3 titre=A & 2:3 titre=B     # id,titre/a,B/              # 2 made
          id,titre/a, A /       # 2:3 titre=B & 2:3 titre=A     # id,titre/a,B/              # 2 made
          id,titre/a, A"B /     # 2:3 titre=A"B                 # id,titre/a,A"B/            # 1 made
          id,titre/a,  /        # 2:3 titre=                    # id,titre/a,/               # 1 made
          # -- several of one cell
          id,titre/a,A/         # 2:3 titre=B & 2:3 titre=C     # id,titre/a,B/              # 1 made, 1 later
          id,titre/a,A/         # 2:3 titre=B & 2:3 titre=B     # id,titre/a,B/              # 2 made
          id,titre/a,A/         # ?2:3 titre=B & 2:3 titre=C    # id,titre/a,C/              # 1 made, 1 later
          id,titre,themes/a,A,b|c|d/ # 2:5 themes=B|c|d & 2:5 themes=b|c|D # id,titre,themes/a,A,B|c|D/ # 2 made
          id,titre,themes/a,A,b|c|d/ # 2:5 themes=B|c|d & 2:5 themes=C|c|d # id,titre,themes/a,A,B|c|d/ # 1 made, 1 later
          id,titre,themes/a,A,b|c|d/ # 2:5 themes=B|c|d & 2:5 themes=B|C|d # id,titre,themes/a,A,B|C|d/ # 2 made
          id,titre,themes/a,A,b|c|d/ # 2:5 themes=B|c|d & 2:5 themes=b|c   # id,titre,themes/a,A,B|c|d/ # 1 made, 1 later
          id,titre,themes/a,A,b|c|d/ # 2:5 themes=b|c & 2:5 themes=B|c|d   # id,titre,themes/a,A,b|c/   # 1 made, 1 later
          id,titre/a,b|c/       # 2:3 titre=B|c & 2:3 titre=b|C # id,titre/a,B|c/            # 1 made, 1 later
          # -- several cells
          id,titre,latitude,longitude/a,A,-4.5,48.4/ # 2:5 latitude=48.4,,longitude=-4.5 # id,titre,latitude,longitude/a,A,48.4,-4.5/ # 1 made
          id,titre,latitude,longitude/a,A,-4.5,48.4/ # 2:5 latitude=48.4,,longitude=4.5  # id,titre,latitude,longitude/a,A,-4.5,48.4/ # left x OTHER_FORM latitude 2 1
          id,titre,latitude,longitude/a,A,x,48.4/    # 2:5 latitude=48.4,,longitude=-4.5 # id,titre,latitude,longitude/a,A,x,48.4/    # left x OTHER_FORM latitude 2 1
          id,titre,latitude/a,A,-4.5/                # 2:5 latitude=48.4,,longitude=-4.5 # id,titre,latitude/a,A,-4.5/                # left x NO_COLUMN longitude 2 1
          id,titre,gps/a,A,1/    # 2:5 latitude=2,,longitude=3  # id,titre,gps/a,A,"2, 3"/   # 1 made
          id,titre,gps/a,A,1/    # 2:5 longitude=3,,latitude=2  # id,titre,gps/a,A,"2, 3"/   # 1 made
          id,titre,gps/a,A,1/    # 2:5 latitude=2               # id,titre,gps/a,A,1/        # left x SHARED latitude 2 1
          id,titre,gps/a,A,1/    # 2:5 longitude=2              # id,titre,gps/a,A,1/        # left x SHARED longitude 2 1
          # -- places
          id,titre,commune/a,"A/B",C/b,D,E/ # 3:4 commune=F     # id,titre,commune/a,"A/B",F/b,D,E/ # 1 made
          id,titre,commune/a,"A/B",C/b,D,E/ # 4:5 commune=F     # id,titre,commune/a,"A/B",C/b,D,F/ # 1 made
          id,titre/a,A/          # 3:3 titre=B                  # id,titre/a,A/              # left x NOT_FOUND - 3 1
          id,titre/a,A/          # 1:3 titre=B                  # id,titre/a,A/              # left x NOT_FOUND - 1 1
          id,titre/a,A/          # 2:3 commune=B & 2:9 commune=C # id,titre/a,A/             # left x NO_COLUMN commune 2 2
          id,titre/a,A/          # 2:3 commune=B & 2:3 themes=C # id,titre/a,A/              # left x NO_COLUMN commune 2 1, left x NO_COLUMN themes 2 1
          id,titre,commune/a,A/  # 2:1 commune=B                # id,titre,commune/a,A/      # left x NO_CELL commune 2 1
          id,titre,titre/a,A,B/  # 2:3 titre=C                  # id,titre,titre/a,C,B/      # 1 made
          id,titre,titre/a,A,B/  # 2:5 titre=C                  # id,titre,titre/a,A,C/      # 1 made
          id,titre,titre/a,A,B/  # 2:9 titre=C                  # id,titre,titre/a,A,B/      # left x NOT_FOUND titre 2 1
          id,titre,titre@en,x/a,A,B,C/ # 2:5 titre@en=D & 2:7 x=E # id,titre,titre@en,x/a,A,D,E/ # 2 made
          id,titre,token/a,A,B/  # 2:5 token=C                  # id,titre,token/a,A,B/      # left x NO_COLUMN token 2 1
          id,titre,/a,A,B/       # 2:5 colonne_3=C              # id,titre,/a,A,B/           # left x NO_COLUMN colonne_3 2 1
          id,Titre/a,A/          # 2:3 titre=B                  # id,Titre/a,B/              # 1 made
          # -- names
          id,titre,x/a,A,B/      # !1:10 x=commune              # id,titre,commune/a,A,B/    # 1 made
          id,titre,x,y/a,A,B,C/  # !1:10 x=y                    # id,titre,x,y/a,A,B,C/      # left header-unknown NAME_TAKEN x 1 1
          id,titre,x/a,A,B/      # !1:10 z=commune              # id,titre,x/a,A,B/          # left header-unknown NOT_FOUND z 1 1
          id,titre,token/a,A,B/  # !1:10 token=commune          # id,titre,token/a,A,B/      # left header-unknown NOT_FOUND token 1 1
          id,titre,x/a,A,B/      # !2:10 x=commune              # id,titre,x/a,A,B/          # left header-unknown NOT_FOUND - 2 1
          id,x/a,A/              # 2:3 x=B                      # id,x/a,A/                  # left x NOT_FOUND - 2 1
          """)
  void aCorrectionChangesItsCellOrIsLeftWithAReason(
      String csv, String corrections, String expected, String outcome) throws IOException {
    Path file = folder.resolve("initiatives.csv");
    Files.writeString(file, text(csv));
    CsvImporter importer = PLAIN.withColumn("gps", "latitude,longitude");
    Outcome made = importer.correct(file, Initiative.class, corrections(file, corrections), copy());
    assertThat(Files.readString(copy()).replace('\n', '/').replace('\r', '^')).isEqualTo(expected);
    assertThat(shown(made)).isEqualTo(outcome);
    assertThat(made.isChanged()).isEqualTo(outcome.contains("made"));
    assertThat(made.files())
        .isEqualTo(
            made.isChanged()
                ? Map.of(file.toString(), StandardCharsets.UTF_8)
                : Collections.emptyMap());
  }

  @Test
  void aTextThatASpreadsheetWouldComputeIsProtected() throws IOException {
    Path file = folder.resolve("initiatives.csv");
    Files.writeString(file, "\uFEFFid;titre;note\na;'=A;'=A\n");
    String corrections = "2:3 titre==B & 2:7 note=B";
    PLAIN.correct(file, Initiative.class, corrections(file, corrections), copy());
    assertThat(copy()).content().isEqualTo("\uFEFFid;titre;note\na;'=B;B\n");
  }

  @Test
  void aFieldThatAMappingMakesIsNotCorrected() throws IOException {
    Path file = Files.writeString(folder.resolve("initiatives.csv"), "id,a,b\nx,A,B\n");
    String json = "{\"fields\": {\"titre\": {\"join\": [\"a\", \"b\"]}, \"resume\": \"id\"}}";
    var in = new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    CsvImporter importer = PLAIN.withMapping(Mapping.read(in, "m", f -> {}).orElseThrow());
    Outcome outcome =
        importer.correct(file, Initiative.class, corrections(file, "2:3 titre=C"), copy());
    assertThat(shown(outcome)).isEqualTo("left x MADE titre 2 1");
  }

  @Test
  void recordsOfAnyTypeAreCorrectedAndHidden() throws IOException {
    Path file = folder.resolve("portraits.csv");
    Files.writeString(file, "id,titre,nom_sujet\na,A,B\n");
    PLAIN.correct(file, Entry.class, corrections(file, "2:5 nom_sujet=C"), copy());
    assertThat(copy()).content().isEqualTo("id,titre,nom_sujet\na,A,C\n");
    assertThat(PLAIN.hide(file, Entry.class, copy())).isFalse();
    Files.writeString(file, "id,titre,consentement\na,A,B\n");
    assertThat(PLAIN.hide(file, Entry.class, copy())).isTrue();
    assertThat(copy()).content().isEqualTo("id,titre,consentement\na,A,***\n");
  }

  @Test
  void whatTheCallerRefusedOrTakesNotIsNotCorrected() throws IOException {
    Path file = Files.writeString(folder.resolve("initiatives.csv"), "id,titre\na,A\n");
    Corrections corrections = Corrections.safe();
    corrections.report(finding("normalisation-refused", file, 2, 3, Fix.safe("titre", "B")));
    corrections.report(finding("y", file, 2, 3, Fix.unsafe("titre", "C")));
    corrections.report(finding("y", file, 2, 3, Fix.unsafe("titre", "D")));
    corrections.report(finding("z", file, 2, 3, null));
    Outcome outcome = PLAIN.correct(file, Initiative.class, corrections, copy());
    assertThat(shown(outcome)).isEqualTo("left normalisation-refused REFUSED titre 2 1");
    assertThat(corrections.unsafe()).containsExactly(Map.entry("y", 2));
  }

  @Test
  void whatIsLeftComesInTheOrderOfItsPlaces() throws IOException {
    Path file = Files.writeString(folder.resolve("initiatives.csv"), "id,titre\na,A\nb,B\n");
    Corrections corrections = Corrections.safe();
    corrections.report(finding("b", file, 3, 1, Fix.safe("commune", "C")));
    corrections.report(finding("b", file, 2, 1, Fix.safe("themes", "C")));
    corrections.report(finding("b", file, 2, 1, Fix.safe("commune", "C")));
    corrections.report(finding("a", file, 2, 1, Fix.safe("odd", "1")));
    Outcome outcome = PLAIN.correct(file, Initiative.class, corrections, copy());
    assertThat(outcome.left())
        .extracting(left -> left.code() + " " + left.field() + " " + left.count())
        .containsExactly("a odd 1", "b commune 2", "b themes 1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "1,5;2 # 2;1.5 # true",
        "1;2 # 2.0;1.00 # true",
        "1;1 # 1;2 # false",
        "1;2 # 1 # false",
        "x;2 # 2;1 # false",
        "1;2 # 2;x # false",
      })
  void anExchangeWritesTheNumbersThatStandThere(String found, String written, boolean is) {
    List<Correction.Cell> cells =
        List.of(written.split(";", -1)).stream().map(t -> new Correction.Cell("k", t)).toList();
    Correction one = new Correction("x", true, 1, 1, null, null, cells);
    assertThat(one.exchanges(List.of(found.split(";", -1)))).isEqualTo(is);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      nullValues = "null",
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "null#a#false",
        "a#a#true",
        "a# a #true",
        " a#a#true",
        "a#b#false",
        "a#ab#false",
        "a…#ab#false"
      })
  void aCorrectionIsAboutTheTextThatWasFound(@Nullable String found, String text, boolean is) {
    assertThat(about(found, text)).isEqualTo(is);
  }

  @Test
  void ofALongTextTheBeginningIsEnough() {
    String start = "x".repeat(Finding.VALUE_LIMIT - 1);
    assertThat(about(start + "…", start + "yz")).isTrue();
    assertThat(about(start + "…", "y" + start)).isFalse();
    assertThat(about(start + "y", start + "yz")).isFalse();
  }

  private static boolean about(@Nullable String found, String text) {
    return new Correction("x", true, 1, 1, null, found, List.of()).isAbout(text);
  }

  private static String text(String shown) {
    return shown.replace('/', '\n').replace('^', '\r');
  }

  private Path copy() {
    return folder.resolve("copy");
  }

  private static String shown(Outcome outcome) {
    int made = outcome.applied().values().stream().mapToInt(Integer::intValue).sum();
    String left =
        outcome.left().stream()
            .map(
                one ->
                    ", left %s %s %s %d %d"
                        .formatted(
                            one.code(),
                            one.reason(),
                            one.field().isEmpty() ? "-" : one.field(),
                            one.first().line(),
                            one.count()))
            .collect(Collectors.joining());
    String all =
        (made > 0 ? ", " + made + " made" : "")
            + (outcome.later() > 0 ? ", " + outcome.later() + " later" : "")
            + left;
    return all.substring(2);
  }

  private static Corrections corrections(Path file, String all) {
    Corrections corrections = Corrections.all();
    for (String one : all.split(" & ", -1)) {
      boolean name = one.startsWith("!");
      boolean safe = !one.startsWith("?");
      String[] parts = (name || !safe ? one.substring(1) : one).split(" ", 2);
      String[] place = parts[0].split(":", -1);
      Map<String, String> cells = new LinkedHashMap<>();
      for (String cell : parts[1].split(",,", -1)) {
        int equals = cell.indexOf('=');
        cells.put(cell.substring(0, equals), text(cell.substring(equals + 1)));
      }
      Fix fix = new Fix(safe, cells);
      int line = Integer.parseInt(place[0]);
      int column = Integer.parseInt(place[1]);
      corrections.report(finding(name ? "header-unknown" : "x", file, line, column, fix));
    }
    return corrections;
  }

  private static Finding finding(String code, Path file, int line, int column, @Nullable Fix fix) {
    Location place = new Location(file.toString(), line, column);
    return new Finding(
        code, Severity.INFO, Profile.ECHANGE, place, "initiative", "a", null, null, null, fix);
  }
}
