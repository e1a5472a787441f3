package org.collporterre.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.collporterre.check.BuiltInRules;
import org.jspecify.annotations.Nullable;

/** The page of a rule, by section. */
final class RulePage {
  private final Map<String, String> sections = new LinkedHashMap<>();

  private RulePage(String markdown) {
    String heading = "";
    boolean code = false;
    StringBuilder body = new StringBuilder();
    for (String line : markdown.split("\\R", -1)) {
      code ^= line.startsWith("```");
      if (!code && line.startsWith("## ")) {
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
  static RulePage of(String code) {
    String page = BuiltInRules.page(code);
    return new RulePage(page == null ? "" : page);
  }

  /** Returns the text of a section, or null when it is missing or empty. */
  @Nullable String section(String heading) {
    String text = sections.get(heading);
    return text == null || text.isEmpty() ? null : text;
  }

  /** Returns what the rule finds, in one line: the first sentence, which pages set in bold. */
  String title(Phrases phrases) {
    String text = section(phrases.isFrench() ? "Français" : "English");
    if (text == null) {
      return "";
    }
    int end = text.startsWith("**") ? text.indexOf("**", 2) : -1;
    String title = end < 0 ? text.lines().findFirst().orElse("") : text.substring(2, end);
    title = title.replace('\n', ' ').strip();
    return title.endsWith(".") ? title.substring(0, title.length() - 1) : title;
  }
}
