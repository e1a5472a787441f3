package org.collporterre.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.collporterre.model.Initiative;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;

/**
 * Writes a table of made-up initiatives, about 620 bytes a row: accents, quoted cells with line
 * breaks, lists, codes, dates, addresses, references. One row in two hundred has an error. The same
 * number of rows and seed give the same bytes. Memory does not depend on the number of rows.
 */
public final class Generator {
  private static final long SEED = 42;

  private Generator() {}

  /** Takes the number of rows, the file to write, and perhaps a seed; the default is 42. */
  public static void main(String[] args) throws IOException {
    if (args.length < 2 || args.length > 3) {
      System.err.println("usage: Generator ROWS FILE [SEED]");
      System.exit(2);
    }
    long rows = Long.parseLong(args[0]);
    Path file = Path.of(args[1]);
    Map<Fault, Long> faults;
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      faults = write(rows, args.length == 3 ? Long.parseLong(args[2]) : SEED, out);
    }
    long faulty = faults.values().stream().mapToLong(Long::longValue).sum();
    System.out.println(rows + " rows, " + faulty + " faulty, " + Files.size(file) + " bytes");
  }

  /** Writes so many rows below a header; returns how many have each fault. */
  public static Map<Fault, Long> write(long rows, long seed, OutputStream out) throws IOException {
    return write(new Initiatives(seed, rows), rows, out);
  }

  /** Writes the first so many of some initiatives; returns how many have each fault. */
  static Map<Fault, Long> write(Initiatives initiatives, long rows, OutputStream out)
      throws IOException {
    List<String> header = Schema.of(Initiative.class).fields().stream().map(Field::key).toList();
    Map<Fault, Long> faults = new EnumMap<>(Fault.class);
    Cells cells = new Cells(header);
    StringBuilder text = new StringBuilder();
    cells.writeHeader(text);
    for (long number = 0; number < rows; number++) {
      Fault fault = initiatives.fill(number, cells);
      if (fault != null) {
        faults.merge(fault, 1L, Long::sum);
      }
      cells.write(text);
      if (text.length() > 1 << 15) {
        flush(text, out);
      }
    }
    flush(text, out);
    return faults;
  }

  private static void flush(StringBuilder text, OutputStream out) throws IOException {
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    text.setLength(0);
  }
}
