package org.collporterre.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
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
          Export,2012/id,titre/a,T/         #   # 1:1 header-unknown - Export Export - - ; 1:8 header-unknown - 2012 2012 - - ; 1:1 header-missing - - Export 2012 titre -
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
    read(told, "a,T,,\nb,T,x,\n");
    assertThat(ids).containsExactly("a", "b");
    assertThat(found()).isEmpty();
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
    Path file = Files.writeString(folder.resolve("x.csv"), "id,x,titre,y,x,mot_de_passe,\n");
    assertThat(PLAIN.extensions(file, Entry.class)).containsExactly("x", "y", "x (2)");
  }

  private static String text(String shown) {
    return shown.replace('/', '\n').replace('^', '\uFEFF');
  }

  private void read(CsvImporter importer, String csv) throws IOException {
    var in = new ByteArrayInputStream(csv.getBytes(UTF_8));
    try (var reader = importer.open(in, "f.csv", Initiative.class, findings::add)) {
      reader.forEach(row -> ids.add(row.value().id()));
      assertThat(reader.stopped()).isEqualTo(ids.isEmpty());
    }
  }

  private List<String> found() {
    return findings.stream().map(ShownFindings::shown).toList();
  }
}
