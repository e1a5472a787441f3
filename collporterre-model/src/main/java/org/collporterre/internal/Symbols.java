package org.collporterre.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Up to 255 pieces of text, each of up to eight bytes, that many short texts are made of: each is
 * written as one byte, what is left of a text as two bytes per byte. The pieces are learned from
 * the texts themselves. Immutable.
 *
 * @see <a href="https://www.vldb.org/pvldb/vol13/p2649-boncz.pdf">Boncz, Neumann and Leis, FSST:
 *     Fast Random Access String Compression, 2020</a>
 */
final class Symbols {
  /** So many bytes a piece has at most. */
  static final int LONGEST = 8;

  private static final int ROUNDS = 5;
  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** The byte that comes before one that is in no piece. */
  private static final int ESCAPE = 255;

  /** In counts, single bytes come behind the pieces. */
  private static final int SINGLE = 256;

  private static final int COUNTS = 512;

  /** A piece: its bytes, the first one lowest, and how many they are. */
  private record Piece(long bytes, int length) {
    static final Comparator<Piece> ORDER =
        Comparator.comparingInt(Piece::length).thenComparingLong(Piece::bytes);

    Piece followedBy(Piece next) {
      return new Piece(bytes | next.bytes << length * Byte.SIZE, length + next.length);
    }
  }

  private final long[] pieces;
  private final byte[] lengths;

  private Symbols(List<Piece> pieces) {
    this.pieces = new long[pieces.size()];
    this.lengths = new byte[pieces.size()];
    for (int i = 0; i < this.pieces.length; i++) {
      this.pieces[i] = pieces.get(i).bytes();
      this.lengths[i] = (byte) pieces.get(i).length();
    }
  }

  /** Returns the pieces that some texts are best made of. */
  static Symbols of(List<byte[]> texts) {
    Symbols symbols = new Symbols(List.of());
    for (int i = 0; i < ROUNDS; i++) {
      symbols = symbols.better(texts);
    }
    return symbols;
  }

  /** Returns those pieces and pairs of them that would have saved most. */
  Symbols better(List<byte[]> texts) {
    int[] counts = new int[COUNTS];
    int[] pairs = new int[COUNTS * COUNTS];
    Writer writer = new Writer();
    for (byte[] text : texts) {
      int before = -1;
      for (int at = 0; at < text.length; ) {
        int code = writer.find(text, at, text.length);
        int counted = code < 0 ? SINGLE + (text[at] & 0xFF) : code;
        counts[counted]++;
        if (before >= 0) {
          pairs[before * COUNTS + counted]++;
        }
        before = counted;
        at += code < 0 ? 1 : lengths[code];
      }
    }
    return new Symbols(best(gains(counts, pairs)));
  }

  private Map<Piece, Integer> gains(int[] counts, int[] pairs) {
    Map<Piece, Integer> gains = new HashMap<>();
    for (int i = 0; i < COUNTS; i++) {
      if (counts[i] == 0) {
        continue;
      }
      Piece first = piece(i);
      gains.merge(first, counts[i] * first.length(), Integer::sum);
      for (int j = 0; j < COUNTS; j++) {
        int count = pairs[i * COUNTS + j];
        if (count > 1 && first.length() + piece(j).length() <= LONGEST) {
          Piece both = first.followedBy(piece(j));
          gains.merge(both, count * both.length(), Integer::sum);
        }
      }
    }
    return gains;
  }

  private Piece piece(int counted) {
    return counted >= SINGLE
        ? new Piece(counted - SINGLE, 1)
        : new Piece(pieces[counted], lengths[counted]);
  }

  private static List<Piece> best(Map<Piece, Integer> gains) {
    List<Map.Entry<Piece, Integer>> all = new ArrayList<>(gains.entrySet());
    all.sort(
        Map.Entry.<Piece, Integer>comparingByValue()
            .reversed()
            .thenComparing(Map.Entry.comparingByKey(Piece.ORDER)));
    return all.stream().limit(ESCAPE).map(Map.Entry::getKey).toList();
  }

  /** Returns what writes texts by these pieces. */
  Writer writer() {
    return new Writer();
  }

  /**
   * Reads a text that was written.
   *
   * @param to where it goes, with room for {@value #LONGEST} bytes more
   * @return how many bytes it has
   */
  int read(byte[] from, int start, int end, byte[] to) {
    int size = 0;
    for (int i = start; i < end; i++) {
      int code = from[i] & 0xFF;
      if (code == ESCAPE) {
        to[size++] = from[++i];
      } else {
        // What is beyond the piece is written over by the next one.
        EIGHT_BYTES.set(to, size, pieces[code]);
        size += lengths[code];
      }
    }
    return size;
  }

  /** Writes texts, each piece the longest there is. */
  final class Writer {
    private static final int SLOTS = 1024;
    private final int[] slots = new int[SLOTS];
    private int longest;

    private Writer() {
      for (int i = 0; i < pieces.length; i++) {
        int slot = slot(pieces[i], lengths[i]);
        slots[slot] = i + 1;
        longest = Math.max(longest, lengths[i]);
      }
    }

    /** Returns the number of the longest piece that a text goes on with, or −1. */
    private int find(byte[] text, int from, int end) {
      int most = Math.min(longest, end - from);
      long bytes = 0;
      for (int i = most - 1; i >= 0; i--) {
        bytes = bytes << Byte.SIZE | text[from + i] & 0xFF;
      }
      for (int length = most; length > 0; length--) {
        int found = slots[slot(bytes & -1L >>> Long.SIZE - length * Byte.SIZE, length)] - 1;
        if (found >= 0) {
          return found;
        }
      }
      return -1;
    }

    private int slot(long bytes, int length) {
      long hash = (bytes + length) * 0x9E3779B97F4A7C15L;
      int slot = (int) (hash >>> 54);
      while (slots[slot] != 0
          && (pieces[slots[slot] - 1] != bytes || lengths[slots[slot] - 1] != length)) {
        slot = slot + 1 & SLOTS - 1;
      }
      return slot;
    }

    /**
     * Writes a text.
     *
     * @param to where it goes, with room for twice as many bytes as it has
     * @return how many bytes it takes
     */
    int write(byte[] text, int start, int end, byte[] to) {
      int size = 0;
      for (int at = start; at < end; ) {
        int code = find(text, at, end);
        if (code < 0) {
          to[size++] = (byte) ESCAPE;
          to[size++] = text[at++];
        } else {
          to[size++] = (byte) code;
          at += lengths[code];
        }
      }
      return size;
    }
  }
}
