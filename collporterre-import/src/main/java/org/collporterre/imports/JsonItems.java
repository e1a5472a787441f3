package org.collporterre.imports;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON document item by item, without ever holding it whole: the items of the document when
 * it is an array, of its members that are arrays of certain names when it is an object, else the
 * document itself as the only item.
 */
final class JsonItems {
  /** Says which arrays of a document hold its items. */
  interface Choice {
    /**
     * Tells whether the items of an array are items of the document.
     *
     * @param head the members of the document before it
     * @param name the name of the array
     * @param ofObjects whether its first item is an object
     */
    boolean holdsItems(JsonNode head, String name, boolean ofObjects);

    /** Tells whether the content of a member that holds no items is wanted. */
    default boolean isKept(String name) {
      return true;
    }
  }

  /** Of more members that are passed over, nothing is remembered. */
  private static final int MOST_MEMBERS = 1000;

  private final JsonScanner in;
  private final Choice choice;
  private final Set<String> marks;
  private final Consumer<JsonNode> duplicates;
  private final Set<String> names = new HashSet<>();
  private @Nullable JsonNode root;
  private @Nullable JsonNode array;
  private int index;
  private long headBytes;
  private boolean ended;
  private boolean streamed;
  private boolean marked;
  private String arrayName = "";

  /** Whether the array is left out because an earlier member has its name. */
  private boolean skipped;

  private final Deque<JsonNode> pending = new ArrayDeque<>();

  /**
   * @param arrays the names of members whose items are read one by one
   * @param duplicates told each member whose name an earlier member of its object has
   */
  JsonItems(JsonScanner in, Set<String> arrays, Consumer<JsonNode> duplicates) {
    this(in, (head, name, ofObjects) -> arrays.contains(name), Set.of(), duplicates);
  }

  /**
   * @param choice the members whose items are read one by one
   * @param marks the names of members that only an item has: behind one of them the document is
   *     itself an item, and its arrays are its own
   * @param duplicates told each member whose name an earlier member of its object has
   */
  JsonItems(JsonScanner in, Choice choice, Set<String> marks, Consumer<JsonNode> duplicates) {
    this.in = in;
    this.choice = choice;
    this.marks = marks;
    this.duplicates = duplicates;
  }

  /**
   * Returns the next item, or null after the last.
   *
   * @throws IOException when the stream cannot be read
   * @throws JsonFault when the text is not JSON, or beyond a limit
   */
  @Nullable JsonNode next() throws IOException, JsonFault {
    if (root == null) {
      begin();
    }
    while (!ended) {
      if (array != null) {
        JsonScanner.Token token = in.next();
        if (token != JsonScanner.Token.END_ARRAY) {
          JsonNode item = JsonNode.read(in, token, array, null, index++, duplicates);
          if (skipped) {
            continue;
          }
          return item;
        }
        boolean whole = array == root;
        array = null;
        if (whole) {
          end();
        }
      } else {
        member();
      }
    }
    return pending.poll();
  }

  private void begin() throws IOException, JsonFault {
    JsonScanner.Token token = in.next();
    switch (token) {
      case BEGIN_OBJECT -> root = JsonNode.container(in, true, null, null);
      case BEGIN_ARRAY -> {
        root = JsonNode.container(in, false, null, null);
        array = root;
        streamed = true;
      }
      default -> {
        root = JsonNode.read(in, token, null, null, 0, duplicates);
        end();
      }
    }
  }

  private void member() throws IOException, JsonFault {
    JsonNode owner = head();
    if (in.next() == JsonScanner.Token.END_OBJECT) {
      end();
      return;
    }
    String name = in.text();
    JsonScanner.Token token = in.next();
    boolean repeated = !names.add(name);
    marked |= marks.contains(name);
    if (token == JsonScanner.Token.BEGIN_ARRAY
        && !marked
        && choice.holdsItems(owner, name, in.isObjectNext())) {
      array = JsonNode.container(in, false, owner, name);
      index = 0;
      arrayName = name;
      streamed = true;
      skipped = repeated;
      if (repeated) {
        duplicates.accept(array);
      }
      return;
    }
    if (!choice.isKept(name)) {
      passOver(token, owner, name);
      return;
    }
    long before = in.offset();
    JsonNode value = JsonNode.read(in, token, owner, name, owner.children().size(), duplicates);
    headBytes += in.offset() - before + name.length();
    if (headBytes > JsonNode.MAX_BYTES) {
      String most = (JsonNode.MAX_BYTES >> 20) + " MiB";
      throw new JsonFault("json-limit", value.line(), value.column(), null, most);
    }
    if (repeated) {
      duplicates.accept(value);
    } else {
      owner.add(value);
    }
  }

  /** Keeps only that there is such a member: what is in it may be large. */
  private void passOver(JsonScanner.Token token, JsonNode owner, String name)
      throws IOException, JsonFault {
    int index = owner.children().size();
    boolean object = token == JsonScanner.Token.BEGIN_OBJECT;
    if (index < MOST_MEMBERS) {
      owner.add(JsonNode.container(in, object, owner, name, index));
    }
    in.skip(token);
  }

  private void end() throws IOException, JsonFault {
    in.next();
    ended = true;
    if (!streamed) {
      pending.add(head());
    }
  }

  /** Tells whether anything of the document has been read. */
  boolean isBegun() {
    return root != null;
  }

  /**
   * Returns the document: an object of the members read so far that are not read item by item.
   *
   * @throws IllegalStateException before the first item was asked for
   */
  JsonNode head() {
    if (root == null) {
      throw new IllegalStateException("nothing read yet");
    }
    return root;
  }

  /** Returns the array that the next item is in when its items come one by one; else null. */
  @Nullable JsonNode open() {
    return skipped ? null : array;
  }

  /** Returns the number of the next item in that array, from 0. */
  int index() {
    return index;
  }

  /** Says that the next items have been read otherwise. */
  void passed(int items) {
    index += items;
  }

  /** Returns the name of the array that the last item is from; empty for a document's own. */
  String arrayName() {
    return arrayName;
  }

  /** Tells whether a member of the document says that it is itself an item. */
  boolean isMarked() {
    return marked;
  }

  /** Tells whether there was an array to read one by one; false for a document that is one item. */
  boolean isStreamed() {
    return streamed;
  }
}
