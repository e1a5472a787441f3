package org.collporterre.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.collporterre.export.EntryWriter;
import org.collporterre.export.JsonExporter;
import org.collporterre.export.JsonSchemas;
import org.collporterre.imports.CsvImporter;
import org.collporterre.imports.EntryReader;
import org.collporterre.json.CollporterreJsonb;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.model.Methodology;
import org.collporterre.model.Portrait;
import org.collporterre.report.Located;
import org.collporterre.vocabulary.SubjectKind;
import org.junit.jupiter.api.Test;

/** The JSON Schemas accept what we write and refuse what is wrong, for an independent validator. */
class JsonSchemasTest {
  private static final Path DATASET =
      Path.of("..", "examples", "datasets", "initiatives-inspirantes");
  private static final String START = "{\"type_fiche\":\"initiative\",\"id\":\"a\"";

  private final Jsonb jsonb = JsonbBuilder.create(CollporterreJsonb.config());

  private static JsonSchema schema(String text) {
    SchemaValidatorsConfig config =
        SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).build();
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(text, config);
  }

  private static List<String> problems(String schema, String json) {
    return schema(schema).validate(json, InputFormat.JSON).stream()
        .map(message -> message.getInstanceLocation() + " " + message.getType())
        .sorted()
        .toList();
  }

  private static List<String> problems(Class<? extends Entry> type, String json) {
    return problems(JsonSchemas.of(type), json);
  }

  @Test
  void the_schemas_are_schemas() {
    String meta = "{\"$ref\":\"https://json-schema.org/draft/2020-12/schema\"}";

    assertThat(problems(meta, JsonSchemas.ofFile())).isEmpty();
    Entry.TYPES.forEach(type -> assertThat(problems(meta, JsonSchemas.of(type))).isEmpty());
  }

  /** They name all codes there are, more than a record may, which the schema sees too. */
  @Test
  void records_in_which_every_field_has_a_value_are_accepted() {
    assertThat(problems(Initiative.class, jsonb.toJson(RichRecords.initiative())))
        .allMatch(found -> found.endsWith(" maxItems"));
    assertThat(problems(Methodology.class, jsonb.toJson(RichRecords.methodology(true))))
        .allMatch(found -> found.endsWith(" maxItems"));
    for (SubjectKind kind : SubjectKind.values()) {
      assertThat(problems(Portrait.class, jsonb.toJson(RichRecords.portrait(kind))))
          .allMatch(found -> found.endsWith(" maxItems"));
    }
  }

  @Test
  void the_example_dataset_is_accepted() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (EntryWriter<Entry> writer = JsonExporter.create().open(out, Entry.class, loss -> {})) {
      copy("initiatives.csv", Initiative.class, writer);
      copy("portraits.csv", Portrait.class, writer);
      copy("methodologies.csv", Methodology.class, writer);
      writer.commit();
    }

    assertThat(problems(JsonSchemas.ofFile(), out.toString(UTF_8))).isEmpty();
  }

  private static <E extends Entry> void copy(String name, Class<E> type, EntryWriter<Entry> to)
      throws IOException {
    try (EntryReader<E> in =
        CsvImporter.create().open(DATASET.resolve(name), type, finding -> {})) {
      for (Located<E> row : in) {
        to.write(row.value());
      }
    }
  }

  @Test
  void what_is_wrong_is_refused() {
    refused("", " required");
    refused(",\"titre\":7", "/titre type");
    refused(",\"titre\":\"ab\"", "/titre minLength");
    refused(",\"titre\":\"" + "é".repeat(141) + "\"", "/titre maxLength");
    refused(",\"titre\":\"a\\nbc\"", "/titre pattern");
    String titled = ",\"titre\":\"Titre\"";
    refused(titled + ",\"couleur\":\"vert\"", "additionalProperties");
    refused(titled + ",\"latitude\":48", "additionalProperties");
    refused(titled + ",\"odd\":[18]", "/odd/0 enum");
    refused(titled + ",\"odd\":[\"2\"]", "/odd/0");
    refused(titled + ",\"avancement\":\"fini\"", "/avancement enum");
    refused(titled + ",\"site_web\":\"exemple.org\"", "/site_web pattern");
    refused(titled + ",\"date_maj\":\"2012\"", "/date_maj");
    refused(titled + ",\"date_debut\":\"05/07/2012\"", "/date_debut pattern");
    refused(titled + ",\"courriel_public\":\"oui\"", "/courriel_public type");
    refused(titled + ",\"lieux\":[{\"latitude\":91}]", "/lieux/0/latitude maximum");
    refused(titled + ",\"lieux\":[{\"code_insee\":\"2901\"}]", "/lieux/0/code_insee pattern");
    refused(titled + ",\"acteurs\":[{\"role\":\"porteur\"}]", "/acteurs/0 required");
    refused(titled + ",\"titre@EN\":\"Title\"", "additionalProperties");
    refused(titled + ",\"titre@en\":\"T\"", "/titre@en minLength");
    refused(titled + ",\"extensions\":{\"a\":1}", "/extensions/a type");
    refused(titled + ",\"resume\":null", "/resume type");
    assertThat(problems(Initiative.class, START + titled + "}")).isEmpty();
    assertThat(problems(Initiative.class, START + titled + ",\"titre@en\":\"Title\"}")).isEmpty();
    String longest = ",\"titre\":\"" + "😀".repeat(140) + "\"}";
    assertThat(problems(Initiative.class, START + longest)).isEmpty();
  }

  private static void refused(String members, String problem) {
    assertThat(problems(Initiative.class, START + members + "}"))
        .as(members)
        .anyMatch(found -> found.contains(problem));
  }

  @Test
  void a_file_is_refused_for_its_version_and_for_a_record_of_no_type() {
    String file = "{\"collporterre\":{\"version_format\":\"%s\"},\"fiches\":[%s]}";

    assertThat(problems(JsonSchemas.ofFile(), file.formatted("1.7", ""))).isEmpty();
    assertThat(problems(JsonSchemas.ofFile(), file.formatted("2.0", ""))).isNotEmpty();
    assertThat(problems(JsonSchemas.ofFile(), file.formatted("1.0", "{\"id\":\"a\"}")))
        .isNotEmpty();
  }
}
