package org.collporterre.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.collporterre.report.Location;
import org.collporterre.schema.ChildTable;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a record that was read without a node of each value. Places and texts are worked out
 * only when somebody asks for them.
 */
final class PlainRecord {
  /**
   * The array of records that one is in.
   *
   * @param pointer its JSON Pointer
   */
  record Owner(String file, JsonNode array, String pointer) {
    Owner(String file, JsonNode array) {
      this(file, array, array.pointer());
    }
  }

  private final Owner owner;
  private final int index;
  private final int line;
  private final int column;
  private final byte[] json;
  private final long[] fields;

  /**
   * @param in a scanner that is at the record
   * @param cursor one that is behind it
   * @param start where it begins in the bytes of the cursor
   * @param fields the fields that it has text of, as bits by {@link Field#index()}
   */
  PlainRecord(Owner owner, int index, JsonScanner in, JsonCursor cursor, int start, long[] fields) {
    this.owner = owner;
    this.index = index;
    this.line = in.line();
    this.column = in.column();
    this.json = Arrays.copyOfRange(cursor.bytes(), start, cursor.at());
    this.fields = fields;
  }

  String file() {
    return owner.file();
  }

  /** Returns where the record begins. */
  Location location() {
    return new Location(owner.file(), line, column, owner.pointer() + "/" + index);
  }

  /** Tells whether there is text of a field in it. */
  boolean has(Field field) {
    return (fields[field.index() >> 6] & 1L << field.index()) != 0;
  }

  /** Reads the record again, as nodes. */
  JsonNode node() {
    try {
      JsonScanner in = new JsonScanner(json, line, column);
      return JsonNode.read(in, in.next(), owner.array(), null, index, node -> {});
    } catch (JsonFault e) {
      throw new IllegalStateException("was read before: " + e.code(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Finds the values of fields: members of the record or of its properties, and a point. */
  static @Nullable JsonNode[] sources(JsonNode record, Schema<?> schema) {
    @Nullable JsonNode[] sources = new @Nullable JsonNode[schema.fields().size()];
    JsonNode properties = record.get("properties");
    boolean feature = properties != null && schema.byHeader("properties") == null;
    JsonNode own = feature ? record.get("id") : null;
    if (own != null) {
      sources[schema.requireField("id").index()] = own;
    }
    for (JsonNode member : (feature ? Objects.requireNonNull(properties) : record).children()) {
      Field field = member.isNull() ? null : field(member, schema);
      if (field != null) {
        sources[field.index()] = member;
      }
    }
    JsonNode geometry = feature ? record.get("geometry") : null;
    JsonNode point = geometry == null ? null : geometry.get("coordinates");
    if (point != null) {
      List<JsonNode> numbers = point.children();
      sources[schema.requireField("longitude").index()] = numbers.get(0);
      sources[schema.requireField("latitude").index()] = numbers.get(1);
    }
    return sources;
  }

  private static @Nullable Field field(JsonNode member, Schema<?> schema) {
    String name = Objects.requireNonNull(member.name());
    if (member.isArray()) {
      for (ChildTable table : schema.childTables()) {
        if (table.name().equals(name)) {
          return table.field();
        }
      }
    }
    return schema.byHeader(name);
  }
}
