package org.collporterre.realdata;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.collporterre.imports.CsvImporter;
import org.collporterre.imports.Importer;
import org.collporterre.imports.Importers;
import org.collporterre.imports.Mapping;
import org.collporterre.report.FindingSink;

/**
 * A line of the register {@code files.json}: a file, how it is read, and what must come of it.
 *
 * @param name what it is called: its path, for a second reading with words behind it
 * @param said what the register says of it, member by member
 */
record RealFile(String name, JsonObject said) {
  private static final FindingSink REFUSING =
      finding -> {
        throw new AssertionError(finding);
      };

  /** Returns all files of the register, in its order. */
  static List<RealFile> all() {
    try (InputStream in =
            Objects.requireNonNull(
                RealFile.class.getResourceAsStream("/realdata/files.json"), "files.json");
        JsonReader reader = Json.createReader(in)) {
      return reader.readObject().entrySet().stream()
          .map(entry -> new RealFile(entry.getKey(), entry.getValue().asJsonObject()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the path below the folder of the fixtures. */
  String path() {
    return said.getString("file", name);
  }

  /** Returns the importer for it: of its content, or of CSV when it is given as that. */
  Importer<?> importer(Path file) throws IOException {
    boolean table = said.getString("as", "").equals("csv");
    Importer<?> importer = table ? CsvImporter.create() : Importers.detect(file);
    importer = importer.withGeneratedIds();
    for (String code : texts("without")) {
      importer = importer.without(code);
    }
    return said.containsKey("mapping") ? importer.withMapping(mapping()) : importer;
  }

  private Mapping mapping() throws IOException {
    byte[] json = said.getJsonObject("mapping").toString().getBytes(UTF_8);
    return Mapping.read(new ByteArrayInputStream(json), "mapping of " + name, REFUSING)
        .orElseThrow();
  }

  /** Returns a list of texts, empty when the register does not have it. */
  List<String> texts(String member) {
    JsonArray array = said.getOrDefault(member, JsonValue.EMPTY_JSON_ARRAY).asJsonArray();
    return array.getValuesAs(JsonString::getString);
  }

  /** Returns an object, empty when the register does not have it. */
  JsonObject object(String member) {
    return said.getOrDefault(member, JsonValue.EMPTY_JSON_OBJECT).asJsonObject();
  }
}
