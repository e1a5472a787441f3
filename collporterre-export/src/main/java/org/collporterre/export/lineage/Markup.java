package org.collporterre.export.lineage;

import java.util.Locale;

/** Puts XML and HTML together; whatever is text is made harmless. */
final class Markup {
  private final StringBuilder out = new StringBuilder();

  /** Begins an element; names and values of attributes come in pairs. */
  Markup open(String name, String... attributes) {
    out.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      escape(attributes[i + 1]);
      out.append('"');
    }
    out.append('>');
    return this;
  }

  Markup close(String name) {
    out.append("</").append(name).append('>');
    return this;
  }

  Markup text(String text) {
    escape(text);
    return this;
  }

  Markup element(String name, String text, String... attributes) {
    return open(name, attributes).text(text).close(name);
  }

  Markup line() {
    out.append('\n');
    return this;
  }

  /** Puts in what is markup already. */
  Markup raw(String markup) {
    out.append(markup);
    return this;
  }

  /** Returns a number with at most one decimal, the same everywhere. */
  static String number(double number) {
    long tenths = Math.round(number * 10);
    return tenths % 10 == 0
        ? Long.toString(tenths / 10)
        : String.format(Locale.ROOT, "%.1f", tenths / 10.0);
  }

  /**
   * Returns a text without what no document may hold, nor what turns the direction of what stands
   * around it.
   */
  static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    text.codePoints().forEach(c -> plain.appendCodePoint(isHarmful(c) ? 0xFFFD : c));
    return plain.toString();
  }

  private static boolean isHarmful(int c) {
    return c < ' ' && c != '\t' && c != '\n'
        || c >= 0x7F && c <= 0x9F
        || c >= 0x202A && c <= 0x202E
        || c >= 0x2066 && c <= 0x2069
        || c == 0x2028
        || c == 0x2029
        || c >= 0xD800 && c <= 0xDFFF
        || (c & 0xFFFE) == 0xFFFE;
  }

  private void escape(String text) {
    String plain = plain(text);
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
