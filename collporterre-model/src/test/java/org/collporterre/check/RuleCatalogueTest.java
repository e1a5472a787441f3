package org.collporterre.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes of rules are permanent: settings, reports and documents of others name them. */
class RuleCatalogueTest {
  private static final Path CODES =
      Path.of("src", "test", "resources", "org", "collporterre", "check", "rule-codes.txt");

  private static final String HEADER = "code\tsince\treplaced_by\tnote_fr\tnote_en\n";

  private static Set<String> alive() {
    return BuiltInRules.all().stream()
        .map(Rule::code)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> deprecated() {
    return DeprecatedRules.standard().all().stream()
        .map(DeprecatedRule::code)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void no_code_that_was_ever_given_disappears() throws IOException {
    Set<String> given = new TreeSet<>(Files.readAllLines(CODES));
    Set<String> known = alive();
    known.addAll(deprecated());

    assertThat(known)
        .as(
            "a code is permanent API: settings and reports of others name it. Do not rename or"
                + " remove it; to end a rule, add its code to check/rules-deprecated.tsv with the"
                + " code that replaces it, if any, and leave it in rule-codes.txt")
        .containsAll(given);
  }

  @Test
  void every_code_is_in_the_list_of_codes_given() throws IOException {
    if (Boolean.getBoolean("collporterre.update")) {
      Set<String> all = new TreeSet<>(Files.readAllLines(CODES));
      all.addAll(alive());
      Files.write(CODES, all);
    }
    Set<String> known = alive();
    known.addAll(deprecated());

    assertThat(Files.readAllLines(CODES))
        .as(
            "rule-codes.txt lists every code ever given, sorted, once. Is the name of a new rule"
                + " one to keep for ever? Then add it, or run with -Dcollporterre.update=true")
        .containsExactlyElementsOf(known);
  }

  @Test
  void a_code_is_alive_or_deprecated_but_not_both() {
    assertThat(deprecated())
        .as("a rule that is in BuiltInRules again, or a code used a second time")
        .doesNotContainAnyElementsOf(alive());
  }

  @Test
  void a_deprecated_rule_leads_to_one_that_is_alive_and_says_why_it_ended() {
    assertThat(DeprecatedRules.standard().all())
        .allSatisfy(
            rule -> {
              String current = DeprecatedRules.standard().current(rule.code());
              assertThat(rule.replacedBy() == null || alive().contains(current)).isTrue();
              assertThat(rule.since()).matches("\\d+\\.\\d+");
              assertThat(rule.noteFr()).isNotBlank();
              assertThat(rule.noteEn()).isNotBlank();
            });
  }

  @Test
  void every_group_holds_rules_and_together_they_hold_all() {
    assertThat(BuiltInRules.groups()).containsOnlyKeys(RuleGroup.values());
    assertThat(BuiltInRules.groups().values().stream().flatMap(rules -> rules.stream()))
        .containsExactlyElementsOf(BuiltInRules.all())
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "id-missing, false, ERROR, ERROR",
    "hidden-content-read, true, INFO, INFO",
    "cell-error, true, WARNING, ERROR"
  })
  void what_reading_finds_can_be_off_unless_it_is_always_an_error(
      String code, boolean canBeOff, Severity echange, Severity publication) {
    Rule rule = Objects.requireNonNull(BuiltInRules.rule(code));

    assertThat(rule.canBeOff()).isEqualTo(canBeOff);
    assertThat(rule.message(Locale.FRENCH)).as("it is among the messages").isNull();
    assertThat(BuiltInRules.severity(code, Profile.ECHANGE)).isEqualTo(echange);
    assertThat(BuiltInRules.severity(code, Profile.PUBLICATION)).isEqualTo(publication);
  }

  @ParameterizedTest
  @CsvSource({"1, true", "9, true", "0, false", "10, false"})
  void what_a_number_of_a_rule_is_unless_set_is_among_what_it_may_be(int standard, boolean may) {
    if (may) {
      assertThat(new RuleParameter("months", standard, 1, 9).standard()).isEqualTo(standard);
    } else {
      assertThatThrownBy(() -> new RuleParameter("months", standard, 1, 9))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void the_successor_of_a_successor_is_found() throws IOException {
    DeprecatedRules rules =
        DeprecatedRules.read(
            new StringReader(
                HEADER
                    + "oldest\t0.2\told\tPlus clair.\tClearer.\n"
                    + "old\t0.3\tid-duplicate\tPlus court.\tShorter.\n"
                    + "gone\t0.3\t\tInutile.\tOf no use.\n"));

    assertThat(rules.current("oldest")).isEqualTo("id-duplicate");
    assertThat(rules.current("gone")).isEqualTo("gone");
    assertThat(rules.current("id-missing")).isEqualTo("id-missing");
    assertThat(rules.rule("id-missing")).isNull();
    assertThat(rules.rule("gone"))
        .isEqualTo(new DeprecatedRule("gone", "0.3", null, "Inutile.", "Of no use."))
        .satisfies(rule -> assertThat(rule.note(Locale.FRENCH)).isEqualTo("Inutile."))
        .satisfies(rule -> assertThat(rule.note(Locale.GERMAN)).isEqualTo("Of no use."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "code,since\n",
        HEADER + "old\t0.2\n",
        HEADER + "old\t0.2\t\ta\tb\nold\t0.3\t\ta\tb\n",
        HEADER + "a\t0.2\tb\tx\ty\nb\t0.2\ta\tx\ty\n",
        HEADER + "a\t0.2\ta\tx\ty\n"
      })
  void a_table_in_another_form_is_an_error_of_the_program(String table) {
    assertThatThrownBy(() -> DeprecatedRules.read(new StringReader(table)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
