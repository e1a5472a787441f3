package org.collporterre.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.collporterre.check.Census;
import org.collporterre.check.Checker;
import org.collporterre.model.Initiative;
import org.collporterre.report.Located;
import org.collporterre.report.Messages;
import org.collporterre.report.Profile;
import org.collporterre.report.Report;
import org.collporterre.reports.CheckOutcome;
import org.collporterre.reports.Reports;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The JSON Schema of the report for programs holds for reports, and says what is in them. */
class JsonReportSchemaTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(Reports.jsonSchema());

  @TestFactory
  Stream<DynamicTest> reports_of_the_example_of_each_rule_are_as_the_schema_says() {
    return RulePagesTest.pages()
        .map(
            page ->
                DynamicTest.dynamicTest(
                    page.code(),
                    () -> {
                      JsonNode report =
                          report(RulePagesTest.report(page, page.example()), page.profile());
                      assertThat(SCHEMA.validate(report)).isEmpty();
                      assertThat(unsaid(report)).isEmpty();
                    }));
  }

  @Test
  void the_schema_refuses_what_is_no_report() throws IOException {
    Report found = Report.create();
    try (Checker.Run run = Checker.standard().start(found)) {
      run.accept(Located.of(Initiative.named("Jardin", "").build()));
    }
    ObjectNode report = (ObjectNode) report(found, Profile.ECHANGE);
    assertThat(SCHEMA.validate(report)).isEmpty();

    ObjectNode finding = (ObjectNode) report.get("findings").get(0);
    for (String member : List.of("code", "severity", "line", "messageFr", "fingerprint")) {
      JsonNode before = finding.remove(member);
      assertThat(SCHEMA.validate(report)).as("without " + member).isNotEmpty();
      finding.set(member, before);
    }
    finding.put("severity", "fatal");
    assertThat(SCHEMA.validate(report)).hasSize(1);
    report.remove("summary");
    assertThat(SCHEMA.validate(report)).hasSize(2);
  }

  private static JsonNode report(Report report, Profile profile) throws IOException {
    Census census;
    try (Checker.Run run = Checker.standard().start(finding -> {})) {
      run.accept(Located.of(Initiative.named("jardin", "Jardin").build()));
      census = run.census();
    }
    CheckOutcome outcome =
        new CheckOutcome(
            "exemple",
            List.of("initiatives.csv"),
            report,
            census,
            profile,
            Messages.in(Locale.FRENCH),
            "1.2.3",
            0,
            Map.of(),
            List.of());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Reports.named("json").orElseThrow().render(outcome, out);
    return JSON.readTree(out.toString(UTF_8));
  }

  /** Returns the members of a report that the schema does not name. */
  private static List<String> unsaid(JsonNode report) throws IOException {
    JsonNode schema = JSON.readTree(Reports.jsonSchema());
    JsonNode finding = schema.at("/$defs/finding/properties");
    List<String> unsaid = new ArrayList<>(others(report, schema.get("properties")));
    unsaid.addAll(others(report.get("summary"), schema.at("/properties/summary/properties")));
    for (JsonNode one : report.get("findings")) {
      unsaid.addAll(others(one, finding));
      if (one.has("fix")) {
        unsaid.addAll(others(one.get("fix"), finding.at("/fix/properties")));
      }
    }
    return unsaid;
  }

  private static List<String> others(JsonNode object, JsonNode properties) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    names.removeIf(properties::has);
    return names;
  }
}
