package org.collporterre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.collporterre.check.BuiltInRules;
import org.junit.jupiter.api.Test;

class RulesCommandTest {
  @Test
  void every_rule_is_listed_with_a_title_in_both_languages() {
    for (String language : new String[] {"fr", "en"}) {
      Call call = Call.of("rules", "--lang", language);
      assertThat(call.code()).isZero();
      assertThat(call.out().lines()).hasSize(BuiltInRules.all().size() + 1);
      assertThat(call.out().lines().skip(1))
          .allMatch(line -> line.length() > 62 && !line.contains("**"));
    }
  }

  @Test
  void the_list_is_also_for_programs() {
    assertThat(Call.of("rules", "--format=json").out())
        .startsWith("[")
        .contains("\"id-duplicate\"")
        .contains("\"titleFr\"");
  }

  @Test
  void a_rule_is_explained_in_the_language_asked_for() {
    Call french = Call.in(Map.of(), "rule", "id-duplicate");
    assertThat(french.code()).isZero();
    assertThat(french.out())
        .startsWith("id-duplicate\n  echange: erreur\n  publication: erreur\n\n")
        .contains("\nExemple\n    id,titre\n")
        .doesNotContain("##")
        .doesNotContain("**");
    assertThat(Call.of("rule", "id-duplicate").out()).contains("\nExample\n");
  }

  @Test
  void for_an_unknown_rule_the_nearest_is_proposed() {
    Call call = Call.of("rule", "id-dupliacte");
    assertThat(call.code()).isEqualTo(2);
    assertThat(call.err())
        .isEqualTo("collporterre: there is no rule \"id-dupliacte\". Did you mean id-duplicate?\n");
  }
}
