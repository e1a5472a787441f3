package org.collporterre.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns text in any encoding into UTF-8 while it is read, in constant memory. */
final class Transcoder extends InputStream {
  /** Stands for bytes that are no text in the encoding: a byte that is nowhere in UTF-8. */
  static final byte DAMAGE = (byte) 0xFF;

  private static final int SIZE = 1 << 14;
  private static final byte[] REPLACEMENT = {(byte) 0xEF, (byte) 0xBF, (byte) 0xBD};

  /** Told of bytes that are no text in the encoding. */
  interface Damages {
    /**
     * Takes the place of such bytes.
     *
     * @param line the physical line, from 1
     * @param column the column, from 1, in UTF-16 code units
     * @param bytes the bytes, {@code 0x81}
     */
    void damage(int line, int column, String bytes);
  }

  private final InputStream in;
  private final CharsetDecoder decoder;
  private final CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
  private final @Nullable Damages damages;
  private final ByteBuffer bytes = ByteBuffer.allocate(SIZE).flip();
  private final CharBuffer chars = CharBuffer.allocate(SIZE);
  private final ByteBuffer out = ByteBuffer.allocate(4 * SIZE).flip();
  private boolean ended;
  private boolean flushed;
  private int line = 1;
  private int column = 1;
  private char last;

  /**
   * Makes a stream.
   *
   * @param damages told of bytes that are no text, which become U+FFFD; without it they become
   *     {@link #DAMAGE}, for who reads cell by cell to find
   */
  Transcoder(InputStream in, Charset charset, @Nullable Damages damages) {
    this.in = in;
    this.damages = damages;
    this.decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  @Override
  public int read() throws IOException {
    return prepare() ? out.get() & 0xFF : -1;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    Objects.checkFromIndexSize(from, length, target.length);
    if (length == 0) {
      return 0;
    } else if (!prepare()) {
      return -1;
    }
    int count = Math.min(length, out.remaining());
    out.get(target, from, count);
    return count;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** Has something in the output; false at the end. */
  private boolean prepare() throws IOException {
    while (!out.hasRemaining()) {
      if (flushed) {
        return false;
      }
      convert();
    }
    return true;
  }

  private void convert() throws IOException {
    CoderResult result = decoder.decode(bytes, chars, ended);
    if (result.isUnderflow() && ended) {
      result = decoder.flush(chars);
      flushed = result.isUnderflow();
    }
    out.clear();
    chars.flip();
    if (damages != null) {
      count();
    }
    // A decoder gives no half of a surrogate pair; a half at the end waits for the other.
    encoder.encode(chars, out, flushed);
    chars.compact();
    if (result.isError()) {
      damage(result.length());
    }
    out.flip();
    if (result.isUnderflow() && !ended) {
      refill();
    }
  }

  private void refill() throws IOException {
    bytes.compact();
    int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
    ended = read < 0;
    bytes.position(bytes.position() + Math.max(read, 0)).flip();
  }

  private void damage(int length) {
    byte[] wrong = new byte[length];
    bytes.get(wrong);
    if (damages == null) {
      out.put(DAMAGE);
    } else {
      out.put(REPLACEMENT);
      damages.damage(line, column, "0x" + HexFormat.of().withUpperCase().formatHex(wrong));
      column++;
    }
  }

  private void count() {
    for (int i = chars.position(); i < chars.limit(); i++) {
      char c = chars.get(i);
      if (c == '\n' && last == '\r') {
        column = 1;
      } else if (c == '\n' || c == '\r') {
        line++;
        column = 1;
      } else {
        column++;
      }
      last = c;
    }
  }
}
