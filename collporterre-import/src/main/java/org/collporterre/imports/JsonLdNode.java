package org.collporterre.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A node of a JSON-LD document with the meaning of its names worked out, and the place of each
 * value. Not changed once it is made.
 *
 * @param source the object it was read from
 * @param id its address, or null
 * @param types its types, as {@link JsonLdContext#term} names them
 * @param properties its properties in the order of the document
 */
record JsonLdNode(
    JsonNode source, @Nullable String id, List<String> types, List<Property> properties) {
  /** Stands before the name of a property that means nothing. */
  private static final String MEANINGLESS = "_:";

  /**
   * A value of a property.
   *
   * @param source the text, number or object
   * @param node the node it is, or null for a plain value
   * @param language the language of a text, or null when none is stated
   */
  record Value(JsonNode source, @Nullable JsonLdNode node, @Nullable String language) {
    /** Returns what stands in the document: of a text that says its language, with it. */
    JsonNode whole() {
      JsonNode outer = source.parent();
      return outer != null && "@value".equals(source.name()) ? outer : source;
    }
  }

  /**
   * A property.
   *
   * @param term what it means, see {@link JsonLdContext#term}
   * @param member the member of the object
   */
  record Property(String term, JsonNode member, List<Value> values) {}

  /**
   * Works out a node. Goes as deep as {@link JsonScanner#MAX_DEPTH} lets it.
   *
   * @throws JsonFault when it declares a context that cannot be followed
   */
  static JsonLdNode of(JsonNode object, JsonLdContext outer) throws JsonFault {
    JsonNode declared = object.get("@context");
    JsonLdContext context = declared == null ? outer : outer.with(declared);
    List<String> types = new ArrayList<>(1);
    List<Property> properties = new ArrayList<>(object.children().size());
    String id = members(object, context, types, properties);
    return new JsonLdNode(object, id, types, properties);
  }

  private static @Nullable String members(
      JsonNode object, JsonLdContext context, List<String> types, List<Property> properties)
      throws JsonFault {
    String id = null;
    for (JsonNode member : object.children()) {
      String name = Objects.requireNonNull(member.name());
      String term = context.term(name);
      if (term == null) {
        term = MEANINGLESS + name;
      }
      switch (term) {
        case "@context" -> {}
        case "@id" -> id = member.isText() ? context.address(member.text()) : id;
        case "@type" -> types(member, context, types);
        case "@nest" -> {
          for (JsonNode part : member.isArray() ? member.children() : List.of(member)) {
            members(part, context, types, properties);
          }
        }
        default -> {
          List<Value> values = new ArrayList<>(1);
          add(member, context, context.isReference(name), values);
          properties.add(new Property(term, member, values));
        }
      }
    }
    return id;
  }

  private static void types(JsonNode member, JsonLdContext context, List<String> types) {
    for (JsonNode type : member.isArray() ? member.children() : List.of(member)) {
      String term = type.isText() ? context.term(type.text()) : null;
      if (term != null) {
        types.add(term);
      }
    }
  }

  private static void add(
      JsonNode json, JsonLdContext context, boolean reference, List<Value> values)
      throws JsonFault {
    switch (json.kind()) {
      case NULL -> {}
      case ARRAY -> {
        for (JsonNode item : json.children()) {
          add(item, context, reference, values);
        }
      }
      case OBJECT -> {
        JsonNode inner = keyword(json, context, "@value");
        JsonNode items = keyword(json, context, "@list");
        items = items == null ? keyword(json, context, "@set") : items;
        if (inner != null) {
          JsonNode language = keyword(json, context, "@language");
          String tag = language != null && language.isText() ? language.text() : null;
          if (!inner.isNull()) {
            values.add(new Value(inner, null, tag));
          }
        } else if (items != null) {
          add(items, context, reference, values);
        } else {
          values.add(new Value(json, of(json, context), null));
        }
      }
      default -> {
        boolean address = reference && json.isText();
        JsonLdNode node =
            address
                ? new JsonLdNode(json, context.address(json.text()), List.of(), List.of())
                : null;
        values.add(new Value(json, node, json.isText() ? context.language() : null));
      }
    }
  }

  private static @Nullable JsonNode keyword(
      JsonNode object, JsonLdContext context, String keyword) {
    for (JsonNode member : object.children()) {
      if (keyword.equals(context.term(Objects.requireNonNull(member.name())))) {
        return member;
      }
    }
    return null;
  }

  /** Tells whether it is the address of a node and nothing else. */
  boolean isReference() {
    return id != null && types.isEmpty() && properties.isEmpty();
  }

  /** Tells whether it has names, and not one of them means anything: it lacks a context. */
  boolean isMeaningless() {
    return types.isEmpty()
        && !properties.isEmpty()
        && properties.stream().allMatch(property -> property.term().startsWith(MEANINGLESS));
  }

  /** Returns the values of a property; empty when it has none. */
  List<Value> values(String term) {
    for (int i = 0; i < properties.size(); i++) {
      if (properties.get(i).term().equals(term)) {
        return properties.get(i).values();
      }
    }
    return List.of();
  }

  /** Returns the first plain value of a property, or null. */
  @Nullable JsonNode plain(String term) {
    for (Value value : values(term)) {
      if (value.node() == null) {
        return value.source();
      }
    }
    return null;
  }

  /** Returns the text of the first plain value of a property, or empty text. */
  String text(String term) {
    JsonNode value = plain(term);
    return value == null ? "" : value.text();
  }

  /** Returns the address of the first node of a property, or null. */
  @Nullable String reference(String term) {
    for (Value value : values(term)) {
      if (value.node() != null && value.node().id() != null) {
        return value.node().id();
      }
    }
    return null;
  }

  /** Returns the identifier that this library gave it, or null. */
  @Nullable String ourId() {
    for (Value value : values("identifier")) {
      JsonLdNode register = value.node();
      if (register != null && register.text("propertyID").equals("collporterre")) {
        return register.text("value");
      }
    }
    return null;
  }

  /** Tells whether it has an identifier that this library gave. */
  boolean isOurs() {
    return ourId() != null;
  }
}
