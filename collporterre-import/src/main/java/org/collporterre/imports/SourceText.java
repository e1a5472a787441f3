package org.collporterre.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A file that is copied with some of its text replaced; all other bytes stay as they are. Places
 * are counted in the bytes of its UTF-8 form, which is what scanners see. They only grow. In an
 * encoding other than UTF-8 the file is decoded along with the copying, in constant memory.
 */
final class SourceText implements AutoCloseable {
  /** Opens the file, each time from its beginning. */
  interface Bytes {
    InputStream open() throws IOException;
  }

  private static final int BUFFER = 1 << 16;
  private static final int UNKNOWN = 0;

  private final InputStream raw;
  private final OutputStream out;
  private final Charset charset;
  private final @Nullable InputStream decoded;

  /** Null in an encoding that can only be read. */
  private final @Nullable CharsetEncoder encoder;

  private final int unit;
  private final byte[] buffer = new byte[BUFFER];
  private int filled;
  private int used;

  private long copied;
  private long utf8;
  private long source;

  private SourceText(Bytes bytes, TextEncoding encoding, OutputStream out) throws IOException {
    this.out = out;
    this.raw = bytes.open();
    boolean opened = false;
    try {
      byte[] head = start(bytes);
      this.charset = plain(encoding.charset(), head);
      this.encoder = charset.canEncode() ? charset.newEncoder() : null;
      this.unit = unit(charset);
      boolean marked = encoding.mark() == 0 && !charset.equals(encoding.charset()) && isMark(head);
      this.source = marked ? 2 : encoding.mark();
      this.decoded = encoding.isUtf8() || unit == UNKNOWN ? null : decoded(bytes, encoding);
      opened = true;
    } finally {
      if (!opened) {
        raw.close();
      }
    }
  }

  /** Opens a file to be copied. */
  static SourceText open(Bytes bytes, TextEncoding encoding, OutputStream out) throws IOException {
    return new SourceText(bytes, encoding, out);
  }

  private static byte[] start(Bytes bytes) throws IOException {
    try (InputStream in = bytes.open()) {
      return in.readNBytes(2);
    }
  }

  private static InputStream decoded(Bytes bytes, TextEncoding encoding) throws IOException {
    InputStream in = bytes.open();
    boolean opened = false;
    try {
      in.skipNBytes(encoding.mark());
      opened = true;
      return new Transcoder(in, encoding.charset(), null);
    } finally {
      if (!opened) {
        in.close();
      }
    }
  }

  private static boolean isMark(byte[] head) {
    return ContentKind.isUtf16(head);
  }

  /** UTF-16 alone goes by its mark and writes one; a text within needs the one that it is. */
  private static Charset plain(Charset charset, byte[] head) {
    if (!charset.equals(StandardCharsets.UTF_16)) {
      return charset;
    }
    boolean little = isMark(head) && head[0] == (byte) 0xFF;
    return little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
  }

  /** Returns how many bytes a character takes, or {@link #UNKNOWN} when that varies. */
  private static int unit(Charset charset) {
    if (charset.equals(StandardCharsets.UTF_16LE) || charset.equals(StandardCharsets.UTF_16BE)) {
      return 2;
    }
    boolean single =
        charset.canEncode()
            && charset.newEncoder().maxBytesPerChar() == 1
            && charset.newDecoder().maxCharsPerByte() == 1;
    return single ? 1 : UNKNOWN;
  }

  /** Returns the encoding in which text is written. */
  Charset charset() {
    return charset;
  }

  /** Tells whether text can be replaced at all, in this encoding. */
  boolean isEditable() {
    return decoded != null || charset.equals(StandardCharsets.UTF_8);
  }

  /** Tells whether the encoding has all characters of a text. */
  boolean canHold(String text) {
    return encoder != null && encoder.canEncode(text);
  }

  /**
   * Returns at which byte of the file a place is; −1 when that cannot be told because of damage
   * before it.
   */
  long at(long place) throws IOException {
    InputStream in = decoded;
    if (in == null) {
      return place;
    }
    while (utf8 < place) {
      if (used == filled) {
        used = 0;
        filled = Math.max(in.read(buffer, 0, BUFFER), 0);
        if (filled == 0) {
          return -1;
        }
      }
      int count = (int) Math.min(place - utf8, filled - used);
      if (!count(count)) {
        return -1;
      }
      utf8 += count;
    }
    return source;
  }

  /** A damaged character of UTF-16 can be of any length; where it is, counting ends. */
  private boolean count(int bytes) {
    int end = used + bytes;
    for (; used < end; used++) {
      byte b = buffer[used];
      if (b == Transcoder.DAMAGE && unit > 1) {
        return false;
      }
      if ((b & 0xC0) != 0x80) {
        source += unit > 1 && (b & 0xF8) == 0xF0 ? 2L * unit : unit;
      }
    }
    return true;
  }

  /**
   * Writes a text in place of some bytes of the file.
   *
   * @param from where they begin, as {@link #at} tells
   * @param to where they end
   */
  void replace(long from, long to, String text) throws IOException {
    copy(from);
    out.write(text.getBytes(charset));
    raw.skipNBytes(to - copied);
    copied = to;
  }

  private void copy(long to) throws IOException {
    byte[] piece = new byte[(int) Math.min(BUFFER, Math.max(to - copied, 0))];
    while (copied < to) {
      int read = raw.readNBytes(piece, 0, (int) Math.min(piece.length, to - copied));
      if (read == 0) {
        throw new IOException("the file became shorter while it was read");
      }
      out.write(piece, 0, read);
      copied += read;
    }
  }

  /** Writes what is left of the file. */
  void finish() throws IOException {
    raw.transferTo(out);
  }

  @Override
  public void close() throws IOException {
    try {
      raw.close();
    } finally {
      if (decoded != null) {
        decoded.close();
      }
    }
  }
}
