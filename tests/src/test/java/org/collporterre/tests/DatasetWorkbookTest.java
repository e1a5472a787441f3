package org.collporterre.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.collporterre.check.Checker;
import org.collporterre.dataset.DatasetDescriptor;
import org.collporterre.export.DatasetWriter;
import org.collporterre.export.PackageExporter;
import org.collporterre.imports.DatasetReader;
import org.collporterre.imports.EntryReader;
import org.collporterre.imports.PackageImporter;
import org.collporterre.imports.SpreadsheetImporter;
import org.collporterre.model.Entry;
import org.collporterre.model.HeaderBuilder;
import org.collporterre.model.Initiative;
import org.collporterre.model.InitiativeBuilder;
import org.collporterre.model.LocalizedText;
import org.collporterre.model.Portrait;
import org.collporterre.model.Reference;
import org.collporterre.model.Sheet;
import org.collporterre.model.SheetBuilder;
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

/** A dataset written as a workbook comes back as it was. */
class DatasetWorkbookTest {
  /** The facts of the example are of these years; today they are stale. */
  private static final Clock OF_THE_EXAMPLE =
      Clock.fixed(Instant.parse("2013-06-01T00:00:00Z"), ZoneOffset.UTC);

  private static final PackageExporter EXPORTER = PackageExporter.create().asWorkbook();

  /** What Excel takes in a cell, from its list of specifications and limits. */
  private static final int LONGEST = 32_767;

  @TempDir Path folder;

  private static List<Entry> rich() {
    return List.of(
        RichRecords.initiative(),
        RichRecords.portrait(SubjectKind.PERSON),
        RichRecords.methodology(true));
  }

  @Test
  void rich_records_come_back_whole() throws IOException {
    Path target = folder.resolve("jeu.xlsx");

    assertThat(write(EXPORTER, target, rich())).isEmpty();

    Report report = Report.create();
    assertThat(read(target, report)).isEqualTo(rich());
    assertThat(report.findings()).extracting(Finding::code).containsOnly("header-unknown");
    try (Stream<Path> beside = Files.list(folder)) {
      assertThat(beside).as("nothing temporary is left").containsExactly(target);
    }
  }

  @Test
  void the_example_comes_back_with_its_description_and_fingerprint() throws IOException {
    Path example = Path.of("..", "examples", "datasets", "initiatives-inspirantes");
    List<Entry> records = new ArrayList<>();
    DatasetDescriptor said;
    try (DatasetReader<Entry> in =
        PackageImporter.create().open(example, Entry.class, Report.create())) {
      in.forEach(row -> records.add(row.value()));
      said = in.descriptor().orElseThrow();
    }
    Path target = folder.resolve("jeu.xlsx");
    assertThat(write(EXPORTER.withDescriptor(said), target, records)).isEmpty();
    Path zip = folder.resolve("jeu.zip");
    write(EXPORTER.withDescriptor(said).asZip(), zip, records);

    Report report = Report.create();
    SpreadsheetImporter importer = SpreadsheetImporter.create().withProfile(Profile.PUBLICATION);
    try (DatasetReader<Entry> in = importer.openDataset(target, Entry.class, report).orElseThrow();
        Checker.Run check =
            Checker.standard()
                .withProfile(Profile.PUBLICATION)
                .withClock(OF_THE_EXAMPLE)
                .start(report)) {
      List<Entry> back = new ArrayList<>();
      for (Located<Entry> row : in) {
        assertThat(check.accept(row)).isTrue();
        back.add(row.value());
      }
      assertThat(back).isEqualTo(records);
      assertThat(in.descriptor()).isPresent().isEqualTo(descriptor(zip));
    }
    assertThat(report.findings()).as("the fingerprint too is right").isEmpty();
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
      Report losses = Report.create();
      try (DatasetWriter<Entry> writer = EXPORTER.open(out, Entry.class, losses)) {
        for (Entry entry : entries) {
          writer.write(entry);
        }
        writer.commit();
      }

      List<Entry> back = new ArrayList<>();
      try (EntryReader<Entry> in =
          SpreadsheetImporter.create()
              .open(
                  new ByteArrayInputStream(out.toByteArray()),
                  "x.xlsx",
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
  void texts_that_a_spreadsheet_would_change_stay_as_they_are() throws IOException {
    Map<String, String> extensions = new HashMap<>();
    List<String> texts =
        List.of(
            "_x000D_",
            "_x005F_x000D_",
            "_",
            "__x",
            "a\r\nb",
            "a\nb",
            "a\tb\rc",
            "00290",
            "1E5",
            "2012-05",
            "=1+1",
            "+33",
            "'quoted",
            "VRAI",
            "<b>&amp;</b>",
            "\u0001",
            "\uFFFE x",
            "a \"\" b",
            "😀",
            "\u00A0nbsp\u00A0",
            "48,39");
    for (int i = 0; i < texts.size(); i++) {
      extensions.put("note " + i, texts.get(i));
    }
    extensions.put("un \"\"nom\"\" ", "jamais écrit");
    extensions.put("un \"\"nom\"\"", "écrit");
    Initiative initiative = numbered(extensions);
    Path target = folder.resolve("jeu.xlsx");

    List<Finding> losses = write(EXPORTER, target, List.of(initiative));

    assertThat(losses)
        .as("a name with a blank at its end")
        .extracting(Finding::code, Finding::field)
        .containsExactly(tuple("export-loss", "un \"\"nom\"\" "));
    extensions.remove("un \"\"nom\"\" ");
    Report report = Report.create();
    assertThat(read(target, report).get(0).sheet().extensions()).isEqualTo(extensions);
    assertThat(read(target, report).get(0).title().text()).isEqualTo("00123");
    assertThat(report.findings())
        .extracting(Finding::code)
        .doesNotContain("number-in-text-column", "fingerprint-differs");
  }

  @Test
  void the_longest_text_of_a_cell_comes_back_and_of_a_longer_one_the_rest_is_reported()
      throws IOException {
    String longest = "_x".repeat(LONGEST / 2) + "!";
    Path target = folder.resolve("jeu.xlsx");

    assertThat(write(EXPORTER, target, List.of(described(longest)))).isEmpty();
    assertThat(read(target, Report.create())).isEqualTo(List.of(described(longest)));

    String longer = "a".repeat(LONGEST - 1) + "😀";
    assertThat(write(EXPORTER, target, List.of(described(longer))))
        .extracting(Finding::code, Finding::field)
        .containsExactly(tuple("export-loss", "description"));
    Report report = Report.create();
    assertThat(read(target, report)).isEqualTo(List.of(described("a".repeat(LONGEST - 1))));
    assertThat(report.findings()).isEmpty();
  }

  @Test
  void a_list_too_long_for_its_cell_comes_back_from_its_own_sheet() throws IOException {
    List<Reference> references = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      references.add(Reference.at("https://example.org/" + "a".repeat(80) + i));
    }
    Initiative initiative =
        Initiative.named("jardin", "Jardin partagé")
            .sheet(SheetBuilder.builder().references(references).build())
            .build();
    Path target = folder.resolve("jeu.xlsx");

    assertThat(write(EXPORTER, target, List.of(initiative))).isEmpty();

    Report report = Report.create();
    assertThat(read(target, report)).isEqualTo(List.of(initiative));
    assertThat(report.findings()).isEmpty();
  }

  @Test
  void deletions_vocabularies_and_the_description_come_back() throws IOException {
    Vocabularies vocabularies =
        Vocabularies.standard()
            .with(Vocabulary.of("themes", List.of(Concept.of("low-tech", "Basse", "Low"))));
    DatasetDescriptor said =
        DatasetDescriptor.titled("jeu", "Un jeu").description("\"é😀\" ".repeat(9000)).build();
    Path target = folder.resolve("jeu.xlsx");
    PackageExporter exporter =
        EXPORTER
            .withDescriptor(said)
            .withVocabularies(vocabularies)
            .withDeleted(Map.of(Initiative.class, List.of("disparue")));

    try (DatasetWriter<Entry> writer = exporter.open(target, Entry.class, Report.create())) {
      writer.write(Initiative.named("jardin", "Jardin partagé").build());
      writer.delete(Portrait.class, "partie");
      writer.delete(Portrait.class, "partie");
      writer.commit();
    }

    Report report = Report.create();
    try (DatasetReader<Entry> in =
        SpreadsheetImporter.create().openDataset(target, Entry.class, report).orElseThrow()) {
      assertThat(in).hasSize(1);
      assertThat(in.deleted())
          .isEqualTo(
              Map.of(Initiative.class, List.of("disparue"), Portrait.class, List.of("partie")));
      assertThat(in.vocabularies().get("themes").resolve("basse")).isEqualTo("low-tech");
      DatasetDescriptor read = in.descriptor().orElseThrow();
      assertThat(read.title()).isEqualTo("Un jeu");
      assertThat(read.description()).isEqualTo("\"é😀\" ".repeat(9000).strip());
      assertThat(read.collporterre().vocabularies()).containsExactly("themes");
    }
    assertThat(report.findings()).extracting(Finding::code).containsOnly("record-deleted");
  }

  @Test
  void the_same_records_give_the_same_bytes_and_sheets_hold_texts_only() throws IOException {
    Path one = folder.resolve("jeu.xlsx");
    Path again = Files.createDirectory(folder.resolve("encore")).resolve("jeu.xlsx");
    write(EXPORTER, one, rich());
    write(EXPORTER, again, rich());

    assertThat(Files.readAllBytes(again)).isEqualTo(Files.readAllBytes(one));
    try (ZipFile zip = new ZipFile(one.toFile())) {
      byte[] sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes();
      assertThat(new String(sheet, StandardCharsets.UTF_8))
          .contains("state=\"frozen\"", "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\" s=\"1\">")
          .doesNotContain("<v>", "<f>");
    }
  }

  @Test
  void nothing_changes_without_commit() throws IOException {
    Path target = Files.writeString(folder.resolve("jeu.xlsx"), "avant");

    try (DatasetWriter<Entry> writer = EXPORTER.open(target, Entry.class, Report.create())) {
      writer.write(Initiative.named("jardin", "Jardin partagé").build());
    }

    assertThat(target).hasContent("avant");
    try (Stream<Path> beside = Files.list(folder)) {
      assertThat(beside).containsExactly(target);
    }
  }

  @Test
  void a_cell_changed_by_hand_is_noticed_by_the_fingerprint() throws IOException {
    Path target = folder.resolve("jeu.xlsx");
    write(EXPORTER, target, List.of(Initiative.named("jardin", "Jardin partagé").build()));
    Map<String, String> parts = RawWorkbook.parts(Files.readAllBytes(target));
    parts.computeIfPresent(
        "xl/worksheets/sheet1.xml", (name, xml) -> xml.replace("partag", "commun"));
    Files.write(target, RawWorkbook.zip(parts));

    Report report = Report.create();
    assertThat(read(target, report).get(0).title().text()).isEqualTo("Jardin communé");
    assertThat(report.findings())
        .extracting(Finding::code, finding -> finding.location().file())
        .containsExactly(tuple("fingerprint-differs", target + "/datapackage"));
  }

  private static Optional<DatasetDescriptor> descriptor(Path zip) throws IOException {
    try (DatasetReader<Entry> in =
        PackageImporter.create().open(zip, Entry.class, Report.create())) {
      return in.descriptor();
    }
  }

  private static Initiative numbered(Map<String, String> extensions) {
    return Initiative.named("007", "00123")
        .sheet(SheetBuilder.builder().extensions(extensions).build())
        .build();
  }

  private static Initiative described(String text) {
    return InitiativeBuilder.builder()
        .header(
            HeaderBuilder.builder()
                .id("jardin")
                .title(LocalizedText.of("Jardin partagé"))
                .description(LocalizedText.of(text))
                .build())
        .sheet(Sheet.EMPTY)
        .build();
  }

  private static List<Finding> write(PackageExporter exporter, Path target, List<Entry> entries)
      throws IOException {
    Report losses = Report.create();
    try (DatasetWriter<Entry> writer = exporter.open(target, Entry.class, losses)) {
      for (Entry entry : entries) {
        writer.write(entry);
      }
      writer.commit();
    }
    return losses.findings();
  }

  private static List<Entry> read(Path path, Report report) throws IOException {
    List<Entry> entries = new ArrayList<>();
    SpreadsheetImporter importer = SpreadsheetImporter.create();
    assertThat(importer.detectType(path)).contains(Entry.class);
    try (DatasetReader<Entry> in = importer.openDataset(path, Entry.class, report).orElseThrow()) {
      for (Located<Entry> row : in) {
        entries.add(row.value());
      }
      assertThat(in.stopped()).isFalse();
    }
    return entries;
  }
}
