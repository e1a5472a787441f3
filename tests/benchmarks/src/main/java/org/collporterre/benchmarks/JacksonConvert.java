package org.collporterre.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * CSV to an array of JSON objects by Jackson's streams, the quickest way it has: nothing is bound
 * and nothing checked, all values stay texts.
 */
public final class JacksonConvert {
  private JacksonConvert() {}

  /** Takes the file to read and the file to write. */
  public static void main(String[] args) throws IOException {
    long records = 0;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(Path.of(args[0])), 1 << 16);
        OutputStream out =
            new BufferedOutputStream(Files.newOutputStream(Path.of(args[1])), 1 << 16);
        JsonParser rows = new CsvFactory().createParser(in);
        JsonGenerator json = new JsonFactory().createGenerator(out)) {
      rows.setSchema(CsvSchema.emptySchema().withHeader());
      json.writeStartArray();
      while (rows.nextToken() == JsonToken.START_OBJECT) {
        json.copyCurrentStructure(rows);
        records++;
      }
      json.writeEndArray();
    }
    System.out.println(records + " records");
  }
}
