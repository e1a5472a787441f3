package org.collporterre.report;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.collporterre.check.BuiltInRules;
import org.collporterre.check.Rule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The form of the rules' pages; that they are true is tested where files can be read. */
class RulePageTest {
  private static final List<String> PROSE = List.of("## Français", "## English");
  private static final List<String> EXAMPLE = List.of("## Example", "## Findings", "## Corrected");
  private static final Pattern REFERENCE = Pattern.compile("Reference: (-|CP\\d{4})");

  static List<Rule> rules() {
    return BuiltInRules.all();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void a_page_begins_with_code_severities_and_reference(Rule rule) {
    List<String> lines = page(rule).lines().toList();

    assertThat(lines.get(0)).isEqualTo("# " + rule.code());
    assertThat(lines.get(1))
        .isEqualTo(
            "Severity: "
                + label(rule.severity(Profile.ECHANGE))
                + " / "
                + label(rule.severity(Profile.PUBLICATION)));
    assertThat(lines.get(2)).matches(REFERENCE);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void a_page_has_the_fixed_headings_and_no_other(Rule rule) {
    String page = page(rule);
    boolean inCode = page.contains("\nExample: in code\n");
    List<String> expected = new ArrayList<>(PROSE);
    if (!inCode) {
      expected.addAll(EXAMPLE);
    }

    assertThat(page.lines().filter(line -> line.startsWith("## "))).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void a_page_explains_itself_in_french_and_in_english(Rule rule) {
    assertThat(section(rule, "## Français"))
        .startsWith("**")
        .contains(".** ")
        .hasSizeGreaterThan(150);
    assertThat(section(rule, "## English"))
        .startsWith("**")
        .contains(".** ")
        .hasSizeGreaterThan(150);
  }

  private static String page(Rule rule) {
    return requireNonNull(
        BuiltInRules.page(rule.code()), "write check/rules/" + rule.code() + ".md");
  }

  private static String section(Rule rule, String heading) {
    String page = page(rule);
    int from = page.indexOf(heading) + heading.length() + 1;
    int to = page.indexOf("\n## ", from);
    return page.substring(from, to < 0 ? page.length() : to);
  }

  private static String label(@Nullable Severity severity) {
    return severity == null ? "off" : severity.label();
  }
}
