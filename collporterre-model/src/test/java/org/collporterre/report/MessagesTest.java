package org.collporterre.report;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.collporterre.check.BuiltInRules;
import org.collporterre.check.Rule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {
  private static final Set<String> ARGUMENTS =
      Set.of("value", "expected", "field", "id", "type", "suggestion", "reason", "evidence");
  private static final Pattern ARGUMENT = Pattern.compile("\\{([^}]*)}");
  private static final Pattern PART = Pattern.compile("\\[[^\\[\\]]*]");

  static List<Rule> rules() {
    return BuiltInRules.all();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void every_rule_has_a_sentence_in_french_and_another_in_english(Rule rule) throws IOException {
    String french = patterns("fr").get(rule.code());
    String english = patterns("en").get(rule.code());

    assertThat(french).as("add %s to messages_fr.properties", rule.code()).isNotBlank();
    assertThat(english).as("add %s to messages_en.properties", rule.code()).isNotBlank();
    assertThat(french).isNotEqualTo(english);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en"})
  void sentences_use_known_arguments_only(String language) throws IOException {
    for (Rule rule : rules()) {
      Matcher argument = ARGUMENT.matcher(requireNonNull(patterns(language).get(rule.code())));
      while (argument.find()) {
        assertThat(ARGUMENTS).as(rule.code()).contains(argument.group(1));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en"})
  void parts_in_brackets_name_an_argument_and_are_not_nested(String language) throws IOException {
    patterns(language)
        .forEach(
            (key, pattern) -> {
              Matcher part = PART.matcher(pattern);
              while (part.find()) {
                assertThat(part.group()).as(key).containsPattern("\\{[a-z]+}");
              }
              assertThat(part.replaceAll("")).as(key).doesNotContain("[", "]");
            });
  }

  /** Keys of rules have no dot, and other keys have one: severities, reasons, phrases. */
  @ParameterizedTest
  @ValueSource(strings = {"fr", "en"})
  void no_sentence_is_left_of_a_rule_that_does_not_exist(String language) throws IOException {
    assertThat(patterns(language).keySet())
        .filteredOn(key -> !key.contains("."))
        .allMatch(key -> BuiltInRules.rule(key) != null, "is the code of a rule");
  }

  @Test
  void both_languages_have_the_same_keys() throws IOException {
    assertThat(patterns("fr").keySet()).isEqualTo(patterns("en").keySet());
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en"})
  void a_sentence_begins_with_a_capital_and_shows_nothing_unfilled(String language) {
    Messages messages = Messages.in(Locale.forLanguageTag(language));
    for (Rule rule : rules()) {
      assertThat(messages.text(full(rule.code())))
          .as(rule.code())
          .matches("\\p{Lu}.*[^ ]")
          .doesNotContain("{", "[", "  ")
          .doesNotContainPattern("\\bnull\\b");
      assertThat(messages.text(bare(rule.code())))
          .as(rule.code())
          .matches("\\p{Lu}.*[^ ]")
          .doesNotContain("[")
          .doesNotContainPattern("\\bnull\\b");
    }
  }

  @Test
  void the_sentence_of_a_misspelt_code_proposes_the_right_one() {
    Finding finding =
        found("code-unknown", "champs_action", "inovation-sociale", "a|b", "innovation-sociale");

    assertThat(french(finding))
        .isEqualTo(
            "La colonne champs_action contient un code inconnu : «\u00a0inovation-sociale\u00a0»."
                + " Codes possibles : a|b. Peut-être : innovation-sociale ?");
    assertThat(english(finding))
        .isEqualTo(
            "The column champs_action holds an unknown code: \"inovation-sociale\"."
                + " Possible codes: a|b. Perhaps \"innovation-sociale\"?");
  }

  @Test
  void without_a_suggestion_or_a_value_to_show_the_sentence_is_whole() {
    Finding finding = found("date-invalid", "consentement_le", null, "AAAA-MM-JJ", null);

    assertThat(french(finding))
        .isEqualTo(
            "La colonne consentement_le ne contient pas une date du calendrier."
                + " Écrivez année-mois-jour, par exemple 2013-01-06.");
    assertThat(english(finding))
        .isEqualTo(
            "The column consentement_le does not hold a date of the calendar."
                + " Write year-month-day, 2013-01-06 for example.");
  }

  @Test
  void a_fix_of_two_cells_names_both() {
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put("latitude", "48.451");
    cells.put("longitude", "-4.249");
    Finding finding =
        finding("coordinates-swapped", "latitude", "-4.249", null, new Fix(false, cells));

    assertThat(french(finding))
        .endsWith("Peut-être : latitude = 48.451, longitude = -4.249 ?")
        .startsWith("La latitude et la longitude sont inversées");
  }

  @Test
  void a_record_withheld_says_why_in_words() {
    Finding finding = found("record-withheld", null, "2", "consent-missing", null);

    assertThat(french(finding))
        .isEqualTo("Fiches non exportées : 2. Raison : le consentement n’est pas noté.");
    assertThat(english(finding))
        .isEqualTo("Records not exported: 2. Reason: the consent is not on record.");
  }

  @Test
  void a_line_has_place_severity_code_and_sentence() {
    Finding finding = found("blank-row", null, null, null, null);

    assertThat(Messages.in(Locale.CANADA_FRENCH).line(finding))
        .isEqualTo(
            "initiatives.csv:4:7: avertissement blank-row: La ligne est vide ; elle est ignorée."
                + " Vous pouvez la supprimer.");
    assertThat(Messages.in(Locale.GERMAN).line(finding))
        .isEqualTo(
            "initiatives.csv:4:7: warning blank-row: The row is empty; it is ignored."
                + " You can remove it.");
  }

  @Test
  void a_line_about_a_record_that_no_file_holds_begins_with_its_identifier() {
    Finding named = made("jardin");
    Finding unnamed = made(null);

    assertThat(Messages.in(Locale.ENGLISH).line(named))
        .startsWith("jardin: warning title-missing: ");
    assertThat(Messages.in(Locale.ENGLISH).line(unnamed)).startsWith("warning title-missing: ");
  }

  private static Finding made(@Nullable String id) {
    return new Finding(
        "title-missing",
        Severity.WARNING,
        Profile.ECHANGE,
        Location.startOf(""),
        "initiative",
        id,
        "titre",
        null,
        null,
        null);
  }

  @Test
  void a_value_stays_on_the_line_and_away_from_the_terminal() {
    Finding finding = found("line-break-in-title", "titre", "Jardin\r\npartagé\u001b[31m", "", "");

    assertThat(english(finding))
        .startsWith("The title holds a line break: \"Jardin⏎partagé\uFFFD[31m\".");
  }

  @Test
  void severities_have_names_in_both_languages() {
    Messages french = Messages.in(Locale.FRENCH);
    Messages english = Messages.in(Locale.ENGLISH);

    assertThat(List.of(Severity.values()))
        .extracting(french::severity)
        .containsExactly("erreur", "avertissement", "information");
    assertThat(List.of(Severity.values()))
        .extracting(english::severity)
        .containsExactly("error", "warning", "info");
  }

  @Test
  void an_application_s_own_rule_brings_its_sentence() {
    Rule own =
        new Rule() {
          @Override
          public String code() {
            return "theme-not-ours";
          }

          @Override
          public Severity severity(Profile profile) {
            return Severity.ERROR;
          }

          @Override
          public String message(Locale locale) {
            return locale.getLanguage().equals("fr") ? "Pas chez nous : {value}" : "Not ours";
          }
        };
    Finding finding = found("theme-not-ours", "themes", "sport", null, null);

    assertThat(Messages.in(Locale.FRENCH).with(List.of(own)).text(finding))
        .isEqualTo("Pas chez nous : sport");
    assertThat(french(finding)).isEqualTo("theme-not-ours");
  }

  @Test
  void a_sentence_with_an_argument_nobody_knows_is_an_error_of_the_program() {
    Messages messages =
        Messages.in(Locale.FRENCH).with(List.of(new OneSentence("odd-one", "{valeur}")));

    assertThatThrownBy(() -> messages.text(found("odd-one", null, null, null, null)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("valeur");
  }

  private record OneSentence(String code, String sentence) implements Rule {
    @Override
    public Severity severity(Profile profile) {
      return Severity.INFO;
    }

    @Override
    public String message(Locale locale) {
      return sentence;
    }
  }

  private static String french(Finding finding) {
    return Messages.in(Locale.FRENCH).text(finding);
  }

  private static String english(Finding finding) {
    return Messages.in(Locale.ENGLISH).text(finding);
  }

  private static Finding full(String code) {
    return found(code, "champ", "trouvé", "attendu", "correction");
  }

  private static Finding bare(String code) {
    return found(code, null, null, null, null);
  }

  private static Finding found(
      String code,
      @Nullable String field,
      @Nullable String value,
      @Nullable String expected,
      @Nullable String suggestion) {
    Fix fix = suggestion == null ? null : Fix.unsafe(field == null ? "id" : field, suggestion);
    return finding(code, field, value, expected, fix);
  }

  private static Finding finding(
      String code,
      @Nullable String field,
      @Nullable String value,
      @Nullable String expected,
      @Nullable Fix fix) {
    return new Finding(
        code,
        Severity.WARNING,
        Profile.ECHANGE,
        new Location("initiatives.csv", 4, 7),
        "initiative",
        "jardin",
        field,
        value,
        expected,
        fix);
  }

  private static Map<String, String> patterns(String language) throws IOException {
    String resource = "messages_" + language + ".properties";
    Properties properties = new Properties();
    try (InputStream in = requireNonNull(Messages.class.getResourceAsStream(resource));
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    Map<String, String> patterns = new TreeMap<>();
    properties.forEach((key, pattern) -> patterns.put((String) key, (String) pattern));
    return patterns;
  }
}
