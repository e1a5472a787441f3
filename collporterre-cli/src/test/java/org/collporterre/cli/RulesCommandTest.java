package org.collporterre.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.util.Locale;
import java.util.Map;
import org.collporterre.check.BuiltInRules;
import org.collporterre.check.DeprecatedRules;
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

  @Test
  void numbers_that_may_be_set_are_shown() {
    assertThat(Call.of("rules").out()).contains("for a long time (months = 24)\n");
    assertThat(Call.of("rule", "stale").out())
        .startsWith(
            "stale\n  echange: -\n  publication: warning\n"
                + "  may be set: months = 24 (1 to 1200)\n\n");
    assertThat(Call.of("rules", "--format=json").out())
        .contains("\"name\": \"months\"")
        .contains("\"default\": 24");
    assertThat(Call.of("rule", "stale", "--format=json").out())
        .startsWith("{")
        .contains("\"maximum\": 1200")
        .contains("\"textFr\"");
  }

  @Test
  void of_a_rule_with_another_name_now_that_one_is_taken_and_told() throws Exception {
    DeprecatedRules rules =
        DeprecatedRules.read(
            new StringReader(
                "code\tsince\treplaced_by\tnote_fr\tnote_en\n"
                    + "double-id\t0.2\tid-duplicate\tplus clair\tclearer\n"
                    + "moon-phase\t0.3\t\tinutile\tof no use\n"));
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    RuleNames names = new RuleNames(session(err), rules);

    assertThat(names.require("double-id").code()).isEqualTo("id-duplicate");
    assertThat(err.toString(UTF_8))
        .isEqualTo(
            "collporterre: the rule \"double-id\" is called \"id-duplicate\" since version 0.2:"
                + " clearer\n");
    err.reset();
    assertThat(names.find("moon-phase")).isNull();
    assertThat(err.toString(UTF_8))
        .isEqualTo("collporterre: the rule \"moon-phase\" has ended with version 0.3: of no use\n");
    assertThatThrownBy(() -> names.require("moon-phase")).isInstanceOf(Misuse.class);
  }

  private static Session session(ByteArrayOutputStream err) {
    PrintStream stream = new PrintStream(err, true, UTF_8);
    return new Session(
        new Shell(stream, stream, UTF_8, Map.of(), false, false), Session.phrases(Locale.ENGLISH));
  }
}
