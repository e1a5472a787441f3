package org.collporterre.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.collporterre.check.BuiltInRules;
import org.collporterre.check.Rule;
import org.collporterre.check.RuleLife;
import org.collporterre.check.RulePage;
import org.collporterre.report.Finding;
import org.collporterre.report.OneLine;
import org.collporterre.report.Severity;
import org.collporterre.reports.bound.SarifLog;
import org.jspecify.annotations.Nullable;

/**
 * A report in SARIF 2.1.0 (OASIS), in the shape that GitHub's code scanning takes. Files are named
 * relative to {@code %SRCROOT%}; what a baseline accepts is not in it.
 */
final class SarifReport implements ReportRenderer {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  /** What readers of a message would take for a link or a placeholder (SARIF 3.11.5, 3.11.6). */
  private static final Pattern LINK = Pattern.compile("\\[(?=[^\\]]*\\]\\()");

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)\\}");

  @Override
  public String name() {
    return "sarif";
  }

  @Override
  public void render(CheckOutcome outcome, OutputStream out) throws IOException {
    List<SarifLog.Rule> rules = new ArrayList<>();
    Map<String, Integer> indexes = new HashMap<>();
    for (RuleCount count : RuleCount.of(outcome.report())) {
      indexes.put(count.code(), rules.size());
      rules.add(rule(count, outcome));
    }
    SarifLog.Driver driver =
        new SarifLog.Driver("Collporterre", outcome.version(), "https://collporterre.org/", rules);
    SarifLog.Run run =
        new SarifLog.Run(
            new SarifLog.Tool(driver),
            outcome.messages().locale().getLanguage(),
            "utf16CodeUnits",
            List.of(invocation(outcome)),
            results(outcome, indexes));
    JsonText.write(new SarifLog(SCHEMA, "2.1.0", List.of(run)), out);
  }

  private static SarifLog.Invocation invocation(CheckOutcome outcome) {
    Phrases phrases = Phrases.in(outcome.messages().locale());
    List<SarifLog.Notification> notes =
        new Summary(phrases)
            .rest(outcome).stream()
                .map(line -> new SarifLog.Notification("note", text(line)))
                .toList();
    boolean successful = outcome.report().worst("rule-failed") == null;
    return new SarifLog.Invocation(successful, notes);
  }

  private static SarifLog.Rule rule(RuleCount count, CheckOutcome outcome) {
    Locale locale = outcome.messages().locale();
    RulePage page = RulePage.of(count.code());
    String title = page.title(locale).isEmpty() ? count.code() : page.title(locale);
    String markdown = page.text(locale);
    String plain = markdown == null ? title : markdown.replace("**", "").replace('\n', ' ');
    Rule rule = BuiltInRules.rule(count.code());
    Severity own = rule == null ? null : RuleLife.standard().severity(rule, outcome.profile());
    return new SarifLog.Rule(
        count.code(),
        pascalCase(count.code()),
        text(title),
        text(plain),
        new SarifLog.Message(literal(plain), markdown == null ? null : placeholders(markdown)),
        page.address(),
        new SarifLog.Configuration(level(own == null ? count.severity() : own)));
  }

  private static String pascalCase(String code) {
    StringBuilder name = new StringBuilder();
    for (String word : code.split("-", -1)) {
      if (!word.isEmpty()) {
        name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
      }
    }
    return name.toString();
  }

  private static List<SarifLog.Result> results(CheckOutcome outcome, Map<String, Integer> rules) {
    List<Finding> findings = outcome.report().findings();
    List<String> fingerprints = outcome.fingerprints(findings);
    List<SarifLog.Result> results = new ArrayList<>(findings.size());
    for (int i = 0; i < findings.size(); i++) {
      Finding finding = findings.get(i);
      // GitHub tracks alerts by the first of these alone.
      Map<String, String> names = new LinkedHashMap<>();
      names.put("primaryLocationLineHash", fingerprints.get(i));
      names.put("collporterre/v1", fingerprints.get(i));
      results.add(
          new SarifLog.Result(
              finding.code(),
              rules.getOrDefault(finding.code(), -1),
              level(finding.severity()),
              text(OneLine.of(outcome.messages().text(finding))),
              locations(finding),
              names));
    }
    return results;
  }

  private static List<SarifLog.Location> locations(Finding finding) {
    SarifLog.PhysicalLocation file = file(finding.location());
    List<SarifLog.LogicalLocation> logical = new ArrayList<>();
    if (finding.id() != null || finding.field() != null) {
      logical.add(new SarifLog.LogicalLocation(OneLine.of(recordName(finding)), "member"));
    }
    if (!finding.location().pointer().isEmpty()) {
      String pointer = OneLine.of(finding.location().pointer());
      logical.add(new SarifLog.LogicalLocation(pointer, "value"));
    }
    return file == null && logical.isEmpty()
        ? List.of()
        : List.of(new SarifLog.Location(file, logical.isEmpty() ? null : logical));
  }

  private static SarifLog.@Nullable PhysicalLocation file(
      org.collporterre.report.Location location) {
    String uri = ReportPath.uri(location.file());
    return uri.isEmpty()
        ? null
        : new SarifLog.PhysicalLocation(
            new SarifLog.ArtifactLocation(uri, "%SRCROOT%"),
            new SarifLog.Region(Math.max(1, location.line()), Math.max(1, location.column())));
  }

  private static String recordName(Finding finding) {
    StringBuilder name = new StringBuilder();
    for (String part : new String[] {finding.type(), finding.id(), finding.field()}) {
      if (part != null) {
        name.append(name.length() == 0 ? "" : "/").append(part);
      }
    }
    return name.toString();
  }

  private static SarifLog.Message text(String text) {
    return new SarifLog.Message(literal(text), null);
  }

  private static String literal(String text) {
    return LINK.matcher(placeholders(text)).replaceAll("\\\\[");
  }

  private static String placeholders(String text) {
    return PLACEHOLDER.matcher(text).replaceAll("{{$1}}");
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "note";
    };
  }
}
