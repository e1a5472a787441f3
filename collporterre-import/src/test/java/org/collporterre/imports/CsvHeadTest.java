package org.collporterre.imports;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.model.Portrait;
import org.collporterre.report.Finding;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Where a table begins and what is said of the file and its header. Findings are as {@link
 * ShownFindings} shows them; lines end in {@code /}, {@code ^} is a byte order mark.
 */
class CsvHeadTest {
  private static final CsvImporter PLAIN = CsvImporter.create();

  private final List<Finding> findings = new ArrayList<>();
  private final List<@Nullable String> ids = new ArrayList<>();
  private boolean stopped;

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '~',
      textBlock =
          """
          # -- delimiters
          id,titre/a,T/                     # a #
          id;titre/a;T/                     # a # 1:1 delimiter-guessed - - ; , -
          id\ttitre/a\tT/                   # a # 1:1 delimiter-guessed - - TAB , -
          id|titre/a|T/                     # a # 1:1 delimiter-guessed - - | , -
          sep=;/id;titre/a;T/               # a # 1:1 preamble-skipped - - 1 - -
          "SEP=|"/id|titre/a|T/             # a # 1:1 preamble-skipped - - 1 - -
          sep=,;;/id,titre/a,T/             # a # 1:1 preamble-skipped - - 1 - -
          ^sep=;/id;titre/a;T/              # a # 1:1 bom-present - - - - - ; 1:1 preamble-skipped - - 1 - -
          sep=;/x/id;titre/a;T/             # a # 1:1 preamble-skipped - - 2 - -
          ^id,titre/a,T/                    # a # 1:1 bom-present - - - - -
          # -- nothing to read
          ~~                                #   # 1:1 file-empty - - - - -
          ^                                 #   # 1:1 bom-present - - - - - ; 1:1 file-empty - - - - -
          sep=;/                            #   # 1:1 preamble-skipped - - 1 - - ; 1:1 file-empty - - - - -
          id,"titre/a,T/                    #   # 1:1 quote-unclosed - - - - -
          id,commune/a,Brest/               #   # 1:1 header-missing - - id commune titre -
          /                                 #   # 1:1 header-missing - -  titre -
          # -- lines before the header
          Export/id,titre/a,T/              # a # 1:1 preamble-skipped - - 1 - -
          Export/"du/1er"//id,titre/a,T/    # a # 1:1 preamble-skipped - - 4 - -
          Liste,2012/titre,x,y/T,1,2/       #   # 1:1 header-unknown - Liste Liste - - ; 1:7 header-unknown - 2012 2012 - - ; 1:1 header-missing - - Liste 2012 titre -
          /titre/A/                         #   # 1:1 header-missing - -  titre -
          Export,2012/id,titre/a,T/         #   # 1:1 header-unknown - Export Export - - ; 1:8 header-unknown - 2012 2012 - - ; 1:1 header-missing - - Export 2012 titre -
          # -- names
          id,titre,x""y/a,T,z               # a # 1:10 header-unknown - x""y x""y - -
          id,titre,"x""y"/a,T,z             # a # 1:10 header-unknown - x"y x"y - -
          id,titre,x,x/a,T,1,2              # a # 1:10 header-unknown - x x - - ; 1:12 header-duplicate - x x - -
          # -- the header again
          id,titre,odd/code,titre,ODD/a,T,1/b,T,2/ # a,b # 2:1 header-repeated - - code, titre, ODD - -
          id,titre,odd/c,T/a,T,1/b,T,2/            # c,a,b # 2:1 row-short c - 2 3 -
          id,titre,odd/id,titre,/a,T,1/b,T,2/      # id,a,b #
          """)
  void whatIsFoundInTheBeginning(String csv, @Nullable String records, @Nullable String expected)
      throws IOException {
    read(PLAIN, text(csv));
    assertThat(ids).isEqualTo(records == null ? List.of() : Arrays.asList(records.split(",")));
    assertThat(found())
        .isEqualTo(expected == null ? List.of() : List.of(expected.split(" ; (?=[0-9])")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {"0 # 2", "1 # 3", "2 # 4"})
  void linesThatAreSkippedAsSaidAreNotMentioned(int lines, int line) throws IOException {
    for (String lineBreak : List.of("\n", "\r", "\r\n")) {
      String csv = "\"x\n".repeat(lines) + "id,titre\na,T,y\n";
      read(PLAIN.withSkippedLines(lines), csv.replace("\n", lineBreak));
      assertThat(found()).containsExactly(line + ":5 row-length a - 3 2 -");
      findings.clear();
    }
    assertThat(ids).containsExactly("a", "a", "a");
  }

  @Test
  void moreLinesThanThereAreCanBeSkipped() throws IOException {
    read(PLAIN.withSkippedLines(3), "id,titre\na,T");
    assertThat(found()).containsExactly("1:1 file-empty - - - - -");
    findings.clear();
    read(PLAIN.withSkippedLines(1), "sep=;\nid;titre\na;T\n");
    assertThat(found()).containsExactly("1:1 delimiter-guessed - - ; , -");
    assertThat(ids).containsExactly("a");
  }

  @Test
  void columnsAreNumberedWhereThereIsNoHeader() throws IOException {
    CsvImporter without = PLAIN.withoutHeader();
    read(without, "a,T,,\nb,T,x,\n");
    assertThat(found())
        .containsExactly("1:1 header-missing - - colonne_1 colonne_2 colonne_3 titre -");
    findings.clear();
    CsvImporter told = without.withColumn("colonne_1", "id").withColumn("colonne_2", "titre");
    read(told, "a,T,,\nb,T,x,\n,,,\n");
    assertThat(ids).containsExactly("a", "b");
    assertThat(found()).containsExactly("3:1 blank-row - - - - -");
  }

  /**
   * A name that the caller chose is known; the header is below a row that holds at most a third as
   * much, and four of five rows below it are as long.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      textBlock =
          """
          Liste,2012/nom,p,q,r,s,t/A,1,2,3,4,5/              # 1
          Liste,2012/nom,p,q,r,s/A,1,2,3,4/                  # 0
          Liste/nom,p/A,1/B,2/C,3/D,4/E,5,6/                 # 1
          Liste/nom,p/A,1/B,2/C,3/D,4,5/E,5,6/               # 0
          Liste/nom,p/                                       # 0
          Liste/nom/A/                                       # 0
          Liste/nom,p,p/A,1,2/                               # 0
          Liste/nom,12,p/A,1,2/                              # 0
          Liste/nom,a@b.fr,p/A,1,2/                          # 0
          Liste/nom,,p,q/A,1,2,3/                            # 1
          Liste/nom,,,q/A,1,2,3/                             # 0
          Liste/nom,p,,/A,1,2,3/                             # 1
          nom/titre,commune/A,B/                             # 0
          """)
  void linesBeforeTheHeaderArePassedOverWhereThereIsNoDoubt(String csv, int lines)
      throws IOException {
    importRows(PLAIN.withColumn("nom", "titre"), text(csv));
    assertThat(findings)
        .filteredOn(finding -> finding.code().equals("preamble-skipped"))
        .extracting(Finding::value)
        .isEqualTo(lines == 0 ? List.of() : List.of(String.valueOf(lines)));
  }

  @ParameterizedTest
  @CsvSource({"120, 1", "121, 0"})
  void aNameIsNoLongerThanASentence(int length, int lines) throws IOException {
    importRows(PLAIN, "Liste\nid,titre," + "x".repeat(length) + "\na,T,1\n");
    assertThat(found().stream().filter(line -> line.contains("preamble"))).hasSize(lines);
  }

  @ParameterizedTest
  @CsvSource({"19, 1", "20, 0"})
  void aHeaderIsLookedForInTwentyRows(int before, int lines) throws IOException {
    importRows(PLAIN, "Liste\n".repeat(before) + "id,titre\na,T\n");
    assertThat(found().stream().filter(line -> line.contains("preamble"))).hasSize(lines);
  }

  /** Numbers above nothing but numbers, at least two, or an address. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      textBlock =
          """
          1,a/2,b/3,c/            # true
          1,a/2,b/                # false
          1,a/2,b/x,c/3,d/        # false
          1,a/2,b/-,c/,d/3,e/     # true
          n,a/2,b/3,c/            # false
          2011,a/2,b/3,c/         # false
          3011,a/2,b/3,c/         # true
          x,a@b.fr/2,b/           # true
          -1 %,a/2 €,b/3,c/       # true
          """)
  void aFirstRowOfValuesLooksLikeData(String csv, boolean data) throws IOException {
    importRows(PLAIN, text(csv));
    assertThat(found().stream().anyMatch(line -> line.contains("looks-like-data"))).isEqualTo(data);
  }

  /** A second header has no digit and no empty cell, one name of the first, and numbers below. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      textBlock =
          """
          titre,odd/Titre,code/T,1/U,2/   # true
          titre,odd/Titre,code/T,1/       # false
          titre,odd/Titre,code/T,x/U,2/   # false
          titre,odd/Titre,code1/T,1/U,2/  # false
          titre,odd/Titre,/T,1/U,2/       # false
          titre,odd/Name,code/T,1/U,2/    # false
          titre,odd/Titre,code,x/T,1/U,2/ # false
          """)
  void aSecondHeaderIsNoRecord(String csv, boolean header) throws IOException {
    importRows(PLAIN, text(csv));
    assertThat(found().stream().anyMatch(line -> line.contains("header-repeated")))
        .isEqualTo(header);
  }

  @Test
  void whatIsNoTextInTheEncodingIsNotRead() throws IOException {
    byte[] wide = "id,titre\na,T\n".getBytes(UTF_16LE);
    byte[] marked = ("\uFEFF" + new String(wide, UTF_16LE)).getBytes(UTF_16LE);
    CsvImporter asSaid = PLAIN.without("encoding-guessed");
    importRows(asSaid, marked);
    assertThat(found()).containsExactly("1:1 encoding-not-utf8 - - UTF-16 UTF-8 -");
    findings.clear();
    importRows(asSaid, wide);
    assertThat(found()).containsExactly("1:1 file-not-text - - NUL CSV -");
    findings.clear();
    importRows(PLAIN.withCharset(StandardCharsets.ISO_8859_1), marked);
    assertThat(found()).containsExactly("1:1 file-not-text - - NUL CSV -");
    findings.clear();
    importRows(PLAIN.withCharset(UTF_16LE), wide);
    assertThat(found()).isEmpty();
    assertThat(ids).containsExactly("a");
  }

  @Test
  void damageInAHeaderStopsOrIsSaidWhereItStands() throws IOException {
    byte[] csv = "id,titre,\u0081t\na,T,x\n".getBytes(StandardCharsets.ISO_8859_1);
    importRows(PLAIN.without("encoding-guessed"), csv);
    assertThat(found()).containsExactly("1:10 encoding-not-utf8 - - \uFFFDt - -");
    assertThat(ids).isEmpty();
    findings.clear();
    importRows(PLAIN.withCharset(Charset.forName("windows-1252")), csv);
    assertThat(found())
        .containsExactly(
            "1:10 encoding-malformed - - \uFFFDt windows-1252 -",
            "1:10 header-unknown - \uFFFDt \uFFFDt - -");
    assertThat(ids).containsExactly("a");
  }

  @Test
  void aHeaderThatLooksLikeDataIsShown() throws IOException {
    read(PLAIN, "6244,Stub,1\n6245,Stub,1\n6246,Full,2\n");
    assertThat(found())
        .contains(
            "1:1 header-looks-like-data - - 6244, Stub, 1 - -",
            "1:1 header-missing - - 6244 Stub 1 titre -");
    findings.clear();
    read(PLAIN, "2011,2012\n6245,1\n6246,2\n");
    assertThat(found()).noneMatch(line -> line.contains("looks-like-data"));
  }

  /** More known names, then rows of the same length, then more cells; blank rows do not count. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      textBlock =
          """
          a;b,c;d/                         # delimiter-guessed ; ,
          a;b,c;d/1;2,3;4/                 # delimiter-ambiguous ; ,
          a;b,c;d/1;2,3;4///               # delimiter-ambiguous ; ,
          a;b,c;d/1;2,3;4/1;2;4/           # delimiter-guessed ; ,
          a;b;c;d;e;f|g/1|2/3|4/           # delimiter-guessed | ,
          a;b/1/2/                         # delimiter-guessed ; ,
          id;titre,x,y,z/a;T,1,2,3/        # delimiter-guessed ; ,
          """)
  void theDelimiterIsThatOfNamesThenOfEvenRows(String csv, String expected) throws IOException {
    importRows(PLAIN, text(csv));
    assertThat(findings)
        .filteredOn(finding -> finding.code().startsWith("delimiter-"))
        .extracting(f -> f.code() + " " + f.value() + " " + f.expected())
        .containsExactly(expected);
  }

  @ParameterizedTest
  @CsvSource({"9, delimiter-ambiguous", "8, delimiter-guessed"})
  void nineOfTenRowsAreEvenEnough(int even, String code) throws IOException {
    importRows(PLAIN, "a;b,c;d\n" + "1;2,3;4\n".repeat(even) + "1;2;4\n".repeat(10 - even));
    assertThat(findings).extracting(Finding::code).contains(code);
  }

  @Test
  void aFolderHasNoHeader(@TempDir Path folder) {
    assertThatIOException()
        .isThrownBy(() -> PLAIN.detectType(folder))
        .withMessageContaining("is a");
  }

  @Test
  void aRivalOfTheDelimiterIsNamed() throws IOException {
    read(PLAIN.withColumn("a", "id").withColumn("d", "titre"), "a;b,c;d\n1;2,3;4\n5;6,7;8\n");
    assertThat(ids).containsExactly("1", "5");
    assertThat(found()).noneMatch(line -> line.contains("ambiguous"));
    findings.clear();
    ids.clear();
    read(PLAIN, "a;b,c;d\n1;2,3;4\n5;6,7;8\n");
    assertThat(found())
        .contains("1:1 delimiter-ambiguous - - ; , -")
        .noneMatch(line -> line.contains("guessed"));
  }

  @Test
  void repeatedHeadersAreRecordsWhenThatIsSaid() throws IOException {
    read(PLAIN.without("header-repeated"), "id,titre\nid,titre\na,T\n");
    assertThat(ids).containsExactly("id", "a");
    assertThat(found()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "id,titre,nom_sujet,consentement",
        "^id,titre,nom_sujet,consentement",
        "id;titre;nom_sujet;consentement",
        "sep=|/id|titre|nom_sujet|consentement",
        "^sep=|/id|titre|nom_sujet|consentement",
        "Export/id,titre,nom_sujet,consentement"
      })
  void theTypeIsThatWhoseNamesTheHeaderHas(String csv, @TempDir Path folder) throws IOException {
    for (var charset : List.of(UTF_8, StandardCharsets.UTF_16)) {
      byte[] bytes = (text(csv) + "\n").getBytes(charset);
      Path file = Files.write(folder.resolve("x.csv"), bytes);
      boolean marked = csv.startsWith("^") && !charset.equals(UTF_8);
      if (!marked) {
        assertThat(PLAIN.detectType(file)).contains(Portrait.class);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "x.csv, 'id,titre,nom_sujet,consentement', Portrait",
    "x.csv, 'id,titre', Initiative",
    "d/portraits.csv, 'id,titre', Portrait",
    "portraits/x.csv, 'id,titre', Initiative"
  })
  void recordsOfAnyTypeAreReadAsWhatNameOrHeaderSay(String name, String header, String type)
      throws IOException {
    var in = new ByteArrayInputStream((header + "\np,T\n").getBytes(UTF_8));
    List<Entry> read = new ArrayList<>();
    try (var reader = PLAIN.open(in, name, Entry.class, findings::add)) {
      reader.forEach(row -> read.add(row.value()));
    }
    assertThat(read).hasSize(1);
    assertThat(read.get(0).getClass().getSimpleName()).isEqualTo(type);
  }

  @Test
  void extensionsAreNamedByTheHeader(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("x.csv"), "id,x,titre,y,x,mot_de_passe,x,\n");
    assertThat(PLAIN.extensions(file, Entry.class)).containsExactly("x", "y", "x (2)", "x (3)");
  }

  private static String text(String shown) {
    return shown.replace('/', '\n').replace('^', '\uFEFF');
  }

  private void read(CsvImporter importer, String csv) throws IOException {
    importRows(importer, csv);
    assertThat(stopped).isEqualTo(ids.isEmpty());
  }

  private void importRows(CsvImporter importer, String csv) throws IOException {
    importRows(importer, csv.getBytes(UTF_8));
  }

  private void importRows(CsvImporter importer, byte[] csv) throws IOException {
    var in = new ByteArrayInputStream(csv);
    try (var reader = importer.open(in, "f.csv", Initiative.class, findings::add)) {
      reader.forEach(row -> ids.add(row.value().id()));
      stopped = reader.stopped();
    }
  }

  private List<String> found() {
    return findings.stream().map(ShownFindings::shown).toList();
  }
}
