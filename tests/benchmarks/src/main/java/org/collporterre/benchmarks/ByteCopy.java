package org.collporterre.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * CSV to GeoJSON with as little work as can be: bytes are scanned, those of a cell copied out as a
 * JSON text. There are no records, no texts, no numbers and no checks, and a fault goes unseen:
 * what reads and checks cannot be below this.
 */
public final class ByteCopy {
  private static final byte[] HEAD = bytes("{\"type\":\"FeatureCollection\",\"features\":[\n");
  private static final byte[] POINT =
      bytes("{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[");
  private static final byte[] NOWHERE = bytes("{\"type\":\"Feature\",\"geometry\":null");
  private static final byte[] PROPERTIES = bytes(",\"properties\":{");
  private static final byte[] NEXT = bytes("}},\n");
  private static final byte[] LAST = bytes("}}\n]}\n");

  private final InputStream source;
  private byte[] in = new byte[1 << 18];
  private int at;
  private int end;
  private byte[] out = new byte[1 << 19];
  private int length;

  /** Where the cells of the row begin and end, two numbers each. */
  private int[] cells = new int[256];

  private ByteCopy(InputStream source) {
    this.source = source;
  }

  /** Takes the file to read and the file to write. */
  public static void main(String[] args) throws IOException {
    System.out.println(copy(Path.of(args[0]), Path.of(args[1])) + " records");
  }

  /** Returns the number of records. */
  static long copy(Path from, Path to) throws IOException {
    try (InputStream source = Files.newInputStream(from);
        OutputStream target = Files.newOutputStream(to)) {
      return new ByteCopy(source).copy(target);
    }
  }

  private long copy(OutputStream target) throws IOException {
    byte[][] keys = new byte[row()][];
    int latitude = -1;
    int longitude = -1;
    for (int i = 0; i < keys.length; i++) {
      String key =
          new String(in, cells[2 * i], cells[2 * i + 1] - cells[2 * i], StandardCharsets.UTF_8);
      keys[i] = bytes("\"" + key + "\":\"");
      latitude = key.equals("latitude") ? i : latitude;
      longitude = key.equals("longitude") ? i : longitude;
    }
    put(HEAD);
    long records = 0;
    while (row() == keys.length) {
      if (records++ > 0) {
        put(NEXT);
      }
      geometry(latitude, longitude);
      properties(keys);
      if (length > 1 << 18) {
        target.write(out, 0, length);
        length = 0;
      }
    }
    put(LAST);
    target.write(out, 0, length);
    return records;
  }

  /** Finds the cells of the next row, and returns how many there are; 0 at the end. */
  private int row() throws IOException {
    int count = scan();
    while (count < 0 && refill()) {
      count = scan();
    }
    return Math.max(count, 0);
  }

  /** Returns -1 when the row does not end in what has been read. */
  private int scan() {
    int count = 0;
    int from = at;
    while (from < end) {
      boolean quoted = in[from] == '"';
      int to = quoted ? closing(from + 1) : from;
      while (to < end && in[to] != ',' && in[to] != '\r') {
        to++;
      }
      if (to + 1 >= end) {
        return -1;
      }
      cells[2 * count] = quoted ? from + 1 : from;
      cells[2 * count + 1] = quoted ? to - 1 : to;
      count++;
      if (in[to] == '\r') {
        at = to + 2;
        return count;
      }
      from = to + 1;
    }
    return -1;
  }

  /** Returns what follows the quote that ends a cell. */
  private int closing(int from) {
    int i = from;
    while (i < end) {
      if (in[i++] == '"') {
        if (i >= end || in[i] != '"') {
          return i;
        }
        i++;
      }
    }
    return i;
  }

  private boolean refill() throws IOException {
    end -= at;
    System.arraycopy(in, at, in, 0, end);
    at = 0;
    if (end == in.length) {
      in = Arrays.copyOf(in, 2 * end);
    }
    int read = source.read(in, end, in.length - end);
    end += Math.max(read, 0);
    return read > 0;
  }

  private void geometry(int latitude, int longitude) {
    boolean placed = latitude >= 0 && longitude >= 0 && !isEmpty(latitude) && !isEmpty(longitude);
    put(placed ? POINT : NOWHERE);
    if (placed) {
      cell(longitude);
      out[length++] = ',';
      cell(latitude);
      out[length++] = ']';
      out[length++] = '}';
    }
  }

  private void properties(byte[][] keys) {
    put(PROPERTIES);
    boolean first = true;
    for (int i = 0; i < keys.length; i++) {
      if (!isEmpty(i)) {
        if (!first) {
          out[length++] = ',';
        }
        first = false;
        put(keys[i]);
        cell(i);
        out[length++] = '"';
      }
    }
  }

  private boolean isEmpty(int column) {
    return cells[2 * column] >= cells[2 * column + 1];
  }

  private void cell(int column) {
    int from = cells[2 * column];
    int to = cells[2 * column + 1];
    makeRoom(2 * (to - from) + 16);
    byte[] target = out;
    int n = length;
    for (int i = from; i < to; i++) {
      byte b = in[i];
      if (b == '"') {
        // It stands twice.
        i++;
      }
      if (b == '"' || b == '\\' || b >= 0 && b < ' ') {
        target[n++] = '\\';
        b = b == '\n' ? (byte) 'n' : b == '\r' ? (byte) 'r' : b == '\t' ? (byte) 't' : b;
      }
      target[n++] = b;
    }
    length = n;
  }

  private void put(byte[] bytes) {
    makeRoom(bytes.length + 16);
    System.arraycopy(bytes, 0, out, length, bytes.length);
    length += bytes.length;
  }

  private void makeRoom(int more) {
    if (length + more > out.length) {
      out = Arrays.copyOf(out, 2 * (length + more));
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
