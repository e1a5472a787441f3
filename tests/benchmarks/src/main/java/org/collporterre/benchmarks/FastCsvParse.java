package org.collporterre.benchmarks;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;

/** Parses a CSV file into strings and nothing more: what no reader into records can be below. */
public final class FastCsvParse {
  private FastCsvParse() {}

  /** Takes the file. */
  public static void main(String[] args) throws IOException {
    long records = 0;
    long cells = 0;
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(Path.of(args[0]))) {
      for (CsvRecord row : reader) {
        records++;
        cells += row.getFieldCount();
      }
    }
    System.out.println(records + " records, " + cells + " cells");
  }
}
