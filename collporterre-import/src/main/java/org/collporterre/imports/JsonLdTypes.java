package org.collporterre.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.collporterre.model.Entry;
import org.collporterre.schema.Schema;
import org.jspecify.annotations.Nullable;

/** What the types of schema.org are to us: records, or lists of nodes. */
final class JsonLdTypes {
  private static final String TABLE = "json-ld-types.tsv";
  private static final Map<String, String> MEANINGS = load();

  private JsonLdTypes() {}

  private static Map<String, String> load() {
    Map<String, String> meanings = new HashMap<>();
    try (InputStream in = JsonLdTypes.class.getResourceAsStream(TABLE)) {
      String table = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      table
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .forEach(cells -> meanings.put(cells[0], cells[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return meanings;
  }

  /**
   * Returns the record type of a node, or null when it is none.
   *
   * @param ours whether it has an identifier of ours
   */
  static @Nullable Class<? extends Entry> record(List<String> types, boolean ours) {
    for (String type : types) {
      String meaning = MEANINGS.getOrDefault(type, "");
      for (Class<? extends Entry> entry : Entry.TYPES) {
        String name = Schema.of(entry).name();
        if (meaning.equals(name) || ours && meaning.equals("?" + name)) {
          return entry;
        }
      }
    }
    return null;
  }

  /** Returns the property that holds what a node is a list of, or null when it is no list. */
  static @Nullable String listed(List<String> types) {
    for (String type : types) {
      String meaning = MEANINGS.getOrDefault(type, "");
      if (meaning.startsWith("=")) {
        return meaning.substring(1);
      }
    }
    return null;
  }
}
