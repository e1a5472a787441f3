package org.collporterre.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.model.Methodology;
import org.collporterre.model.PartialDate;
import org.collporterre.model.Place;
import org.collporterre.model.Portrait;
import org.collporterre.report.Finding;
import org.collporterre.report.Fix;
import org.collporterre.report.Located;
import org.collporterre.report.Profile;
import org.collporterre.report.Report;
import org.collporterre.report.Severity;
import org.collporterre.vocabulary.ConsentStatus;
import org.collporterre.vocabulary.FieldOfAction;
import org.collporterre.vocabulary.Sdg;
import org.collporterre.vocabulary.SubjectKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvImporterTest {
  private final Report report = Report.create();
  private boolean stopped;

  @Test
  void readsAnInitiativeWhateverTheOrderOfItsColumns() {
    Initiative read =
        one(
            Initiative.class,
            """
            odd,titre,id,champs_action,longitude,latitude,date_debut,replique_de,date_maj
            2|11,Potagers partagés,potagers,innovation-sociale,4.13,44.239,2012-05,autre,2012-07-05
            """);
    assertThat(read.id()).isEqualTo("potagers");
    assertThat(read.title().text()).isEqualTo("Potagers partagés");
    assertThat(read.sdgs()).containsExactly(Sdg.ZERO_HUNGER, Sdg.SUSTAINABLE_CITIES);
    assertThat(read.fieldsOfAction()).containsExactly(FieldOfAction.SOCIAL_INNOVATION);
    assertThat(read.startDate()).isEqualTo(new PartialDate("2012-05"));
    assertThat(read.replicates()).hasToString("[autre]");
    assertThat(read.sheet().modifiedOn()).isEqualTo(LocalDate.of(2012, 7, 5));
    assertThat(read.locations()).containsExactly(Place.at(44.239, 4.13));
    assertThat(report.findings()).isEmpty();
  }

  @Test
  void readsAPortraitAndAMethodology() {
    Portrait portrait =
        one(
            Portrait.class,
            """
            id,titre,nature_sujet,nom_sujet,initiatives,consentement,texte
            p,Les habitants,collectif,Habitants,i,non-requis,"Un
            texte"
            """);
    assertThat(portrait.subject().kind()).isEqualTo(SubjectKind.COLLECTIVE);
    assertThat(portrait.consent().status()).isEqualTo(ConsentStatus.NOT_REQUIRED);
    assertThat(portrait.body()).isEqualTo("Un\ntexte");
    Methodology methodology =
        one(
            Methodology.class,
            "id,titre,version,duree,derive_de,generique\nm,Méthode,0.1.0,P6M,code@1.2,oui\n");
    assertThat(methodology.derivedFrom()).hasToString("[code@1.2]");
    assertThat(methodology.duration()).hasToString("P6M");
    assertThat(methodology.generic()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {", # ", "; # delimiter-guessed", "TAB # delimiter-guessed"})
  void findsTheDelimiter(String delimiter, String code) {
    String mark = delimiter.strip().replace("TAB", "\t");
    Initiative read = one(Initiative.class, "id,titre\na,Titre\n".replace(",", mark));
    assertThat(read.title().text()).isEqualTo("Titre");
    assertThat(codes()).isEqualTo(code == null ? List.of() : List.of(code.strip()));
  }

  @Test
  void countsKnownNamesBeforeDelimiters() {
    Initiative read = one(Initiative.class, "id;titre;\"a,b,c,d,e\"\nx;Un titre, avec virgule;y\n");
    assertThat(read.title().text()).isEqualTo("Un titre, avec virgule");
    assertThat(read.sheet().extensions()).containsEntry("a,b,c,d,e", "y");
  }

  @Test
  void passesOverAByteOrderMark() {
    assertThat(one(Initiative.class, "\uFEFFid,titre\na,Titre\n").id()).isEqualTo("a");
    assertThat(codes()).containsExactly("bom-present");
  }

  @Test
  void saysEveryProblemOfARowWithItsPlace() {
    one(
        Initiative.class,
        """
        id,titre,description,date_maj,odd,latitude,longitude
        a,Titre,"Première ligne, œuvre 🌱
        seconde",06-06à2012,18,"48,39",ouest
        """);
    assertThat(report.findings())
        .extracting(f -> f.location().line() + ":" + f.location().column() + " " + f.code())
        .containsExactly(
            "3:10 date-invalid",
            "3:21 code-unknown",
            "3:24 number-decimal-comma",
            "3:32 number-invalid");
    assertThat(report.findings().get(0).fix()).isEqualTo(Fix.unsafe("date_maj", "2012-06-06"));
  }

  @Test
  void countsColumnsInUtf16UnitsAsEditorsDo() {
    one(Initiative.class, "id,titre,date_maj\na,Été 🌱,hier\n");
    assertThat(report.findings()).hasSize(1);
    // a , É t é blank and two units of the seedling, comma: the cell begins at the tenth.
    assertThat(report.findings().get(0).location().column()).isEqualTo(10);
  }

  @Test
  void blanksAroundCellsOfUnknownColumnsAreDroppedWithAFinding() {
    Initiative read = one(Initiative.class, "id,titre,Remarque\na,Titre, à voir \n");
    assertThat(read.sheet().extensions()).containsOnly(Map.entry("Remarque", "à voir"));
    assertThat(report.findings())
        .extracting(Finding::code, Finding::field)
        .contains(tuple("blanks-around", "Remarque"));
  }

  @Test
  void keepsUnknownColumnsAndProposesTheNearestName() {
    Initiative read = one(Initiative.class, "id,titre,mots_cle,Remarque\na,Titre,x|y,à voir\n");
    assertThat(read.sheet().extensions())
        .containsOnly(Map.entry("mots_cle", "x|y"), Map.entry("Remarque", "à voir"));
    assertThat(report.findings())
        .extracting(Finding::code, Finding::expected)
        .containsExactly(tuple("header-unknown", "mots_cles"), tuple("header-unknown", null));
  }

  @Test
  void dropsColumnsThatLookLikeSecretsAndNeverShowsThem() {
    Initiative read = one(Initiative.class, "id,titre,mot_de_passe\na,Titre,5f4dcc3b\n");
    assertThat(read.sheet().extensions()).isEmpty();
    assertThat(codes()).containsExactly("secret-column");
    assertThat(report.findings().toString()).doesNotContain("5f4dcc3b");
  }

  @Test
  void neverShowsWhatIsSaidAboutConsent() {
    one(
        Portrait.class,
        "id,titre,nature_sujet,nom_sujet,consentement,consentement_le\n"
            + "p,Titre,personne,Prénom,refus-total,3 mai\n");
    assertThat(codes()).containsExactly("code-unknown", "date-invalid");
    assertThat(report.findings()).allMatch(f -> f.value() == null && f.fix() == null);
  }

  @Test
  void understandsOtherNamesAndSaysSo() {
    Initiative read =
        one(Initiative.class, "ID;Nom;lat;lng;bf_code_postal\na;Titre;48.39;-4.48;29200\n");
    assertThat(read.locations().get(0).postcode()).isEqualTo("29200");
    assertThat(codes()).filteredOn("header-alias-used"::equals).hasSize(5);
  }

  @Test
  void takesTheCallersWordForAColumn() {
    CsvImporter importer =
        CsvImporter.create().withColumn("Lieu", "titre").withColumn("xy", "latitude,longitude");
    List<Initiative> read =
        read(importer, Initiative.class, "id,Lieu,xy,titre\na,Brest,\"48.39, -4.48\",autre\n");
    assertThat(read.get(0).title().text()).isEqualTo("Brest");
    assertThat(read.get(0).locations()).containsExactly(Place.at(48.39, -4.48));
    assertThatThrownBy(
            () -> read(importer.withColumn("x", "titres"), Initiative.class, "id,titre\n"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void readsTranslations() {
    Initiative read = one(Initiative.class, "id,titre,titre@en,titre@br\na,Jardin,Garden,Liorzh\n");
    assertThat(read.title().in("en")).isEqualTo("Garden");
    assertThat(read.title().in("br")).isEqualTo("Liorzh");
    assertThat(codes()).isEmpty();
  }

  @Test
  void columnsStandInAnyOrder() {
    Initiative read =
        one(Initiative.class, "titre@en,date_maj,titre,mot,id\nGarden,hier,Jardin,x,jardin\n");
    assertThat(read.title().in("en")).isEqualTo("Garden");
    assertThat(read.sheet().extensions()).containsOnlyKeys("mot");
    assertThat(report.findings())
        .filteredOn(f -> f.code().equals("date-invalid"))
        .extracting(Finding::id)
        .containsExactly("jardin");
  }

  @Test
  void saysOnlyThatTheEncodingIsWrongOfACellItCannotRead() {
    readAll(
        CsvImporter.create().without("encoding-guessed"),
        Initiative.class,
        "id,titre,champs_action\na,Titre,été\n".getBytes(Charset.forName("ISO-8859-1")));
    assertThat(codes()).containsExactly("encoding-not-utf8");
  }

  @Test
  void readsListsWrittenWithTheWrongSeparatorOnlyWhenEveryPartIsACode() {
    Initiative read =
        one(
            Initiative.class,
            "id,titre,themes,mots_cles\na,Titre,\"energie, habitat\",\"bois, paille\"\n");
    assertThat(read.themes()).containsExactly("energie", "habitat");
    assertThat(read.header().keywords()).containsExactly("bois, paille");
    assertThat(codes()).containsExactly("list-item-invalid");
    assertThat(report.findings().get(0).fix()).isEqualTo(Fix.safe("themes", "energie|habitat"));
  }

  @Test
  void keepsTheOrderOfListsAndSaysWhatItLeavesOut() {
    Initiative read = one(Initiative.class, "id,titre,mots_cles\na,Titre,| b |a||b\n");
    assertThat(read.header().keywords()).containsExactly("b", "a");
    assertThat(codes())
        .containsExactlyInAnyOrder("list-item-invalid", "list-item-invalid", "list-duplicate-item");
  }

  @Test
  void saysRowsThatAreTooLongOrTooShortAndKeepsThem() {
    List<Initiative> read =
        read(
            CsvImporter.create(),
            Initiative.class,
            "id,titre,odd\na,Titre,1,x\nb,Titre\nc,Titre,2,,\n");
    assertThat(read).extracting(Entry::id).containsExactly("a", "b", "c");
    assertThat(report.findings())
        .extracting(f -> f.location().line() + " " + f.code() + " " + f.value())
        .containsExactly("2 row-length 4", "3 row-short 2");
  }

  @Test
  void passesOverBlankRows() {
    assertThat(read(CsvImporter.create(), Initiative.class, "id,titre\n\na,Titre\n , \n"))
        .hasSize(1);
    assertThat(report.byRule()).containsEntry("blank-row", 2);
  }

  @Test
  void makesIdentifiersFromTitleAndPlaceThatDoNotDependOnTheOrderOfRows() {
    CsvImporter importer = CsvImporter.create().withGeneratedIds();
    String header = "titre,commune,odd\n";
    List<Initiative> read =
        read(importer, Initiative.class, header + "L'été œuvre,Brest,1\nL'été œuvre,Brest,2\n");
    List<Initiative> turned =
        read(importer, Initiative.class, header + "Autre,Brest,3\nL'été œuvre,Brest,1\n");
    assertThat(read.get(0).id()).isEqualTo("l-ete-oeuvre-brest").isEqualTo(turned.get(1).id());
    assertThat(read.get(1).id()).matches("l-ete-oeuvre-brest-[0-9a-f]{6}");
    // Once per file, not per row.
    assertThat(report.byRule()).containsEntry("id-generated", 2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "'' # file-empty",
        "a,b,c # header-missing",
        "nom_du_lieu|commune # header-missing",
        "id,titre\\na,\"Titre # quote-unclosed"
      })
  void stopsWithOneFindingAtFilesThatMakeNoSense(String content, String code) {
    read(CsvImporter.create(), Initiative.class, content.replace("\\n", "\n"));
    assertThat(stopped).isTrue();
    assertThat(codes()).containsOnlyOnce(code);
    assertThat(report.count(Severity.ERROR)).isEqualTo(1);
  }

  @Test
  void saysWhereTheUnclosedQuoteIs() {
    List<Initiative> read =
        read(
            CsvImporter.create(),
            Initiative.class,
            "id,titre,odd\na,Titre,1\nb,\"Titre,2\nc,Titre,3\n");
    assertThat(read).extracting(Entry::id).containsExactly("a");
    assertThat(report.findings().get(0).location()).hasToString("f.csv:3:3");
  }

  @Test
  void goesOnBehindAMisplacedQuote() {
    List<Initiative> read =
        read(CsvImporter.create(), Initiative.class, "id,titre\na,\"Un\" titre\nb,Titre\n");
    assertThat(read).extracting(e -> e.title().text()).containsExactly("\"Un\" titre", "Titre");
    assertThat(report.findings())
        .extracting(f -> f.code() + " " + f.location())
        .containsExactly("quote-misplaced f.csv:2:3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ISO-8859-1", "UTF-16"})
  void stopsAtOtherEncodingsWhenToldNotToGuess(String charset) {
    byte[] bytes = "id,titre\na,Été\n".getBytes(Charset.forName(charset));
    readAll(CsvImporter.create().without("encoding-guessed"), Initiative.class, bytes);
    assertThat(stopped).isTrue();
    assertThat(codes()).containsExactly("encoding-not-utf8");
  }

  @Test
  void keepsADamageDoneBySomebodyElse() {
    assertThat(one(Initiative.class, "id,titre\na,Caf\uFFFD\n").title().text())
        .isEqualTo("Caf\uFFFD");
    assertThat(stopped).isFalse();
  }

  @Test
  void refusesACellOfTenMegabytesAndReadsOn() {
    String csv = "id,titre,description\na,Titre," + "x".repeat(10 << 20) + "\nb,Titre,y\n";
    List<Initiative> read = read(CsvImporter.create(), Initiative.class, csv);
    assertThat(read).extracting(Entry::id).containsExactly("a", "b");
    assertThat(read.get(0).header().description()).isNull();
    assertThat(codes()).containsExactly("cell-too-long");
  }

  @Test
  void severityDependsOnTheProfile() {
    String csv = "id,titre,latitude,longitude\na,Titre,\"48,39\",-4.48\n";
    read(CsvImporter.create(), Initiative.class, csv);
    assertThat(report.count(Severity.WARNING)).isEqualTo(1);
    readAll(
        CsvImporter.create().withProfile(Profile.PUBLICATION),
        Initiative.class,
        csv.getBytes(UTF_8));
    assertThat(report.count(Severity.ERROR)).isEqualTo(1);
  }

  @Test
  void isReadOnce() throws IOException {
    try (EntryReader<Initiative> reader =
        open(CsvImporter.create(), Initiative.class, new byte[0])) {
      assertThat(reader.iterator().hasNext()).isFalse();
      assertThatThrownBy(reader::iterator).isInstanceOf(IllegalStateException.class);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "initiatives-2012.csv, x, Initiative",
    "Portraits.csv, x, Portrait",
    "a.csv, 'id,titre,latitude', Initiative",
    "b.csv, 'id,titre,nom_sujet,consentement', Portrait",
    "c.csv, 'id,titre,etat_documentation,derive_de', Methodology",
    "d.csv, 'x,y', Initiative",
    "e.csv, 'id,titre', ",
  })
  void tellsTheTypeByNameElseByHeader(String name, String header, String type, @TempDir Path folder)
      throws IOException {
    Path file = Files.writeString(folder.resolve(name), header + "\n");
    assertThat(CsvImporter.create().detectType(file).map(Class::getSimpleName).orElse(null))
        .isEqualTo(type);
  }

  private <E extends Entry> E one(Class<E> type, String csv) {
    List<E> read = read(CsvImporter.create(), type, csv);
    assertThat(read).hasSize(1);
    return read.get(0);
  }

  private <E extends Entry> List<E> read(CsvImporter importer, Class<E> type, String csv) {
    return readAll(importer, type, csv.getBytes(UTF_8));
  }

  private <E extends Entry> List<E> readAll(CsvImporter importer, Class<E> type, byte[] csv) {
    List<E> read = new ArrayList<>();
    try (EntryReader<E> reader = open(importer, type, csv)) {
      for (Located<E> row : reader) {
        read.add(row.value());
      }
      stopped = reader.stopped();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return read;
  }

  private <E extends Entry> EntryReader<E> open(CsvImporter importer, Class<E> type, byte[] csv)
      throws IOException {
    return importer.open(new ByteArrayInputStream(csv), "f.csv", type, report);
  }

  private List<String> codes() {
    return report.findings().stream().map(Finding::code).toList();
  }
}
