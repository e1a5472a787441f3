package org.collporterre.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.collporterre.constraint.WebUrl;
import org.collporterre.schema.ChildTable;
import org.collporterre.schema.Component;
import org.collporterre.schema.Field;
import org.collporterre.schema.Group;
import org.collporterre.schema.Schema;
import org.jspecify.annotations.Nullable;

/** Reads the records inside a record: places, actors, steps, pictures, sources. */
final class JsonLdRows {
  private static final int LONGEST_TITLE = 140;

  private final JsonLdBinder<?> owner;
  private final JsonBinder<?> binder;
  private final Map<Schema<?>, JsonLdPlan> plans = new HashMap<>();
  private @Nullable JsonLdRow own;
  private @Nullable ChildTable ownTable;
  private @Nullable JsonNode ownSource;

  JsonLdRows(JsonLdBinder<?> owner, JsonBinder<?> binder) {
    this.owner = owner;
    this.binder = binder;
  }

  /** Returns the child table that holds whole records of a component, or null. */
  static @Nullable ChildTable table(Schema<?> schema, Component component) {
    for (ChildTable table : schema.childTables()) {
      boolean mine =
          component instanceof Field field
              ? table.field() == field
              : table.field() == null && table.name().equals(name((Group) component));
      if (mine) {
        return table;
      }
    }
    return null;
  }

  private static String name(Group group) {
    return group.child() == null ? "" : Objects.requireNonNull(group.child()).value();
  }

  /**
   * Reads a value into a row, or a list of values into several; false when it is neither.
   *
   * @param within whether it is in a list inside the list: its number is then none of the whole
   */
  boolean add(
      ChildTable table,
      JsonLdNode.Value value,
      JsonLdRow row,
      String path,
      JsonLdTerm term,
      boolean within) {
    JsonLdNode node = value.node();
    String listed = node == null ? null : JsonLdTypes.listed(node.types());
    if (node != null && listed != null && !node.values(listed).isEmpty()) {
      int index = 0;
      for (JsonLdNode.Value each : node.values(listed)) {
        String own = path + "." + listed + "[" + index++ + "]";
        if (!add(table, each, row, own, term, true)) {
          owner.keep(own, each.whole());
        }
      }
      owner.rest(node, List.of(listed, "position"), path);
      return true;
    }
    JsonLdRow inner = new JsonLdRow(table.schema());
    JsonLdPlan plan = plan(table);
    boolean read =
        node == null ? text(plan, value.source(), inner) : node(table, node, inner, path, term);
    if (read) {
      number(plan, inner, row.rows(table).size() + 1, within, value.source());
      finish(table, inner, row, value.source());
    }
    return read;
  }

  private JsonLdPlan plan(ChildTable table) {
    return plans.computeIfAbsent(table.schema(), JsonLdPlan::of);
  }

  private static void finish(ChildTable table, JsonLdRow inner, JsonLdRow row, JsonNode source) {
    if (table.isInline() && row.rows(table).isEmpty()) {
      row.flatten(inner);
    }
    row.addRow(table, inner.create(), source);
  }

  private static void number(
      JsonLdPlan plan, JsonLdRow inner, int number, boolean within, JsonNode source) {
    Field position = plan.field("position");
    if (position != null && (within || inner.get(position) == null)) {
      inner.set(position, number, source);
    }
  }

  private boolean node(
      ChildTable table, JsonLdNode node, JsonLdRow inner, String path, JsonLdTerm term) {
    JsonLdPlan plan = plan(table);
    String whole = plan.innerOf(node.types());
    JsonLdPlan part = whole == null ? plan : plan.inner(whole);
    if (part == null || !owner.nested(node, part, inner, path)) {
      return false;
    }
    Field address = address(plan);
    if (address != null && inner.get(address) == null) {
      JsonNode url = node.plain("url");
      String id = url == null ? node.id() : url.text();
      if (id != null && WebUrl.Validator.matches(id)) {
        inner.add(address, id, node.source());
      }
    }
    title(plan, inner, node.source());
    JsonLdKinds.apply(table.type(), node, inner);
    if (term.when().size() == 1) {
      JsonLdKinds.relate(table.type(), term.when().get(0), node, inner);
    }
    return inner.hasValues();
  }

  /**
   * Reads a property that belongs to a place although a record has it: an organization has an
   * address, and a place is its own location. False when it is none.
   */
  boolean ownPlace(ChildTable table, String term, JsonLdNode.Value value, String path) {
    JsonLdPlan part = plan(table).inner(term);
    if (part == null) {
      return false;
    }
    JsonLdRow place = own == null ? new JsonLdRow(table.schema()) : own;
    own = place;
    ownTable = table;
    ownSource = value.source();
    return owner.inner(value, part, place, path);
  }

  /** Adds the place that a record turned out to be. */
  void endPlace(JsonLdRow row) {
    if (own != null && ownTable != null && ownSource != null && own.hasValues()) {
      finish(ownTable, own, row, ownSource);
    }
    own = null;
  }

  /** A text in the place of a record is its address or its name; of a step its text. */
  private boolean text(JsonLdPlan plan, JsonNode source, JsonLdRow inner) {
    if (!source.isText() || source.text().isBlank()) {
      return false;
    }
    Field address = address(plan);
    Field field =
        address != null && WebUrl.Validator.matches(source.text())
            ? address
            : plan.field("text") == null ? plan.field("name") : plan.field("text");
    Object value = field == null ? null : binder.one(field, source);
    boolean added = field != null && value != null && inner.add(field, value, source);
    title(plan, inner, source);
    return added;
  }

  private static @Nullable Field address(JsonLdPlan plan) {
    Field content = plan.field("contentUrl");
    return content == null ? plan.field("url") : content;
  }

  /** What has a text but needs a name gets the beginning of the text. */
  private static void title(JsonLdPlan plan, JsonLdRow inner, JsonNode source) {
    Field name = plan.field("name");
    Field text = plan.field("text");
    if (name == null || text == null || inner.get(name) != null) {
      return;
    }
    Object whole = inner.get(text);
    if (whole != null) {
      String line = whole.toString().strip().replaceAll("\\s+", " ");
      int end = line.length() <= LONGEST_TITLE ? -1 : line.lastIndexOf(' ', LONGEST_TITLE - 1);
      end = line.length() > LONGEST_TITLE && end < 1 ? LONGEST_TITLE - 1 : end;
      inner.add(name, end < 0 ? line : line.substring(0, end) + "…", source);
    }
  }
}
