package org.collporterre.imports;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Some consecutive items of an array in a JSON file, as they stand there. Immutable.
 *
 * <p>Items are found by their brackets and quotes alone; what else is wrong with them is found when
 * they are read.
 */
final class JsonBlock implements EntryBlocks.Block {
  private final byte[] bytes;
  private final int index;
  private final int line;
  private final int column;
  private final int depth;

  /**
   * @param index the number of the first item in the array, from 0
   * @param line the line on which it begins
   * @param column where in it
   * @param depth how many objects and arrays the items are in
   */
  private JsonBlock(byte[] bytes, int index, int line, int column, int depth) {
    this.bytes = bytes;
    this.index = index;
    this.line = line;
    this.column = column;
    this.depth = depth;
  }

  /** Returns a scanner of the items. */
  JsonScanner scanner() {
    return JsonScanner.ofItems(bytes, line, column, depth);
  }

  int index() {
    return index;
  }

  /** Cuts blocks from where a scanner stands. Used by one thread. */
  static final class Cutter {
    /** A larger item is too large to be read. */
    private static final int LARGEST = JsonNode.MAX_BYTES + (1 << 20);

    private final JsonScanner in;
    private final int size;
    private byte[] bytes = {};
    private int from;
    private int there;
    private int at;
    private int nesting;
    private boolean text;
    private boolean filled;
    private int lines;
    private int lineStart;
    private int items;
    private int end;
    private int endLines;
    private int endLineStart;

    /**
     * @param in at an item, or behind one
     * @param size about how many bytes a block has
     */
    Cutter(JsonScanner in, int size) {
      this.in = in;
      this.size = size;
    }

    /** Returns how many items the last block has. */
    int items() {
      return items;
    }

    /**
     * Returns the next block; null when no item is next that can be found.
     *
     * @param index the number of the next item
     */
    @Nullable JsonBlock next(int index) throws IOException {
      if (!in.isItemHere()) {
        return null;
      }
      at = 0;
      nesting = 0;
      text = false;
      filled = false;
      lines = 0;
      lineStart = -1;
      items = 0;
      end = 0;
      while (more() && !isCut()) {
        // Goes on when there are more bytes.
      }
      if (items == 0) {
        return null;
      }
      byte[] own = Arrays.copyOfRange(bytes, from, from + end);
      JsonBlock block = new JsonBlock(own, index, in.line(), in.column(), in.depth());
      int lineFrom = endLines == 0 ? 0 : endLineStart;
      in.pass(end, endLines, lineFrom, JsonText.surplus(own, lineFrom, end));
      return block;
    }

    private boolean more() throws IOException {
      there = at > LARGEST && items == 0 ? 0 : in.ahead(at + 1);
      bytes = in.bytes();
      from = in.at();
      return at < there;
    }

    /** Goes over the bytes that are there; true at the end of the block. */
    private boolean isCut() {
      while (at < there) {
        if (text) {
          text();
          continue;
        }
        byte b = bytes[from + at];
        if (nesting == 0 && (b == ',' || b == '}' || b == ']')) {
          if (ended(b != ',')) {
            return true;
          }
        } else if (b == '"') {
          text = true;
        } else if (b == '{' || b == '[') {
          nesting++;
        } else if (b == '}' || b == ']') {
          nesting--;
        } else if (b == '\n' || b == '\r') {
          lineBreak(b);
        }
        filled |= b > ' ' && b != ',' || b < 0;
        at++;
      }
      return false;
    }

    /** Goes to the end of a text; behind a backslash anything is part of it. */
    private void text() {
      at = JsonText.stop(bytes, from + at, from + there) - from;
      if (at < there) {
        text = bytes[from + at] != '"';
        at += text ? 2 : 1;
      }
    }

    private void lineBreak(byte b) {
      boolean second = b == '\n' && at > 0 && bytes[from + at - 1] == '\r';
      lines += second ? 0 : 1;
      lineStart = at + 1;
    }

    /** An item ends here, if there is one; tells whether the block does too. */
    private boolean ended(boolean last) {
      if (!filled) {
        return true;
      }
      filled = false;
      items++;
      end = at;
      endLines = lines;
      endLineStart = lineStart;
      return last || at >= size;
    }
  }
}
