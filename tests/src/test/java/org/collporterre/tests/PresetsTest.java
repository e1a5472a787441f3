package org.collporterre.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.collporterre.imports.EntryReader;
import org.collporterre.imports.Importers;
import org.collporterre.imports.Presets;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.model.Methodology;
import org.collporterre.model.Reference;
import org.collporterre.model.Step;
import org.collporterre.report.Finding;
import org.collporterre.report.Located;
import org.collporterre.report.Report;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;
import org.junit.jupiter.api.Test;

/**
 * Files in the shapes of other platforms, read without a word of where they are from. What is
 * expected was written by hand from the samples.
 */
class PresetsTest {
  private static final Path EXPECTED = Path.of("src", "test", "resources", "presets-expected");
  private static final Path SAMPLES = Path.of("src", "test", "resources", "presets");

  private final Report report = Report.keeping(100_000);

  @Test
  void each_sample_is_known_by_its_preset_and_each_preset_has_a_sample() throws IOException {
    Set<String> seen = new LinkedHashSet<>();
    for (Path sample : samples()) {
      Report own = Report.create();
      read(sample, own);
      String file = String.valueOf(sample.getFileName());
      assertThat(own.findings())
          .as(file)
          .filteredOn(finding -> finding.code().equals("preset-chosen"))
          .singleElement()
          .satisfies(
              finding -> {
                String name = String.valueOf(finding.value());
                assertThat(file).startsWith(name);
                seen.add(name);
              });
      assertThat(own.findings())
          .as(file)
          .extracting(Finding::code)
          .doesNotContain("header-missing", "code-unknown", "json-type", "list-duplicate-item");
    }
    assertThat(Presets.all()).extracting(preset -> preset.name()).hasSameElementsAs(seen);
  }

  @Test
  void none_is_chosen_when_that_is_refused() throws IOException {
    for (Path sample : samples()) {
      Report own = Report.create();
      try (EntryReader<? extends Entry> reader =
          Importers.detect(sample).without("preset-chosen").open(sample, Entry.class, own)) {
        reader.forEach(row -> {});
      }
      assertThat(own.findings()).extracting(Finding::code).doesNotContain("preset-chosen");
    }
  }

  @Test
  void files_of_our_own_format_are_read_with_none() throws IOException {
    try (Stream<Path> all = Files.walk(Path.of("..", "examples"))) {
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        if (String.valueOf(file.getFileName())
            .matches("(?!datapackage|collporterre).*\\.(csv|geojson|json)")) {
          Report own = Report.create();
          read(file, own);
          assertThat(own.findings())
              .as(file.toString())
              .extracting(Finding::code)
              .doesNotContain("preset-chosen");
        }
      }
    }
  }

  /** Fields as a cell holds them, then extensions; behind all records what was found. */
  @Test
  void each_sample_gives_the_fields_that_were_worked_out_by_hand() throws IOException {
    for (Path sample : samples()) {
      Report own = Report.create();
      List<String> lines = new ArrayList<>();
      for (Entry entry : read(sample, own)) {
        lines.addAll(fields(entry));
      }
      for (Finding finding : own.findings()) {
        lines.add("! " + finding.code() + " " + finding.field() + " " + finding.value());
      }
      assertThat(lines)
          .as(sample.toString())
          .containsExactlyElementsOf(
              Files.readAllLines(EXPECTED.resolve(sample.getFileName() + ".txt")));
    }
  }

  @Test
  void steps_references_and_pictures_become_rows_of_their_own() throws IOException {
    Methodology okh = (Methodology) read("okh.yml").get(0);
    assertThat(okh.steps()).extracting(Step::position).containsExactly(1, 2);
    assertThat(okh.steps())
        .extracting(Step::title)
        .containsExactly("Monter le cadre", "https://exemple.org/carte/2");

    Initiative project = (Initiative) read("i4p.json").get(0);
    assertThat(project.sheet().references())
        .extracting(Reference::title)
        .containsExactly("Réponse à un appel à projets, 2012");
    assertThat(project.header().images().get(0).author()).isEqualTo("Collporterre");
    assertThat(project.header().images().get(0).license()).isEqualTo("CC-BY-SA-3.0");

    Initiative place = (Initiative) read("participedia.json").get(0);
    assertThat(place.sheet().references())
        .extracting(Reference::title)
        .containsExactly("Le projet", "https://exemple.org/a");
    assertThat(place.sheet().references())
        .extracting(Reference::publisher)
        .containsExactly("Collporterre", null);
    assertThat(place.header().images().get(0).caption()).isEqualTo("Un atelier");
  }

  /** Names, telephones and accounts of persons stand in the samples, and nowhere behind them. */
  @Test
  void nothing_of_persons_but_the_confidential_address_is_kept() throws IOException {
    for (Path sample : samples()) {
      for (Entry entry : read(sample, Report.create())) {
        String all = entry.toString();
        assertThat(all)
            .as(sample.toString())
            .doesNotContainIgnoringCase("une personne")
            .doesNotContainIgnoringCase("unepersonne")
            .doesNotContain(
                "une-personne", "une@exemple.org", "298000000", "299000000", "466000000")
            .doesNotContain("d41d8cd9", "5a0b1c2d");
      }
    }
  }

  @Test
  void structures_of_nantes_are_read_as_elements_of_openstreetmap() throws IOException {
    Path file = Fixtures.require("data/nantes/Structures_AvantOperationsManuelles.json");
    List<Entry> all = read(file, report);

    assertThat(all).hasSize(355);
    assertThat(all).extracting(Entry::id).doesNotHaveDuplicates().contains("osm-way-270901433");
    // Three have no name, and one of these an operator.
    assertThat(all)
        .filteredOn(one -> fields(one).stream().noneMatch(f -> f.startsWith("titre=")))
        .hasSize(2);
    assertThat(all)
        .filteredOn(one -> fields(one).stream().anyMatch(f -> f.startsWith("code_postal=")))
        .hasSize(261);
    assertThat(all)
        .filteredOn(one -> fields(one).stream().anyMatch(f -> f.startsWith("site_web=")))
        .hasSize(235);
    assertThat(all.stream().filter(one -> "osm-node-1034073369".equals(one.id())))
        .singleElement()
        .satisfies(
            one ->
                assertThat(fields(one))
                    .contains(
                        "titre=Le P'tit Poids",
                        "adresse=8 Rue Alcide et Charles d'Orbigny",
                        "courriel=contact@epicerie-leptitpoids.fr",
                        "mots_cles=convenience",
                        "+organic=yes"));
  }

  @Test
  void manifests_and_cases_of_others_are_known() throws IOException {
    assertThat(read(Fixtures.require("data/participedia/case.json"), report).get(0))
        .isInstanceOfSatisfying(
            Initiative.class,
            one ->
                assertThat(fields(one))
                    .contains(
                        "titre=First Title",
                        "adresse=123 Rue de Morgue, c/o Albertus Magnus",
                        "date_debut=2005-10-27",
                        "date_fin=2019-05-17",
                        "avancement=terminee",
                        "themes=culture|education|environnement"));
    assertThat(read(Fixtures.require("data/participedia/organization.json"), report).get(0))
        .isInstanceOf(Initiative.class);
    assertThat(read(Fixtures.require("data/participedia/method.json"), report).get(0))
        .isInstanceOf(Methodology.class);
    assertThat(read(Fixtures.require("data/okh/okh-xyz-nanopositioner.yml"), report).get(0))
        .isInstanceOfSatisfying(
            Methodology.class,
            one ->
                assertThat(fields(one))
                    .contains(
                        "objectif=nanotechnology, nanometrology, bioengineering, semiconductor"
                            + " fabrication, aerospace",
                        "auteurs=Edwin En-Te Hwu",
                        "url_document=https://osf.io/7fk3u/files/osfstorage"));
    assertThat(fields(read(Fixtures.require("data/okh/okh-YourHardwareName.yml"), report).get(0)))
        .as("placeholders are no values")
        .containsExactly("methodologie", "langue=en-UK", "date_creation=2019-11-16");
    assertThat(report.findings())
        .filteredOn(finding -> finding.code().equals("preset-chosen"))
        .extracting(Finding::value)
        .containsExactly("participedia", "participedia", "participedia-methodes", "okh", "okh");
  }

  private static List<Path> samples() throws IOException {
    try (Stream<Path> all = Files.list(SAMPLES)) {
      return all.sorted().toList();
    }
  }

  private List<Entry> read(String sample) throws IOException {
    return read(SAMPLES.resolve(sample), report);
  }

  private static List<Entry> read(Path file, Report report) throws IOException {
    List<Entry> all = new ArrayList<>();
    try (EntryReader<? extends Entry> reader =
        Importers.detect(file).open(file, Entry.class, report)) {
      for (Located<? extends Entry> row : reader) {
        all.add(row.value());
      }
    }
    return all;
  }

  /** Returns the type, every field that holds something, {@code key=text}, then the extensions. */
  @SuppressWarnings("unchecked") // the schema is that of the record
  private static <E extends Entry> List<String> fields(E entry) {
    Schema<E> schema = (Schema<E>) Schema.of(entry.getClass());
    List<String> texts = new ArrayList<>(List.of(schema.name()));
    for (Field field : schema.fields()) {
      String text = field.text(entry);
      if (text != null && !text.isEmpty()) {
        texts.add(field.key() + "=" + text.replace("\n", "\\n"));
      }
    }
    entry.sheet().extensions().forEach((name, text) -> texts.add("+" + name + "=" + text));
    return texts;
  }
}
