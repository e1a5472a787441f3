package org.collporterre.imports.documents;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells the encoding of a text that does not say it. */
final class TextEncoding {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /** Blanks and {@code <} are every second byte of a page in UTF-16. */
  private static final int WIDE_SAMPLE = 64;

  private static final Pattern DECLARED =
      Pattern.compile(
          "<meta[^>]{0,200}?charset\\s*=\\s*[\"']?([\\w.:-]{2,40})", Pattern.CASE_INSENSITIVE);

  private static final int PAGE_HEAD = 1 << 12;

  private TextEncoding() {}

  /** Returns the encoding of a page: as {@link #of}, but what it declares before Windows-1252. */
  static Charset ofPage(byte[] bytes) {
    Charset likely = of(bytes);
    int length = Math.min(bytes.length, PAGE_HEAD);
    Matcher declared = DECLARED.matcher(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
    if (!likely.equals(WINDOWS) || !declared.find()) {
      return likely;
    }
    try {
      return Charset.forName(declared.group(1));
    } catch (IllegalArgumentException unknown) {
      return likely;
    }
  }

  /** Returns the encoding of a byte order mark, else UTF-8 where it fits, else Windows-1252. */
  static Charset of(byte[] bytes) {
    if (bytes.length > 1 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
      return StandardCharsets.UTF_16BE;
    } else if (isWide(bytes)) {
      return StandardCharsets.UTF_16LE;
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return StandardCharsets.UTF_8;
    } catch (CharacterCodingException e) {
      return WINDOWS;
    }
  }

  private static boolean isWide(byte[] bytes) {
    if (bytes.length > 1 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
      return true;
    }
    int zeros = 0;
    int sample = Math.min(bytes.length, WIDE_SAMPLE);
    for (int i = 1; i < sample; i += 2) {
      zeros += bytes[i] == 0 ? 1 : 0;
    }
    return sample > 0 && zeros > sample / 4;
  }

  /** Returns the text of bytes, without byte order mark. */
  static String decode(byte[] bytes, Charset charset) {
    String text = new String(bytes, charset);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
