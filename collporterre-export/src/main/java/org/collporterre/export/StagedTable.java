package org.collporterre.export;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.collporterre.dataset.Fingerprint;

/**
 * A table whose columns are known only when all its rows are. The rows wait in a file, each cell
 * with the number of its column. Used by one thread.
 */
final class StagedTable implements Closeable {
  /** Takes a row: one text per column, empty for none. */
  interface RowSink {
    void row(List<String> cells) throws IOException;
  }

  private final String name;
  private final List<String> fixed;
  private final Path file;
  private final DataOutputStream out;
  private final List<String> dynamic = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, Map<String, String>> translations = new HashMap<>();
  private final List<String> row = new ArrayList<>();
  private final List<Integer> rowNumbers = new ArrayList<>();
  private int size;

  /**
   * Begins a table.
   *
   * @param name its name without an ending
   * @param fixed the columns that it has in any case
   * @param folder where its rows may wait
   */
  StagedTable(String name, List<String> fixed, Path folder) throws IOException {
    this.name = name;
    this.fixed = List.copyOf(fixed);
    this.file = folder.resolve(name + ".rows");
    this.out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
    for (int i = 0; i < fixed.size(); i++) {
      numbers.put(fixed.get(i), i);
    }
  }

  String name() {
    return name;
  }

  /** Returns how many rows there are. */
  int size() {
    return size;
  }

  /** Adds a cell of a fixed column, by its number, to the current row. */
  void cell(int column, String text) {
    if (!text.isEmpty()) {
      rowNumbers.add(column);
      row.add(CsvLines.writable(text));
    }
  }

  /** Adds the translation of a field to the current row; its column stands behind the field's. */
  void translation(String key, String language, String text) {
    String header = key + "@" + language;
    translations.computeIfAbsent(key, field -> new TreeMap<>()).put(language, header);
    cell(number(header), text);
  }

  /** Tells whether an extension can have a column of this name. */
  boolean canExtend(String header) {
    Integer number = numbers.get(header);
    return !header.isBlank() && (number == null || number >= fixed.size() && !header.contains("@"));
  }

  /** Adds a cell of a column the format does not know; they stand last, as they appeared. */
  void extension(String header, String text) {
    cell(number(header), text);
  }

  private int number(String header) {
    Integer number = numbers.get(header);
    if (number == null) {
      number = fixed.size() + dynamic.size();
      numbers.put(header, number);
      dynamic.add(header);
    }
    return number;
  }

  /** Ends the current row. */
  void endRow() throws IOException {
    out.writeInt(row.size());
    for (int i = 0; i < row.size(); i++) {
      byte[] text = row.get(i).getBytes(StandardCharsets.UTF_8);
      out.writeInt(rowNumbers.get(i));
      out.writeInt(text.length);
      out.write(text);
    }
    row.clear();
    rowNumbers.clear();
    size++;
  }

  /** Returns the columns, in their order; more may come with further rows. */
  List<String> header() {
    Set<String> header = new LinkedHashSet<>();
    for (String key : fixed) {
      header.add(key);
      header.addAll(translations.getOrDefault(key, Map.of()).values());
    }
    header.addAll(dynamic);
    return List.copyOf(header);
  }

  /** Gives out all rows, in their order; no row may be added any more. */
  void rows(RowSink sink) throws IOException {
    out.close();
    List<String> header = header();
    int[] places = new int[fixed.size() + dynamic.size()];
    for (int i = 0; i < header.size(); i++) {
      Integer number = numbers.get(header.get(i));
      if (number != null) {
        places[number] = i;
      }
    }
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
      for (int n = 0; n < size; n++) {
        String[] cells = new String[header.size()];
        Arrays.fill(cells, "");
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
          int number = in.readInt();
          byte[] text = in.readNBytes(in.readInt());
          cells[places[number]] = new String(text, StandardCharsets.UTF_8);
        }
        sink.row(List.of(cells));
      }
    }
  }

  /** Writes the table as CSV, and adds its rows to a fingerprint. */
  void csv(OutputStream to, Fingerprint fingerprint) throws IOException {
    CsvLines lines = new CsvLines(false);
    List<String> header = header();
    header.forEach(lines::cell);
    lines.endRow();
    rows(
        cells -> {
          fingerprint.begin(name);
          for (int i = 0; i < cells.size(); i++) {
            lines.cell(cells.get(i));
            fingerprint.cell(header.get(i), cells.get(i));
          }
          fingerprint.end();
          lines.endRow();
          lines.drain(to);
        });
    to.write(lines.take());
  }

  @Override
  public void close() throws IOException {
    try {
      out.close();
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
