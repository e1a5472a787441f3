package org.collporterre.imports;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.collporterre.constraint.Identifier;
import org.collporterre.model.Entry;
import org.collporterre.model.ExternalId;
import org.collporterre.model.LocalizedText;
import org.collporterre.report.FindingSink;
import org.collporterre.report.Located;
import org.collporterre.schema.ChildTable;
import org.collporterre.schema.Field;
import org.collporterre.schema.Group;
import org.jspecify.annotations.Nullable;

/**
 * Makes records of one type from nodes, by what {@link JsonLdPlan} says of their properties; what
 * says nothing to us is kept as an extension under the path of its names. Used by one thread.
 *
 * @param <E> the record type
 */
final class JsonLdBinder<E extends Entry> {
  private static final String SHEET = "#fiche";
  private static final int DEEPEST = 16;

  private final JsonBinder<E> binder;
  private final JsonLdPlan plan;
  private final JsonLdValues values;
  private final JsonLdRows rows;
  private final JsonLdContacts contacts;
  private final Function<String, @Nullable JsonLdNode> nodes;
  private final String base;
  private final Map<String, String> chosen;
  private final Field id;
  private final @Nullable Field externalIds;
  private final @Nullable Field language;
  private final Deque<String> open = new ArrayDeque<>();

  JsonLdBinder(
      Class<E> type,
      ImportSettings settings,
      String base,
      String file,
      FindingSink sink,
      Function<String, @Nullable JsonLdNode> nodes) {
    this.binder = new JsonBinder<>(type, settings, file, sink, true).ofPublicFormat();
    this.plan = JsonLdPlan.of(binder.schema());
    this.values = new JsonLdValues(binder, settings.vocabularies());
    this.rows = new JsonLdRows(this, binder);
    this.contacts = new JsonLdContacts(binder);
    this.nodes = nodes;
    this.base = base;
    this.chosen = settings.chosen();
    this.id = binder.schema().requireField("id");
    this.externalIds = external(plan);
    this.language = plan.field("inLanguage");
  }

  private static @Nullable Field external(JsonLdPlan plan) {
    for (JsonLdPlan.Target target : plan.targets("sameAs")) {
      if (target.component() instanceof Field field) {
        return field;
      }
    }
    return null;
  }

  JsonLdPlan plan() {
    return plan;
  }

  /** Returns the names of extensions so far. */
  List<String> extensions() {
    return binder.extensions();
  }

  /** Returns the address of the sheet of a node, which this library writes as a node of its own. */
  static String sheetOf(JsonLdNode node) {
    return node.id() + SHEET;
  }

  /** Reads a record from its node, and from the one of its sheet when there is one. */
  Located<E> read(JsonLdNode node, @Nullable JsonLdNode sheet) {
    binder.begin(node.source());
    JsonLdRow row = new JsonLdRow(binder.schema());
    List<JsonLdNode.Property> properties = new ArrayList<>(node.properties());
    if (sheet != null) {
      for (JsonLdNode.Property property : sheet.properties()) {
        if (!property.term().equals("name") && !property.term().equals("mainEntity")) {
          properties.add(property);
        }
      }
    }
    String own = identify(node, row);
    values.begin(own == null ? base : own);
    if (node.id() != null) {
      open.push(node.id());
    }
    read(properties, plan, row, "", sheet == null ? null : sheet.id());
    rows.endPlace(row);
    open.clear();
    finish(row);
    row.giveTo(binder);
    return binder.finish();
  }

  private void finish(JsonLdRow row) {
    for (JsonLdPlan.Substitute substitute : plan.substitutes()) {
      if (row.isSameText(substitute.own(), substitute.other())) {
        row.remove(substitute.other());
      }
    }
    Object stated = language == null ? null : row.get(language);
    row.join(stated == null ? null : stated.toString(), language);
  }

  /**
   * Takes the identifier from the node's address when that begins as ours do, and keeps any other
   * address as an external identifier.
   *
   * @return what the addresses of the dataset begin with, when the node tells, else null
   */
  private @Nullable String identify(JsonLdNode node, JsonLdRow row) {
    String address = node.id();
    String folder = binder.schema().name() + "/";
    int at = address == null ? -1 : address.lastIndexOf("/" + folder) + 1;
    String given = node.ourId();
    if (address != null && at > 0) {
      String local = decoded(address.substring(at + folder.length()));
      String beginning = address.substring(0, at);
      if (given == null && beginning.equals(base) && Identifier.Validator.matches(local)) {
        set(local, node, row);
        return base;
      } else if (local.equals(given)) {
        return beginning;
      }
    }
    ExternalId external = address == null ? null : ExternalId.at(address);
    if (external != null && externalIds != null) {
      row.add(externalIds, external, node.source());
    }
    return null;
  }

  private void set(String local, JsonLdNode node, JsonLdRow row) {
    row.add(id, local, node.source());
    binder.put(id, local, node.source());
  }

  private static String decoded(String segment) {
    try {
      return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return segment;
    }
  }

  /** Reads properties into a record; keeps as extensions what they hold beyond its fields. */
  void read(
      List<JsonLdNode.Property> properties,
      JsonLdPlan into,
      JsonLdRow row,
      String path,
      @Nullable String except) {
    List<JsonLdNode.Property> ordered = new ArrayList<>(properties);
    ordered.sort(Comparator.comparingInt(property -> into.order(property.term())));
    for (JsonLdNode.Property property : ordered) {
      List<JsonLdNode.Value> left = new ArrayList<>(0);
      int index = 0;
      for (JsonLdNode.Value value : property.values()) {
        String name = path + property.member().name();
        String own = property.values().size() > 1 ? name + "[" + index + "]" : name;
        boolean known = except != null && value.node() != null && except.equals(value.node().id());
        if (!known
            && !chosen(value, property.member(), into, row)
            && !take(value, property.term(), into, row, own)) {
          left.add(value);
        }
        index++;
      }
      if (!left.isEmpty()) {
        boolean whole = left.size() == property.values().size() || left.size() > 1;
        JsonNode kept = whole ? property.member() : left.get(0).whole();
        keep(path + property.member().name(), kept);
      }
    }
  }

  /** Reads a plain value of a property for which the caller named a field. */
  private boolean chosen(JsonLdNode.Value value, JsonNode member, JsonLdPlan into, JsonLdRow row) {
    String key = into == plan ? chosen.get(member.name()) : null;
    if (key != null && key.indexOf(',') > 0 && value.node() == null) {
      binder.pair(
          key,
          value.source(),
          (field, read) -> {
            if (read != null) {
              row.add(field, read, value.source());
            }
          });
      return true;
    }
    Field field = key == null ? null : binder.schema().field(key);
    Object read = field == null || value.node() != null ? null : binder.one(field, value.source());
    if (field == null || read == null) {
      return false;
    } else if (read instanceof LocalizedText text) {
      return row.addText(field, text.text(), value.language(), value.source());
    }
    return row.add(field, read, value.source());
  }

  private boolean take(
      JsonLdNode.Value found, String term, JsonLdPlan into, JsonLdRow row, String path) {
    JsonLdNode.Value value = resolved(found);
    JsonLdPlan inner = into.inner(term);
    if (inner != null) {
      return inner(value, inner, row, path);
    }
    List<JsonLdPlan.Target> targets = into.targets(term);
    if (targets.isEmpty() && into == plan && plan.place() != null) {
      return rows.ownPlace(plan.place(), term, value, path);
    }
    for (int i = 0; i < targets.size(); i++) {
      JsonLdPlan.Target target = targets.get(i);
      boolean taken;
      if (target.component() instanceof Group group) {
        taken = group(group, value, into, row, path);
      } else {
        Field field = (Field) target.component();
        ChildTable table = JsonLdRows.table(into.schema(), field);
        taken =
            table != null
                ? rows.add(table, value, row, path, target.term(), false)
                : values.take(target, field.refersTo() == null ? value : found, row, path, this);
      }
      if (taken) {
        return true;
      }
    }
    return false;
  }

  boolean inner(JsonLdNode.Value value, JsonLdPlan inner, JsonLdRow row, String path) {
    if (value.node() != null) {
      return nested(value.node(), inner, row, path);
    }
    Field first = inner.first();
    Object text =
        first == null || !value.source().isText() ? null : binder.one(first, value.source());
    return first != null && text != null && row.add(first, text, value.source());
  }

  private boolean group(
      Group group, JsonLdNode.Value value, JsonLdPlan into, JsonLdRow row, String path) {
    ChildTable table = JsonLdRows.table(into.schema(), group);
    if (table != null) {
      return rows.add(table, value, row, path, into.term(group), false);
    }
    JsonLdPlan plan = into.group(group);
    if (value.node() != null && !value.node().isReference()) {
      if (!row.enter(group)) {
        return false;
      }
      boolean read = nested(value.node(), plan, row, path);
      JsonLdKinds.apply(group.type(), value.node(), row);
      return read;
    }
    return false;
  }

  /** Reads a node inside another; false when it is too deep inside. */
  boolean nested(JsonLdNode node, JsonLdPlan into, JsonLdRow row, String path) {
    if (open.size() > DEEPEST) {
      return false;
    }
    open.push(node.id() == null ? "" : node.id());
    read(contacts.without(node, into, path + "."), into, row, path + ".", null);
    open.pop();
    return true;
  }

  /** Keeps what a node holds beyond the properties that were read from it. */
  void rest(JsonLdNode node, List<String> read, String path) {
    for (JsonLdNode.Property property : node.properties()) {
      if (!read.contains(property.term())
          && !property.values().isEmpty()
          && !contacts.isDropped(node, property, path + ".")) {
        keep(path + "." + property.member().name(), property.member());
      }
    }
  }

  /** Keeps a value under the path of its names. */
  void keep(String path, JsonNode value) {
    binder.other(path, contacts.keepable(value, path));
  }

  /** Returns the node that an address stands for, when the document has it; else the value. */
  private JsonLdNode.Value resolved(JsonLdNode.Value value) {
    JsonLdNode node = value.node();
    if (node == null || !node.isReference() || open.contains(node.id())) {
      return value;
    }
    JsonLdNode found = nodes.apply(Objects.requireNonNull(node.id()));
    return found == null ? value : new JsonLdNode.Value(value.source(), found, null);
  }
}
