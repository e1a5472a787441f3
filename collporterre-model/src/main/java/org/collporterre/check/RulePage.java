package org.collporterre.check;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The Markdown page of a rule, by section. Immutable. */
public final class RulePage {
  private static final String BOLD = "**";
  private static final String PAGES = "https://collporterre.org/rules/";

  private final Map<String, String> sections = new LinkedHashMap<>();

  private final @Nullable String address;

  private RulePage(@Nullable String address, String markdown) {
    this.address = address;
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

  /** Returns the page of a rule of the library; an empty one for a rule that has none. */
  public static RulePage of(String code) {
    String page = BuiltInRules.page(code);
    return page == null ? new RulePage(null, "") : new RulePage(PAGES + code, page);
  }

  /** Returns where the page is on the web; null for a rule that has none. */
  public @Nullable String address() {
    return address;
  }

  /** Returns the text of a section, without its heading; null when it is missing or empty. */
  public @Nullable String section(String heading) {
    String text = sections.get(heading);
    return text == null || text.isEmpty() ? null : text;
  }

  /** Returns what it says to readers, in French for a French locale, in English for any other. */
  public @Nullable String text(Locale locale) {
    return section(locale.getLanguage().equals("fr") ? "Français" : "English");
  }

  /** Returns the number of the rule in the research the format comes from, or null for none. */
  public @Nullable String reference() {
    for (String line : sections.getOrDefault("", "").split("\n", -1)) {
      if (line.startsWith("Reference: CP")) {
        return line.substring(line.indexOf(' ') + 1).strip();
      }
    }
    return null;
  }

  /**
   * Returns what the rule finds, in one line: the first sentence of its text, which pages set in
   * bold, without the full stop; empty text for a rule that has no page.
   */
  public String title(Locale locale) {
    String text = text(locale);
    if (text == null) {
      return "";
    }
    int end = text.startsWith(BOLD) ? text.indexOf(BOLD, BOLD.length()) : -1;
    String title =
        end < 0 ? text.lines().findFirst().orElse("") : text.substring(BOLD.length(), end);
    title = title.replace('\n', ' ').strip();
    return title.endsWith(".") ? title.substring(0, title.length() - 1) : title;
  }
}
