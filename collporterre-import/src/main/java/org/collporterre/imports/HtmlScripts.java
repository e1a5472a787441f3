package org.collporterre.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the {@code application/ld+json} scripts of an HTML page, one after the other, as the
 * tokenizer of the HTML standard does: not those in comments, texts and other scripts. Holds one
 * script at a time, of at most 32 MiB, and no page. A DOM would hold the page, and lose the places
 * inside of scripts.
 */
final class HtmlScripts {
  /** Elements whose content is text up to their end tag. */
  private static final Set<String> RAW =
      Set.of("style", "textarea", "title", "xmp", "iframe", "noembed", "noframes");

  /** What scripts are wrapped in to hide them from browsers that are no more. */
  private static final String[] OPENERS = {"<!--", "-->", "<![CDATA[", "//", "/*", "*/", ">"};

  private static final String[] CLOSERS = {"-->", "]]>", "<!", "//", "/*", "*/"};
  private static final int LONGEST_NAME = 200;

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 13];
  private int at;
  private int end;
  private int line = 1;
  private int column = 1;
  private boolean afterReturn;

  /** A script: part of an array, and where in the page it begins. Arrays are not copied. */
  static final class Script {
    private final byte[] bytes;
    private final int from;
    private final int to;
    private final int line;
    private final int column;

    Script(byte[] bytes, int from, int to, int line, int column) {
      this.bytes = bytes;
      this.from = from;
      this.to = to;
      this.line = line;
      this.column = column;
    }

    byte[] bytes() {
      return bytes;
    }

    int from() {
      return from;
    }

    int length() {
      return to - from;
    }

    int line() {
      return line;
    }

    int column() {
      return column;
    }
  }

  HtmlScripts(InputStream in) {
    this.in = in;
  }

  /**
   * Returns the next script, or null after the last.
   *
   * @throws IOException when the page cannot be read
   * @throws JsonFault when a script is too long
   */
  @Nullable Script next() throws IOException, JsonFault {
    for (int b = read(); b >= 0; b = read()) {
      if (b != '<') {
        continue;
      }
      int c = peek();
      if (c == '!') {
        read();
        declaration();
      } else if (c == '/' || c == '?') {
        skipTo('>');
      } else if (isLetter(c)) {
        Script script = element();
        if (script != null) {
          return script;
        }
      }
    }
    return null;
  }

  private void declaration() throws IOException {
    if (peek() == '-') {
      read();
      if (peek() == '-') {
        read();
        comment();
        return;
      }
    }
    skipTo('>');
  }

  private void comment() throws IOException {
    // A comment that is closed at once, <!--> or <!--->, is one too.
    int dashes = 2;
    for (int b = read(); b >= 0; b = read()) {
      if (b == '>' && dashes >= 2) {
        return;
      }
      dashes = b == '-' ? dashes + 1 : b == '!' && dashes >= 2 ? dashes : 0;
    }
  }

  private @Nullable Script element() throws IOException, JsonFault {
    StringBuilder name = new StringBuilder();
    while (!isEnd(peek())) {
      append(name, read());
    }
    String type = attributes();
    String element = name.toString().toLowerCase(Locale.ROOT);
    if (element.equals("script")) {
      int semicolon = type.indexOf(';');
      String media = semicolon < 0 ? type : type.substring(0, semicolon);
      boolean wanted = media.strip().equalsIgnoreCase("application/ld+json");
      return content(element, wanted);
    } else if (RAW.contains(element)) {
      content(element, false);
    }
    return null;
  }

  /** Reads the attributes up to the end of the tag; returns the type. */
  private String attributes() throws IOException {
    String type = null;
    while (true) {
      int b = peek();
      if (b < 0 || b == '>') {
        read();
        return type == null ? "" : type;
      } else if (isBlank(b) || b == '/') {
        read();
        continue;
      }
      StringBuilder name = new StringBuilder();
      append(name, read());
      while (!isEnd(peek()) && peek() != '=') {
        append(name, read());
      }
      skipBlanks();
      String value = "";
      if (peek() == '=') {
        read();
        value = value();
      }
      if (type == null && name.toString().equalsIgnoreCase("type")) {
        type = value;
      }
    }
  }

  private String value() throws IOException {
    skipBlanks();
    StringBuilder value = new StringBuilder();
    int quote = peek();
    if (quote == '"' || quote == '\'') {
      read();
      for (int b = read(); b >= 0 && b != quote; b = read()) {
        append(value, b);
      }
    } else {
      while (peek() >= 0 && peek() != '>' && !isBlank(peek())) {
        append(value, read());
      }
    }
    return value.toString().replace("&#43;", "+").replace("&plus;", "+").replace("&#x2B;", "+");
  }

  /**
   * Reads text up to the end tag of its element. In a script, a comment that holds a script goes on
   * over the end tag of that one.
   */
  private @Nullable Script content(String element, boolean wanted) throws IOException, JsonFault {
    int atLine = line;
    int atColumn = column;
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    String endTag = "</" + element;
    StringBuilder tail = new StringBuilder();
    boolean escaped = false;
    boolean twice = false;
    int length = 0;
    for (int b = read(); b >= 0; b = read()) {
      if (wanted) {
        text.write(b);
        if (++length > JsonNode.MAX_BYTES) {
          throw new JsonFault(
              "json-limit", atLine, atColumn, null, (JsonNode.MAX_BYTES >> 20) + " MiB");
        }
      }
      tail.append((char) Character.toLowerCase(b));
      if (tail.length() > 16) {
        tail.deleteCharAt(0);
      }
      if (ends(tail, "<!--")) {
        escaped = element.equals("script");
      } else if (ends(tail, "-->")) {
        escaped = false;
        twice = false;
      } else if (isEnd(peek()) && ends(tail, endTag)) {
        if (!twice) {
          skipTo('>');
          return wanted ? script(text, endTag.length(), atLine, atColumn) : null;
        }
        twice = false;
      } else if (escaped && isEnd(peek()) && ends(tail, "<script")) {
        twice = true;
      }
    }
    return wanted ? script(text, 0, atLine, atColumn) : null;
  }

  private static boolean ends(StringBuilder text, String with) {
    int from = text.length() - with.length();
    return from >= 0 && text.indexOf(with, from) == from;
  }

  /** Takes off what the JSON is wrapped in. */
  private static Script script(ByteArrayOutputStream text, int endTag, int line, int column) {
    byte[] bytes = text.toByteArray();
    int to = bytes.length - endTag;
    int from = 0;
    for (int next = 0; next >= 0; next = after(bytes, from, to)) {
      from = Math.max(next, from);
    }
    for (int next = to; next >= 0; next = before(bytes, from, to)) {
      to = next;
    }
    int atLine = line;
    int atColumn = column;
    for (int i = 0; i < from; i++) {
      boolean broken = bytes[i] == '\n' || bytes[i] == '\r' && i + 1 < to && bytes[i + 1] != '\n';
      atLine += broken ? 1 : 0;
      atColumn = broken ? 1 : atColumn + 1;
    }
    return new Script(bytes, from, to, atLine, atColumn);
  }

  /** Returns where it goes on after a blank or an opener, or −1 when there is neither. */
  private static int after(byte[] bytes, int from, int to) {
    if (from < to && isBlank(bytes[from])) {
      return from + 1;
    }
    for (String opener : OPENERS) {
      if (from + opener.length() <= to && is(bytes, from, opener)) {
        return from + opener.length();
      }
    }
    return -1;
  }

  /** Returns where it ends before a blank or a closer, or −1 when there is neither. */
  private static int before(byte[] bytes, int from, int to) {
    if (from < to && isBlank(bytes[to - 1])) {
      return to - 1;
    }
    for (String closer : CLOSERS) {
      if (to - closer.length() >= from && is(bytes, to - closer.length(), closer)) {
        return to - closer.length();
      }
    }
    return -1;
  }

  private static boolean is(byte[] bytes, int from, String text) {
    return new String(bytes, from, text.length(), StandardCharsets.ISO_8859_1).equals(text);
  }

  private static void append(StringBuilder text, int b) {
    if (text.length() < LONGEST_NAME) {
      text.append((char) b);
    }
  }

  private void skipTo(int wanted) throws IOException {
    for (int b = read(); b >= 0 && b != wanted; b = read()) {
      // Nothing in there matters.
    }
  }

  private void skipBlanks() throws IOException {
    while (isBlank(peek())) {
      read();
    }
  }

  private static boolean isBlank(int b) {
    return b == ' ' || b == '\n' || b == '\t' || b == '\r' || b == '\f';
  }

  private static boolean isEnd(int b) {
    return b < 0 || isBlank(b) || b == '/' || b == '>';
  }

  private static boolean isLetter(int b) {
    return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z';
  }

  private int peek() throws IOException {
    while (at == end) {
      at = 0;
      end = in.read(buffer);
      if (end < 0) {
        end = 0;
        return -1;
      }
    }
    return buffer[at] & 0xFF;
  }

  private int read() throws IOException {
    int b = peek();
    if (b < 0) {
      return b;
    }
    at++;
    if (b == '\n' || b == '\r') {
      line += b == '\n' && afterReturn ? 0 : 1;
      column = 1;
    } else if ((b & 0xC0) != 0x80) {
      column += (b & 0xF8) == 0xF0 ? 2 : 1;
    }
    afterReturn = b == '\r';
    return b;
  }
}
