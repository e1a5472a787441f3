package org.collporterre.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleSettingsTest {
  private static final Rule STALE = BuiltInRules.require("stale");

  @Test
  void a_rule_is_as_bad_as_was_decided_whatever_the_profile() {
    RuleSettings settings = RuleSettings.NONE.withSeverity(STALE, Severity.ERROR);

    assertThat(settings.severity(STALE, Profile.ECHANGE)).isEqualTo(Severity.ERROR);
    assertThat(settings.severity("stale", Profile.PUBLICATION)).isEqualTo(Severity.ERROR);
    assertThat(settings.withSeverity(STALE, null).severity("stale", Profile.PUBLICATION)).isNull();
    assertThat(RuleSettings.NONE.severity(STALE, Profile.ECHANGE)).isNull();
    assertThat(RuleSettings.NONE.severity("stale", Profile.PUBLICATION))
        .isEqualTo(Severity.WARNING);
  }

  @Test
  void what_could_not_be_read_is_always_told() {
    for (Rule rule : BuiltInRules.all()) {
      if (rule.canBeOff()) {
        assertThat(RuleSettings.NONE.withSeverity(rule, null).severity(rule, Profile.PUBLICATION))
            .isNull();
      } else {
        assertThat(RuleSettings.NONE.withSeverity(rule, Severity.INFO)).isNotNull();
        assertThatIllegalArgumentException()
            .isThrownBy(() -> RuleSettings.NONE.withSeverity(rule, null))
            .withMessageContaining(rule.code());
      }
    }
    assertThat(BuiltInRules.all()).extracting(Rule::canBeOff).contains(true, false);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 24, 1200})
  void a_number_in_its_range_is_kept(int months) {
    RuleSettings settings =
        RuleSettings.NONE.withParameter(STALE, "months", months).withSeverity(STALE, null);

    assertThat(settings.parameter(STALE, "months")).isEqualTo(months);
    assertThat(RuleSettings.NONE.parameter(STALE, "months")).isEqualTo(24);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1201})
  void a_number_beyond_it_is_an_error_of_the_program(int months) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RuleSettings.NONE.withParameter(STALE, "months", months))
        .withMessage("stale.months = " + months);
  }

  @Test
  void so_is_a_number_that_the_rule_does_not_have() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RuleSettings.NONE.withParameter(STALE, "days", 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RuleSettings.NONE.parameter(STALE, "days"));
  }
}
