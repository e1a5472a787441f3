package org.collporterre.imports;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records of a JSON document that stand where JSON Pointers say, in constant memory. A
 * segment {@code *} is each item of an array or each member of an object. A pointer to an array is
 * to its items. Of several pointers the one that comes up first counts.
 */
final class JsonPath {
  /** An object or array that is being read, with what leads into it. */
  private static final class Level {
    private final JsonNode container;
    private final List<List<String>> ways;

    /** Whether each item is a record. */
    private final boolean items;

    private int index;

    Level(JsonNode container, List<List<String>> ways, boolean items) {
      this.container = container;
      this.ways = ways;
      this.items = items;
    }
  }

  private static final String EACH = "*";
  private static final int MOST_NAMES = 5;

  private final JsonScanner in;
  private final Consumer<JsonNode> duplicates;
  private final Deque<Level> open = new ArrayDeque<>();
  private List<List<String>> pointers;
  private boolean begun;
  private boolean found;
  private int deepest = -1;
  private final List<String> there = new ArrayList<>();

  /**
   * @param pointers pointers as {@link #isPointer} wants them, at least one
   * @param duplicates told each member of a record whose name an earlier member of its object has
   */
  JsonPath(JsonScanner in, List<String> pointers, Consumer<JsonNode> duplicates) {
    this.in = in;
    this.duplicates = duplicates;
    this.pointers = pointers.stream().map(JsonPath::segments).toList();
  }

  /** Tells whether a text is a JSON Pointer (RFC 6901). */
  static boolean isPointer(String text) {
    return (text.isEmpty() || text.startsWith("/")) && !text.matches("(?s).*~(?![01]).*");
  }

  /** Returns a name as a segment of a pointer. */
  static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  /** Returns the segments of a pointer, unescaped; none for the whole document. */
  static List<String> segments(String pointer) {
    List<String> segments = new ArrayList<>();
    if (!pointer.isEmpty()) {
      for (String part : pointer.substring(1).split("/", -1)) {
        segments.add(part.replace("~1", "/").replace("~0", "~"));
      }
    }
    return segments;
  }

  /**
   * Returns the next record, or what stands in the place of one; null after the last.
   *
   * @throws IOException when the stream cannot be read
   * @throws JsonFault when the text is not JSON, or beyond a limit
   */
  @Nullable JsonNode next() throws IOException, JsonFault {
    if (!begun) {
      begun = true;
      JsonNode item = value(in.next(), null, null, 0, pointers);
      if (item != null) {
        in.next();
        return item;
      }
    } else if (open.isEmpty()) {
      return null;
    }
    while (!open.isEmpty()) {
      Level level = open.element();
      JsonScanner.Token token = in.next();
      if (token == JsonScanner.Token.END_ARRAY || token == JsonScanner.Token.END_OBJECT) {
        open.pop();
        continue;
      }
      JsonNode item = level.items ? item(level, token) : member(level, token);
      if (item != null) {
        return item;
      }
    }
    in.next();
    return null;
  }

  private JsonNode item(Level level, JsonScanner.Token token) throws IOException, JsonFault {
    return JsonNode.read(in, token, level.container, null, level.index++, duplicates);
  }

  private @Nullable JsonNode member(Level level, JsonScanner.Token token)
      throws IOException, JsonFault {
    String name = token == JsonScanner.Token.NAME ? in.text() : null;
    JsonScanner.Token value = name == null ? token : in.next();
    int index = level.index++;
    String segment = name == null ? Integer.toString(index) : name;
    int depth = open.size() - 1;
    List<List<String>> ways =
        level.ways.stream()
            .filter(way -> way.get(depth).equals(segment) || way.get(depth).equals(EACH))
            .filter(way -> !found || pointers.contains(way))
            .toList();
    remember(level.container, segment, depth);
    return value(value, level.container, name, index, ways);
  }

  /** Reads a value to which some pointers lead: a record, or a way on, or nothing. */
  private @Nullable JsonNode value(
      JsonScanner.Token token,
      @Nullable JsonNode parent,
      @Nullable String name,
      int index,
      List<List<String>> ways)
      throws IOException, JsonFault {
    int depth = parent == null ? 0 : open.size();
    boolean array = token == JsonScanner.Token.BEGIN_ARRAY;
    boolean container = array || token == JsonScanner.Token.BEGIN_OBJECT;
    List<String> complete =
        ways.stream().filter(way -> way.size() == depth).findFirst().orElse(null);
    if (complete != null) {
      found = true;
      pointers = List.of(complete);
      if (!array) {
        return JsonNode.read(in, token, parent, name, index, duplicates);
      }
    }
    if (container && !ways.isEmpty()) {
      JsonNode node = JsonNode.container(in, !array, parent, name, index);
      open.push(new Level(node, ways, complete != null));
    } else {
      in.skip(token);
    }
    return null;
  }

  /**
   * Remembers what there is as far as the pointers lead, for a document where they lead nowhere.
   */
  private void remember(JsonNode container, String segment, int depth) {
    if (found || depth < deepest) {
      return;
    }
    if (depth > deepest) {
      deepest = depth;
      there.clear();
    }
    if (there.size() < MOST_NAMES) {
      String name = container.isArray() ? EACH : escaped(segment);
      String pointer = container.pointer() + "/" + name;
      if (!there.contains(pointer)) {
        there.add(pointer);
      }
    }
  }

  /** Tells whether a pointer led to anything so far. */
  boolean isFound() {
    return found;
  }

  /** Returns pointers to what there is where the pointers asked for end, the first few. */
  List<String> there() {
    return there;
  }

  /** Tells whether records have keys: they are members of an object, whatever their names. */
  boolean isKeyed() {
    List<String> pointer = pointers.get(0);
    return !pointer.isEmpty() && pointer.get(pointer.size() - 1).equals(EACH);
  }
}
