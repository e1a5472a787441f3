package org.collporterre.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.collporterre.schema.Field;
import org.jspecify.annotations.Nullable;

/**
 * Passes over features whose members are fields, or have names of which it is known that no field
 * has them: who only asks for such names need not read them. Used by one thread.
 */
final class FeatureNames implements JsonScanner.Whole {
  private static final int PROPERTIES = 0;
  private static final List<String> STANDARD =
      List.of("properties", "type", "id", "geometry", "bbox", "crs");

  /** What is known of a name. */
  private static final class Name {
    private final String text;
    private final JsonBinder.@Nullable Named named;
    private final @Nullable Field field;
    private long seen;
    private boolean known;

    Name(String text, JsonBinder.@Nullable Named named) {
      this.text = text;
      this.named = named;
      this.field = named == null || named.secret() ? null : named.field();
    }

    /** Tells whether rows with names of their own may stand under it. */
    boolean isTable() {
      return named != null && named.table() != null;
    }
  }

  private final JsonBinder<?> binder;
  private final Field id;
  private final JsonCursor cursor = new JsonCursor();
  private final JsonNames standard = JsonNames.of(STANDARD);
  private final JsonNames names = new JsonNames();
  private final List<Name> properties = new ArrayList<>();
  private final long[] fields;
  private long feature;

  FeatureNames(JsonBinder<?> binder) {
    this.binder = binder;
    this.id = binder.schema().requireField("id");
    this.fields = new long[binder.schema().fields().size()];
  }

  /** Passes over the next feature; false when it is still to be read. */
  boolean passes(JsonScanner in) throws IOException {
    return in.read(cursor, this);
  }

  @Override
  public boolean read(JsonCursor in) {
    feature++;
    return members(in, false);
  }

  private boolean members(JsonCursor in, boolean inside) {
    if (!in.take('{')) {
      return false;
    }
    if (in.peek() != '}') {
      do {
        if (in.peek() != '"' || !in.string() || !(inside ? property(in) : member(in))) {
          return false;
        }
      } while (in.comma());
    }
    return in.take('}');
  }

  private boolean member(JsonCursor in) {
    int number = standard.number(in);
    return number >= 0
        && number < STANDARD.size()
        && in.take(':')
        && (number == PROPERTIES ? members(in, true) : in.skip(true));
  }

  private boolean property(JsonCursor in) {
    int number = names.number(in);
    if (number == properties.size()) {
      String text = in.text();
      properties.add(new Name(String.valueOf(text), text == null ? null : binder.named(text)));
    }
    Name name = number < 0 ? null : properties.get(number);
    return name != null
        && isNothingNew(name)
        && in.take(':')
        && (name.field == id ? isIdentifier(in) : in.skip(name.field == null));
  }

  /** A feature may have another identifier outside; then one inside that says nothing is odd. */
  private static boolean isIdentifier(JsonCursor in) {
    String text = in.peek() == '"' && in.string() ? in.text() : null;
    return text != null && !text.isBlank();
  }

  /** Of two members for one field, the second counts as one that is none. */
  private boolean isNothingNew(Name name) {
    Field field = name.field;
    if (name.isTable()) {
      return false;
    } else if (field == null) {
      name.known = name.known || binder.isExtension(name.text);
      return name.known;
    }
    boolean first = fields[field.index()] != feature || name.seen == feature;
    fields[field.index()] = feature;
    name.seen = feature;
    return first;
  }
}
