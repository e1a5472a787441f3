package org.collporterre.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.collporterre.check.Checker;
import org.collporterre.dataset.DatasetDescriptor;
import org.collporterre.export.EntryWriter;
import org.collporterre.export.PackageExporter;
import org.collporterre.imports.DatasetReader;
import org.collporterre.imports.PackageImporter;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.model.Methodology;
import org.collporterre.report.Finding;
import org.collporterre.report.Located;
import org.collporterre.report.Profile;
import org.collporterre.report.Report;
import org.collporterre.vocabulary.Concept;
import org.collporterre.vocabulary.SubjectKind;
import org.collporterre.vocabulary.Vocabularies;
import org.collporterre.vocabulary.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dataset written as a package comes back as it was, whatever holds it. */
class DatasetPackageTest {
  /** The facts of the example are of these years; today they are stale. */
  private static final Clock OF_THE_EXAMPLE =
      Clock.fixed(Instant.parse("2013-06-01T00:00:00Z"), ZoneOffset.UTC);

  @TempDir Path folder;

  private static List<Entry> rich() {
    return List.of(
        RichRecords.initiative(),
        RichRecords.portrait(SubjectKind.PERSON),
        RichRecords.methodology(true));
  }

  @Test
  void rich_records_come_back_from_a_folder_whole_and_without_findings() throws IOException {
    Path target = folder.resolve("jeu");

    write(PackageExporter.create(), target, rich());

    Report report = Report.create();
    assertThat(read(target, report)).isEqualTo(rich());
    assertThat(report.findings()).extracting(Finding::code).containsOnly("header-unknown");
    try (Stream<Path> files = Files.list(target)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "datapackage.json",
              "initiatives.csv",
              "portraits.csv",
              "methodologies.csv",
              "etapes.csv",
              "references.csv",
              "acteurs.csv",
              "lieux.csv",
              "medias.csv");
    }
    try (Stream<Path> beside = Files.list(folder)) {
      assertThat(beside).as("nothing temporary is left").containsExactly(target);
    }
  }

  @Test
  void the_example_is_a_package_fit_for_publication() throws IOException {
    Report report = Report.create();
    Path example = Path.of("..", "examples", "datasets", "initiatives-inspirantes");
    try (DatasetReader<Entry> in =
            PackageImporter.create()
                .withProfile(Profile.PUBLICATION)
                .open(example, Entry.class, report);
        Checker.Run check =
            Checker.standard()
                .withProfile(Profile.PUBLICATION)
                .withClock(OF_THE_EXAMPLE)
                .start(report)) {
      for (Located<Entry> row : in) {
        assertThat(check.accept(row)).isTrue();
        if (row.value() instanceof Methodology methodology
            && methodology.id().equals("recensement-participatif")) {
          assertThat(methodology.steps()).hasSize(7);
        }
      }
      assertThat(in.descriptor().orElseThrow().licenses().get(0).name()).isEqualTo("CC-BY-SA-4.0");
    }
    assertThat(report.findings()).isEmpty();
  }

  @Test
  void the_archive_holds_the_very_files_of_the_folder_and_the_same_bytes_twice()
      throws IOException {
    Path target = folder.resolve("jeu");
    write(PackageExporter.create(), target, rich());
    Path zip = folder.resolve("jeu.zip");
    write(PackageExporter.create().asZip(), zip, rich());
    Path again = folder.resolve("encore");
    Files.createDirectory(again);
    write(PackageExporter.create().asZip(), again.resolve("jeu.zip"), rich());

    assertThat(Files.readAllBytes(again.resolve("jeu.zip"))).isEqualTo(Files.readAllBytes(zip));
    assertThat(read(zip, Report.create())).isEqualTo(rich());
    try (var archive = new ZipFile(zip.toFile())) {
      assertThat(archive.stream()).hasSize(9);
      for (var entry : Collections.list(archive.entries())) {
        assertThat(archive.getInputStream(entry).readAllBytes())
            .as(entry.getName())
            .isEqualTo(Files.readAllBytes(target.resolve(entry.getName())));
      }
    }
  }

  @Test
  void hostile_records_come_back_or_are_reported_as_lost() throws IOException {
    int lossless = 0;
    for (long seed = 0; seed < 60; seed++) {
      HostileRecords records = HostileRecords.of(seed);
      if (seed % 2 == 0) {
        records = records.withoutListBars().trimmed();
      }
      List<Entry> entries =
          List.of(records.initiative(), records.portrait(), records.methodology());
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      Report losses = write(PackageExporter.create(), out, entries);

      List<Entry> back = new ArrayList<>();
      try (DatasetReader<Entry> in =
          PackageImporter.create()
              .open(
                  new ByteArrayInputStream(out.toByteArray()),
                  "x.zip",
                  Entry.class,
                  Report.create())) {
        in.forEach(row -> back.add(row.value()));
      }
      if (losses.findings().isEmpty()) {
        lossless++;
        assertThat(back).as("seed %d", seed).isEqualTo(entries);
      }
      assertThat(back).hasSize(3);
    }
    assertThat(lossless).as("whole without loss").isGreaterThanOrEqualTo(10);
  }

  @Test
  void tables_no_longer_needed_are_removed_and_foreign_files_stay() throws IOException {
    Path target = folder.resolve("jeu");
    write(PackageExporter.create(), target, rich());
    Files.writeString(target.resolve("notes.csv"), "a\n");

    write(
        PackageExporter.create(),
        target,
        List.of(Initiative.named("jardin", "Jardin partagé").build()));

    try (Stream<Path> files = Files.list(target)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("datapackage.json", "initiatives.csv", "notes.csv");
    }
  }

  @Test
  void nothing_changes_without_commit() throws IOException {
    Path target = folder.resolve("jeu");
    write(PackageExporter.create(), target, rich());
    byte[] before = Files.readAllBytes(target.resolve("initiatives.csv"));

    try (EntryWriter<Entry> writer =
        PackageExporter.create().open(target, Entry.class, Report.create())) {
      writer.write(Initiative.named("jardin", "Jardin partagé").build());
    }

    assertThat(Files.readAllBytes(target.resolve("initiatives.csv"))).isEqualTo(before);
    try (Stream<Path> beside = Files.list(folder)) {
      assertThat(beside).containsExactly(target);
    }
  }

  @Test
  void deletions_vocabularies_and_the_description_come_back() throws IOException {
    Vocabularies vocabularies =
        Vocabularies.standard()
            .with(Vocabulary.of("themes", List.of(Concept.of("low-tech", "Basse", "Low"))));
    DatasetDescriptor said = DatasetDescriptor.titled("jeu", "Un jeu").version("1.2").build();
    Path target = folder.resolve("jeu.zip");
    PackageExporter exporter =
        PackageExporter.create()
            .asZip()
            .withDescriptor(said)
            .withVocabularies(vocabularies)
            .withDeleted(Map.of(Initiative.class, List.of("disparue")));

    write(exporter, target, List.of(Initiative.named("jardin", "Jardin partagé").build()));

    try (DatasetReader<Entry> in =
        PackageImporter.create().open(target, Entry.class, Report.create())) {
      assertThat(in).hasSize(1);
      assertThat(in.deleted()).isEqualTo(Map.of(Initiative.class, List.of("disparue")));
      assertThat(in.vocabularies().get("themes").resolve("basse")).isEqualTo("low-tech");
      DatasetDescriptor read = in.descriptor().orElseThrow();
      assertThat(read.title()).isEqualTo("Un jeu");
      assertThat(read.version()).isEqualTo("1.2");
      assertThat(read.collporterre().vocabularies()).containsExactly("themes");
    }
  }

  @Test
  void a_note_of_a_relation_survives_the_round_trip() throws IOException {
    Path first = Files.createDirectory(folder.resolve("un"));
    Files.writeString(
        first.resolve("initiatives.csv"), "id,titre\na,Premier jardin\nb,Second jardin\n");
    Files.writeString(
        first.resolve("relations.csv"),
        "source,relation,cible,version,nature,note\nb,replique-de,a,,,En plus petit\n");
    List<Entry> read = read(first, Report.create());
    assertThat(((Initiative) read.get(1)).replicates()).hasToString("[a]");
    assertThat(read.get(1).sheet().extensions())
        .containsExactly(Map.entry("relation:replique-de:a:note", "En plus petit"));

    Path second = folder.resolve("deux");
    write(PackageExporter.create(), second, read);

    assertThat(Files.readString(second.resolve("relations.csv")))
        .isEqualTo("source,relation,cible,version,nature,note\nb,replique-de,a,,,En plus petit\n");
    Report report = Report.create();
    assertThat(read(second, report)).isEqualTo(read);
    assertThat(report.findings()).isEmpty();
  }

  private static void write(PackageExporter exporter, Path target, List<Entry> entries)
      throws IOException {
    Report losses = Report.create();
    try (EntryWriter<Entry> writer = exporter.open(target, Entry.class, losses)) {
      for (Entry entry : entries) {
        writer.write(entry);
      }
      writer.commit();
    }
    assertThat(losses.findings()).isEmpty();
  }

  private static Report write(
      PackageExporter exporter, ByteArrayOutputStream target, List<Entry> entries)
      throws IOException {
    Report losses = Report.create();
    try (EntryWriter<Entry> writer = exporter.open(target, Entry.class, losses)) {
      for (Entry entry : entries) {
        writer.write(entry);
      }
      writer.commit();
    }
    return losses;
  }

  private static List<Entry> read(Path path, Report report) throws IOException {
    List<Entry> entries = new ArrayList<>();
    try (DatasetReader<Entry> in = PackageImporter.create().open(path, Entry.class, report)) {
      for (Located<Entry> row : in) {
        entries.add(row.value());
      }
      assertThat(in.stopped()).isFalse();
    }
    return entries;
  }
}
