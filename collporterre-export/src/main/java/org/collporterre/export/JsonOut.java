package org.collporterre.export;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import org.collporterre.schema.Decimals;

/**
 * Writes JSON as UTF-8 bytes into one growing buffer (RFC 8259). Commas are put where they belong;
 * nesting is the caller's care. Unless plain, characters that could end a script element or a line
 * of JavaScript are escaped, so that the output can stand in a web page.
 */
final class JsonOut {
  private static final int FLUSH = 1 << 16;
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  /** For each ASCII character: 0 for as it is, 'u' for a code, else the letter of its escape. */
  private static final byte[] ESCAPES = escapes(false);

  /** The same, with nothing escaped that JSON does not ask for. */
  private static final byte[] PLAIN = escapes(true);

  private final OutputStream out;
  private final byte[] escapes;
  private byte[] buffer;
  private char[] chars;
  private int size;
  private boolean first = true;
  private boolean odd;

  JsonOut(OutputStream out) {
    this(out, ESCAPES, FLUSH + 8192);
  }

  private JsonOut(OutputStream out, byte[] escapes, int capacity) {
    this.out = out;
    this.escapes = escapes;
    this.buffer = new byte[capacity];
    this.chars = new char[Math.min(1024, capacity)];
  }

  /** Returns one that escapes only what JSON asks for. */
  static JsonOut plain(OutputStream out) {
    return new JsonOut(out, PLAIN, FLUSH + 8192);
  }

  /** Returns one whose bytes are taken from its buffer. */
  static JsonOut inMemory() {
    return new JsonOut(OutputStream.nullOutputStream());
  }

  /**
   * Returns one that escapes only what JSON asks for, and whose bytes are taken from its buffer.
   */
  static JsonOut plainInMemory() {
    return plain(OutputStream.nullOutputStream());
  }

  private static byte[] escapes(boolean plain) {
    byte[] escapes = new byte[128];
    for (int c = 0; c < ' '; c++) {
      escapes[c] = 'u';
    }
    escapes['\b'] = 'b';
    escapes['\t'] = 't';
    escapes['\n'] = 'n';
    escapes['\f'] = 'f';
    escapes['\r'] = 'r';
    escapes['"'] = '"';
    escapes['\\'] = '\\';
    byte more = plain ? 0 : (byte) 'u';
    escapes['<'] = more;
    escapes['>'] = more;
    escapes['&'] = more;
    escapes[0x7F] = more;
    return escapes;
  }

  /** Returns a member name in quotes with its colon, ready for {@link #name(byte[])}. */
  static byte[] encodedName(String name) {
    // Plans have hundreds of names: a buffer for each that is made for files would be most of the
    // work.
    JsonOut encoder = new JsonOut(OutputStream.nullOutputStream(), ESCAPES, 64);
    encoder.text(name);
    encoder.put((byte) ':');
    return encoder.bytes();
  }

  /** Returns a member whose value is a text, ready for {@link #encoded}. */
  static byte[] encodedMember(String name, String value) {
    JsonOut encoder = new JsonOut(OutputStream.nullOutputStream(), ESCAPES, 64);
    return encoder.name(name).value(value).bytes();
  }

  /** Returns a text, ready for {@link #encoded}. */
  static byte[] encodedText(String text) {
    return new JsonOut(OutputStream.nullOutputStream(), ESCAPES, 64).value(text).bytes();
  }

  JsonOut beginObject() {
    return open('{');
  }

  JsonOut endObject() {
    return close('}');
  }

  JsonOut beginArray() {
    return open('[');
  }

  JsonOut endArray() {
    return close(']');
  }

  /** Writes a member name made by {@link #encodedName}. */
  JsonOut name(byte[] encoded) {
    encoded(encoded);
    first = true;
    return this;
  }

  /** Writes a value, or a member, that was encoded before. */
  JsonOut encoded(byte[] encoded) {
    comma();
    ensure(encoded.length);
    System.arraycopy(encoded, 0, buffer, size, encoded.length);
    size += encoded.length;
    return this;
  }

  JsonOut name(String name) {
    comma();
    text(name);
    put((byte) ':');
    first = true;
    return this;
  }

  JsonOut value(String text) {
    comma();
    text(text);
    return this;
  }

  /**
   * Tells whether all characters of the last text are {@linkplain Utf8#isSimple simple}; if in
   * doubt, not.
   */
  boolean isSimple() {
    return !odd;
  }

  JsonOut value(boolean value) {
    comma();
    ascii(value ? "true" : "false");
    return this;
  }

  JsonOut value(long number) {
    comma();
    ascii(Long.toString(number));
    return this;
  }

  JsonOut value(double number) {
    comma();
    ascii(Decimals.write(number));
    return this;
  }

  /** Writes a day as text, {@code 2012-07-05} (ISO 8601). */
  JsonOut value(LocalDate day) {
    int year = day.getYear();
    if (year < 0 || year > 9999) {
      return value(day.toString());
    }
    comma();
    ensure(12);
    buffer[size++] = '"';
    digits(year / 100);
    digits(year % 100);
    buffer[size++] = '-';
    digits(day.getMonthValue());
    buffer[size++] = '-';
    digits(day.getDayOfMonth());
    buffer[size++] = '"';
    return this;
  }

  private void digits(int number) {
    buffer[size++] = (byte) ('0' + number / 10);
    buffer[size++] = (byte) ('0' + number % 10);
  }

  JsonOut value(BigDecimal number) {
    comma();
    ascii(number.toPlainString());
    return this;
  }

  /** Writes a number in the form it is given. */
  JsonOut number(String written) {
    comma();
    ascii(written);
    return this;
  }

  JsonOut nullValue() {
    comma();
    ascii("null");
    return this;
  }

  /** Ends the line; between two values, the comma between them stays on the line before. */
  JsonOut newLine() {
    put((byte) '\n');
    return this;
  }

  /** Begins a line for a value, behind a comma even if it is the first. */
  JsonOut nextLine() {
    put((byte) ',');
    put((byte) '\n');
    first = true;
    return this;
  }

  /** Writes the comma that the next value would be preceded by, now. */
  JsonOut separator() {
    comma();
    first = true;
    return this;
  }

  /** Returns the number of bytes in the buffer. */
  int size() {
    return size;
  }

  /** Returns a copy of the bytes in the buffer. */
  byte[] bytes() {
    return bytes(0);
  }

  /** Returns a copy of the bytes in the buffer, from one on. */
  byte[] bytes(int from) {
    return Arrays.copyOfRange(buffer, from, size);
  }

  /** Returns the bytes in the buffer, which is then empty. */
  byte[] take() {
    byte[] taken = bytes();
    size = 0;
    return taken;
  }

  /** Passes on what is buffered. */
  void flush() throws IOException {
    out.write(buffer, 0, size);
    size = 0;
  }

  private JsonOut open(char bracket) {
    comma();
    put((byte) bracket);
    first = true;
    return this;
  }

  private JsonOut close(char bracket) {
    put((byte) bracket);
    first = false;
    return this;
  }

  private void comma() {
    if (first) {
      first = false;
    } else {
      put((byte) ',');
    }
  }

  private void text(String text) {
    int length = text.length();
    ensure(length * 3 + 2);
    if (chars.length < length) {
      chars = new char[Math.max(length, chars.length * 2)];
    }
    // One copy is much cheaper than asking the string for each character.
    text.getChars(0, length, chars, 0);
    char[] units = chars;
    byte[] bytes = buffer;
    byte[] letters = escapes;
    int seen = 0;
    odd = false;
    int at = size;
    bytes[at++] = '"';
    for (int i = 0; i < length; i++) {
      char c = units[i];
      if (c < 0x80 && letters[c] == 0) {
        bytes[at++] = (byte) c;
      } else if (c >= 0x80 && c < 0x800) {
        seen |= c;
        bytes[at++] = (byte) (0xC0 | c >> 6);
        bytes[at++] = (byte) (0x80 | c & 0x3F);
      } else {
        size = at;
        i = rare(text, i);
        ensure((length - i) * 3 + 2);
        bytes = buffer;
        at = size;
      }
    }
    bytes[at++] = '"';
    size = at;
    odd |= seen >= 0x300;
  }

  /** Writes a character that takes more than two bytes; returns the index of its last unit. */
  private int rare(String text, int index) {
    ensure(12);
    char c = text.charAt(index);
    odd |= !Utf8.isSimple(c);
    if (c < 0x80) {
      escape(c);
    } else if ((c == 0x2028 || c == 0x2029) && escapes != PLAIN) {
      code(c);
    } else {
      int bytes = Utf8.put(text, index, buffer, size);
      size += bytes;
      return bytes == 4 ? index + 1 : index;
    }
    return index;
  }

  private void escape(char c) {
    byte letter = escapes[c];
    if (letter == 'u') {
      code(c);
    } else {
      buffer[size++] = '\\';
      buffer[size++] = letter;
    }
  }

  private void code(char c) {
    buffer[size++] = '\\';
    buffer[size++] = 'u';
    buffer[size++] = HEX[c >> 12 & 15];
    buffer[size++] = HEX[c >> 8 & 15];
    buffer[size++] = HEX[c >> 4 & 15];
    buffer[size++] = HEX[c & 15];
  }

  @SuppressWarnings("deprecation") // the one conversion that copies ASCII without a detour
  private void ascii(String text) {
    int length = text.length();
    ensure(length);
    text.getBytes(0, length, buffer, size);
    size += length;
  }

  private void put(byte b) {
    ensure(1);
    buffer[size++] = b;
  }

  private void ensure(int more) {
    if (more > buffer.length - size) {
      byte[] larger = new byte[Math.max(buffer.length * 2, size + more)];
      System.arraycopy(buffer, 0, larger, 0, size);
      buffer = larger;
    }
  }
}
