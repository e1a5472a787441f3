package org.collporterre.reports.page;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/**
 * Writes HTML element by element. Every text and every value of an attribute is escaped, and what
 * is hidden in it is shown, see {@link HtmlText}. Names of elements and attributes are the
 * program's own. Not thread-safe.
 */
public final class HtmlWriter {
  private final Appendable out;
  private final Deque<String> open = new ArrayDeque<>();

  HtmlWriter(Appendable out) {
    this.out = out;
  }

  /** Returns what writes HTML there; it neither flushes nor closes it. */
  public static HtmlWriter to(Appendable out) {
    return new HtmlWriter(out);
  }

  /**
   * Begins an element.
   *
   * @param attributes names, each followed by its value; one with an empty value is written as a
   *     name alone
   * @throws IOException when it cannot be written, as all methods
   */
  public HtmlWriter open(String name, String... attributes) throws IOException {
    tag(name, attributes);
    open.push(name);
    return this;
  }

  private void tag(String name, String... attributes) throws IOException {
    if (attributes.length % 2 != 0) {
      throw new IllegalArgumentException("an attribute of " + name + " without value");
    }
    out.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]);
      if (!attributes[i + 1].isEmpty()) {
        out.append("=\"").append(HtmlText.escaped(attributes[i + 1])).append('"');
      }
    }
    out.append('>');
  }

  /** Ends the element that was begun last. */
  public HtmlWriter close() throws IOException {
    String name = open.pop();
    out.append("</").append(name).append('>');
    return this;
  }

  /** Writes an element that has no end, {@code input} say. */
  public HtmlWriter single(String name, String... attributes) throws IOException {
    tag(name, attributes);
    return this;
  }

  /** Writes text. */
  public HtmlWriter text(String text) throws IOException {
    out.append(HtmlText.escaped(text));
    return this;
  }

  /** Writes a text in both languages, of which one is shown. */
  public HtmlWriter text(Both text) throws IOException {
    if (text.french().equals(text.english())) {
      return text(text.french());
    }
    element("span", text.french(), "lang", "fr");
    return element("span", text.english(), "lang", "en");
  }

  /** Writes an element that holds text. */
  public HtmlWriter element(String name, String text, String... attributes) throws IOException {
    return open(name, attributes).text(text).close();
  }

  /** Writes an element that holds text in both languages. */
  public HtmlWriter element(String name, Both text, String... attributes) throws IOException {
    return open(name, attributes).text(text).close();
  }

  /** Writes a text found in data; its direction does not touch what is around it. */
  public HtmlWriter value(String text) throws IOException {
    return element("bdi", text);
  }

  /** Writes a text found in data, as a link when it is an address of the web and nothing else. */
  public HtmlWriter linked(String text) throws IOException {
    if (!isAddress(text)) {
      return value(text);
    }
    open("a", "href", text, "rel", "noopener noreferrer");
    return value(text).close();
  }

  private static boolean isAddress(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return (lower.startsWith("http://") || lower.startsWith("https://"))
        && text.chars().allMatch(c -> c > 0x20 && c < 0x7F && "\"<>\\^`{|}".indexOf(c) < 0);
  }

  /** Writes one of the page's icons, for the eye only. */
  public HtmlWriter icon(String name) throws IOException {
    open("svg", "class", "icon " + name, "aria-hidden", "true");
    return open("use", "href", "#icon-" + name).close().close();
  }

  /**
   * Writes JSON for the page's scripts.
   *
   * @param json made with {@link HtmlText#json}
   * @throws IllegalArgumentException when it could end the element: an error of the program
   */
  public HtmlWriter data(String id, String json) throws IOException {
    return inline("script", json, "id", id, "type", "application/json");
  }

  /** Writes a text for the page's scripts, which find it by its key: {@code page.word(key)}. */
  public HtmlWriter word(String key, Both text) throws IOException {
    return element(
        "span",
        "",
        "hidden",
        "",
        "data-word",
        key,
        "data-word-fr",
        text.french(),
        "data-word-en",
        text.english());
  }

  /**
   * Writes the text of a script or style as it is.
   *
   * @throws IllegalArgumentException when it could end the element: an error of the program
   */
  public HtmlWriter inline(String name, String text, String... attributes) throws IOException {
    requireInline(name, text);
    open(name, attributes);
    out.append(text);
    return close().line();
  }

  static void requireInline(String name, String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.contains("</" + name) || lower.contains("<!--") || text.indexOf('\r') >= 0) {
      throw new IllegalArgumentException("a " + name + " that does not fit into a page");
    }
  }

  /** Writes HTML as it is: the program's own, or made by something that escapes what is data. */
  public HtmlWriter fragment(String html) throws IOException {
    out.append(html);
    return this;
  }

  /** Begins a new line of the file; readers do not see it. */
  public HtmlWriter line() throws IOException {
    out.append('\n');
    return this;
  }
}
