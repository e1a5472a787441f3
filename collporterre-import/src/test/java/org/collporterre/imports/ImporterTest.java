package org.collporterre.imports;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.collporterre.check.RuleSettings;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.model.Portrait;
import org.collporterre.report.Located;
import org.collporterre.report.Profile;
import org.collporterre.vocabulary.Vocabularies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What all importers can be told, and what they refuse to be told. */
class ImporterTest {
  private static final CsvImporter CSV = CsvImporter.create();

  @TempDir Path folder;
  private boolean closed;

  @Test
  void whatAnImporterIsToldIsInItsSettings() {
    RuleSettings rules = RuleSettings.NONE;
    Vocabularies vocabularies = Vocabularies.standard();
    Profile strict = Profile.PUBLICATION;
    ImportSettings settings =
        CSV.withProfile(strict)
            .withRules(rules)
            .withVocabularies(vocabularies)
            .withGeneratedIds()
            .withCharset(UTF_16LE)
            .withDelimiter(';')
            .withSkippedLines(0)
            .withoutHeader()
            .withRecords("/a/*", "/b")
            .withCrs("EPSG:2154")
            .withRepairs()
            .without("a")
            .settings();

    assertThat(settings.profile()).isEqualTo(strict);
    assertThat(settings.rules()).isSameAs(rules);
    assertThat(settings.vocabularies()).isSameAs(vocabularies);
    assertThat(settings.generatesIds()).isTrue();
    assertThat(settings.dialect()).isEqualTo(new TableDialect(UTF_16LE, ';', 0, false));
    assertThat(settings.records()).containsExactly("/a/*", "/b");
    assertThat(settings.crs()).isEqualTo("EPSG:2154");
    assertThat(settings.repairs()).isTrue();
    assertThat(settings.allows("a")).isFalse();
    assertThat(settings.allows("b")).isTrue();
  }

  @Test
  void columnsAreAMapping() {
    assertThat(CSV.mapping()).isEmpty();
    Mapping own = CSV.withColumn(" nom ", "titre").mapping().orElseThrow();
    assertThat(own.chosen()).containsExactly(Map.entry("nom", "titre"));
    assertThat(CSV.withMapping(own).mapping()).containsSame(own);
  }

  @ParameterizedTest
  @ValueSource(chars = {'"', '\n', '\r', '\u007F', 'é'})
  void aDelimiterIsOneCharacterOfAsciiThatPartsNothingElse(char delimiter) {
    assertThatIllegalArgumentException().isThrownBy(() -> CSV.withDelimiter(delimiter));
  }

  @Test
  void whatMakesNoSenseIsRefusedAtOnce() {
    assertThat(CSV.withDelimiter('~').settings().dialect().delimiter()).isEqualTo('~');
    assertThatIllegalArgumentException().isThrownBy(() -> CSV.withSkippedLines(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> CSV.withRecords("/a", "b"));
    assertThatIllegalArgumentException().isThrownBy(() -> CSV.withCrs("EPSG:1"));
  }

  private <E extends Entry> EntryReader<E> open(Importer<?> importer, String text, Class<E> type)
      throws IOException {
    return importer.open(
        new ByteArrayInputStream(text.getBytes(UTF_8)) {
          @Override
          public void close() {
            closed = true;
          }
        },
        "x",
        type,
        finding -> {});
  }

  @ParameterizedTest
  @CsvSource({
    "titre, true, true",
    "foo, false, false",
    "avancement, false, true",
    "'latitude,longitude', false, true",
    "'longitude,latitude', false, true",
    "'latitude,titre', false, false"
  })
  void aColumnIsForAFieldThatTheTypeHas(String key, boolean ofPortraits, boolean ofAny)
      throws IOException {
    JsonImporter importer = JsonImporter.create().withColumn("x", key);
    opens(importer, Portrait.class, ofPortraits);
    opens(importer, Entry.class, ofAny);
  }

  private void opens(Importer<?> importer, Class<? extends Entry> type, boolean taken)
      throws IOException {
    closed = false;
    if (taken) {
      open(importer, "[]", type);
    } else {
      assertThatIllegalArgumentException().isThrownBy(() -> open(importer, "[]", type));
    }
    assertThat(closed).isEqualTo(!taken);
  }

  @ParameterizedTest
  @CsvSource({
    "portraits-2024.csv, Portrait",
    "METHODOLOGIES.csv, Methodology",
    "initiatives, Initiative",
    "portrait.csv, ''",
    "mes-portraits.csv, ''",
    "/, ''"
  })
  void aFileMayBeNamedAfterAType(Path file, String type) {
    assertThat(Importer.byName(file).map(Class::getSimpleName).orElse("")).isEqualTo(type);
  }

  /** In the order of the types: initiatives, portraits, methodologies. */
  @ParameterizedTest
  @CsvSource({
    "0 0 0, Initiative",
    "1 2 0, Portrait",
    "0 1 3, Methodology",
    "2 2 1, ''",
    "1 1 1, ''"
  })
  void aHeaderIsOfTheTypeThatKnowsMostOfIt(String known, String type) {
    List<Integer> counts = Arrays.stream(known.split(" ", -1)).map(Integer::valueOf).toList();

    assertThat(Importer.mostKnown(counts).map(Class::getSimpleName).orElse("")).isEqualTo(type);
  }

  @Test
  void whatIsNotSaidOfAFormatHasADefault() throws IOException {
    Path file = Files.writeString(folder.resolve("x.json"), "[{\"titre\": \"A\", \"zz\": 1}]");
    UnsupportedImporter other = new UnsupportedImporter("PDF");

    assertThat(other.detectType(file)).contains(Entry.class);
    assertThat(other.openDataset(file, Entry.class, finding -> {})).isEmpty();
    assertThat(other.needsFile()).isFalse();
    assertThat(other.hide(file, Entry.class, folder.resolve("y.json"))).isFalse();
    assertThat(other.extensions(file, Entry.class)).isEmpty();
    assertThat(other.withProfile(Profile.PUBLICATION).settings().profile())
        .isEqualTo(Profile.PUBLICATION);
    assertThat(
            CSV.extensions(
                Files.writeString(folder.resolve("x.csv"), "id,titre,zz\n"), Initiative.class))
        .containsExactly("zz");
    assertThatThrownBy(() -> other.open(folder, Entry.class, finding -> {}))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is a directory");
  }

  @Test
  void aFileIsReadOnce() throws IOException {
    EntryReader<Initiative> reader = open(CSV, "id,titre\na,A\nb,B\n", Initiative.class);
    Iterator<Located<Initiative>> rows = reader.iterator();
    assertThatIllegalStateException().isThrownBy(reader::iterator);
    assertThat(rows.hasNext()).isTrue();
    assertThat(rows.hasNext()).isTrue();
    assertThat(rows.next().value().id()).isEqualTo("a");
    assertThat(rows.next().value().id()).isEqualTo("b");
    assertThat(rows.hasNext()).isFalse();
    assertThatThrownBy(rows::next).isInstanceOf(NoSuchElementException.class);
  }

  /** ␞ stands for a record separator, ␀ for the character 0. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "a.yml # titre: A # YamlImporter",
        "a.YAML # titre: A # YamlImporter",
        "a.yml # {\"titre\": 1} # JsonImporter",
        "a.yml # [1] # JsonImporter",
        "a.yml # <html> # JsonLdImporter",
        "a.yml # a␀ # UnsupportedImporter",
        "a.toml # titre = 1 # UnsupportedImporter",
        "a.toml # {} # JsonImporter",
        "a.txt # titre: A # CsvImporter",
        "a.json # ␞{\"@context\": 1} # JsonLdImporter",
        "a.json # ␞{} # JsonImporter",
        "a.json # {\"a\": {\"@context\": 1}} # JsonImporter",
        "a.json # [{\"a\": 1}, {\"@id\": 1}] # JsonImporter",
        "a.json # [{\"@id\": 1}] # JsonLdImporter",
        "a.json # {\"type\": \"Feature\"} # GeoJsonImporter",
        "a.json # {\"a\": {\"type\": \"Feature\"}} # JsonImporter",
        "a.json # {\"features\": 1} # GeoJsonImporter"
      })
  void importersAreChosenByWhatIsInAFile(String name, String text, String importer)
      throws IOException {
    String content = text.replace('␞', '\u001E').replace('␀', '\0');
    Path file = Files.writeString(folder.resolve(name), content);
    assertThat(Importers.detect(file).getClass().getSimpleName()).isEqualTo(importer);
  }

  @Test
  void aRowKnowsItsCells() throws IOException {
    EntryReader<Initiative> reader =
        open(
            CSV.withProfile(Profile.PUBLICATION),
            "id,titre,date_debut\na,A,2012\nb,B,hier\n",
            Initiative.class);
    Iterator<Located<Initiative>> rows = reader.iterator();
    Located.Origin first = rows.next().origin();
    assertThat(first.hasErrors()).isFalse();
    assertThat(first.hasColumn("titre")).isTrue();
    assertThat(first.hasColumn("resume")).isFalse();
    assertThat(first.field("id").column()).isEqualTo(1);
    assertThat(first.field("titre").column()).isEqualTo(3);
    assertThat(first.field("resume")).isEqualTo(first.record());
    assertThat(rows.next().origin().hasErrors()).isTrue();
  }
}
