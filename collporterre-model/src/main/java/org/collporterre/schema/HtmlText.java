package org.collporterre.schema;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A text that may hold HTML, and what a reader of the page would see: entities decoded once, tags
 * left out, blocks on lines of their own. Takes time in proportion to the text. Only elements that
 * are known count as tags, so that {@code a < b} and {@code <https://…>} stay.
 */
final class HtmlText {
  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "div",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "ul",
          "ol",
          "li",
          "tr",
          "table",
          "blockquote",
          "section",
          "article",
          "header",
          "footer",
          "hr",
          "dl",
          "dt",
          "dd",
          "pre",
          "figure",
          "figcaption",
          "center");
  private static final Set<String> INLINE =
      Set.of(
          "a", "abbr", "b", "big", "br", "caption", "cite", "code", "del", "em", "font", "i",
          "iframe", "img", "ins", "q", "s", "script", "small", "span", "strike", "strong", "style",
          "sub", "sup", "tbody", "td", "tfoot", "th", "thead", "u", "video");

  private static final Set<String> UNSEEN = Set.of("script", "style");
  private static final int LONGEST_NAME = 10;
  private static final int LONGEST_ATTRIBUTE = 40;
  private static final int LONGEST_BLANK = 40;

  /** No entity of the table, and no number of a character, is longer. */
  private static final int LONGEST_ENTITY = 12;

  private static final class Entities {
    static final Map<String, Integer> BY_NAME = load();

    /** The 252 of HTML 4, and the one that XML adds. */
    private static Map<String, Integer> load() {
      Map<String, Integer> byName = new HashMap<>(Map.of("apos", (int) '\''));
      try (InputStream in = HtmlText.class.getResourceAsStream("entities.tsv");
          BufferedReader lines =
              new BufferedReader(
                  new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.US_ASCII))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          int tab = line.indexOf('\t');
          byName.put(line.substring(0, tab), Integer.parseInt(line, tab + 1, line.length(), 10));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return Map.copyOf(byName);
    }
  }

  private final String text;
  private final StringBuilder out;
  private boolean unended;
  private boolean unendedComment;
  private boolean tags;
  private boolean entities;

  private HtmlText(String text) {
    this.text = text;
    this.out = new StringBuilder(text.length());
  }

  /** Looks at a text. */
  static HtmlText of(String text) {
    HtmlText html = new HtmlText(text);
    for (int i = 0; i < text.length(); ) {
      char c = text.charAt(i);
      int next = c == '<' ? html.tag(i) : c == '&' ? html.entity(i) : i;
      if (next == i) {
        html.out.append(c);
        next++;
      }
      i = next;
    }
    return html;
  }

  /** Tells whether there is an element or a comment of HTML. */
  boolean hasTags() {
    return tags;
  }

  /** Tells whether there is an entity of HTML. */
  boolean hasEntities() {
    return entities;
  }

  /** Returns the text as a reader of the page would see it. */
  String plain() {
    return TableTexts.trim(out.toString());
  }

  /** Takes a tag, and what nobody sees behind it; returns where it ends, or the place itself. */
  private int tag(int at) {
    if (text.startsWith("<!--", at)) {
      int end = unendedComment ? -1 : text.indexOf("-->", at + 4);
      unendedComment = end < 0;
      tags |= end >= 0;
      return end < 0 ? at : end + 3;
    }
    boolean closing = text.startsWith("</", at);
    int from = at + (closing ? 2 : 1);
    int to = from;
    while (to < text.length() && to - from <= LONGEST_NAME && isLetterOrDigit(text.charAt(to))) {
      to++;
    }
    String name = text.substring(from, to).toLowerCase(Locale.ROOT);
    if (!isContinued(to) || !BLOCKS.contains(name) && !INLINE.contains(name)) {
      return at;
    }
    int end = unended ? -1 : text.indexOf('>', to);
    unended = end < 0;
    if (unended) {
      return at;
    }
    tags = true;
    write(name, closing);
    return !closing && UNSEEN.contains(name) ? behind(name, end) : end + 1;
  }

  /** Tells whether what follows a name can follow the name of an element: {@code a <b et c>}. */
  private boolean isContinued(int from) {
    int at = blanks(from);
    if (at < text.length() && (text.charAt(at) == '>' || text.charAt(at) == '/')) {
      return true;
    }
    int name = at;
    while (at < text.length() && at - name < LONGEST_ATTRIBUTE && isAttribute(text.charAt(at))) {
      at++;
    }
    int mark = blanks(at);
    return name > from && at > name && mark < text.length() && text.charAt(mark) == '=';
  }

  private int blanks(int from) {
    int at = from;
    while (at < text.length() && at - from < LONGEST_BLANK && TableTexts.isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isAttribute(char c) {
    return isLetterOrDigit(c) || c == '-' || c == ':' || c == '_';
  }

  private int behind(String name, int from) {
    for (int at = text.indexOf("</", from); at >= 0; at = text.indexOf("</", at + 2)) {
      if (text.regionMatches(true, at + 2, name, 0, name.length())) {
        int end = text.indexOf('>', at);
        return end < 0 ? text.length() : end + 1;
      }
    }
    return text.length();
  }

  private void write(String name, boolean closing) {
    int last = out.length() - 1;
    if (name.equals("br")) {
      out.append('\n');
    } else if (BLOCKS.contains(name) && last >= 0 && out.charAt(last) != '\n') {
      out.append('\n');
    } else if ((name.equals("td") || name.equals("th")) && last >= 0 && closing) {
      out.append(' ');
    }
    if (name.equals("li") && !closing) {
      out.append("- ");
    }
  }

  /** Takes an entity; returns where it ends, or the place itself when there is none. */
  private int entity(int at) {
    int end = at + 1;
    while (end < text.length() && end - at < LONGEST_ENTITY && text.charAt(end) != ';') {
      end++;
    }
    if (end == text.length() || text.charAt(end) != ';') {
      return at;
    }
    String name = text.substring(at + 1, end);
    int character = name.startsWith("#") ? number(name) : Entities.BY_NAME.getOrDefault(name, 0);
    if (character == 0) {
      return at;
    }
    entities = true;
    out.appendCodePoint(character);
    return end + 1;
  }

  /** Returns the character of a number, or 0 when it is none that may stand in a text. */
  private static int number(String name) {
    boolean hex = name.startsWith("#x") || name.startsWith("#X");
    int value;
    try {
      value = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
    } catch (NumberFormatException e) {
      return 0;
    }
    boolean control =
        value < ' ' && value != '\n' && value != '\t' || value >= 0x7F && value <= 0x9F;
    boolean half = value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE;
    return control || half || value > Character.MAX_CODE_POINT ? 0 : value;
  }

  private static boolean isLetterOrDigit(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
  }
}
