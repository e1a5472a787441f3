package org.collporterre.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.collporterre.export.EntryWriter;
import org.collporterre.export.JsonLdExporter;
import org.collporterre.imports.CsvImporter;
import org.collporterre.imports.EntryReader;
import org.collporterre.imports.JsonLdImporter;
import org.collporterre.model.Entry;
import org.collporterre.model.ExternalId;
import org.collporterre.model.Header;
import org.collporterre.model.Initiative;
import org.collporterre.model.LocalizedText;
import org.collporterre.model.Methodology;
import org.collporterre.model.Portrait;
import org.collporterre.model.Sheet;
import org.collporterre.report.Finding;
import org.collporterre.report.Located;
import org.collporterre.report.Report;
import org.collporterre.schema.ChildTable;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;
import org.collporterre.vocabulary.SubjectKind;
import org.junit.jupiter.api.Test;

/** What is written as JSON-LD is read again as it was, up to the losses reported. */
class JsonLdRoundTripTest {
  private static final Path DATASET =
      Path.of("..", "examples", "datasets", "initiatives-inspirantes");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-15T00:00:00Z"), ZoneOffset.UTC);

  @Test
  void recordsWithEveryFieldComeBack() throws IOException {
    comeBack(
        List.of(
            RichRecords.initiative(),
            RichRecords.portrait(SubjectKind.PERSON),
            RichRecords.portrait(SubjectKind.COLLECTIVE),
            RichRecords.methodology(true),
            RichRecords.methodology(false)),
        JsonLdExporter.create(),
        JsonLdImporter.create());
  }

  @Test
  void theBeginningOfAddressesIsToldByTheRecords() throws IOException {
    comeBack(
        List.of(RichRecords.initiative(), RichRecords.methodology(true)),
        JsonLdExporter.create().withBaseUri("https://exemple.org/donnees/"),
        JsonLdImporter.create());
  }

  @Test
  void recordsWithHardlyAnyFieldComeBack() throws IOException {
    comeBack(
        List.of(
            Initiative.named("jardin", "Jardin").build(),
            Initiative.named("résumé seul", "Résumé seul")
                .header(header("resume-seul", "Un résumé", null))
                .build(),
            Initiative.named("x", "x").header(header("les-deux", "Un résumé", "Un texte")).build(),
            Methodology.named("recette", "Recette").build()),
        JsonLdExporter.create(),
        JsonLdImporter.create());
  }

  @Test
  void aKeywordWithACommaIsOneKeyword() throws IOException {
    Header header =
        new Header(
            "jardin",
            List.of(
                ExternalId.parse("url:https://www.wikidata.org/wiki/Q1"),
                ExternalId.parse("collporterre:ancien")),
            LocalizedText.of(" Jardin | partagé "),
            List.of(),
            null,
            null,
            List.of("pain, vin", "lait"),
            List.of());
    comeBack(
        List.of(Initiative.named("x", "x").header(header).build()),
        JsonLdExporter.create(),
        JsonLdImporter.create());
  }

  private static Header header(String id, String summary, String description) {
    return new Header(
        id,
        List.of(),
        LocalizedText.of("Titre"),
        List.of(),
        LocalizedText.of(summary).with("br", "E brezhoneg"),
        description == null ? null : LocalizedText.of(description),
        List.of(),
        List.of());
  }

  @Test
  void theExampleDatasetComesBack() throws IOException {
    List<Entry> entries = new ArrayList<>();
    read(DATASET.resolve("initiatives.csv"), Initiative.class, entries);
    read(DATASET.resolve("methodologies.csv"), Methodology.class, entries);
    read(DATASET.resolve("portraits.csv"), Portrait.class, entries);
    assertThat(entries).hasSize(18);
    comeBack(entries, JsonLdExporter.create(), JsonLdImporter.create());
  }

  private static <E extends Entry> void read(Path csv, Class<E> type, List<Entry> entries)
      throws IOException {
    try (EntryReader<E> in = CsvImporter.create().open(csv, type, Report.create())) {
      in.forEach(row -> entries.add(row.value()));
    }
  }

  private static void comeBack(
      List<? extends Entry> entries, JsonLdExporter exporter, JsonLdImporter importer)
      throws IOException {
    Report losses = Report.create();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (EntryWriter<Entry> out = exporter.withClock(CLOCK).open(bytes, Entry.class, losses)) {
      for (Entry entry : entries) {
        out.write(entry);
      }
      out.commit();
    }
    assertThat(losses.findings()).extracting(Finding::code).isSubsetOf("export-loss");
    Set<String> lost = new HashSet<>();
    losses.findings().forEach(finding -> lost.add(finding.type() + " " + finding.field()));
    Report report = Report.create();
    List<Entry> back = new ArrayList<>();
    try (EntryReader<Entry> in =
        importer.open(
            new ByteArrayInputStream(bytes.toByteArray()), "x.jsonld", Entry.class, report)) {
      for (Located<Entry> row : in) {
        back.add(row.value());
      }
      assertThat(in.stopped()).isFalse();
      assertThat(in.extensions()).isEmpty();
    }
    assertThat(report.findings()).as(bytes.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(back).hasSameSizeAs(entries);
    for (int i = 0; i < back.size(); i++) {
      assertThat(fields(back.get(i), lost)).isEqualTo(fields(entries.get(i), lost));
    }
  }

  /** Returns what a record holds but for what was lost; the order among kinds of actors is. */
  private static Map<String, Object> fields(Entry entry, Set<String> lost) {
    Schema<Entry> schema = Schema.of(entry);
    Map<String, Object> fields = new TreeMap<>();
    for (Field field : schema.fields()) {
      Object value = field.from(entry);
      if (value != null
          && field.child() == null
          && !lost.contains(schema.name() + " " + field.key())) {
        fields.put(field.key(), value instanceof List<?> list ? sorted(list) : value);
      }
    }
    for (ChildTable table : schema.childTables()) {
      fields.put(table.name(), sorted(table.from(entry)));
    }
    Sheet sheet = entry.sheet();
    sheet
        .extensions()
        .forEach(
            (name, value) -> {
              if (!lost.contains(schema.name() + " " + name)) {
                fields.put("extension " + name, value);
              }
            });
    return fields;
  }

  private static List<?> sorted(List<?> list) {
    return list.stream().sorted(Comparator.comparing(Object::toString)).toList();
  }
}
