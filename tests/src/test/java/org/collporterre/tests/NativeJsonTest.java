package org.collporterre.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.collporterre.export.EntryWriter;
import org.collporterre.export.JsonExporter;
import org.collporterre.imports.CsvImporter;
import org.collporterre.imports.EntryReader;
import org.collporterre.imports.JsonImporter;
import org.collporterre.json.CollporterreJsonb;
import org.collporterre.model.Cost;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.model.Methodology;
import org.collporterre.model.Portrait;
import org.collporterre.model.RecordRef;
import org.collporterre.report.Finding;
import org.collporterre.report.Located;
import org.collporterre.report.Location;
import org.collporterre.report.Report;
import org.collporterre.vocabulary.SubjectKind;
import org.junit.jupiter.api.Test;

/** Native JSON keeps everything, and is the same from every writer. */
class NativeJsonTest {
  private static final Path DATASET =
      Path.of("..", "examples", "datasets", "initiatives-inspirantes");
  private static final String START = "{\"collporterre\":{\"version_format\":\"1.0\"},\"fiches\":[";

  @Test
  void a_file_is_one_object_with_one_record_a_line() throws IOException {
    List<Entry> entries =
        List.of(
            Initiative.named("jardin", "Le <jardin>").build(),
            Methodology.named("faire", "Faire").build());

    assertThat(written(entries))
        .isEqualTo(
            START
                + "\n{\"type_fiche\":\"initiative\",\"id\":\"jardin\",\"titre\":\"Le <jardin>\"},"
                + "\n{\"type_fiche\":\"methodologie\",\"id\":\"faire\",\"titre\":\"Faire\"}\n]}\n");
    assertThat(written(List.of())).isEqualTo(START + "]}\n");
  }

  @Test
  void a_record_is_written_byte_by_byte_as_a_json_binder_writes_it() throws Exception {
    List<Entry> entries = all();
    List<String> expected = new ArrayList<>();
    Jsonb jsonb = JsonbBuilder.create(CollporterreJsonb.config());
    entries.forEach(entry -> expected.add(jsonb.toJson(entry)));
    jsonb.close();

    assertThat(written(entries)).isEqualTo(START + "\n" + String.join(",\n", expected) + "\n]}\n");
  }

  @Test
  void records_come_back_as_they_were() throws IOException {
    List<Entry> entries = all();
    Report report = Report.create();

    List<Entry> back = read(written(entries), Entry.class, report);

    assertThat(back).isEqualTo(entries);
    assertThat(report.byRule().keySet())
        .isSubsetOf("control-char", "html-in-text", "entities-in-text");
  }

  @Test
  void the_example_dataset_comes_back_as_it_was() throws IOException {
    List<Entry> entries = new ArrayList<>();
    dataset("initiatives.csv", Initiative.class, entries);
    dataset("portraits.csv", Portrait.class, entries);
    dataset("methodologies.csv", Methodology.class, entries);
    Report report = Report.create();

    List<Entry> back = read(written(entries), Entry.class, report);

    assertThat(back).isEqualTo(entries).hasSizeGreaterThan(15);
    assertThat(report.findings()).isEmpty();
  }

  @Test
  void only_records_of_the_type_wanted_come_out() throws IOException {
    String json = written(all());
    Report report = Report.create();

    assertThat(read(json, Portrait.class, report))
        .containsExactly(RichRecords.portrait(SubjectKind.PERSON));
    assertThat(read(json, Methodology.class, report)).hasSize(2 + HostileTexts.AMOUNTS.size());
  }

  @Test
  void an_array_names_the_type_of_its_records() throws IOException {
    String json =
        "{\"portraits\":[{\"id\":\"a\",\"title\":\"A\",\"initiatives\":[\"b\"]}],"
            + "\"initiatives\":[{\"id\":\"b\",\"titre\":\"B\"}]}";
    Report report = Report.create();

    List<Entry> back = read(json, Entry.class, report);

    assertThat(back).extracting(Entry::id).containsExactly("a", "b");
    assertThat(((Portrait) back.get(0)).initiatives()).containsExactly(RecordRef.to("b"));
    assertThat(report.byRule()).containsOnlyKeys("header-alias-used");
  }

  @Test
  void a_lone_record_keeps_its_own_lists() throws IOException {
    String json = "{\"id\":\"a\",\"titre\":\"A\",\"methodologies\":[\"m\"]}";
    Report report = Report.create();

    List<Initiative> back = read(json, Initiative.class, report);

    assertThat(back).hasSize(1);
    assertThat(back.get(0).methodologies()).containsExactly(RecordRef.to("m"));
    assertThat(read("[" + json + "]", Initiative.class, report)).isEqualTo(back);
    assertThat(report.findings()).isEmpty();
  }

  @Test
  void flat_columns_and_aliases_are_understood() throws IOException {
    String json =
        "[{\"id\":\"a\",\"name\":\"A\",\"commune\":\"Brest\",\"lat\":48.4,\"longitude\":-4.5,"
            + "\"titre@br\":\"Abr\",\"couleur\":{\"r\":1}}]";
    Report report = Report.create();

    Initiative back = read(json, Initiative.class, report).get(0);

    assertThat(back.locations()).hasSize(1);
    assertThat(back.locations().get(0).locality()).isEqualTo("Brest");
    assertThat(back.locations().get(0).latitude()).isEqualTo(48.4);
    assertThat(back.title().in("br")).isEqualTo("Abr");
    assertThat(back.sheet().extensions()).isEqualTo(Map.of("couleur", "{\"r\":1}"));
    assertThat(report.byRule()).containsOnlyKeys("header-alias-used", "header-unknown");
  }

  @Test
  void a_finding_has_line_column_and_pointer() throws IOException {
    String json = "{\"fiches\":[\n{\"type_fiche\":\"initiative\",\"id\":\"a\",\"odd\":[2,99]}]}";
    Report report = Report.create();

    read(json, Entry.class, report);

    Finding finding = report.findings().get(0);
    assertThat(finding.code()).isEqualTo("code-unknown");
    assertThat(finding.id()).isEqualTo("a");
    assertThat(finding.location()).isEqualTo(new Location("x.json", 2, 46, "/fiches/0/odd/1"));
  }

  @Test
  void what_is_no_document_of_ours_is_refused_whole() throws IOException {
    refused("{\"type\":\"FeatureCollection\",\"features\":[]}", "record-type-unknown");
    refused("{}", "record-type-unknown");
    refused("12", "record-type-unknown");
    refused("{\"fiches\":[{\"id\":\"a\"", "json-malformed");
    refused("{\"fiches\":[],\"collporterre\":{\"version_format\":\"2.0\"}}", "format-newer");
    refused("", "file-empty");
  }

  private static void refused(String json, String code) throws IOException {
    Report report = Report.create();
    try (EntryReader<Initiative> in = open(json, Initiative.class, report)) {
      assertThat(in).as(json).isEmpty();
      assertThat(in.stopped()).as(json).isTrue();
    }
    assertThat(report.findings()).as(json).extracting(Finding::code).containsExactly(code);
  }

  @Test
  void an_item_that_is_no_object_is_left_out() throws IOException {
    Report report = Report.create();

    assertThat(read("{\"initiatives\":[1,{\"id\":\"a\"}]}", Entry.class, report)).hasSize(1);
    assertThat(report.byRule()).containsOnlyKeys("json-type");
  }

  private static List<Entry> all() {
    List<Entry> entries = new ArrayList<>();
    entries.add(RichRecords.initiative());
    entries.add(RichRecords.portrait(SubjectKind.PERSON));
    entries.add(RichRecords.methodology(true));
    entries.add(RichRecords.methodology(false));
    for (String text : HostileTexts.ALL) {
      if (!text.contains("e\u0301")) {
        entries.add(Initiative.named("a", text).trigger(text).themes(List.of(text)).build());
      }
    }
    for (String amount : HostileTexts.AMOUNTS) {
      Cost cost = new Cost(new BigDecimal(amount), null, null);
      entries.add(Methodology.named("m", "Titre").cost(cost).build());
    }
    return entries;
  }

  private static <E extends Entry> void dataset(String name, Class<E> type, List<Entry> into)
      throws IOException {
    try (EntryReader<E> in =
        CsvImporter.create().open(DATASET.resolve(name), type, finding -> {})) {
      for (Located<E> row : in) {
        into.add(row.value());
      }
    }
  }

  private static String written(List<Entry> entries) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Report losses = Report.create();
    try (EntryWriter<Entry> writer = JsonExporter.create().open(out, Entry.class, losses)) {
      for (Entry entry : entries) {
        writer.write(entry);
      }
      writer.commit();
    }
    assertThat(losses.findings()).isEmpty();
    return out.toString(UTF_8);
  }

  private static <E extends Entry> EntryReader<E> open(String json, Class<E> type, Report report)
      throws IOException {
    var in = new ByteArrayInputStream(json.getBytes(UTF_8));
    return JsonImporter.create().open(in, "x.json", type, report);
  }

  private static <E extends Entry> List<E> read(String json, Class<E> type, Report report)
      throws IOException {
    List<E> records = new ArrayList<>();
    try (EntryReader<E> in = open(json, type, report)) {
      in.forEach(row -> records.add(row.value()));
      assertThat(in.stopped()).isFalse();
    }
    return records;
  }
}
