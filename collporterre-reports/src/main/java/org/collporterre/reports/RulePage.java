package org.collporterre.reports;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.collporterre.check.BuiltInRules;
import org.jspecify.annotations.Nullable;

/** The page of a rule, by section. Immutable and thread-safe. */
public final class RulePage {
  private static final String PAGES = "https://collporterre.org/rules/";

  private final String code;
  private final Map<String, String> sections = new LinkedHashMap<>();

  private RulePage(String code, String markdown) {
    this.code = code;
    String heading = "";
    boolean isCode = false;
    StringBuilder body = new StringBuilder();
    for (String line : markdown.split("\\R", -1)) {
      isCode ^= line.startsWith("```");
      if (!isCode && line.startsWith("## ")) {
        sections.put(heading, body.toString().strip());
        heading = line.substring(3).strip();
        body.setLength(0);
      } else {
        body.append(line).append('\n');
      }
    }
    sections.put(heading, body.toString().strip());
  }

  /** Returns the page of a rule; an empty one for a rule that has none. */
  public static RulePage of(String code) {
    String page = BuiltInRules.page(code);
    return new RulePage(code, page == null ? "" : page);
  }

  /** Returns where the page is on the web; null for a rule that has none. */
  public @Nullable String address() {
    return BuiltInRules.rule(code) == null ? null : PAGES + code;
  }

  /** Returns the Markdown of a section, or null when it is missing or empty. */
  public @Nullable String section(String heading) {
    String text = sections.get(heading);
    return text == null || text.isEmpty() ? null : text;
  }

  /** Returns what the page says in French, or else in English, in Markdown; null when nothing. */
  public @Nullable String explanation(Locale locale) {
    return section(locale.getLanguage().equals("fr") ? "Français" : "English");
  }

  /** Returns what the rule finds, in one line: the first sentence, which pages set in bold. */
  public String title(Locale locale) {
    String text = explanation(locale);
    if (text == null) {
      return "";
    }
    int end = text.startsWith("**") ? text.indexOf("**", 2) : -1;
    String title = end < 0 ? text.lines().findFirst().orElse("") : text.substring(2, end);
    title = title.replace('\n', ' ').strip();
    return title.endsWith(".") ? title.substring(0, title.length() - 1) : title;
  }
}
