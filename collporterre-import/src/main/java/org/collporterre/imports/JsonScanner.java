package org.collporterre.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON (RFC 8259) in UTF-8, token by token, and knows the line and column of each. Accepts
 * nothing that RFC 8259 does not, but for a byte order mark. A text or number is at most 1 MiB
 * long, nesting at most {@value #MAX_DEPTH} deep. Used by one thread.
 */
final class JsonScanner {
  /** How deep arrays and objects may be nested. */
  static final int MAX_DEPTH = 512;

  private static final int MAX_TOKEN = 1 << 20;
  private static final int BUFFER = 1 << 16;
  private static final int HEAD = 512;
  private static final int NAMES = 512;
  private static final int LONGEST_NAME = 64;
  private static final String VALUE = "{ [ \" 0…9 - true false null";

  /** What stands in a JSON text. */
  enum Token {
    BEGIN_OBJECT,
    END_OBJECT,
    BEGIN_ARRAY,
    END_ARRAY,
    NAME,
    TEXT,
    NUMBER,
    TRUE,
    FALSE,
    NULL,
    /** The end of the text. */
    END
  }

  private enum State {
    VALUE,
    VALUE_OR_END,
    NAME,
    NAME_OR_END,
    AFTER_VALUE
  }

  private final InputStream in;
  private final JsonFraming framing;
  private byte[] bytes = {};
  private int at;
  private int end;
  private long base;
  private boolean ended;

  private State state = State.VALUE;
  private final boolean[] objects = new boolean[MAX_DEPTH + 1];
  private int depth;
  private boolean started;
  private boolean mark;

  private int lineNow;
  private long lineStart;

  /** How many bytes of the line so far are no UTF-16 code unit of their own. */
  private int surplus;

  private int tokenStart;
  private int line = 1;
  private int column = 1;
  private String text = "";
  private boolean halfSurrogate;

  private final byte[][] nameBytes = new byte[NAMES][0];
  private final @Nullable String[] names = new @Nullable String[NAMES];

  JsonScanner(InputStream in) {
    this(in, JsonFraming.ONE);
  }

  /** Makes a scanner of several texts: each has its own end, and {@link #nextText} follows. */
  JsonScanner(InputStream in, JsonFraming framing) {
    this(in, framing, 1, 1);
  }

  /** Makes a scanner of JSON that begins on a line and column of something else. */
  JsonScanner(InputStream in, int line, int column) {
    this(in, JsonFraming.ONE, line, column);
  }

  private JsonScanner(InputStream in, JsonFraming framing, int line, int column) {
    this.in = in;
    this.framing = framing;
    this.lineNow = line;
    this.lineStart = 1L - column;
  }

  /** Makes a scanner of JSON in memory that begins on a line and column of a file. */
  JsonScanner(byte[] json, int line, int column) {
    this(InputStream.nullInputStream(), JsonFraming.ONE, line, column);
    this.bytes = json;
    this.end = json.length;
    this.ended = true;
    this.started = true;
  }

  /** Makes a scanner of items of an array, of which so many objects and arrays are outside. */
  static JsonScanner ofItems(byte[] items, int line, int column, int depth) {
    JsonScanner scanner = new JsonScanner(items, line, column);
    scanner.depth = depth;
    return scanner;
  }

  /** Makes one that only {@link #plain} is asked of. */
  static JsonScanner ofTexts() {
    return new JsonScanner(new byte[0], 1, 1);
  }

  /** Returns the text of a name, text or number. */
  String text() {
    return text;
  }

  /** Tells whether the text had half a surrogate pair, which is now U+FFFD. */
  boolean hasHalfSurrogate() {
    return halfSurrogate;
  }

  /** Returns the line on which the current token begins, from 1. */
  int line() {
    return line;
  }

  /** Returns where in its line the current token begins, from 1, in UTF-16 code units. */
  int column() {
    return column;
  }

  /** Returns how many arrays and objects are open. */
  int depth() {
    return depth;
  }

  /** Returns how many bytes have been read into tokens. */
  long offset() {
    return base + at;
  }

  /** Returns how many bytes stand before the current text or number; see {@link #offset}. */
  long tokenOffset() {
    return base + tokenStart;
  }

  /** Tells whether the text began with a byte order mark; known after the first token. */
  boolean hasMark() {
    return mark;
  }

  /**
   * Returns the next token.
   *
   * @throws IOException when the stream cannot be read
   * @throws JsonFault when the text is not JSON, or beyond a limit
   */
  Token next() throws IOException, JsonFault {
    if (!started) {
      start();
    }
    int b = skipBlanks();
    if (state == State.AFTER_VALUE) {
      if (depth == 0) {
        boolean another = begins(b);
        place();
        if (b >= 0 && !another) {
          throw fault(b, "");
        }
        return Token.END;
      }
      boolean object = objects[depth];
      if (b == ',') {
        at++;
        b = skipBlanks();
        state = object ? State.NAME : State.VALUE;
      } else if (b == (object ? '}' : ']')) {
        return close(object);
      } else {
        place();
        throw fault(b, object ? ", }" : ", ]");
      }
    }
    place();
    return state == State.NAME || state == State.NAME_OR_END ? name(b) : value(b);
  }

  /**
   * Tells whether another text of a sequence begins, which no bytes but its own show the end of.
   */
  private boolean begins(int b) {
    return framing == JsonFraming.SEQUENCE && b == '{' && lineNow > line;
  }

  /**
   * Goes on to the next text, from the end of one or out of the middle of one that is wrong; false
   * when there is none.
   */
  boolean nextText() throws IOException {
    if (framing == JsonFraming.ONE) {
      return false;
    } else if (framing == JsonFraming.SEQUENCE) {
      boolean more = state == State.AFTER_VALUE && depth == 0 && skipBlanks() >= 0;
      state = more ? State.VALUE : state;
      return more;
    }
    while (peek() >= 0 && !isFrame(bytes[at])) {
      if (bytes[at] != '\n' && bytes[at] != '\r') {
        tokenStart = ++at;
      } else {
        lineBreak();
      }
    }
    depth = 0;
    state = State.VALUE;
    return skipFrames();
  }

  private boolean isFrame(byte b) {
    return switch (framing) {
      case LINES -> b == '\n' || b == '\r';
      case SEPARATED -> b == JsonFraming.SEPARATOR;
      default -> false;
    };
  }

  /** Skips what parts texts; false at the end. */
  private boolean skipFrames() throws IOException {
    tokenStart = at;
    while (peek() >= 0) {
      byte b = bytes[at];
      if (b == '\n' || b == '\r') {
        lineBreak();
      } else if (b == ' ' || b == '\t' || isFrame(b)) {
        tokenStart = ++at;
      } else {
        return true;
      }
    }
    return false;
  }

  /** Steps over a line break; of CR LF the second counts. */
  private void lineBreak() throws IOException {
    if (bytes[at] == '\n' || peekAfter() != '\n') {
      lineNow++;
      lineStart = base + at + 1;
      surplus = 0;
    }
    tokenStart = ++at;
  }

  /** Tells whether what follows is an object, without reading it. */
  boolean isObjectNext() throws IOException {
    return skipBlanks() == '{';
  }

  /** Reads a value that is in memory. */
  interface Whole {
    /** Reads the value that begins at a place; false when it is not plain or not all there. */
    boolean read(JsonCursor cursor);
  }

  /**
   * Has the next item of an array read at once, if it is an object and not too large. When that
   * succeeds the item is passed; if not, nothing has been read. The line and column are those of
   * the item.
   */
  boolean read(JsonCursor cursor, Whole reader) throws IOException {
    if (!isItemNext()) {
      return false;
    }
    while (true) {
      cursor.begin(bytes, at, end);
      if (reader.read(cursor)) {
        pass(cursor.at() - at, cursor.lines(), cursor.lineStart() - at, cursor.surplus());
        return true;
      } else if (!cursor.isCut() || end - at > MAX_TOKEN || !more()) {
        return false;
      }
    }
  }

  /** Tells whether an object is the next item of an array; steps over the comma before it. */
  private boolean isItemNext() throws IOException {
    return isItemHere() && bytes[at] == '{';
  }

  /** Tells whether only blanks follow. */
  boolean isAtEnd() throws IOException {
    return skipBlanks() < 0;
  }

  /** Tells whether there is another item of an array; steps over the comma before it. */
  boolean isItemHere() throws IOException {
    if (!started || depth == 0 || objects[depth] || depth > MAX_DEPTH / 2) {
      return false;
    }
    if (state == State.AFTER_VALUE) {
      if (skipBlanks() != ',') {
        return false;
      }
      at++;
      state = State.VALUE;
    }
    int b = skipBlanks();
    place();
    return b >= 0 && b != ']';
  }

  /** Returns how many bytes from here on are there; so many at least, unless the file ends. */
  int ahead(int wanted) throws IOException {
    tokenStart = at;
    while (end - at < wanted && fill()) {
      // A stream may give its bytes one by one.
    }
    return end - at;
  }

  byte[] bytes() {
    return bytes;
  }

  /** Returns where it is in {@link #bytes}. */
  int at() {
    return at;
  }

  /**
   * Goes over items that are known to be whole.
   *
   * @param length how many bytes they have
   * @param lines how many line breaks
   * @param lineFrom where in them the last line begins
   * @param more how many bytes of the last line are no UTF-16 code unit of their own
   */
  void pass(int length, int lines, int lineFrom, int more) {
    if (lines > 0) {
      lineNow += lines;
      lineStart = base + at + lineFrom;
      surplus = 0;
    }
    surplus += more;
    at += length;
    tokenStart = at;
    state = State.AFTER_VALUE;
  }

  /** Reads a good deal more behind what is there; false at the end. */
  private boolean more() throws IOException {
    int wanted = (end - at) * 2;
    boolean any = false;
    while ((!any || end - at < wanted) && fill()) {
      any = true;
    }
    return any;
  }

  /** Reads over the rest of the value that begins with the current token. */
  void skip(Token token) throws IOException, JsonFault {
    if (token == Token.BEGIN_OBJECT || token == Token.BEGIN_ARRAY) {
      int outside = depth - 1;
      while (depth > outside) {
        next();
      }
    }
  }

  private void start() throws IOException, JsonFault {
    started = true;
    bytes = new byte[BUFFER];
    while (end < HEAD && fill()) {
      // A stream may give its first bytes one by one.
    }
    byte[] head = Arrays.copyOf(bytes, Math.min(end, HEAD));
    String kind = head.length == 0 || mayBegin(head[0]) ? null : ContentKind.notText(head);
    if (kind != null) {
      String code = ContentKind.isUtf16(head) ? "encoding-not-utf8" : "file-not-text";
      throw new JsonFault(code, 1, 1, kind, "UTF-8");
    }
    if (end >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF) {
      mark = true;
      at = 3;
      lineStart = 3;
    }
    if (framing.isResumable() ? !skipFrames() : skipBlanks() < 0) {
      throw new JsonFault("file-empty", 1, 1, null, null);
    }
  }

  /** Tells whether JSON in UTF-8 could begin so, or with a byte order mark. */
  private static boolean mayBegin(byte first) {
    return first == (byte) 0xEF || " \t\r\n{[\"-0123456789tfn".indexOf(first) >= 0;
  }

  private Token name(int b) throws IOException, JsonFault {
    if (b == '}' && state == State.NAME_OR_END) {
      return close(true);
    } else if (b != '"') {
      throw fault(b, state == State.NAME_OR_END ? "\" }" : "\"");
    }
    string(true);
    if (skipBlanks() != ':') {
      place();
      throw fault(peek(), ":");
    }
    at++;
    state = State.VALUE;
    return Token.NAME;
  }

  private Token value(int b) throws IOException, JsonFault {
    return switch (b) {
      case '{' -> open(true);
      case '[' -> open(false);
      case '"' -> {
        string(false);
        state = State.AFTER_VALUE;
        yield Token.TEXT;
      }
      case 't' -> literal("true", Token.TRUE);
      case 'f' -> literal("false", Token.FALSE);
      case 'n' -> literal("null", Token.NULL);
      default -> {
        if (b == '-' || b >= '0' && b <= '9') {
          number();
          yield Token.NUMBER;
        } else if (b == ']' && state == State.VALUE_OR_END) {
          yield close(false);
        }
        throw fault(b, state == State.VALUE_OR_END ? VALUE + " ]" : VALUE);
      }
    };
  }

  private Token open(boolean object) throws JsonFault {
    if (depth == MAX_DEPTH) {
      throw new JsonFault("json-limit", line, column, null, "512 [ {");
    }
    at++;
    objects[++depth] = object;
    state = object ? State.NAME_OR_END : State.VALUE_OR_END;
    return object ? Token.BEGIN_OBJECT : Token.BEGIN_ARRAY;
  }

  private Token close(boolean object) {
    place();
    at++;
    depth--;
    state = State.AFTER_VALUE;
    return object ? Token.END_OBJECT : Token.END_ARRAY;
  }

  private Token literal(String word, Token token) throws IOException, JsonFault {
    for (int i = 0; i < word.length(); i++) {
      if (peek() != word.charAt(i)) {
        throw fault(bytes[tokenStart], word);
      }
      at++;
    }
    state = State.AFTER_VALUE;
    return token;
  }

  private void number() throws IOException, JsonFault {
    if (peek() == '-') {
      at++;
    }
    if (peek() == '0') {
      at++;
    } else {
      digits();
    }
    if (peek() == '.') {
      at++;
      digits();
    }
    int b = peek();
    if (b == 'e' || b == 'E') {
      at++;
      b = peek();
      if (b == '+' || b == '-') {
        at++;
      }
      digits();
    }
    text = new String(bytes, tokenStart, at - tokenStart, StandardCharsets.ISO_8859_1);
    state = State.AFTER_VALUE;
  }

  private void digits() throws IOException, JsonFault {
    int b = peek();
    if (b < '0' || b > '9') {
      place();
      throw fault(b, "0…9");
    }
    while (b >= '0' && b <= '9') {
      at++;
      limit();
      b = peek();
    }
  }

  private void limit() throws JsonFault {
    if (at - tokenStart > MAX_TOKEN) {
      throw new JsonFault("json-limit", line, column, null, "1 MiB");
    }
  }

  /** Reads a string; the current byte is its opening quote. */
  private void string(boolean isName) throws IOException, JsonFault {
    at++;
    boolean plain = true;
    boolean escaped = false;
    int more = 0;
    while (true) {
      skipPlain();
      limit();
      if (at == end && !fill()) {
        throw cut(more);
      }
      byte b = bytes[at];
      if (b == '"') {
        break;
      } else if (b == '\\') {
        escaped = true;
        at++;
        if (at == end && !fill()) {
          throw cut(more);
        }
      } else if (b < 0) {
        plain = false;
        more += (b & 0xC0) == 0x80 ? 1 : (b & 0xF8) == 0xF0 ? -1 : 0;
      } else if (b < ' ') {
        surplus += more;
        place();
        throw fault(b, b == '\n' ? "\\n" : "\\u0000…");
      }
      at++;
    }
    int from = tokenStart + 1;
    halfSurrogate = false;
    if (escaped) {
      text = unescape(from, at);
    } else if (isName && plain && at - from <= LONGEST_NAME) {
      text = known(from, at);
    } else {
      text = decode(from, at, plain);
    }
    surplus += more;
    at++;
  }

  /** The file ends within a string; its columns are counted as those of one that has an end. */
  private JsonFault cut(int more) {
    surplus += more;
    place();
    return fault(-1, "\"");
  }

  /** Goes to the next byte that is not plain ASCII text; on locals, for most bytes are. */
  private void skipPlain() {
    byte[] all = bytes;
    int to = end;
    int i = at;
    while (i < to && all[i] >= ' ' && all[i] != '"' && all[i] != '\\') {
      i++;
    }
    at = i;
  }

  /** Returns a name seen before without making it anew: names repeat in every object. */
  private String known(int from, int to) {
    int hash = to - from;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + bytes[i];
    }
    int slot = (hash * 0x9E3779B9) >>> 23;
    byte[] key = nameBytes[slot];
    String name = names[slot];
    if (name != null && Arrays.equals(key, 0, key.length, bytes, from, to)) {
      return name;
    }
    name = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    nameBytes[slot] = Arrays.copyOfRange(bytes, from, to);
    names[slot] = name;
    return name;
  }

  private String decode(int from, int to, boolean plain) throws JsonFault {
    if (plain) {
      return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
    String decoded = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    if (decoded.indexOf('\uFFFD') >= 0 && Utf8.isMalformed(decoded, bytes, from, to)) {
      throw new JsonFault("encoding-not-utf8", line, column, decoded, "UTF-8");
    }
    return decoded;
  }

  /**
   * Returns what the bytes of a string without its quotes are; null when there is something to say
   * of it.
   */
  @Nullable String plain(byte[] json, int from, int to, boolean escaped) {
    bytes = json;
    at = to;
    halfSurrogate = false;
    try {
      String whole = escaped ? unescape(from, to) : decode(from, to, false);
      return halfSurrogate ? null : whole;
    } catch (JsonFault e) {
      // Who reads it again where it stands says where.
      return null;
    }
  }

  private String unescape(int from, int to) throws JsonFault {
    StringBuilder out = new StringBuilder(to - from);
    int piece = from;
    int i = from;
    while (i < to) {
      if (bytes[i] != '\\') {
        i++;
        continue;
      }
      out.append(decode(piece, i, false));
      i++;
      switch (bytes[i]) {
        case '"', '\\', '/' -> out.append((char) bytes[i]);
        case 'b' -> out.append('\b');
        case 'f' -> out.append('\f');
        case 'n' -> out.append('\n');
        case 'r' -> out.append('\r');
        case 't' -> out.append('\t');
        case 'u' -> {
          out.append(hex(i + 1, to));
          i += 4;
        }
        default -> throw escapeFault(i);
      }
      i++;
      piece = i;
    }
    out.append(decode(piece, to, false));
    return paired(out);
  }

  private char hex(int from, int to) throws JsonFault {
    int code = 0;
    for (int i = from; i < from + 4; i++) {
      int digit = i < to ? Character.digit(bytes[i], 16) : -1;
      if (digit < 0) {
        throw escapeFault(from - 1);
      }
      code = code << 4 | digit;
    }
    return (char) code;
  }

  private JsonFault escapeFault(int index) {
    int to = Math.min(index + 5, at);
    String found = "\\" + new String(bytes, index, to - index, StandardCharsets.UTF_8);
    return new JsonFault(
        "json-malformed", line, column, found, "\\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u0000");
  }

  private String paired(StringBuilder out) {
    for (int i = 0; i < out.length(); i++) {
      char c = out.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < out.length()
          && Character.isLowSurrogate(out.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        halfSurrogate = true;
        out.setCharAt(i, '\uFFFD');
      }
    }
    return out.toString();
  }

  /** Returns the current byte, or −1 at the end. */
  private int peek() throws IOException {
    return at < end || fill() ? bytes[at] & 0xFF : -1;
  }

  private int skipBlanks() throws IOException {
    tokenStart = at;
    while (true) {
      if (at == end) {
        tokenStart = at;
        if (!fill()) {
          return -1;
        }
      }
      byte b = bytes[at];
      if (b == '\n' || b == '\r') {
        if (framing == JsonFraming.LINES) {
          tokenStart = at;
          return -1;
        }
        lineBreak();
      } else if (b != ' ' && b != '\t') {
        tokenStart = at;
        return b == JsonFraming.SEPARATOR && framing == JsonFraming.SEPARATED ? -1 : b & 0xFF;
      } else {
        at++;
      }
    }
  }

  private int peekAfter() throws IOException {
    tokenStart = at;
    if (at + 1 == end && !fill()) {
      return -1;
    }
    return bytes[at + 1] & 0xFF;
  }

  private void place() {
    line = lineNow;
    column = (int) (base + at - lineStart - surplus) + 1;
  }

  private JsonFault fault(int found, String expected) {
    String value =
        found < 0
            ? null
            : found >= ' ' && found < 0x7F
                ? String.valueOf((char) found)
                : String.format(Locale.ROOT, "0x%02X", found & 0xFF);
    return new JsonFault(
        "json-malformed", line, column, value, expected.isEmpty() ? null : expected);
  }

  /** Reads more behind what is there, keeping the current token; false at the end. */
  private boolean fill() throws IOException {
    if (ended) {
      return false;
    }
    if (tokenStart > 0) {
      System.arraycopy(bytes, tokenStart, bytes, 0, end - tokenStart);
      base += tokenStart;
      at -= tokenStart;
      end -= tokenStart;
      tokenStart = 0;
    }
    if (end == bytes.length) {
      bytes = Arrays.copyOf(bytes, bytes.length * 2);
    }
    int read = in.read(bytes, end, bytes.length - end);
    if (read < 0) {
      ended = true;
      return false;
    }
    end += read;
    return read > 0 || fill();
  }
}
