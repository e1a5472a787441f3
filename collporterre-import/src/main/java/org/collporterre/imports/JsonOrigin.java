package org.collporterre.imports;

import org.collporterre.report.Located;
import org.collporterre.report.Location;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;
import org.jspecify.annotations.Nullable;

/** Where a record read from JSON comes from, and each of its fields. */
final class JsonOrigin implements Located.Origin {
  private final String file;
  private final JsonNode record;
  private final Schema<?> schema;
  private final @Nullable JsonNode[] sources;
  private boolean errors;

  JsonOrigin(String file, JsonNode record, Schema<?> schema) {
    this.file = file;
    this.record = record;
    this.schema = schema;
    this.sources = new @Nullable JsonNode[schema.fields().size()];
  }

  void source(Field field, JsonNode node) {
    sources[field.index()] = node;
  }

  /** Returns where a field was read from, or null. */
  @Nullable JsonNode source(Field field) {
    return sources[field.index()];
  }

  void error() {
    errors = true;
  }

  private @Nullable JsonNode source(String key) {
    Field field = schema.field(key);
    return field == null ? null : sources[field.index()];
  }

  @Override
  public boolean hasErrors() {
    return errors;
  }

  @Override
  public Location record() {
    return record.location(file);
  }

  @Override
  public Location field(String key) {
    JsonNode source = source(key);
    source = source == null && schema.field(key) == null ? member(key) : source;
    return source == null ? record() : source.location(file);
  }

  /** Returns the member of the record, or of an object in it, that is no field; or null. */
  private @Nullable JsonNode member(String name) {
    JsonNode own = record.get(name);
    for (int i = 0; own == null && i < record.children().size(); i++) {
      own = record.children().get(i).get(name);
    }
    return own;
  }

  @Override
  public @Nullable String text(String key) {
    JsonNode source = source(key);
    return source == null ? null : source.text();
  }
}
