package org.collporterre.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.document.JsonDocument;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.collporterre.export.EntryWriter;
import org.collporterre.export.JsonLdExporter;
import org.collporterre.imports.CsvImporter;
import org.collporterre.imports.EntryReader;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.model.Methodology;
import org.collporterre.model.Portrait;
import org.collporterre.report.Located;
import org.collporterre.report.Report;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;
import org.collporterre.vocabulary.SubjectKind;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the JSON-LD exporter writes, read by a JSON-LD 1.1 processor and held against the vocabulary
 * of schema.org: no key is lost when it is expanded, every property is schema.org's or ours, and
 * schema.org's are used on nodes, and hold values, of types it knows them for.
 */
class JsonLdConformanceTest {
  private static final String OURS = "https://collporterre.org/ns#";
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2013-01-06T12:00:00Z"), ZoneOffset.UTC);

  /** Data types, and the two quantities that schema.org lets one write as text. */
  private static final Set<String> LITERALS =
      Set.of("Text", "URL", "Date", "DateTime", "Number", "Integer", "Boolean", "Duration");

  private static SchemaOrg schemaOrg;

  @BeforeAll
  static void readVocabulary() throws IOException, JsonLdError {
    schemaOrg = SchemaOrg.require();
  }

  static Stream<Entry> richRecords() {
    return Stream.of(
        RichRecords.initiative(),
        RichRecords.portrait(SubjectKind.PERSON),
        RichRecords.portrait(SubjectKind.COLLECTIVE),
        RichRecords.methodology(true),
        RichRecords.methodology(false));
  }

  @ParameterizedTest
  @MethodSource("richRecords")
  void every_field_of_the_rich_records_has_a_value(Entry entry) {
    List<Object> records = new ArrayList<>(List.of(entry));
    records.add(entry.header().images().get(0));
    records.add(entry.sheet().references().get(0));
    if (entry instanceof Initiative initiative) {
      records.add(initiative.actors().get(0));
    } else if (entry instanceof Methodology methodology && !methodology.steps().isEmpty()) {
      records.add(methodology.steps().get(0));
    }
    for (Object each : records) {
      for (Field field : Schema.of(each).fields()) {
        assertThat(field.text(each)).as("%s of %s", field, each.getClass()).isNotEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("richRecords")
  void rich_records_conform_to_schema_org(Entry entry) throws IOException, JsonLdError {
    assertConforms(write(List.of(entry), Report.create()));
  }

  @Test
  void rich_records_lose_nothing_but_order_and_what_is_confidential_or_not_of_the_format()
      throws IOException {
    // Registers come back before addresses, and funders behind all others.
    assertThat(losses(RichRecords.initiative()))
        .containsExactly("couleur", "courriel_public", "identifiants_externes", "porteurs");
    assertThat(losses(RichRecords.methodology(true)))
        .containsExactly("couleur", "identifiants_externes");
    assertThat(losses(RichRecords.methodology(false)))
        .containsExactly("couleur", "identifiants_externes");
    assertThat(losses(RichRecords.portrait(SubjectKind.PERSON)))
        .containsExactly(
            "consentement",
            "consentement_expire",
            "consentement_le",
            "consentement_portee",
            "consentement_preuve",
            "couleur",
            "identifiants_externes",
            "mineur",
            "pseudonyme");
  }

  private static List<String> losses(Entry entry) throws IOException {
    Report report = Report.create();
    write(List.of(entry), report);
    return report.findings().stream().map(finding -> String.valueOf(finding.field())).toList();
  }

  @Test
  void the_sample_dataset_conforms_to_schema_org() throws IOException, JsonLdError {
    Path dataset = Path.of("../examples/datasets/initiatives-inspirantes");
    List<Entry> entries = new ArrayList<>();
    read(dataset.resolve("initiatives.csv"), Initiative.class, entries);
    int initiatives = entries.size();
    read(dataset.resolve("portraits.csv"), Portrait.class, entries);
    read(dataset.resolve("methodologies.csv"), Methodology.class, entries);
    Report report = Report.create();
    String written = write(entries, report);
    JsonArray nodes = assertConforms(written);
    assertThat(report.findings())
        .extracting(finding -> finding.code())
        .doesNotContain("record-withheld");
    assertThat(nodes).hasSize(entries.size() + initiatives);
    assertThat(written)
        .contains("\"@id\":\"https://collporterre.org/initiative/bruded\"")
        .contains("\"@id\":\"https://collporterre.org/initiative/bruded#fiche\"")
        .contains("\"@id\":\"https://collporterre.org/portrait/habitants-saint-priest-ligoure\"")
        .contains("\"@id\":\"https://collporterre.org/methodologie/code-source-bruded\"");
  }

  private static <E extends Entry> void read(Path csv, Class<E> type, List<Entry> entries)
      throws IOException {
    try (EntryReader<E> in = CsvImporter.create().open(csv, type, Report.create())) {
      for (Located<E> row : in) {
        entries.add(row.value());
      }
    }
  }

  private static String write(List<Entry> entries, Report losses) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    JsonLdExporter exporter = JsonLdExporter.create().withClock(CLOCK);
    try (EntryWriter<Entry> out = exporter.open(bytes, Entry.class, losses)) {
      for (Entry entry : entries) {
        out.write(entry);
      }
      out.commit();
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static JsonArray assertConforms(String written) throws JsonLdError {
    JsonDocument document =
        JsonDocument.of(new ByteArrayInputStream(written.getBytes(StandardCharsets.UTF_8)));
    JsonArray expanded = JsonLd.expand(document).loader(schemaOrg.loader()).get();
    JsonArray graph = document.getJsonContent().orElseThrow().asJsonObject().getJsonArray("@graph");
    assertThat(count(expanded)).as("keys and values").isEqualTo(count(graph)).isPositive();
    expanded.forEach(node -> assertNode(node.asJsonObject()));
    return expanded;
  }

  /** Counts the keys of nodes, and the values they have; the same before and after expansion. */
  private static int count(JsonValue value) {
    if (value instanceof JsonArray items) {
      return items.stream().mapToInt(JsonLdConformanceTest::count).sum();
    }
    if (!(value instanceof JsonObject node) || isLeaf(node)) {
      return 1;
    }
    return node.size() + node.values().stream().mapToInt(JsonLdConformanceTest::count).sum();
  }

  private static boolean isLeaf(JsonObject object) {
    return object.containsKey("@value") || object.keySet().equals(Set.of("@id"));
  }

  private static void assertNode(JsonObject node) {
    List<String> types = types(node);
    assertThat(types).allMatch(schemaOrg::isClass);
    for (Map.Entry<String, JsonValue> member : node.entrySet()) {
      String property = member.getKey();
      if (property.startsWith(SchemaOrg.NAMESPACE)) {
        String name = property.substring(SchemaOrg.NAMESPACE.length());
        assertThat(schemaOrg.isProperty(name)).as(property).isTrue();
        assertThat(types)
            .as("types with property %s", name)
            .allMatch(type -> schemaOrg.isInDomain(name, type));
        member.getValue().asJsonArray().forEach(value -> assertValue(name, value.asJsonObject()));
      } else if (property.startsWith("@")) {
        assertThat(property).isIn("@type", "@id");
      } else {
        assertThat(property).startsWith(OURS);
        member.getValue().asJsonArray().forEach(value -> assertOwnValue(value.asJsonObject()));
      }
    }
  }

  private static void assertOwnValue(JsonObject value) {
    if (!value.containsKey("@value")) {
      assertNode(value);
    }
  }

  private static void assertValue(String property, JsonObject value) {
    if (value.containsKey("@value")) {
      assertThat(schemaOrg.isInRange(property, LITERALS)).as("text as %s", property).isTrue();
      return;
    }
    assertThat(types(value))
        .as("types of values of %s", property)
        .allMatch(type -> schemaOrg.isInRange(property, type));
    assertNode(value);
  }

  private static List<String> types(JsonObject node) {
    return node.containsKey("@type")
        ? node.getJsonArray("@type").getValuesAs(JsonString.class).stream()
            .map(JsonString::getString)
            .map(type -> type.replace(SchemaOrg.NAMESPACE, ""))
            .toList()
        : List.of();
  }
}
