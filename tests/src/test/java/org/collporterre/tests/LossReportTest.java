package org.collporterre.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.collporterre.export.EntryWriter;
import org.collporterre.export.Exporter;
import org.collporterre.export.GeoJsonExporter;
import org.collporterre.export.JsonLdExporter;
import org.collporterre.imports.EntryReader;
import org.collporterre.imports.GeoJsonImporter;
import org.collporterre.imports.Importer;
import org.collporterre.imports.JsonLdImporter;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.model.LocalizedText;
import org.collporterre.report.Finding;
import org.collporterre.report.Located;
import org.collporterre.report.Report;
import org.collporterre.schema.ChildTable;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;
import org.collporterre.vocabulary.ConsentScope;
import org.collporterre.vocabulary.ConsentStatus;
import org.collporterre.vocabulary.RecordStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What public formats do not give back is among what was reported as lost. Each record is a file of
 * its own, so that a loss of one is no excuse for another.
 */
class LossReportTest {
  private static final int RECORDS = 250;
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-15T00:00:00Z"), ZoneOffset.UTC);

  private Random random = new Random(0);

  /** What was seen of all records: differences that nothing had announced, with an example. */
  private final Map<String, String> unsaid = new TreeMap<>();

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void jsonLdGivesBackWhatItDoesNotReport(long seed) throws IOException {
    HostileRecords hostile = HostileRecords.of(seed);
    random = new Random(seed);
    for (Class<? extends Entry> type : Entry.TYPES) {
      for (int i = 0; i < RECORDS; i++) {
        check(
            hostile.record(type),
            JsonLdExporter.create().withClock(CLOCK),
            JsonLdImporter.create());
      }
    }
    assertThat(unsaid).as("seed %d", seed).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {4, 5, 6})
  void geoJsonGivesBackWhatItDoesNotReport(long seed) throws IOException {
    HostileRecords hostile = HostileRecords.of(seed);
    random = new Random(seed);
    GeoJsonExporter exporter = GeoJsonExporter.create().withClock(CLOCK);
    for (int i = 0; i < RECORDS; i++) {
      Initiative record = hostile.initiative();
      check(record, exporter, GeoJsonImporter.create());
      check(record, exporter.withDetail(), GeoJsonImporter.create());
    }
    assertThat(unsaid).as("seed %d", seed).isEmpty();
  }

  private <E extends Entry> void check(E made, Exporter exporter, Importer<?> importer)
      throws IOException {
    // As made, most records must not be published, which is all there is to say of them.
    Report withheld = Report.create();
    List<E> none = through(made, exporter, importer, withheld);
    boolean open = made.withheld(LocalDate.ofInstant(CLOCK.instant(), ZoneOffset.UTC)).isEmpty();
    if (!open) {
      assertThat(none).isEmpty();
      assertThat(withheld.findings()).extracting(Finding::code).containsExactly("record-withheld");
    }
    E record = published(thinned(made));
    Report losses = Report.create();
    List<E> back = through(record, exporter, importer, losses);
    assertThat(back).hasSize(1);
    Set<String> reported = new TreeSet<>();
    for (Finding loss : losses.findings()) {
      assertThat(loss.code()).isEqualTo("export-loss");
      reported.add(Objects.requireNonNull(loss.field()));
    }
    compare(record, back.get(0), reported);
  }

  @SuppressWarnings("unchecked")
  private static <E extends Entry> List<E> through(
      E record, Exporter exporter, Importer<?> importer, Report losses) throws IOException {
    Class<E> type = (Class<E>) record.getClass();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (EntryWriter<E> writer = exporter.open(out, type, losses)) {
      writer.write(record);
      writer.commit();
    }
    List<E> back = new ArrayList<>();
    Report findings = Report.create();
    try (EntryReader<E> in =
        importer.open(new ByteArrayInputStream(out.toByteArray()), "x", type, findings)) {
      for (Located<E> row : in) {
        back.add(row.value());
      }
      assertThat(in.stopped()).as(out.toString(StandardCharsets.UTF_8)).isFalse();
    }
    return back;
  }

  /** Returns the record without some of its values, so that others stand where they stood. */
  private <E extends Entry> E thinned(E record) {
    Schema<E> schema = Schema.of(record);
    @Nullable Object[] values = schema.values(record);
    for (Field field : schema.fields()) {
      boolean needed = field.key().equals("id") || field.key().equals("titre");
      if (!needed && random.nextInt(4) == 0) {
        values[field.index()] = null;
      }
    }
    if (random.nextInt(3) == 0) {
      values[schema.requireField("description").index()] =
          values[schema.requireField("resume").index()];
    }
    if (random.nextInt(3) == 0) {
      Field title = schema.requireField("titre");
      values[title.index()] = LocalizedText.of(pick(HostileTexts.ALL));
    }
    @Nullable List<?>[] children = new @Nullable List<?>[schema.childTables().size()];
    for (ChildTable table : schema.childTables()) {
      children[table.index()] = random.nextInt(4) == 0 ? List.of() : table.from(record);
    }
    String name =
        pick(List.of("x", "oldId", "Titre", "titre@br", "lieux", "mot de passe", "\uD800"));
    return schema.create(values, children, Map.of(name, pick(HostileTexts.ALL)));
  }

  private String pick(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }

  /** Returns the record as one that may be shown to everybody. */
  private static <E extends Entry> E published(E record) {
    Schema<E> schema = Schema.of(record);
    @Nullable Object[] values = schema.values(record);
    values[schema.requireField("statut_fiche").index()] = RecordStatus.PUBLISHED;
    Field consent = schema.field("consentement");
    if (consent != null) {
      values[consent.index()] = ConsentStatus.NOT_REQUIRED;
      values[schema.requireField("consentement_expire").index()] = LocalDate.MAX;
      values[schema.requireField("consentement_portee").index()] = List.of(ConsentScope.values());
      values[schema.requireField("mineur").index()] = false;
    }
    @Nullable List<?>[] children = new @Nullable List<?>[schema.childTables().size()];
    for (ChildTable table : schema.childTables()) {
      children[table.index()] = table.from(record);
    }
    return schema.create(values, children, record.sheet().extensions());
  }

  private void compare(Entry before, Entry after, Set<String> reported) {
    Schema<Entry> schema = Schema.of(before);
    compare(schema, before, after, reported, schema.name());
    for (ChildTable table : schema.childTables()) {
      List<?> rows = table.from(before);
      List<?> again = table.from(after);
      Field column = table.field();
      if (reported.contains(column == null ? table.name() : column.key())) {
        continue;
      }
      if (rows.size() != again.size()) {
        note(schema.name() + "." + table.name() + " size", rows, again);
        continue;
      }
      for (int i = 0; i < rows.size(); i++) {
        compare(
            table.schema(),
            rows.get(i),
            again.get(i),
            reported,
            schema.name() + "." + table.name());
      }
    }
    Map<String, String> others = new TreeMap<>(before.sheet().extensions());
    Map<String, String> othersAgain = new TreeMap<>(after.sheet().extensions());
    others.keySet().removeAll(reported);
    othersAgain.keySet().removeAll(reported);
    if (!others.equals(othersAgain)) {
      note(schema.name() + " extensions", others, othersAgain);
    }
  }

  private void compare(
      Schema<?> schema, Object before, Object after, Set<String> reported, String where) {
    for (Field field : schema.fields()) {
      Object value = field.from(before);
      Object again = field.from(after);
      if (field.child() == null
          && !reported.contains(field.key())
          && !Objects.equals(value, again)) {
        note(where + " " + field.key(), value, again);
      }
    }
  }

  private void note(String where, @Nullable Object before, @Nullable Object after) {
    unsaid.putIfAbsent(where, "\n   " + before + "\n-> " + after + "\n");
  }
}
