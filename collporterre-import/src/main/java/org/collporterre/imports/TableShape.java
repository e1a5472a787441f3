package org.collporterre.imports;

import java.util.List;
import java.util.Map;
import org.collporterre.schema.ChildTable;
import org.collporterre.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a table can be.
 *
 * @param schema the schema of its rows
 * @param links the keys of the columns that say to which record a row belongs
 * @param required the keys of the columns without which the table cannot be read
 */
record TableShape(Schema<?> schema, List<String> links, List<String> required) {
  private static final Map<String, String> ENGLISH =
      Map.of("methodology", "methodologie", "rank", "rang", "step", "etape");

  /** Returns the shape of a table of records. */
  static TableShape ofRecords(Schema<?> schema) {
    return new TableShape(schema, List.of(), List.of("titre"));
  }

  /** Returns the shape of a table whose rows belong to records. */
  static TableShape of(ChildTable table) {
    return new TableShape(
        table.schema(),
        table.links(),
        table.links().stream().filter(link -> !ChildTable.OPTIONAL_LINKS.contains(link)).toList());
  }

  /** Returns the shape of a table that has a class of its own in a dataset. */
  static TableShape of(Class<?> type, List<String> required) {
    return new TableShape(Schema.of(type), List.of(), required);
  }

  /** Tells whether the rows are records; columns that the format does not know are then kept. */
  boolean isOfRecords() {
    return !schema.name().isEmpty();
  }

  /** Returns the key of the linking column that a header stands for, or null. */
  @Nullable String link(String header) {
    String folded = Schema.foldHeader(header);
    String key = ENGLISH.getOrDefault(folded, folded);
    return links.contains(key) ? key : null;
  }

  /** Tells whether a header is one of this table. */
  boolean isKnown(String header) {
    return link(header) != null || schema.byHeader(header) != null;
  }
}
