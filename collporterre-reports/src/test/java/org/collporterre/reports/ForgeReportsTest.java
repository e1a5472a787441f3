package org.collporterre.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.collporterre.report.Finding;
import org.collporterre.report.Fingerprints;
import org.collporterre.report.Location;
import org.collporterre.report.Profile;
import org.collporterre.report.Report;
import org.collporterre.report.Severity;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ForgeReportsTest {
  private static Finding found(String code, Severity severity, String file, int line) {
    return new Finding(
        code,
        severity,
        Profile.ECHANGE,
        new Location(file, line, 1),
        null,
        null,
        null,
        "v",
        null,
        null);
  }

  @Test
  void github_gets_the_worst_first_and_last_a_summary() {
    String text =
        Outcomes.render(
            new GitHubReport(), Outcomes.of(Outcomes.BLANK, Outcomes.IN_JSON, Outcomes.SWAPPED));
    List<String> lines = text.lines().toList();

    assertThat(lines).hasSize(4);
    assertThat(lines.get(0))
        .startsWith(
            "::error file=données/à corriger.csv,line=2,col=26,title=coordinates-swapped::");
    assertThat(lines.get(1))
        .startsWith("::warning file=b.json,line=7,col=12,title=url-malformed::");
    assertThat(lines.get(2)).startsWith("::notice file=");
    assertThat(lines.get(3))
        .isEqualTo(
            "::notice title=Collporterre::1 error, 1 warning, 1 note (profile echange)."
                + " Records: 1 initiative (initiatives located: 0, not located: 1)");
  }

  @Test
  void github_s_commands_are_escaped_as_the_runner_reads_them() {
    String text =
        Outcomes.render(
            new GitHubReport(),
            Outcomes.of(
                Outcomes.hostile("a,b:100%\n::error::no"),
                found("r", Severity.ERROR, "50%,a:b.csv", 1)));
    assertThat(text.lines()).hasSize(3).allMatch(line -> line.startsWith("::"));
    assertThat(text)
        .contains("file=a%2Cb%3A100%25⏎%3A%3Aerror%3A%3Ano,line=2,col=3,title=html-in-text::")
        .contains("\n::error file=50%25%2Ca%3Ab.csv,line=1,col=1,title=r::");
  }

  @Test
  void github_shows_ten_notes_of_which_the_summary_is_one() {
    Report report = Report.create();
    for (int line = 1; line <= 30; line++) {
      report.report(found("bom-present", Severity.INFO, "a.csv", line));
    }
    String text = Outcomes.render(new GitHubReport(), Outcomes.of(report, Locale.ENGLISH));
    assertThat(text.lines()).hasSize(10);
    assertThat(text.lines().skip(9).findFirst().orElse("")).contains("30 notes");
  }

  @Test
  void gitlab_gets_issues_with_the_members_it_asks_for() throws IOException {
    JsonNode issues =
        new ObjectMapper()
            .readTree(
                Outcomes.render(
                    new GitLabReport(),
                    Outcomes.of(Outcomes.SWAPPED, Outcomes.IN_JSON, Outcomes.BLANK)));
    assertThat(issues).hasSize(3);
    for (JsonNode issue : issues) {
      assertThat(issue.fieldNames())
          .toIterable()
          .containsExactly("description", "check_name", "fingerprint", "severity", "location");
      assertThat(issue.at("/location/lines/begin").isInt()).isTrue();
      assertThat(issue.at("/location/path").asText()).doesNotStartWith("./");
    }
    assertThat(issues)
        .extracting(issue -> issue.get("severity").asText())
        .containsExactlyInAnyOrder("major", "minor", "info");
    assertThat(issues.get(0).get("fingerprint").asText())
        .isEqualTo("df37ae7c20c5beffe03ad52416d15a0a");
    assertThat(issues.get(0).at("/location/path").asText()).isEqualTo("données/à corriger.csv");
  }

  @Test
  void gitlab_gets_an_empty_array_when_nothing_was_found_and_different_fingerprints() {
    assertThat(Outcomes.render(new GitLabReport(), Outcomes.of())).isEqualTo("[\n]\n");
    Report report = Report.create();
    report.report(found("r", Severity.ERROR, "a.csv", 1));
    report.report(found("r", Severity.ERROR, "a.csv", 2));
    String plain = Fingerprints.of(found("r", Severity.ERROR, "a.csv", 9));
    CheckOutcome outcome = Outcomes.of("t", report, Locale.ENGLISH, Map.of(plain, 1), 0);
    assertThat(Outcomes.render(new GitLabReport(), outcome))
        .contains("\"" + plain + ":2\"", "\"" + plain + ":3\"");
  }

  @Test
  void junit_has_a_suite_for_each_file_and_a_test_for_each_rule() throws Exception {
    String text =
        Outcomes.render(
            new JUnitReport(), Outcomes.of(Outcomes.SWAPPED, Outcomes.BLANK, Outcomes.IN_JSON));
    Element root = xml(text);
    NodeList suites = root.getElementsByTagName("testsuite");

    assertThat(suites.getLength()).isEqualTo(2);
    Element first = (Element) suites.item(0);
    assertThat(first.getAttribute("name")).isEqualTo("données/à corriger.csv");
    assertThat(first.getAttribute("failures")).isEqualTo("1");
    assertThat(first.getAttribute("errors")).isEqualTo("0");
    assertThat(Integer.parseInt(first.getAttribute("tests")))
        .isEqualTo(first.getElementsByTagName("testcase").getLength())
        .isGreaterThan(100);
    Element failure = (Element) first.getElementsByTagName("failure").item(0);
    assertThat(failure.getAttribute("type")).isEqualTo("coordinates-swapped");
    assertThat(failure.getAttribute("message")).isEqualTo("Latitude and longitude are swapped: 1");
    assertThat(failure.getTextContent()).startsWith("données/à corriger.csv:2:26: error: ");
    assertThat(first.getElementsByTagName("system-out").item(0).getTextContent())
        .startsWith("données/à corriger.csv:4:1: ");
    Element second = (Element) suites.item(1);
    assertThat(second.getAttribute("name")).isEqualTo("b.json");
    assertThat(second.getAttribute("failures")).isEqualTo("0");
  }

  @Test
  void junit_tells_a_rule_that_failed_from_data_that_are_wrong() throws Exception {
    Element root =
        xml(
            Outcomes.render(
                new JUnitReport(), Outcomes.of(found("rule-failed", Severity.ERROR, "", 1))));
    assertThat(root.getElementsByTagName("error").getLength()).isEqualTo(1);
    assertThat(root.getElementsByTagName("failure").getLength()).isZero();
  }

  @Test
  void junit_is_well_formed_whatever_the_texts() throws Exception {
    String text =
        Outcomes.render(
            new JUnitReport(),
            Outcomes.of(Outcomes.hostile("]]><a b='\"'>&amp;\u0000\u0008\uFFFE\uD83C 😀\n\u2028")));
    assertThat(xml(text).getElementsByTagName("failure").item(0).getTextContent())
        .contains("]]><a b='\"'>&amp;���� 😀⏎‹U+2028›");
  }

  private static Element xml(String text) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    DocumentBuilder builder = factory.newDocumentBuilder();
    builder.setErrorHandler(null);
    return builder.parse(new InputSource(new StringReader(text))).getDocumentElement();
  }
}
