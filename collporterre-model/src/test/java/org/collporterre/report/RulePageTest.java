package org.collporterre.report;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.collporterre.check.BuiltInRules;
import org.collporterre.check.Rule;
import org.collporterre.check.RulePage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  @ParameterizedTest
  @CsvSource({"id-duplicate, CP1002", "altitude-dropped,"})
  void a_page_is_read_by_section(String code, @Nullable String reference) {
    Rule rule = requireNonNull(BuiltInRules.rule(code));
    RulePage read = RulePage.of(code);

    assertThat(read.address()).isEqualTo("https://collporterre.org/rules/" + code);
    assertThat(read.reference()).isEqualTo(reference);
    assertThat(read.section("")).startsWith("# " + code + "\nSeverity: ");
    assertThat(read.text(Locale.FRENCH)).isEqualTo(section(rule, "## Français").strip());
    assertThat(read.text(Locale.GERMAN)).isEqualTo(section(rule, "## English").strip());
    assertThat(read.section("Corrected")).isEqualTo(section(rule, "## Corrected").strip());
    assertThat(read.section("Elsewhere")).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "id-duplicate, Deux fiches ont le même identifiant, Two records have the same identifier",
    "altitude-dropped, Une position a plus de deux nombres, A position has more than two numbers",
    "made-up, '', ''"
  })
  void the_title_is_the_first_sentence(String code, String french, String english) {
    assertThat(RulePage.of(code).title(Locale.FRENCH)).isEqualTo(french);
    assertThat(RulePage.of(code).title(Locale.ENGLISH)).isEqualTo(english);
  }

  @Test
  void a_rule_of_others_has_an_empty_page() {
    RulePage none = RulePage.of("made-up");

    assertThat(none.address()).isNull();
    assertThat(none.reference()).isNull();
    assertThat(none.section("")).isNull();
    assertThat(none.text(Locale.FRENCH)).isNull();
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
