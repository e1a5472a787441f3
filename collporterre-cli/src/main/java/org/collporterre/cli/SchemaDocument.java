package org.collporterre.cli;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.collporterre.export.FieldReference;
import org.collporterre.export.JsonLdContext;
import org.collporterre.export.JsonSchemas;
import org.collporterre.export.SettingsSchema;
import org.collporterre.export.TableSchemas;
import org.collporterre.imports.Mapping;
import org.collporterre.model.Entry;
import org.collporterre.reports.Reports;
import org.collporterre.schema.ChildTable;
import org.collporterre.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A document that describes the format.
 *
 * @param file its name, which is also that of its file
 * @param text makes it
 */
record SchemaDocument(String file, Supplier<String> text) {
  /** All documents, in the order in which they are listed. */
  static final List<SchemaDocument> ALL = all();

  private static List<SchemaDocument> all() {
    Map<String, Supplier<String>> made = new LinkedHashMap<>();
    made.put("fields.fr.md", () -> FieldReference.markdown(Locale.FRENCH));
    made.put("fields.en.md", () -> FieldReference.markdown(Locale.ENGLISH));
    made.put("context.jsonld", JsonLdContext::json);
    made.put("fiches.schema.json", JsonSchemas::ofFile);
    made.put("mapping.schema.json", Mapping::schema);
    made.put("collporterre.schema.json", SettingsSchema::json);
    made.put("report.schema.json", Reports::jsonSchema);
    for (Class<? extends Entry> type : Entry.TYPES) {
      Schema<?> schema = Schema.of(type);
      made.put(schema.name() + ".schema.json", () -> JsonSchemas.of(type));
      made.put(
          schema.name() + "s.table.json", () -> TableSchemas.json(TableSchemas.ofRecords(schema)));
      for (ChildTable child : schema.childTables()) {
        made.putIfAbsent(
            child.name() + ".table.json", () -> TableSchemas.json(TableSchemas.of(child)));
      }
    }
    List<SchemaDocument> all = new ArrayList<>();
    made.forEach((name, text) -> all.add(new SchemaDocument(name, text)));
    return List.copyOf(all);
  }

  byte[] bytes() {
    return text.get().getBytes(StandardCharsets.UTF_8);
  }

  /** Returns the document of a name, or null. */
  static @Nullable SchemaDocument of(String name) {
    return ALL.stream().filter(one -> one.file.equals(name)).findAny().orElse(null);
  }

  static List<String> names() {
    return ALL.stream().map(SchemaDocument::file).toList();
  }

  /** The names, for completion. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return names().iterator();
    }
  }
}
