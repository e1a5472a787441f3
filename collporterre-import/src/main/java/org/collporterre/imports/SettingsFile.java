package org.collporterre.imports;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.collporterre.check.DeprecatedRules;
import org.collporterre.check.Rule;
import org.collporterre.check.RuleParameter;
import org.collporterre.dataset.DatasetSettings;
import org.collporterre.dataset.DatasetSettingsBuilder;
import org.collporterre.dataset.FailOn;
import org.collporterre.dataset.RuleLevel;
import org.collporterre.dataset.RuleSetting;
import org.collporterre.report.FindingSink;
import org.collporterre.report.Profile;
import org.collporterre.vocabulary.Nearest;
import org.jspecify.annotations.Nullable;

/** Reads the settings of a dataset and says, with line, column and pointer, what is wrong. */
public final class SettingsFile {
  private static final String FORM = "{\"rules\": {…}}";
  private static final String UNKNOWN = "settings-key-unknown";
  private static final List<String> MEMBERS =
      List.of("$schema", "profile", "today", "fail_on", "max_findings", "baseline", "rules");

  private final StrictJson json;
  private final Map<String, Rule> rules = new TreeMap<>();
  private final DeprecatedRules deprecated;

  private SettingsFile(
      String name, Collection<Rule> rules, DeprecatedRules deprecated, FindingSink sink) {
    this.deprecated = deprecated;
    this.json = new StrictJson("settings", name, sink);
    rules.forEach(rule -> this.rules.put(rule.code(), rule));
  }

  /**
   * Reads settings from a file; empty when anything is wrong, and then the findings say what.
   *
   * @param rules the rules there are
   * @param sink told what is wrong
   * @throws IOException when it cannot be read
   */
  public static Optional<DatasetSettings> read(Path file, Collection<Rule> rules, FindingSink sink)
      throws IOException {
    Importer.requireFile(file);
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, file.toString(), rules, sink);
    }
  }

  /**
   * Reads settings from a stream, which is not closed; empty when anything is wrong, and then the
   * findings say what.
   *
   * @param name what findings call it
   * @param rules the rules there are
   * @param sink told what is wrong
   * @throws IOException when it cannot be read
   */
  public static Optional<DatasetSettings> read(
      InputStream in, String name, Collection<Rule> rules, FindingSink sink) throws IOException {
    return read(in, name, rules, DeprecatedRules.standard(), sink);
  }

  /**
   * Reads settings from a stream, which is not closed, that may name rules that have ended: what is
   * said of one is said of the rule that replaces it, if any, and a finding tells so.
   *
   * @param name what findings call it
   * @param rules the rules there are
   * @param deprecated the rules that have ended
   * @param sink told what is wrong
   * @throws IOException when it cannot be read
   */
  public static Optional<DatasetSettings> read(
      InputStream in,
      String name,
      Collection<Rule> rules,
      DeprecatedRules deprecated,
      FindingSink sink)
      throws IOException {
    return new SettingsFile(name, rules, deprecated, sink).read(new BufferedInputStream(in));
  }

  private Optional<DatasetSettings> read(InputStream in) throws IOException {
    JsonNode root = json.read(in, FORM);
    if (root == null) {
      return Optional.empty();
    }
    DatasetSettingsBuilder settings = DatasetSettingsBuilder.builder(DatasetSettings.NONE);
    for (JsonNode member : root.children()) {
      member(settings, Objects.requireNonNull(member.name()), member);
    }
    return json.isClean() ? Optional.of(settings.build()) : Optional.empty();
  }

  private void member(DatasetSettingsBuilder settings, String name, JsonNode node) {
    switch (name) {
      case "$schema" -> json.text(node);
      case "profile" ->
          settings.profile(word(node, Profile::named, words(Profile.values(), Profile::label)));
      case "today" -> settings.today(day(node));
      case "fail_on" ->
          settings.failOn(word(node, FailOn::named, words(FailOn.values(), FailOn::label)));
      case "max_findings" -> settings.maxFindings(number(node, 1, Integer.MAX_VALUE));
      case "baseline" -> settings.baseline(json.text(node));
      case "rules" -> settings.rules(rules(node));
      default -> unknown(node, MEMBERS);
    }
  }

  private void unknown(JsonNode node, Collection<String> known) {
    String name = Objects.requireNonNull(node.name());
    json.say(UNKNOWN, node, name, Nearest.of(name, known));
  }

  private Map<String, RuleSetting> rules(JsonNode node) {
    Map<String, RuleSetting> settings = new LinkedHashMap<>();
    if (!node.isObject()) {
      json.malformed(node, FORM);
      return settings;
    }
    for (JsonNode setting : node.children()) {
      String code = Objects.requireNonNull(setting.name());
      Rule rule = rules.get(deprecated.current(code));
      if (rule == null && deprecated.rule(code) == null) {
        unknown(setting, rules.keySet());
      } else if (deprecated.rule(code) == null) {
        settings.put(code, rule(Objects.requireNonNull(rule), setting));
      } else {
        json.say("rule-deprecated", setting, code, rule == null ? null : rule.code());
        if (rule != null && node.get(rule.code()) == null) {
          settings.put(rule.code(), rule(rule, setting));
        }
      }
    }
    return settings;
  }

  private RuleSetting rule(Rule rule, JsonNode node) {
    if (!node.isObject()) {
      return new RuleSetting(level(rule, node), Map.of());
    }
    RuleLevel level = null;
    Map<String, Integer> numbers = new LinkedHashMap<>();
    for (JsonNode member : node.children()) {
      String name = Objects.requireNonNull(member.name());
      Optional<RuleParameter> parameter =
          rule.parameters().stream().filter(one -> one.name().equals(name)).findAny();
      if (name.equals(RuleSetting.SEVERITY)) {
        level = level(rule, member);
      } else if (parameter.isPresent()) {
        Integer number = number(member, parameter.get().least(), parameter.get().most());
        if (number != null) {
          numbers.put(name, number);
        }
      } else {
        Stream<String> names = rule.parameters().stream().map(RuleParameter::name);
        unknown(member, Stream.concat(Stream.of(RuleSetting.SEVERITY), names).toList());
      }
    }
    return new RuleSetting(level, numbers);
  }

  private @Nullable RuleLevel level(Rule rule, JsonNode node) {
    List<RuleLevel> allowed =
        Stream.of(RuleLevel.values())
            .filter(level -> level != RuleLevel.OFF || rule.canBeOff())
            .toList();
    RuleLevel level = node.isText() ? RuleLevel.named(node.text()) : null;
    if (level == null || !allowed.contains(level)) {
      json.malformed(node, String.join(", ", allowed.stream().map(RuleLevel::label).toList()));
      return null;
    }
    return level;
  }

  private @Nullable Integer number(JsonNode node, int least, int most) {
    if (node.isNumber() && node.text().matches("-?[0-9]{1,10}")) {
      long number = Long.parseLong(node.text());
      if (number >= least && number <= most) {
        return (int) number;
      }
    }
    json.malformed(node, least + "…" + most);
    return null;
  }

  private @Nullable LocalDate day(JsonNode node) {
    try {
      return LocalDate.parse(node.isText() ? node.text() : "");
    } catch (DateTimeException e) {
      json.malformed(node, "2026-01-15");
      return null;
    }
  }

  private <T> @Nullable T word(
      JsonNode node, Function<String, @Nullable T> named, List<String> words) {
    T value = node.isText() ? named.apply(node.text()) : null;
    if (value == null) {
      json.malformed(node, String.join(", ", words));
    }
    return value;
  }

  private static <T> List<String> words(T[] values, Function<T, String> label) {
    return Stream.of(values).map(label).toList();
  }
}
