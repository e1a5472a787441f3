package org.collporterre.imports;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A place in JSON that is in memory, and what is read there. Its methods tell whether that is what
 * was asked for, and nothing out of the common: else reading is left to {@link JsonScanner}, which
 * accepts more, and finds out what is wrong and where. Used by one thread.
 */
final class JsonCursor {
  /** How deep arrays and objects are read into. */
  private static final int MAX_DEPTH = 32;

  /** So many digits make a whole number that a double holds, as it does powers of ten to 22. */
  private static final int EXACT_DIGITS = 15;

  private static final double[] POWERS = powers();

  private final JsonScanner texts = JsonScanner.ofTexts();
  private byte[] bytes = {};
  private int at;
  private int end;
  private boolean cut;
  private int lines;
  private int lineStart;
  private int surplus;

  private int from;
  private int to;
  private boolean plain;
  private boolean escaped;

  private static double[] powers() {
    double[] powers = new double[EXACT_DIGITS + 1];
    powers[0] = 1;
    for (int i = 1; i < powers.length; i++) {
      powers[i] = powers[i - 1] * 10;
    }
    return powers;
  }

  /** Goes to a value, of which the bytes before {@code end} may be only a part. */
  void begin(byte[] all, int start, int limit) {
    bytes = all;
    at = start;
    end = limit;
    cut = false;
    lines = 0;
    surplus = 0;
  }

  /** Tells whether the bytes ended before what was asked for did. */
  boolean isCut() {
    return cut;
  }

  /** Returns how many line breaks have been passed. */
  int lines() {
    return lines;
  }

  /** Returns where the current line begins, once a line break has been passed. */
  int lineStart() {
    return lineStart;
  }

  /** Returns how many bytes passed in the current line are no UTF-16 code unit of their own. */
  int surplus() {
    return surplus;
  }

  byte[] bytes() {
    return bytes;
  }

  /** Returns where reading goes on. */
  int at() {
    return at;
  }

  /** Goes back to where a value began; the line must be the same. */
  void back(int start, int surplusThere) {
    at = start;
    surplus = surplusThere;
  }

  /** Returns where the last string, without its quotes, or number begins. */
  int from() {
    return from;
  }

  /** Returns where the last string, without its quotes, or number ends. */
  int to() {
    return to;
  }

  /** Goes over blanks; returns the byte there, or −1 at the end. */
  int peek() {
    byte[] all = bytes;
    while (at < end) {
      byte b = all[at];
      if (b > ' ' || b < 0) {
        return b & 0xFF;
      } else if (b == '\n' || b == '\r') {
        if (!lineBreak(b)) {
          return -1;
        }
      } else if (b != ' ' && b != '\t') {
        return b;
      }
      at++;
    }
    cut = true;
    return -1;
  }

  /** Of CR LF the second counts. */
  private boolean lineBreak(byte b) {
    if (b == '\r' && at + 1 == end) {
      cut = true;
      return false;
    }
    if (b == '\n' || bytes[at + 1] != '\n') {
      lines++;
      lineStart = at + 1;
      surplus = 0;
    }
    return true;
  }

  /** Steps over blanks and a certain byte. */
  boolean take(int wanted) {
    if (peek() != wanted) {
      return false;
    }
    at++;
    return true;
  }

  /** Steps over {@code true}, {@code false} or {@code null}. */
  boolean literal(String word) {
    int length = word.length();
    if (at + length > end) {
      cut = true;
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (bytes[at + i] != word.charAt(i)) {
        return false;
      }
    }
    at += length;
    return true;
  }

  /** Reads a string, of which the opening quote is here. */
  boolean string() {
    from = at + 1;
    escaped = false;
    plain = true;
    int i = from;
    while (true) {
      i = pass(i);
      if (i >= end) {
        cut = true;
        return false;
      }
      byte b = bytes[i];
      if (b == '"') {
        to = i;
        at = i + 1;
        return true;
      } else if (b != '\\') {
        return false;
      }
      escaped = true;
      i += 2;
    }
  }

  /** Goes over plain text; returns where a quote, backslash or control character is, or the end. */
  private int pass(int start) {
    byte[] all = bytes;
    int limit = end;
    int i = start;
    while (i + Long.BYTES <= limit) {
      long word = JsonText.word(all, i);
      long marks = JsonText.marks(word);
      if (marks != 0) {
        int count = Long.numberOfTrailingZeros(marks) >> 3;
        if (count > 0) {
          look(word << Long.SIZE - (count << 3));
        }
        return i + count;
      }
      look(word);
      i += Long.BYTES;
    }
    while (i < limit && all[i] != '"' && all[i] != '\\' && (all[i] >= ' ' || all[i] < 0)) {
      look(all[i] & 0xFFL);
      i++;
    }
    return i;
  }

  private void look(long word) {
    if (!JsonText.isAscii(word)) {
      plain = false;
      surplus += JsonText.surplus(word);
    }
  }

  /** Returns what the last string is; null when there is something to say of it. */
  @Nullable String text() {
    if (plain && !escaped) {
      return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
    return texts.plain(bytes, from, to, escaped);
  }

  /** Reads a number without exponent, which begins here. */
  boolean number() {
    from = at;
    int i = at;
    if (i < end && bytes[i] == '-') {
      i++;
    }
    int whole = i;
    i = digits(i);
    boolean zeros = i > whole + 1 && bytes[whole] == '0';
    boolean right = i > whole && !zeros;
    if (right && i < end && bytes[i] == '.') {
      int fraction = i + 1;
      i = digits(fraction);
      right = i > fraction;
    }
    cut |= i == end;
    at = i;
    to = i;
    return right && i < end && bytes[i] != 'e' && bytes[i] != 'E';
  }

  private int digits(int start) {
    int i = start;
    while (i < end && bytes[i] >= '0' && bytes[i] <= '9') {
      i++;
    }
    return i;
  }

  /** Returns the text of the last number. */
  String digits() {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }

  /** Returns the last number as {@link Double#parseDouble} does. */
  double decimal() {
    boolean negative = bytes[from] == '-';
    long digits = 0;
    int scale = 0;
    int i = negative ? from + 1 : from;
    if (to - i > EXACT_DIGITS + 1) {
      return Double.parseDouble(digits());
    }
    for (; i < to; i++) {
      if (bytes[i] == '.') {
        scale = to - i - 1;
      } else {
        digits = digits * 10 + bytes[i] - '0';
      }
    }
    // Of a fraction both are exact, so the quotient is the double nearest to the number; a whole
    // number is rounded once.
    double value = digits / POWERS[scale];
    return negative ? -value : value;
  }

  /** Goes to the next member or item, or to the end of the object or array. */
  boolean comma() {
    return take(',');
  }

  /**
   * Reads a value as a node that knows its name and number but not its place; null when it is not
   * plain.
   */
  @Nullable JsonNode node(@Nullable String name, int index) {
    return node(null, name, index, 0);
  }

  private @Nullable JsonNode node(
      @Nullable JsonNode parent, @Nullable String name, int index, int depth) {
    int b = peek();
    return switch (b) {
      case '"' -> quoted(parent, name, index);
      case 't' -> leaf("true", JsonNode.Kind.TRUE, parent, name, index);
      case 'f' -> leaf("false", JsonNode.Kind.FALSE, parent, name, index);
      case 'n' -> leaf("null", JsonNode.Kind.NULL, parent, name, index);
      case '{', '[' -> depth > MAX_DEPTH ? null : inner(b == '{', parent, name, index, depth);
      default ->
          (b == '-' || b >= '0' && b <= '9') && number()
              ? leaf(JsonNode.Kind.NUMBER, digits(), parent, name, index)
              : null;
    };
  }

  private @Nullable JsonNode quoted(@Nullable JsonNode parent, @Nullable String name, int index) {
    String text = string() ? text() : null;
    return text == null ? null : leaf(JsonNode.Kind.TEXT, text, parent, name, index);
  }

  private @Nullable JsonNode leaf(
      String word,
      JsonNode.Kind kind,
      @Nullable JsonNode parent,
      @Nullable String name,
      int index) {
    return literal(word) ? leaf(kind, "", parent, name, index) : null;
  }

  private static JsonNode leaf(
      JsonNode.Kind kind,
      String text,
      @Nullable JsonNode parent,
      @Nullable String name,
      int index) {
    return JsonNode.of(kind, 0, 0, text, parent, name, index);
  }

  private @Nullable JsonNode inner(
      boolean object, @Nullable JsonNode parent, @Nullable String name, int index, int depth) {
    JsonNode.Kind kind = object ? JsonNode.Kind.OBJECT : JsonNode.Kind.ARRAY;
    JsonNode node = leaf(kind, "", parent, name, index);
    Set<String> names = object ? new HashSet<>() : Set.of();
    int close = object ? '}' : ']';
    at++;
    if (peek() == close) {
      at++;
      return node;
    }
    int count = 0;
    do {
      String own = object ? name(names) : null;
      JsonNode child = object && own == null ? null : node(node, own, count++, depth + 1);
      if (child == null) {
        return null;
      }
      node.add(child);
    } while (comma());
    return take(close) ? node : null;
  }

  /** Reads the name of a member; null when it is not plain or another has it. */
  private @Nullable String name(Set<String> names) {
    String name = peek() == '"' && string() ? text() : null;
    return name != null && take(':') && names.add(name) ? name : null;
  }
}
