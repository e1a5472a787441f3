package org.collporterre.imports;

import java.util.Objects;
import org.collporterre.report.Located;
import org.collporterre.report.Location;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;
import org.jspecify.annotations.Nullable;

/** Where a record read from JSON comes from, and each of its fields. */
final class JsonOrigin implements Located.Origin {
  private final String file;
  private final Schema<?> schema;
  private final @Nullable PlainRecord plain;
  private @Nullable JsonNode record;
  private @Nullable JsonNode[] sources;
  private boolean errors;

  JsonOrigin(String file, JsonNode record, Schema<?> schema) {
    this.file = file;
    this.schema = schema;
    this.plain = null;
    this.record = record;
    this.sources = new @Nullable JsonNode[schema.fields().size()];
  }

  /** Makes the origin of a record that nothing was said of. */
  JsonOrigin(PlainRecord plain, Schema<?> schema) {
    this.file = plain.file();
    this.schema = schema;
    this.plain = plain;
    this.sources = new @Nullable JsonNode[0];
  }

  private JsonNode node() {
    if (record == null) {
      record = Objects.requireNonNull(plain).node();
      sources = PlainRecord.sources(record, schema);
    }
    return record;
  }

  void source(Field field, JsonNode node) {
    sources[field.index()] = node;
  }

  /** Returns where a field was read from, or null. */
  @Nullable JsonNode source(Field field) {
    if (plain != null && !plain.has(field)) {
      return null;
    }
    node();
    return sources[field.index()];
  }

  void error() {
    errors = true;
  }

  private @Nullable JsonNode source(String key) {
    Field field = schema.field(key);
    return field == null ? null : source(field);
  }

  @Override
  public boolean hasErrors() {
    return errors;
  }

  @Override
  public Location record() {
    return plain == null ? node().location(file) : plain.location();
  }

  @Override
  public Location field(String key) {
    JsonNode source = source(key);
    source = source == null && schema.field(key) == null ? member(key) : source;
    return source == null ? record() : source.location(file);
  }

  /** Returns the member of the record, or of an object in it, that is no field; or null. */
  private @Nullable JsonNode member(String name) {
    JsonNode own = node().get(name);
    for (int i = 0; own == null && i < node().children().size(); i++) {
      own = node().children().get(i).get(name);
    }
    return own;
  }

  @Override
  public @Nullable String text(String key) {
    JsonNode source = source(key);
    return source == null ? null : source.text();
  }
}
