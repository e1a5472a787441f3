package org.collporterre.imports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.collporterre.report.Fix;
import org.collporterre.schema.ChildTable;
import org.collporterre.schema.Field;
import org.collporterre.schema.PositionText;
import org.collporterre.schema.Schema;
import org.collporterre.schema.TableTexts;
import org.collporterre.schema.ValueType;
import org.jspecify.annotations.Nullable;

/** Reads JSON values into the values of fields, and arrays of objects into rows of child tables. */
final class JsonCells {
  private static final int LONGEST_NUMBER = 400;

  /** Who the values are for. */
  interface Owner {
    /** Says something about a value. */
    void finding(
        String code,
        JsonNode at,
        @Nullable String field,
        @Nullable String value,
        @Nullable String expected,
        @Nullable Fix fix);

    /** Says something about a name, once per file. */
    void nameFinding(
        String code, String name, JsonNode at, @Nullable String expected, @Nullable Fix fix);

    /** Keeps a value that the format has no field for. */
    void extend(String name, JsonNode value);
  }

  private final CellReader cells;
  private final boolean exact;
  private final Owner owner;
  private @Nullable JsonNode current;

  /**
   * @param any any field
   * @param exact whether texts are what a program wrote for this library
   */
  JsonCells(ImportSettings settings, Field any, boolean exact, Owner owner) {
    this.cells = new CellReader(settings, this::cellFinding, any);
    this.exact = exact;
    this.owner = owner;
  }

  /** Reads a value that is not null; of a list field a list. Null when there is none. */
  @Nullable Object read(Field field, JsonNode node) {
    return field.isList() ? list(field, node) : one(field, node);
  }

  /** Reads a position; null when there is none. */
  PositionText.@Nullable Read position(Field first, JsonNode node) {
    current = node;
    String text = node.text().strip();
    return text.isEmpty() ? null : cells.position(first, text);
  }

  /** Reads a text made of several values, as a cell is read. */
  @Nullable Object part(Field field, String text, JsonNode node) {
    current = node;
    return cells.read(field, text);
  }

  private @Nullable Object list(Field field, JsonNode node) {
    if (!node.isArray()) {
      Object value = one(field, node);
      return value == null || value instanceof List<?> ? value : List.of(value);
    }
    List<Object> items = new ArrayList<>();
    for (JsonNode item : node.children()) {
      Object value = item.isNull() ? null : one(field, item);
      for (Object each : value instanceof List<?> several ? several : listOf(value)) {
        if (exact || !items.contains(each)) {
          items.add(each);
        } else {
          owner.finding("list-duplicate-item", item, field.key(), item.text(), null, null);
        }
      }
    }
    return items.isEmpty() ? null : List.copyOf(items);
  }

  private static List<?> listOf(@Nullable Object value) {
    return value == null ? List.of() : List.of(value);
  }

  /** Reads a value; of a list field a list or an item. */
  @Nullable Object one(Field field, JsonNode node) {
    current = node;
    ValueType.Kind kind = field.type().kind();
    if (!node.isScalar()) {
      owner.finding(
          "json-type", node, field.key(), node.text(), kind.name().toLowerCase(Locale.ROOT), null);
      return null;
    }
    boolean number = kind == ValueType.Kind.NUMBER || kind == ValueType.Kind.INTEGER;
    if (node.hasHalfSurrogate()) {
      owner.finding("half-surrogate", node, field.key(), node.text(), null, null);
    }
    String text = node.text();
    String plain = exact ? text : text.strip();
    if (plain.isEmpty()) {
      return null;
    }
    if (plain.length() < text.length()) {
      owner.finding("blanks-around", node, field.key(), text, null, Fix.safe(field.key(), plain));
    }
    if (node.isNumber()) {
      plain = number ? plain(plain) : plain;
    } else if (number && node.isText() && field.codeList() == null) {
      owner.finding("number-as-text", node, field.key(), text, null, null);
    }
    return exact ? cells.readOne(field, plain) : cells.read(field, plain);
  }

  /** Writes out an exponent, unless the number would then be endless. */
  private static String plain(String number) {
    if (number.length() > LONGEST_NUMBER || number.indexOf('e') < 0 && number.indexOf('E') < 0) {
      return number;
    }
    try {
      BigDecimal value = new BigDecimal(number);
      return Math.abs((long) value.scale()) > LONGEST_NUMBER ? number : value.toPlainString();
    } catch (NumberFormatException e) {
      return number;
    }
  }

  /** Reads a row of a child table from an object or a compact text; null for none. */
  @Nullable Object row(ChildTable table, JsonNode node, String path) {
    Field compact = table.field();
    if (node.isNull()) {
      return null;
    } else if (!node.isObject()) {
      if (compact != null) {
        Object value = one(compact, node);
        return value instanceof List<?> items ? items.get(0) : value;
      }
      owner.finding("json-type", node, table.name(), node.text(), "object", null);
      return null;
    }
    Schema<?> rows = table.schema();
    @Nullable Object[] own = new @Nullable Object[rows.fields().size()];
    @Nullable List<?>[] inner = new @Nullable List<?>[rows.childTables().size()];
    for (JsonNode member : node.children()) {
      cell(rows, member, path, own, inner);
    }
    return rows.create(own, inner, Map.of());
  }

  private void cell(
      Schema<?> rows,
      JsonNode member,
      String path,
      @Nullable Object[] own,
      @Nullable List<?>[] inner) {
    String name = Objects.requireNonNull(member.name());
    Field field = rows.byHeader(name);
    for (ChildTable nested : rows.childTables()) {
      if (nested.name().equals(name) && member.isArray()) {
        List<Object> items = new ArrayList<>();
        for (JsonNode item : member.children()) {
          Object row = row(nested, item, path + "." + name + "[" + items.size() + "]");
          if (row != null) {
            items.add(row);
          }
        }
        inner[nested.index()] = List.copyOf(items);
        return;
      }
    }
    if (TableTexts.isSecret(name)) {
      owner.nameFinding("secret-column", name, member, null, null);
    } else if (field == null) {
      owner.nameFinding("header-unknown", name, member, null, null);
      owner.extend(path + "." + name, member);
    } else if (!member.isNull()) {
      own[field.index()] = read(field, member);
    }
  }

  private void cellFinding(
      String code, Field field, String value, @Nullable String expected, @Nullable Fix fix) {
    boolean secret = HiddenTexts.isSecret(field);
    owner.finding(
        code,
        Objects.requireNonNull(current),
        field.key(),
        secret ? null : value,
        expected,
        secret ? null : fix);
  }
}
