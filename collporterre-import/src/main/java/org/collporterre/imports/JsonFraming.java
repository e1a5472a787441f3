package org.collporterre.imports;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.collporterre.schema.TableTexts;

/** How the JSON texts of a file follow each other. */
enum JsonFraming {
  /** There is one text; anything behind it is wrong. */
  ONE,
  /** Behind a text that is an object, another may begin on a line of its own. */
  SEQUENCE,
  /** Each line is a text, as in NDJSON and JSON Lines: a line that is wrong harms no other. */
  LINES,
  /** Each text stands behind a record separator (RFC 7464, RFC 8142). */
  SEPARATED;

  /** What stands before each text of a sequence of RFC 7464. */
  static final int SEPARATOR = 0x1E;

  /** How far is looked for the end of the first line. */
  private static final int HEAD = 1 << 20;

  private static final List<String> NAMES = List.of(".ndjson", ".jsonl", ".geojsonl");

  /** Tells whether a text that is wrong can be left for the next. */
  boolean isResumable() {
    return this == LINES || this == SEPARATED;
  }

  /**
   * Finds out how a file is framed. It has a text a line when its first line is an object and the
   * second begins one, which no single text can have; or when its name says so and the first line
   * is more than a bracket.
   *
   * @param in the file, afterwards where it was before
   * @param file its name
   */
  static JsonFraming of(BufferedInputStream in, String file) throws IOException {
    in.mark(HEAD);
    byte[] head = in.readNBytes(HEAD);
    in.reset();
    int from = skipBlanks(head, hasMark(head) ? 3 : 0);
    if (from == head.length || head[from] != '{') {
      return from < head.length && head[from] == SEPARATOR ? SEPARATED : SEQUENCE;
    }
    int line = from;
    while (line < head.length && head[line] != '\n' && head[line] != '\r') {
      line++;
    }
    int last = line - 1;
    while (TableTexts.isBlank(head[last])) {
      last--;
    }
    int second = skipBlanks(head, line);
    boolean closed = head[last] == '}' && second < head.length && head[second] == '{';
    String name = file.toLowerCase(Locale.ROOT);
    boolean named = last > from && NAMES.stream().anyMatch(name::endsWith);
    return closed || named ? LINES : SEQUENCE;
  }

  private static boolean hasMark(byte[] head) {
    byte[] mark = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    return head.length > 2 && Arrays.equals(head, 0, 3, mark, 0, 3);
  }

  private static int skipBlanks(byte[] bytes, int from) {
    int i = from;
    while (i < bytes.length && TableTexts.isBlank(bytes[i])) {
      i++;
    }
    return i;
  }
}
