package org.collporterre.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.collporterre.check.BuiltInRules;
import org.collporterre.model.RecordRef;
import org.collporterre.report.Finding;
import org.collporterre.report.Location;
import org.collporterre.report.Profile;
import org.collporterre.report.Report;
import org.collporterre.report.Severity;
import org.collporterre.vocabulary.RelationKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetValuesTest {
  private static final String FINGERPRINT =
      "e17c2ac5a1a9ba910a2bee66a4dc2c0e29b9d91455ac72660d4c7387577e944a";

  private static Report found(@Nullable Severity severity) {
    Report report = Report.create();
    if (severity != null) {
      report.report(
          new Finding(
              "title-length",
              severity,
              Profile.ECHANGE,
              Location.startOf("a.csv"),
              "initiative",
              "a",
              "titre",
              "x",
              null,
              null));
    }
    return report;
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "ERROR, ERROR, true",
        "ERROR, WARNING, false",
        "ERROR, INFO, false",
        "ERROR, null, false",
        "WARNING, ERROR, true",
        "WARNING, WARNING, true",
        "WARNING, INFO, false",
        "INFO, ERROR, true",
        "INFO, WARNING, true",
        "INFO, INFO, true",
        "INFO, null, false",
        "NEVER, ERROR, false"
      })
  void a_check_fails_from_a_severity_on(FailOn on, @Nullable Severity found, boolean fails) {
    assertThat(on.isMet(found(found))).isEqualTo(fails);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://exemple.org/",
        "https://exemple.org/donnees/",
        "https://exemple.org:8443/a/"
      })
  void addresses_of_records_begin_with_a_secure_address_that_ends_with_a_slash(String text) {
    assertThat(FormatBlock.isBaseUri(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://exemple.org/",
        "https://exemple.org",
        "https:///a/",
        "https://moi@exemple.org/",
        "https://exemple.org/?a/",
        "https://exemple.org/#a/",
        "https://exemple .org/",
        "donnees/",
        ""
      })
  void what_records_cannot_be_addressed_by_is_refused(String text) {
    assertThat(FormatBlock.isBaseUri(text)).isFalse();
  }

  @Test
  void the_name_of_a_dataset_has_up_to_80_small_characters() {
    assertThat(DatasetDescriptor.isName("a")).isTrue();
    assertThat(DatasetDescriptor.isName("jardins_2026-01.v2")).isTrue();
    assertThat(DatasetDescriptor.isName("a".repeat(80))).isTrue();
    assertThat(DatasetDescriptor.isName("a".repeat(81))).isFalse();
    assertThat(DatasetDescriptor.isName("")).isFalse();
    assertThat(DatasetDescriptor.isName("Jardins")).isFalse();
    assertThat(DatasetDescriptor.isName("jardins partagés")).isFalse();
  }

  @Test
  void what_a_relation_has_no_field_for_is_kept_under_its_own_name() {
    RecordRef target = new RecordRef("compost", "1.2");

    assertThat(Relation.kindKey(RelationKind.REPLICATES, target))
        .isEqualTo("relation:replique-de:compost@1.2:nature");
    assertThat(Relation.noteKey(RelationKind.REPLICATES, target))
        .isEqualTo("relation:replique-de:compost@1.2:note");
  }

  @Test
  void settings_of_an_unknown_rule_are_an_error_of_the_program() {
    DatasetSettings settings = settings(Map.of("no-such-rule", RuleLevel.OFF));

    assertThatThrownBy(() -> settings.ruleSettings(BuiltInRules.all()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no-such-rule");
    assertThatThrownBy(
            () -> settings(Map.of("title-length", RuleLevel.INFO)).ruleSettings(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static DatasetSettings settings(Map<String, RuleLevel> levels) {
    Map<String, RuleSetting> rules = new TreeMap<>();
    levels.forEach((code, level) -> rules.put(code, new RuleSetting(level, Map.of())));
    return new DatasetSettings(null, null, null, null, null, rules);
  }

  /** Two rows in either order; computed by sha256sum of the bytes that the format names. */
  @Test
  void the_fingerprint_is_that_of_the_sorted_rows() {
    for (List<String> order : List.of(List.of("a", "b"), List.of("b", "a"))) {
      Fingerprint fingerprint = Fingerprint.create();
      for (String id : order) {
        fingerprint.begin("initiatives");
        fingerprint.cell("id", id);
        fingerprint.cell("titre", "");
        fingerprint.cell("commune", "Brest");
        fingerprint.end();
      }
      assertThat(fingerprint.value()).isEqualTo(FINGERPRINT);
    }
  }
}
