package org.collporterre.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.collporterre.report.Finding;
import org.collporterre.report.Fingerprints;
import org.collporterre.report.Location;
import org.collporterre.report.Profile;
import org.collporterre.report.Report;
import org.collporterre.report.Severity;
import org.junit.jupiter.api.Test;

/** SARIF 2.1.0, by the schema of OASIS and by what GitHub's code scanning takes. */
class SarifReportTest {
  private static final JsonSchema SCHEMA = schema();

  private static JsonSchema schema() {
    String name = "schema/sarif-schema-2.1.0.json";
    try (InputStream in = ClassLoader.getSystemResourceAsStream(name)) {
      return JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(Objects.requireNonNull(in));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static JsonNode valid(CheckOutcome outcome) throws IOException {
    String text = Outcomes.render(new SarifReport(), outcome);
    JsonNode log = new ObjectMapper().readTree(text);
    assertThat(SCHEMA.validate(log)).isEmpty();
    return log.get("runs").get(0);
  }

  @Test
  void the_schema_refuses_what_is_not_sarif() throws IOException {
    assertThat(SCHEMA.validate(new ObjectMapper().readTree("{\"version\":\"2.1.0\"}")))
        .isNotEmpty();
  }

  @Test
  void a_run_without_findings_has_an_empty_list_of_results() throws IOException {
    JsonNode run = valid(Outcomes.of());

    assertThat(run.get("results").isArray()).isTrue();
    assertThat(run.get("results")).isEmpty();
    assertThat(run.at("/tool/driver/rules")).isEmpty();
    assertThat(run.at("/tool/driver/version").asText()).isEqualTo("1.2.3");
    assertThat(run.at("/invocations/0/executionSuccessful").asBoolean()).isTrue();
    assertThat(run.has("originalUriBaseIds")).isFalse();
  }

  @Test
  void a_finding_has_its_rule_its_place_and_its_fingerprint() throws IOException {
    JsonNode run = valid(Outcomes.of(Outcomes.BLANK, Outcomes.SWAPPED));
    JsonNode result = run.get("results").get(0);

    assertThat(result.get("ruleId").asText()).isEqualTo("coordinates-swapped");
    assertThat(result.get("level").asText()).isEqualTo("error");
    assertThat(result.at("/locations/0/physicalLocation").toString())
        .isEqualTo(
            "{\"artifactLocation\":{\"uri\":\"donn%C3%A9es/%C3%A0%20corriger.csv\","
                + "\"uriBaseId\":\"%SRCROOT%\"},\"region\":{\"startLine\":2,\"startColumn\":26}}");
    assertThat(result.at("/locations/0/logicalLocations/0/fullyQualifiedName").asText())
        .isEqualTo("initiative/jardin/latitude");
    assertThat(result.at("/partialFingerprints/primaryLocationLineHash").asText())
        .isEqualTo("df37ae7c20c5beffe03ad52416d15a0a");
    assertThat(run.get("results").get(1).get("level").asText()).isEqualTo("note");
    assertThat(run.get("columnKind").asText()).isEqualTo("utf16CodeUnits");
  }

  @Test
  void rules_that_found_something_are_explained_in_the_language_asked_for() throws IOException {
    Report report = Report.create();
    report.report(Outcomes.IN_JSON);
    report.report(Outcomes.SWAPPED);
    JsonNode run = valid(Outcomes.of(report, Locale.FRENCH));
    JsonNode rules = run.at("/tool/driver/rules");

    assertThat(run.get("language").asText()).isEqualTo("fr");
    assertThat(rules).hasSize(2);
    assertThat(rules.get(0).get("id").asText()).isEqualTo("coordinates-swapped");
    assertThat(rules.get(0).get("name").asText()).isEqualTo("CoordinatesSwapped");
    assertThat(rules.get(0).at("/shortDescription/text").asText())
        .isEqualTo("La latitude et la longitude sont inversées");
    assertThat(rules.get(0).at("/help/markdown").asText())
        .startsWith("**La latitude et la longitude sont inversées.** En France");
    assertThat(rules.get(0).get("helpUri").asText())
        .isEqualTo("https://collporterre.org/rules/coordinates-swapped");
    assertThat(rules.get(0).at("/defaultConfiguration/level").asText()).isEqualTo("error");
    for (JsonNode result : run.get("results")) {
      assertThat(rules.get(result.get("ruleIndex").asInt()).get("id"))
          .isEqualTo(result.get("ruleId"));
    }
  }

  @Test
  void a_value_in_json_has_its_pointer() throws IOException {
    JsonNode location = valid(Outcomes.of(Outcomes.IN_JSON)).at("/results/0/locations/0");

    assertThat(location.at("/physicalLocation/artifactLocation/uri").asText()).isEqualTo("b.json");
    assertThat(location.at("/logicalLocations/1/fullyQualifiedName").asText())
        .isEqualTo("/initiatives/0/url");
  }

  @Test
  void a_rule_that_fails_is_a_check_that_failed() throws IOException {
    Finding failed =
        new Finding(
            "rule-failed",
            Severity.ERROR,
            Profile.ECHANGE,
            Location.startOf(""),
            null,
            null,
            null,
            "x",
            "y",
            null);
    JsonNode run = valid(Outcomes.of(failed));

    assertThat(run.at("/invocations/0/executionSuccessful").asBoolean(true)).isFalse();
    assertThat(run.at("/results/0/locations")).isEmpty();
  }

  @Test
  void files_elsewhere_do_not_tell_about_the_machine() throws IOException {
    for (String file :
        new String[] {"/home/marie/secret/a.csv", "../a.csv", "C:\\Users\\marie\\a.csv"}) {
      Finding finding =
          new Finding(
              "r",
              Severity.ERROR,
              Profile.ECHANGE,
              new Location(file, 0, 0),
              null,
              null,
              null,
              null,
              null,
              null);
      JsonNode place = valid(Outcomes.of(finding)).at("/results/0/locations/0/physicalLocation");
      assertThat(place.at("/artifactLocation/uri").asText()).isEqualTo("a.csv");
      assertThat(place.at("/region/startLine").asInt()).isEqualTo(1);
      assertThat(place.at("/region/startColumn").asInt()).isEqualTo(1);
    }
  }

  @Test
  void what_is_accepted_or_not_shown_is_said() throws IOException {
    Report report = Report.keeping(0);
    report.report(Outcomes.SWAPPED);
    JsonNode run =
        valid(
            Outcomes.of(
                "t", report, Locale.ENGLISH, Map.of(Fingerprints.of(Outcomes.BLANK), 2), 1));
    assertThat(run.at("/invocations/0/toolExecutionNotifications"))
        .extracting(note -> note.at("/message/text").asText())
        .containsExactly(
            "Accepted by the baseline: 2",
            "Baseline: 1 line no longer matches anything and can be removed (--update-baseline)",
            "Counted but not shown: 1 finding");
  }

  @Test
  void values_make_no_links_and_no_placeholders() throws IOException {
    String text =
        valid(Outcomes.of(Outcomes.hostile("[clic](https://e.example) {0} [a] {b}")))
            .at("/results/0/message/text")
            .asText();
    assertThat(text).contains("\\[clic](https://e.example) {{0}} [a] {b}");
  }
}
