package org.collporterre.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.collporterre.report.Finding;
import org.collporterre.report.Location;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.collporterre.reports.BaselineException.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselineTest {
  private static Finding row(String code, String id, int line) {
    return new Finding(
        code,
        Severity.ERROR,
        Profile.ECHANGE,
        new Location("initiatives.csv", line, 1),
        "initiative",
        id,
        "titre",
        "secret",
        null,
        null);
  }

  private static Baseline gathered(Baseline old, Finding... findings) {
    Baseline.Gathering gathering = old.gather(finding -> {});
    List.of(findings).forEach(gathering::report);
    return gathering.baseline();
  }

  private static String text(Baseline baseline) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    baseline.write(out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Baseline read(String text) throws IOException {
    return Baseline.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void it_is_sorted_with_a_finding_in_each_line_and_without_values() throws IOException {
    String text =
        text(
            gathered(
                Baseline.empty(),
                row("b", "x", 9),
                row("a", "y", 2),
                row("a", "x", 3),
                row("a", "x", 7)));
    List<String> lines = text.lines().toList();

    assertThat(lines).hasSize(9);
    assertThat(lines.subList(0, 3)).containsExactly("{", "\"version\": \"1\",", "\"findings\": [");
    assertThat(lines.get(3))
        .matches(
            "\\{\"code\":\"a\",\"type\":\"initiative\",\"id\":\"x\",\"field\":\"titre\","
                + "\"file\":\"initiatives.csv\",\"fingerprint\":\"[0-9a-f]{32}\"},");
    assertThat(lines.get(4)).endsWith(":2\"},");
    assertThat(lines.get(5)).contains("\"id\":\"y\"");
    assertThat(lines.get(6)).contains("\"code\":\"b\"").endsWith("\"}");
    assertThat(lines.get(7)).isEqualTo("]");
    assertThat(text).endsWith("]\n}\n").doesNotContain("secret");
    assertThat(text(read(text))).isEqualTo(text);
    assertThat(text(Baseline.empty())).isEqualTo("{\n\"version\": \"1\",\n\"findings\": []\n}\n");
  }

  @Test
  void accepted_findings_are_counted_and_not_given_on_wherever_their_rows_are() {
    Baseline baseline =
        gathered(Baseline.empty(), row("a", "x", 2), row("a", "x", 3), row("a", "gone", 4));
    List<Finding> left = new ArrayList<>();
    Baseline.Filter filter = baseline.before(left::add);
    for (int line = 10; line < 13; line++) {
      filter.report(row("a", "x", line));
    }
    filter.report(row("b", "x", 20));

    assertThat(left).containsExactly(row("a", "x", 12), row("b", "x", 20));
    assertThat(filter.accepted()).isEqualTo(2);
    assertThat(filter.unmet()).isEqualTo(1);
    assertThat(filter.met().values()).containsExactly(2);
  }

  @Test
  void a_rule_that_fails_is_never_accepted() {
    Finding failed = row("rule-failed", "x", 1);
    List<Finding> left = new ArrayList<>();
    Baseline.Gathering gathering = Baseline.empty().gather(left::add);
    gathering.report(failed);
    assertThat(left).containsExactly(failed);
    assertThat(gathering.baseline().size()).isZero();
  }

  @Test
  void reasons_are_kept_and_what_is_no_more_is_dropped() throws IOException {
    Baseline old = gathered(Baseline.empty(), row("a", "x", 2), row("a", "gone", 3));
    String explained = text(old).replace("\"id\":\"x\",", "\"id\":\"x\",\"reason\":\"vu\",");
    Baseline again = gathered(read(explained), row("a", "x", 90), row("a", "new", 91));

    assertThat(text(again)).contains("\"reason\":\"vu\"").contains("\"id\":\"new\"");
    assertThat(text(again)).doesNotContain("gone");
  }

  @Test
  void a_file_may_say_more_and_repeat_itself() throws IOException {
    String line = "{\"code\":\"a\",\"fingerprint\":\"" + "0".repeat(32) + "\",\"id\":null}";
    Baseline baseline =
        read(
            "\uFEFF{\"more\":{\"a\":[1]},\"list\":[{}],\"version\":\"1\",\"findings\":["
                + line
                + ","
                + line
                + "]}");
    assertThat(baseline.size()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|NOT_JSON|1",
        "id,titre|NOT_JSON|1",
        "{~'\"version\"': '\"1\"',~'\"findings\"': [~{},,~]}|FINDING|4",
        "{~'\"version\"': '\"1\"',~'\"findings\"': [~|NOT_JSON|4",
        "[]|NOT_A_BASELINE|1",
        "{}|NOT_A_BASELINE|1",
        "{~~'\"version\"': 2}|VERSION|3",
        "{'\"version\"': '\"1\"',~'\"findings\"': [~1]}|FINDING|3",
        "{'\"version\"': '\"1\"',~'\"findings\"': [{'\"code\"': '\"a\"', '\"fingerprint\"': '\"x\"'}]}|FINDING|2",
        "{'\"version\"': '\"1\"'}~x|NOT_JSON|2"
      })
  void what_is_wrong_with_a_file_has_a_line(String form, Problem problem, int line) {
    String text = form.replace("'\"", "\"").replace("\"'", "\"").replace('~', '\n');
    assertThatExceptionOfType(BaselineException.class)
        .isThrownBy(() -> read(text))
        .satisfies(
            e -> {
              assertThat(e.problem()).isEqualTo(problem);
              assertThat(e.line()).isEqualTo(line);
            });
  }

  @Test
  void it_is_bounded() throws IOException {
    Baseline.Gathering gathering = Baseline.empty().gather(finding -> {});
    for (int i = 0; i <= Baseline.LIMIT; i++) {
      gathering.report(row("a", "i" + i, i + 1));
    }
    assertThat(gathering.isTooLong()).isTrue();
  }
}
