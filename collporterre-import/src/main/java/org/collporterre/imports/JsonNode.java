package org.collporterre.imports;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.collporterre.report.Location;
import org.jspecify.annotations.Nullable;

/** A JSON value with its place. Made by {@link #read}, not changed afterwards. */
final class JsonNode {
  /** The most values that one record, feature or node may be made of. */
  static final int MAX_NODES = 500_000;

  /** The most bytes that one record, feature or node may take. */
  static final int MAX_BYTES = 1 << 25;

  private static final int FEW = 12;

  /** What a value is. */
  enum Kind {
    OBJECT,
    ARRAY,
    TEXT,
    NUMBER,
    TRUE,
    FALSE,
    NULL
  }

  private final Kind kind;
  private final int line;
  private final int column;
  private final String text;
  private final boolean halfSurrogate;
  private final List<JsonNode> children;
  private final @Nullable JsonNode parent;
  private final @Nullable String name;
  private final int index;

  private JsonNode(
      Kind kind, JsonScanner at, @Nullable JsonNode parent, @Nullable String name, int index) {
    this.kind = kind;
    this.line = at.line();
    this.column = at.column();
    this.text = kind == Kind.TEXT || kind == Kind.NUMBER ? at.text() : "";
    this.halfSurrogate = kind == Kind.TEXT && at.hasHalfSurrogate();
    this.children = kind == Kind.OBJECT || kind == Kind.ARRAY ? new ArrayList<>() : List.of();
    this.parent = parent;
    this.name = name;
    this.index = index;
  }

  /**
   * Reads the value that begins with the current token of a scanner.
   *
   * @param token the current token
   * @param parent an object or array whose content is streamed, or null for the whole document
   * @param name the name of the value as a member of the parent, or null
   * @param index the place of the value in the parent, from 0
   * @param duplicates told each member whose name an earlier member of its object has; it is left
   *     out of the object
   * @throws IOException when the stream cannot be read
   * @throws JsonFault when the text is not JSON, or beyond a limit
   */
  static JsonNode read(
      JsonScanner in,
      JsonScanner.Token token,
      @Nullable JsonNode parent,
      @Nullable String name,
      int index,
      Consumer<JsonNode> duplicates)
      throws IOException, JsonFault {
    JsonNode root = new JsonNode(kind(token), in, parent, name, index);
    if (!root.isObject() && !root.isArray()) {
      return root;
    }
    long limit = in.offset() + MAX_BYTES;
    int nodes = 1;
    Deque<JsonNode> open = new ArrayDeque<>();
    Deque<Set<String>> names = new ArrayDeque<>();
    open.push(root);
    names.push(Set.of());
    while (!open.isEmpty()) {
      JsonScanner.Token next = in.next();
      JsonNode owner = open.element();
      if (next == JsonScanner.Token.END_OBJECT || next == JsonScanner.Token.END_ARRAY) {
        open.pop();
        names.pop();
        continue;
      }
      String member = null;
      if (next == JsonScanner.Token.NAME) {
        member = in.text();
        next = in.next();
      }
      if (++nodes > MAX_NODES || in.offset() > limit) {
        String most = nodes > MAX_NODES ? MAX_NODES + " values" : (MAX_BYTES >> 20) + " MiB";
        throw new JsonFault("json-limit", in.line(), in.column(), null, most);
      }
      JsonNode node = new JsonNode(kind(next), in, owner, member, owner.children.size());
      if (member != null && owner.isTaken(member, names)) {
        duplicates.accept(node);
      } else {
        owner.children.add(node);
      }
      if (node.isObject() || node.isArray()) {
        open.push(node);
        names.push(Set.of());
      }
    }
    return root;
  }

  /**
   * Tells whether a member already has this name. Few are compared one by one; of many, the names
   * are kept on top of the stack.
   */
  private boolean isTaken(String member, Deque<Set<String>> names) {
    if (children.size() < FEW) {
      return get(member) != null;
    }
    if (names.element().isEmpty()) {
      Set<String> all = new HashSet<>();
      children.forEach(child -> all.add(Objects.requireNonNull(child.name)));
      names.pop();
      names.push(all);
    }
    return !names.element().add(member);
  }

  private JsonNode(JsonNode other, List<JsonNode> children) {
    this.kind = other.kind;
    this.line = other.line;
    this.column = other.column;
    this.text = other.text;
    this.halfSurrogate = other.halfSurrogate;
    this.children = children;
    this.parent = other.parent;
    this.name = other.name;
    this.index = other.index;
  }

  /** Returns this value without some members of the objects in it; itself when it has none. */
  JsonNode without(Predicate<JsonNode> members) {
    List<JsonNode> kept = new ArrayList<>(children.size());
    boolean same = true;
    for (JsonNode child : children) {
      boolean out = isObject() && members.test(child);
      JsonNode rest = out ? child : child.without(members);
      same &= rest == child && !out;
      if (!out) {
        kept.add(rest);
      }
    }
    return same ? this : new JsonNode(this, kept);
  }

  /**
   * Returns what is left of this value without some values in it; null when that is nothing: no
   * value, or nothing but null where there was more.
   */
  @Nullable JsonNode rest(Predicate<JsonNode> out) {
    if (out.test(this)) {
      return null;
    }
    List<JsonNode> kept = new ArrayList<>(children.size());
    boolean same = true;
    for (JsonNode child : children) {
      JsonNode rest = child.rest(out);
      same &= rest == child;
      if (rest != null) {
        kept.add(rest);
      }
    }
    return same ? this : kept.stream().allMatch(JsonNode::isNull) ? null : new JsonNode(this, kept);
  }

  /** Returns a value that was not read from JSON; members and items are added to it. */
  static JsonNode of(
      Kind kind,
      int line,
      int column,
      String text,
      @Nullable JsonNode parent,
      @Nullable String name,
      int index) {
    return new JsonNode(kind, line, column, text, parent, name, index);
  }

  private JsonNode(
      Kind kind,
      int line,
      int column,
      String text,
      @Nullable JsonNode parent,
      @Nullable String name,
      int index) {
    this.kind = kind;
    this.line = line;
    this.column = column;
    this.text = text;
    this.halfSurrogate = false;
    this.children = kind == Kind.OBJECT || kind == Kind.ARRAY ? new ArrayList<>() : List.of();
    this.parent = parent;
    this.name = name;
    this.index = index;
  }

  /** Returns a text that stands for something about a value, at its place. */
  static JsonNode text(String text, JsonNode at) {
    return new JsonNode(at, text);
  }

  private JsonNode(JsonNode other, String text) {
    this.kind = Kind.TEXT;
    this.line = other.line;
    this.column = other.column;
    this.text = text;
    this.halfSurrogate = false;
    this.children = List.of();
    this.parent = other.parent;
    this.name = other.name;
    this.index = other.index;
  }

  /** Returns the object or array it is directly in, or null. */
  @Nullable JsonNode parent() {
    return parent;
  }

  private static Kind kind(JsonScanner.Token token) {
    return switch (token) {
      case BEGIN_OBJECT -> Kind.OBJECT;
      case BEGIN_ARRAY -> Kind.ARRAY;
      case TEXT -> Kind.TEXT;
      case NUMBER -> Kind.NUMBER;
      case TRUE -> Kind.TRUE;
      case FALSE -> Kind.FALSE;
      case NULL -> Kind.NULL;
      default -> throw new IllegalStateException("no value begins with " + token);
    };
  }

  /** Returns an object or array of which the content is not kept, as the parent of others. */
  static JsonNode container(
      JsonScanner at, boolean object, @Nullable JsonNode parent, @Nullable String name) {
    return container(at, object, parent, name, 0);
  }

  /** Returns such a container that is itself an item of another. */
  static JsonNode container(
      JsonScanner at, boolean object, @Nullable JsonNode parent, @Nullable String name, int index) {
    return new JsonNode(object ? Kind.OBJECT : Kind.ARRAY, at, parent, name, index);
  }

  /** Adds a member to a container. */
  void add(JsonNode member) {
    children.add(member);
  }

  Kind kind() {
    return kind;
  }

  boolean isObject() {
    return kind == Kind.OBJECT;
  }

  boolean isArray() {
    return kind == Kind.ARRAY;
  }

  /** Tells whether one of its members or items is an object. */
  boolean hasObject() {
    return children.stream().anyMatch(JsonNode::isObject);
  }

  boolean isText() {
    return kind == Kind.TEXT;
  }

  boolean isNumber() {
    return kind == Kind.NUMBER;
  }

  boolean isNull() {
    return kind == Kind.NULL;
  }

  /** Tells whether it is neither object nor array nor null. */
  boolean isScalar() {
    return children.isEmpty() && !isObject() && !isArray() && !isNull();
  }

  /** Returns the name as a member of an object, or null. */
  @Nullable String name() {
    return name;
  }

  /** Returns the members of an object or the items of an array, in order; else nothing. */
  List<JsonNode> children() {
    return children;
  }

  /** Returns the member of a name, or null. */
  @Nullable JsonNode get(String member) {
    for (int i = 0; i < children.size(); i++) {
      if (member.equals(children.get(i).name)) {
        return children.get(i);
      }
    }
    return null;
  }

  /** Returns a text as it is, a number as it is written, true and false as such; else compact. */
  String text() {
    return switch (kind) {
      case TEXT, NUMBER -> text;
      case TRUE -> "true";
      case FALSE -> "false";
      case NULL -> "";
      case OBJECT, ARRAY -> compact();
    };
  }

  /** Tells whether the text had half a surrogate pair, which is now U+FFFD. */
  boolean hasHalfSurrogate() {
    return halfSurrogate;
  }

  /** Returns how many values it is made of, itself included. */
  int size() {
    int size = 1;
    for (int i = 0; i < children.size(); i++) {
      size += children.get(i).size();
    }
    return size;
  }

  /** Returns the value as JSON without blanks. */
  String compact() {
    StringBuilder out = new StringBuilder();
    compact(out);
    return out.toString();
  }

  /** As deep as {@link JsonScanner#MAX_DEPTH} lets it. */
  private void compact(StringBuilder out) {
    switch (kind) {
      case TEXT -> quoted(text, out);
      case NUMBER -> out.append(text);
      case TRUE -> out.append("true");
      case FALSE -> out.append("false");
      case NULL -> out.append("null");
      case OBJECT, ARRAY -> {
        out.append(isObject() ? '{' : '[');
        for (JsonNode child : children) {
          if (child != children.get(0)) {
            out.append(',');
          }
          if (isObject() && child.name != null) {
            quoted(child.name, out);
            out.append(':');
          }
          child.compact(out);
        }
        out.append(isObject() ? '}' : ']');
      }
    }
  }

  /** Returns a text as JSON. */
  static String quoted(String text) {
    StringBuilder out = new StringBuilder();
    quoted(text, out);
    return out.toString();
  }

  private static void quoted(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(hex(c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }

  private static char hex(char c) {
    return Character.forDigit(c & 15, 16);
  }

  int line() {
    return line;
  }

  int column() {
    return column;
  }

  /** Returns how many arrays and objects it is in; 0 for a whole document. */
  int depth() {
    int depth = 0;
    for (JsonNode outer = parent; outer != null; outer = outer.parent) {
      depth++;
    }
    return depth;
  }

  /** Returns where the value begins. */
  Location location(String file) {
    return new Location(file, line, column, pointer());
  }

  /** Returns the JSON Pointer (RFC 6901); empty for a whole document. */
  String pointer() {
    if (parent == null) {
      return "";
    }
    String own = name == null ? Integer.toString(index) : name;
    return parent.pointer() + "/" + JsonPath.escaped(own);
  }
}
