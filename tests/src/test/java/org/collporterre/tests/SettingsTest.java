package org.collporterre.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.collporterre.check.BuiltInRules;
import org.collporterre.check.Check;
import org.collporterre.check.CheckContext;
import org.collporterre.check.Checker;
import org.collporterre.check.DeprecatedRules;
import org.collporterre.check.Rule;
import org.collporterre.check.RuleParameter;
import org.collporterre.dataset.DatasetSettings;
import org.collporterre.dataset.FailOn;
import org.collporterre.dataset.RuleLevel;
import org.collporterre.dataset.RuleSetting;
import org.collporterre.export.SettingsSchema;
import org.collporterre.imports.CsvImporter;
import org.collporterre.imports.EntryReader;
import org.collporterre.imports.SettingsFile;
import org.collporterre.json.CollporterreJsonb;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.report.Finding;
import org.collporterre.report.Profile;
import org.collporterre.report.Report;
import org.collporterre.report.Severity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings of a dataset: their file, their JSON binding, their schema, what they change. */
class SettingsTest {
  private static final String ALL =
      """
      {
        "$schema": "https://collporterre.org/schema/1.0/collporterre.json",
        "profile": "publication",
        "today": "2026-01-15",
        "fail_on": "warning",
        "max_findings": 500,
        "baseline": "constats-acceptes.json",
        "rules": {
          "title-length": "error",
          "orphan-methodology": {"severity": "off"},
          "probable-duplicate": "info"
        }
      }
      """;

  private final Jsonb jsonb = JsonbBuilder.create(CollporterreJsonb.config());

  private static Optional<DatasetSettings> read(String json, Report report) throws IOException {
    return SettingsFile.read(
        new ByteArrayInputStream(json.getBytes(UTF_8)), "s.json", BuiltInRules.all(), report);
  }

  private static boolean isValid(String json) {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(SettingsSchema.json())
        .validate(
            json,
            InputFormat.JSON,
            run -> run.getExecutionConfig().setFormatAssertionsEnabled(true))
        .isEmpty();
  }

  @Test
  void all_that_can_be_said_is_read() throws IOException {
    DatasetSettings expected =
        new DatasetSettings(
            Profile.PUBLICATION,
            LocalDate.of(2026, 1, 15),
            FailOn.WARNING,
            500,
            "constats-acceptes.json",
            Map.of(
                "title-length", new RuleSetting(RuleLevel.ERROR, Map.of()),
                "orphan-methodology", new RuleSetting(RuleLevel.OFF, Map.of()),
                "probable-duplicate", new RuleSetting(RuleLevel.INFO, Map.of())));

    assertThat(read(ALL, Report.create())).contains(expected);
    assertThat(jsonb.fromJson(ALL, DatasetSettings.class)).isEqualTo(expected);
    assertThat(jsonb.fromJson(jsonb.toJson(expected), DatasetSettings.class)).isEqualTo(expected);
    assertThat(isValid(ALL)).isTrue();
    assertThat(isValid(jsonb.toJson(expected))).isTrue();
  }

  @Test
  void a_rule_with_numbers_is_an_object_and_one_with_a_severity_alone_a_word() {
    DatasetSettings settings =
        new DatasetSettings(
            null,
            null,
            null,
            null,
            null,
            Map.of(
                "a", new RuleSetting(RuleLevel.ERROR, Map.of("months", 3)),
                "b", new RuleSetting(null, Map.of("months", 4)),
                "c", new RuleSetting(RuleLevel.OFF, Map.of()),
                "d", new RuleSetting(null, Map.of())));

    String json = jsonb.toJson(settings);

    assertThat(json)
        .isEqualTo(
            "{\"rules\":{\"a\":{\"severity\":\"error\",\"months\":3},\"b\":{\"months\":4},"
                + "\"c\":\"off\",\"d\":{}}}");
    assertThat(jsonb.fromJson(json, DatasetSettings.class)).isEqualTo(settings);
  }

  @Test
  void the_binding_says_which_member_has_which_value() {
    assertThatThrownBy(() -> jsonb.fromJson("{\"today\": \"hier\"}", DatasetSettings.class))
        .hasStackTraceContaining("settings-malformed: today: \"hier\"");
    assertThatThrownBy(() -> jsonb.fromJson("{\"profil\": 1}", DatasetSettings.class))
        .hasStackTraceContaining("settings-key-unknown: profil");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"profil\": \"publication\"}",
        "{\"profile\": \"strict\"}",
        "{\"profile\": 1}",
        "{\"today\": \"15/01/2026\"}",
        "{\"fail_on\": \"errors\"}",
        "{\"max_findings\": 0.5}",
        "{\"max_findings\": 99999999999}",
        "{\"baseline\": 3}",
        "{\"rules\": []}",
        "{\"rules\": {\"title-length\": \"fatal\"}}",
        "{\"rules\": {\"title-length\": {\"severity\": true}}}"
      })
  void what_is_wrong_is_refused_by_the_file_the_binding_and_the_schema(String json)
      throws IOException {
    Report report = Report.create();

    assertThat(read(json, report)).isEmpty();
    assertThat(report.findings()).hasSize(1);
    assertThatThrownBy(() -> jsonb.fromJson(json, DatasetSettings.class))
        .isInstanceOf(JsonbException.class);
    assertThat(isValid(json)).isFalse();
  }

  /** The binding does not know which rules there are; the file and the schema do. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"rules\": {\"title-lenght\": \"info\"}}",
        "{\"rules\": {\"title-length\": {\"months\": 3}}}",
        "{\"rules\": {\"row-length\": \"off\"}}",
        "{\"max_findings\": 0}"
      })
  void what_no_rule_knows_is_refused_by_the_file_and_the_schema(String json) throws IOException {
    Report report = Report.create();

    assertThat(read(json, report)).isEmpty();
    assertThat(report.findings()).hasSize(1);
    assertThat(isValid(json)).isFalse();
  }

  @Test
  void a_slip_of_the_pen_is_answered_with_the_name_that_was_meant() throws IOException {
    Report report = Report.create();

    read("{\n  \"rules\": {\n    \"title-lenght\": \"info\"\n  }\n}", report);

    Finding finding = report.findings().get(0);
    assertThat(finding.code()).isEqualTo("settings-key-unknown");
    assertThat(finding.location().toString()).isEqualTo("s.json:3:21");
    assertThat(finding.location().pointer()).isEqualTo("/rules/title-lenght");
    assertThat(finding.expected()).isEqualTo("title-length");
  }

  private static final String ROW = "id,titre,avancement\njardin,Jardin,en-projet\n";

  /** Checks one row and returns the findings about its progress, and whether it passes. */
  private static String check(DatasetSettings settings) throws IOException {
    Report report = Report.create();
    Checker checker =
        Checker.standard()
            .withProfile(Profile.PUBLICATION)
            .with(settings.ruleSettings(BuiltInRules.all()));
    List<Boolean> passes = new ArrayList<>();
    try (EntryReader<Initiative> reader =
            CsvImporter.create()
                .withProfile(Profile.PUBLICATION)
                .withRules(checker.settings())
                .open(
                    new ByteArrayInputStream(ROW.getBytes(UTF_8)),
                    "initiatives.csv",
                    Initiative.class,
                    report);
        Checker.Run run = checker.start(report)) {
      reader.forEach(row -> passes.add(run.accept(row)));
    }
    String found =
        report.findings().stream()
            .map(finding -> finding.code() + " " + finding.severity().label())
            .sorted()
            .toList()
            .toString();
    return found + " " + passes;
  }

  private static RuleSetting level(RuleLevel level) {
    return new RuleSetting(level, Map.of());
  }

  @Test
  void severities_count_in_readers_and_rules_alike_and_decide_what_passes() throws IOException {
    DatasetSettings mild =
        new DatasetSettings(
            null,
            null,
            null,
            null,
            null,
            Map.of(
                "code-unknown", level(RuleLevel.WARNING),
                "summary-missing", level(RuleLevel.OFF),
                "modified-missing", level(RuleLevel.OFF),
                "licence-missing", level(RuleLevel.INFO),
                "field-of-action-missing", level(RuleLevel.OFF),
                "deployment-potential-missing", level(RuleLevel.OFF),
                "initiative-not-located", level(RuleLevel.OFF)));

    assertThat(check(DatasetSettings.NONE))
        .contains("code-unknown error", "summary-missing error")
        .endsWith("[false]");
    assertThat(check(mild))
        .isEqualTo("[code-unknown warning, completeness info, licence-missing info] [true]");
  }

  /** A rule with a number: how many letters a title may have. */
  private record LongTitle() implements Rule {
    @Override
    public String code() {
      return "long-title";
    }

    @Override
    public Severity severity(Profile profile) {
      return Severity.WARNING;
    }

    @Override
    public List<RuleParameter> parameters() {
      return List.of(new RuleParameter("letters", 5, 1, 50));
    }

    @Override
    public Check start(CheckContext context) {
      int letters = context.parameter(this, "letters");
      return row -> {
        Entry entry = row.value();
        if (entry.header().title().text().length() > letters) {
          context.finding(this, row).field("titre").report();
        }
      };
    }
  }

  @Test
  void a_rule_of_an_application_is_set_like_those_of_the_library() throws IOException {
    Rule rule = new LongTitle();
    DatasetSettings settings =
        SettingsFile.read(
                new ByteArrayInputStream(
                    "{\"rules\": {\"long-title\": {\"letters\": 8, \"severity\": \"info\"}}}"
                        .getBytes(UTF_8)),
                "s.json",
                List.of(rule),
                Report.create())
            .orElseThrow();
    Report report = Report.create();

    Checker.standard()
        .with(rule)
        .with(settings.ruleSettings(List.of(rule)))
        .check(
            List.of(
                Initiative.named("a", "12345678").build(),
                Initiative.named("b", "123456789").build()),
            report);

    assertThat(report.findings())
        .filteredOn(finding -> finding.code().equals("long-title"))
        .extracting(Finding::id, Finding::severity)
        .containsExactly(tuple("b", Severity.INFO));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'long-title': {'letters': 1}} | ",
        "{'long-title': {'letters': 50}} | ",
        "{'long-title': {'letters': 0}} | settings-malformed 1…50",
        "{'long-title': {'letters': 51}} | settings-malformed 1…50",
        "{'long-title': {'lettres': 8}} | settings-key-unknown letters",
        "{'long-title': 'loud'} | settings-malformed off, info, warning, error",
        "[] | settings-malformed {\"rules\": {…}}",
        "{'longer-title': 'off'} | rule-deprecated long-title",
        "{'longer-title': 'off', 'long-title': 'info'} | rule-deprecated long-title",
        "{'any-title': 'off'} | rule-deprecated null"
      })
  void what_is_said_of_rules_is_judged(String rules, @Nullable String finding) throws IOException {
    Report report = Report.create();
    DeprecatedRules deprecated =
        DeprecatedRules.read(
            new StringReader(
                "code\tsince\treplaced_by\tnote_fr\tnote_en\n"
                    + "longer-title\t0.2\tlong-title\tPlus clair.\tClearer.\n"
                    + "any-title\t0.2\t\tInutile.\tOf no use.\n"));

    SettingsFile.read(
        new ByteArrayInputStream(("{\"rules\": " + rules.replace('\'', '"') + "}").getBytes(UTF_8)),
        "s.json",
        List.of(new LongTitle()),
        deprecated,
        report);

    assertThat(report.findings().stream().map(one -> one.code() + " " + one.expected()))
        .isEqualTo(finding == null ? List.of() : List.of(finding));
  }

  @ParameterizedTest
  @CsvSource({
    "'\"longer-title\": \"off\"', OFF",
    "'\"longer-title\": \"off\", \"long-title\": \"info\"', INFO",
    "'\"long-title\": \"info\", \"longer-title\": \"off\"', INFO"
  })
  void what_is_said_of_a_rule_that_ended_is_said_of_its_successor_unless_that_is_named(
      String rules, RuleLevel level) throws IOException {
    DeprecatedRules deprecated =
        DeprecatedRules.read(
            new StringReader(
                "code\tsince\treplaced_by\tnote_fr\tnote_en\n"
                    + "longer-title\t0.2\tlong-title\tPlus clair.\tClearer.\n"));

    Optional<DatasetSettings> settings =
        SettingsFile.read(
            new ByteArrayInputStream(("{\"rules\": {" + rules + "}}").getBytes(UTF_8)),
            "s.json",
            List.of(new LongTitle()),
            deprecated,
            Report.create());

    assertThat(settings.orElseThrow().rules())
        .containsExactly(Map.entry("long-title", level(level)));
  }

  @Test
  void what_a_word_may_be_is_told(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("s.json"), "{\"profile\": 1}");
    Report report = Report.create();

    assertThat(SettingsFile.read(file, BuiltInRules.all(), report)).isEmpty();
    assertThat(report.findings())
        .extracting(Finding::expected, one -> one.location().file())
        .containsExactly(tuple("echange, publication", file.toString()));
    Files.writeString(file, ALL);
    assertThat(SettingsFile.read(file, BuiltInRules.all(), report)).isPresent();
    assertThatThrownBy(() -> SettingsFile.read(folder, BuiltInRules.all(), report))
        .hasMessageStartingWith("is a directory: ");
  }
}
