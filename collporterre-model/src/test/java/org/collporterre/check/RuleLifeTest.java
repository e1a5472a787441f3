package org.collporterre.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleLifeTest {
  /** A rule that is a warning, then an error. */
  private record Made(String since) implements Rule {
    @Override
    public String code() {
      return "made-up";
    }

    @Override
    public Severity severity(Profile profile) {
      return profile == Profile.ECHANGE ? Severity.WARNING : Severity.ERROR;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0.2, 0.2.0, INFO, INFO",
    "0.2, 0.2.7-SNAPSHOT, INFO, INFO",
    "0.2, 0.3.0, WARNING, ERROR",
    "0.2, 1.0, WARNING, ERROR",
    "0.9, 0.10.0, WARNING, ERROR",
    "0.10, 0.9.0, INFO, INFO",
    "1.0, 1.0.0, INFO, INFO",
    "0.1, 0.1.0, WARNING, ERROR",
    "0.1, 0.2.0, WARNING, ERROR"
  })
  void a_rule_is_an_information_in_the_minor_version_it_comes_with_but_for_the_first(
      String since, String running, Severity echange, Severity publication) {
    RuleLife life = RuleLife.of(running);

    assertThat(life.severity(new Made(since), Profile.ECHANGE)).isEqualTo(echange);
    assertThat(life.severity(new Made(since), Profile.PUBLICATION)).isEqualTo(publication);
  }

  @Test
  void a_new_rule_that_is_off_stays_off() {
    Rule off =
        new Rule() {
          @Override
          public String code() {
            return "made-up";
          }

          @Override
          public @Nullable Severity severity(Profile profile) {
            return null;
          }

          @Override
          public String since() {
            return "0.2";
          }
        };

    assertThat(RuleLife.of("0.2.0").severity(off, Profile.ECHANGE)).isNull();
  }

  @Test
  void the_running_version_is_known_and_applied() {
    Rule future = new Made("9999.0");

    assertThat(RuleLife.standard().isNew(future)).isTrue();
    assertThat(RuleSettings.NONE.severity(future, Profile.PUBLICATION)).isEqualTo(Severity.INFO);
    assertThat(
            RuleSettings.NONE
                .withSeverity(future, Severity.ERROR)
                .severity(future, Profile.PUBLICATION))
        .isEqualTo(Severity.ERROR);
  }

  @Test
  void rules_of_the_library_name_a_minor_version() {
    assertThat(BuiltInRules.all()).extracting(Rule::since).allMatch(s -> s.matches("\\d+\\.\\d+"));
  }

  @Test
  void what_is_no_version_is_an_error_of_the_program() {
    assertThatThrownBy(() -> RuleLife.of("${project.version}"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
