package org.collporterre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
  @Test
  void without_arguments_it_shows_its_help_as_misuse() {
    Call call = Call.of();
    assertThat(call.code()).isEqualTo(2);
    assertThat(call.err()).startsWith("Usage: collporterre").contains("check", "convert", "rules");
  }

  @Test
  void help_is_in_the_language_asked_for() {
    assertThat(Call.of("--help").out()).startsWith("Usage: ").contains("Exit codes: 0 clean");
    assertThat(Call.in(Map.of(), "--help").out()).startsWith("Usage : ").contains("sortie : 0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "fix", "convert", "publish", "pull", "rules", "rule"})
  void every_command_describes_itself_and_all_its_options(String command) {
    for (String language : new String[] {"fr", "en"}) {
      Call call = Call.of(command, "--lang", language, "--help");
      assertThat(call.code()).isZero();
      assertThat(call.out().lines().filter(line -> line.matches("  +-.*")))
          .isNotEmpty()
          .allMatch(line -> line.strip().contains("  ") || line.length() > 26, "has a description");
    }
  }

  @Test
  void the_version_is_that_of_the_build() {
    Call call = Call.of("--version");
    assertThat(call.code()).isZero();
    assertThat(call.out()).matches("(?s)collporterre \\d+\\.\\d+\\.\\d+.*").doesNotContain("${");
  }

  @Test
  void a_completion_script_names_the_commands() {
    assertThat(Call.of("generate-completion").out())
        .contains("complete -F")
        .contains("check fix convert map draft diff merge publish pull lineage stats rules rule")
        .contains("echange", "publication");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, -, -, fr", "-, -, C, fr", "-, -, C.UTF-8, fr", "-, -, POSIX, fr",
        "-, -, fr_FR.UTF-8, fr", "-, -, br_FR, fr", "-, -, en_GB.UTF-8, en", "-, -, de_DE, en",
        "-, en_US, fr_FR, en", "fr_FR, en_US, en_US, fr", "-, -, frp_IT, en"
      })
  void the_language_follows_the_environment(
      String all, String messages, String lang, String expected) {
    Map<String, String> environment = new java.util.HashMap<>();
    environment.put("LC_ALL", all == null ? "" : all);
    environment.put("LC_MESSAGES", messages == null ? "" : messages);
    environment.put("LANG", lang == null ? "" : lang);
    assertThat(Language.of(List.of(), environment).getLanguage()).isEqualTo(expected);
    assertThat(Language.of(List.of("--lang", "en"), environment)).isEqualTo(Locale.ENGLISH);
    assertThat(Language.of(List.of("check", "--lang=fr"), environment)).isEqualTo(Locale.FRENCH);
  }

  @Test
  void both_languages_have_the_same_phrases() throws IOException {
    assertThat(phrases("fr").keySet()).isEqualTo(phrases("en").keySet());
  }

  private static Properties phrases(String language) throws IOException {
    Properties phrases = new Properties();
    try (InputStream in = Main.class.getResourceAsStream("cli_" + language + ".properties")) {
      phrases.load(in);
    }
    return phrases;
  }
}
