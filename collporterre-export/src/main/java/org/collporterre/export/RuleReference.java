package org.collporterre.export;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.collporterre.check.BuiltInRules;
import org.collporterre.check.Completeness;
import org.collporterre.check.Rule;
import org.collporterre.check.RuleGroup;
import org.collporterre.check.RulePage;
import org.collporterre.check.RuleParameter;
import org.collporterre.model.Entry;
import org.collporterre.report.Messages;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.collporterre.schema.Schema;

/**
 * The reference of the rules for people, as Markdown documents in French or English: tables of all
 * rules by when they speak, then what each one says; and the points of {@link Completeness}. Made
 * from the rules and their pages alone.
 */
public final class RuleReference {
  private final Locale locale;
  private final ReferenceWords words;
  private final Messages messages;
  private final StringBuilder out = new StringBuilder(1 << 17);

  private RuleReference(Locale locale) {
    this.messages = Messages.in(locale);
    this.locale = messages.locale();
    this.words = ReferenceWords.in(this.locale);
  }

  /** Returns the rules in French for a French locale, in English for any other. */
  public static String markdown(Locale locale) {
    return new RuleReference(locale).rules();
  }

  /** Returns the points of a record in French for a French locale, in English for any other. */
  public static String completeness(Locale locale) {
    return new RuleReference(locale).points();
  }

  private String rules() {
    out.append("# ").append(words.text("rules.title")).append("\n\n");
    out.append(words.text("rules.intro")).append('\n');
    Map<RuleGroup, List<Rule>> groups = BuiltInRules.groups();
    groups.forEach(this::index);
    for (Map.Entry<RuleGroup, List<Rule>> group : groups.entrySet()) {
      out.append("\n## ").append(words.text("rules.pages", name(group.getKey()))).append('\n');
      group.getValue().forEach(this::page);
    }
    return out.toString();
  }

  private String name(RuleGroup group) {
    return words.text("rules.group." + group.label());
  }

  private void index(RuleGroup group, List<Rule> rules) {
    out.append("\n## ").append(name(group)).append("\n\n");
    row(
        words.text("rules.head.code"),
        Profile.ECHANGE.label(),
        Profile.PUBLICATION.label(),
        words.text("rules.head.title"),
        words.text("rules.head.numbers"),
        words.text("rules.head.reference"));
    line(6);
    for (Rule rule : rules) {
      RulePage page = RulePage.of(rule.code());
      row(
          "[`" + rule.code() + "`](#" + rule.code() + ")",
          severity(rule, Profile.ECHANGE),
          severity(rule, Profile.PUBLICATION),
          text(page.title(locale)),
          rule.parameters().stream().map(this::number).collect(Collectors.joining("<br>")),
          Objects.requireNonNullElse(page.reference(), ""));
    }
  }

  private void page(Rule rule) {
    out.append("\n### ").append(rule.code()).append("\n\n");
    String text = RulePage.of(rule.code()).text(locale);
    out.append(text == null ? "" : escaped(text)).append('\n');
  }

  private String severity(Rule rule, Profile profile) {
    Severity severity = rule.severity(profile);
    return severity == null ? "–" : messages.severity(severity);
  }

  private String number(RuleParameter number) {
    Object[] range = {number.standard(), number.least(), number.most()};
    return "`" + number.name() + "` " + words.text("rules.number", range);
  }

  private String points() {
    out.append("# ").append(words.text("points.title")).append("\n\n");
    out.append(words.text("points.intro")).append('\n');
    for (Class<? extends Entry> type : Entry.TYPES) {
      out.append("\n## ").append(words.text("record." + Schema.of(type).name())).append("\n\n");
      row(words.text("points.head.points"), words.text("points.head.fields"));
      line(2);
      for (Completeness.Part part : Completeness.of(type).parts()) {
        String fields =
            part.fields().stream().map(key -> "`" + key + "`").collect(Collectors.joining(", "));
        row(Integer.toString(part.points()), fields);
      }
    }
    return out.toString();
  }

  private void row(String... cells) {
    out.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  /** Draws the line below the head of a table. */
  private void line(int columns) {
    out.append("|---".repeat(columns)).append("|\n");
  }

  private static String text(String text) {
    return escaped(text).replace("|", "\\|");
  }

  /** Pages name elements of HTML, which Markdown would take for such. */
  private static String escaped(String text) {
    return text.replace("<", "&lt;");
  }
}
