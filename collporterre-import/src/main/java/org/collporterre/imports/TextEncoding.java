package org.collporterre.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.collporterre.report.FindingSink;
import org.collporterre.report.Location;

/**
 * In which encoding a text is: as the caller said, else UTF-8, UTF-16 with a byte order mark, or
 * what {@link CharsetGuess} makes of it. UTF-8 is read as it is; anything else through a {@link
 * Transcoder}.
 *
 * @param charset the encoding; UTF-8 also where nothing is known
 * @param guessed whether nobody said so
 * @param mark how many bytes at the start are a byte order mark that is no text; that of UTF-8 is
 *     left to who reads it
 */
record TextEncoding(Charset charset, boolean guessed, int mark) {
  /** The finding that tells of a guess. */
  static final String GUESSED = "encoding-guessed";

  /** How many bytes a file is judged by. */
  static final int JUDGED = 1 << 20;

  private static final TextEncoding UTF_8 = new TextEncoding(StandardCharsets.UTF_8, false, 0);

  /** Returns the encoding of a text that begins with these bytes. */
  static TextEncoding of(byte[] head, ImportSettings settings) {
    TextEncoding marked = marked(head, settings);
    if (marked.guessed || settings.dialect().charset() != null || !settings.allows(GUESSED)) {
      return marked;
    }
    Charset guess = Utf8.isLikely(head) ? null : CharsetGuess.of(head);
    return guess == null ? UTF_8 : new TextEncoding(guess, true, 0);
  }

  /** Returns the encoding as said or as a byte order mark tells; nothing else is looked at. */
  static TextEncoding marked(byte[] head, ImportSettings settings) {
    Charset said = settings.dialect().charset();
    if (said != null) {
      return new TextEncoding(said, false, 0);
    } else if (!ContentKind.isUtf16(head) || !settings.allows(GUESSED)) {
      return UTF_8;
    }
    boolean little = head[0] == (byte) 0xFF;
    Charset charset = little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    return new TextEncoding(charset, true, 2);
  }

  /**
   * Returns a stream of JSON as UTF-8. Only what the caller or a byte order mark says counts. Bytes
   * that are no text in the encoding become U+FFFD and are reported.
   */
  static InputStream json(InputStream in, String file, ImportSettings settings, FindingSink sink)
      throws IOException {
    PushbackInputStream start = new PushbackInputStream(in, 2);
    byte[] head = start.readNBytes(2);
    start.unread(head);
    TextEncoding encoding = marked(head, settings);
    if (encoding.isUtf8()) {
      return start;
    }
    Findings findings = Findings.of(sink, settings, null);
    encoding.report(findings, file);
    start.skipNBytes(encoding.mark);
    return new Transcoder(
        start,
        encoding.charset,
        (line, column, bytes) ->
            findings.report(
                "encoding-malformed",
                new Location(file, line, column),
                null,
                null,
                bytes,
                encoding.charset.name(),
                null));
  }

  boolean isUtf8() {
    return charset.equals(StandardCharsets.UTF_8);
  }

  /** Returns a text as UTF-8; bytes that are no text become {@link Transcoder#DAMAGE}. */
  InputStream utf8(byte[] head, InputStream rest) {
    InputStream start = new ByteArrayInputStream(head, mark, head.length - mark);
    return new Transcoder(new SequenceInputStream(start, rest), charset, null);
  }

  /** Returns the beginning of a text as UTF-8. */
  byte[] utf8(byte[] head) {
    return isUtf8()
        ? head
        : new String(Arrays.copyOfRange(head, mark, head.length), charset)
            .getBytes(StandardCharsets.UTF_8);
  }

  /** Says that the encoding was guessed, if it was. */
  void report(Findings findings, String file) {
    if (guessed) {
      Location start = Location.startOf(file);
      findings.report(GUESSED, start, null, null, charset.name(), "UTF-8", null);
    }
  }
}
