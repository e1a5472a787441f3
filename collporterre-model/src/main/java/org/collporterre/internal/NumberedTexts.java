package org.collporterre.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Many short texts that resemble each other, numbered from 0 as they come, written in blocks by the
 * {@link Symbols} that each block is best made of: a text costs a third to a half of its bytes and
 * two more, those of the last block all of theirs. Used by one thread.
 */
public final class NumberedTexts {
  private static final int TEXTS_PER_BLOCK = 1 << 14;
  private static final int BYTES_PER_BLOCK = 1 << 20;

  /** Where the first of so many texts begins is kept; the others are behind it. */
  private static final int GROUP = 8;

  /** The pieces are learned from so many bytes of a block. */
  private static final int SAMPLE = 1 << 14;

  /** A text is cut here. */
  private static final int LONGEST = 0xFFFF;

  /** Before a text its length is written, in as many bytes as it takes. */
  private static final int LENGTH_BYTES = 3;

  /** Says of a byte of a length that more follow. */
  private static final int MORE = 1 << 7;

  /** Texts written by pieces, each with its length before it. */
  private static final class Block {
    final int first;
    final Symbols symbols;
    final byte[] bytes;
    final int[] starts;

    Block(int first, Symbols symbols, byte[] bytes, int[] starts) {
      this.first = first;
      this.symbols = symbols;
      this.bytes = bytes;
      this.starts = starts;
    }
  }

  private final int textsPerBlock;
  private final List<Block> blocks = new ArrayList<>();
  private int size;

  /** The last block, not yet written by pieces. */
  private byte[] bytes = new byte[1 << 10];

  private int[] starts = new int[1 << 6];
  private int used;
  private int first;

  /** Makes an empty one. */
  public NumberedTexts() {
    this(TEXTS_PER_BLOCK);
  }

  /** Makes an empty one with so many texts in a block, a multiple of {@value #GROUP}. */
  NumberedTexts(int textsPerBlock) {
    this.textsPerBlock = textsPerBlock;
  }

  /** Returns the bytes of a text as they are kept: of UTF-8, the first 65 535. */
  public static byte[] bytes(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return bytes.length <= LONGEST ? bytes : Arrays.copyOf(bytes, LONGEST);
  }

  /** Adds the bytes of a text; its number is how many there were before. */
  public void add(byte[] text) {
    int number = size - first;
    if (number == textsPerBlock || number % GROUP == 0 && used > BYTES_PER_BLOCK) {
      pack();
      number = 0;
    }
    if (number % GROUP == 0) {
      if (number / GROUP == starts.length) {
        starts = Arrays.copyOf(starts, starts.length * 2);
      }
      starts[number / GROUP] = used;
    }
    int end = used + text.length + LENGTH_BYTES;
    if (end > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(end, bytes.length * 2));
    }
    used = putLength(text.length, bytes, used);
    System.arraycopy(text, 0, bytes, used, text.length);
    used += text.length;
    size++;
  }

  /** Returns how many there are. */
  public int size() {
    return size;
  }

  /** Returns the text of a number. */
  public String get(int number) {
    return new Cursor().at(number).toString();
  }

  /** Writes the last block by pieces, and begins another one. */
  private void pack() {
    int texts = size - first;
    List<byte[]> sample = sample(texts);
    // What the block before is made of, this one is too, most of all.
    Symbols symbols =
        blocks.isEmpty()
            ? Symbols.of(sample)
            : blocks.get(blocks.size() - 1).symbols.better(sample);
    Symbols.Writer writer = symbols.writer();
    int[] groups = new int[(texts + GROUP - 1) / GROUP];
    byte[] packed = new byte[used];
    byte[] one = new byte[2 * LONGEST];
    int end = 0;
    int at = 0;
    for (int i = 0; i < texts; i++) {
      if (i % GROUP == 0) {
        groups[i / GROUP] = end;
      }
      int length = lengthAt(bytes, at);
      at += bytesOf(length);
      int written = writer.write(bytes, at, at + length, one);
      at += length;
      if (end + written + LENGTH_BYTES > packed.length) {
        packed = Arrays.copyOf(packed, packed.length * 2 + written + LENGTH_BYTES);
      }
      end = putLength(written, packed, end);
      System.arraycopy(one, 0, packed, end, written);
      end += written;
    }
    blocks.add(new Block(first, symbols, Arrays.copyOf(packed, end), groups));
    first = size;
    used = 0;
  }

  /** Texts from all over the last block. */
  private List<byte[]> sample(int texts) {
    List<byte[]> sample = new ArrayList<>();
    int step = Math.max(1, used / SAMPLE);
    int at = 0;
    for (int i = 0; i < texts; i++) {
      int length = lengthAt(bytes, at);
      at += bytesOf(length);
      if (i % step == 0) {
        sample.add(Arrays.copyOfRange(bytes, at, at + Math.min(length, SAMPLE)));
      }
      at += length;
    }
    return sample;
  }

  private static int putLength(int length, byte[] to, int at) {
    int rest = length;
    int end = at;
    while (rest >= MORE) {
      to[end++] = (byte) (rest | MORE);
      rest >>>= 7;
    }
    to[end++] = (byte) rest;
    return end;
  }

  private static int lengthAt(byte[] from, int at) {
    int length = from[at] & MORE - 1;
    for (int i = 1; from[at + i - 1] < 0; i++) {
      length |= (from[at + i] & MORE - 1) << 7 * i;
    }
    return length;
  }

  private static int bytesOf(int length) {
    return length < MORE ? 1 : length < MORE << 7 ? 2 : LENGTH_BYTES;
  }

  private Block block(int number) {
    int from = 0;
    int to = blocks.size() - 1;
    while (from < to) {
      int middle = from + to + 1 >>> 1;
      if (blocks.get(middle).first <= number) {
        from = middle;
      } else {
        to = middle - 1;
      }
    }
    return blocks.get(from);
  }

  /**
   * Looks at one text after the other; characters outside ASCII are not put together. It goes on
   * seeing its text when more are added.
   */
  public final class Cursor implements CharSequence {
    private byte[] text = new byte[128];
    private int length;

    /** Makes one that looks at nothing yet. */
    public Cursor() {}

    /** Turns to the text of a number. */
    public Cursor at(int number) {
      if (number >= first) {
        int at = place(bytes, starts, number - first);
        length = lengthAt(bytes, at);
        at += bytesOf(length);
        makeRoom(length);
        System.arraycopy(bytes, at, text, 0, length);
      } else {
        Block block = block(number);
        int at = place(block.bytes, block.starts, number - block.first);
        int written = lengthAt(block.bytes, at);
        at += bytesOf(written);
        makeRoom((written + 1) * Symbols.LONGEST);
        length = block.symbols.read(block.bytes, at, at + written, text);
      }
      return this;
    }

    private int place(byte[] from, int[] groups, int number) {
      int at = groups[number / GROUP];
      for (int i = number % GROUP; i > 0; i--) {
        int skipped = lengthAt(from, at);
        at += bytesOf(skipped) + skipped;
      }
      return at;
    }

    private void makeRoom(int most) {
      if (most > text.length) {
        text = new byte[most * 2];
      }
    }

    /** Tells whether the text has these bytes. */
    public boolean isEqualTo(byte[] bytes) {
      return Arrays.equals(text, 0, length, bytes, 0, bytes.length);
    }

    @Override
    public int length() {
      return length;
    }

    @Override
    public char charAt(int index) {
      return (char) (text[index] & 0xFF);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return toString().substring(start, end);
    }

    @Override
    public String toString() {
      return new String(text, 0, length, StandardCharsets.UTF_8);
    }
  }
}
