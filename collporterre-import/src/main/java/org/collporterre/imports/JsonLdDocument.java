package org.collporterre.imports;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of one JSON-LD document: those of its {@code @graph} one by one, the items of lists and
 * feeds, or the document itself. A context behind the graph is waited for, but not over more than
 * {@value #MOST_BEFORE} values.
 */
final class JsonLdDocument {
  private static final int MOST_BEFORE = 200_000;
  private static final String CONTEXT = "@context";
  private static final String GRAPH = "@graph";
  private static final Set<String> STREAMED =
      Set.of(GRAPH, "itemListElement", "dataFeedElement", "@included");

  private final JsonItems items;
  private final Consumer<JsonNode> strays;
  private final Deque<JsonNode> early = new ArrayDeque<>();
  private final Deque<JsonLdNode> nodes = new ArrayDeque<>();
  private @Nullable JsonLdContext context;
  private int waited;
  private boolean ended;

  /**
   * @param duplicates told each member whose name an earlier member of its object has
   * @param strays told each value that stands where a node should and is none
   */
  JsonLdDocument(JsonScanner in, Consumer<JsonNode> duplicates, Consumer<JsonNode> strays) {
    this.items = new JsonItems(in, STREAMED, duplicates);
    this.strays = strays;
  }

  /**
   * Returns the next node, or null after the last.
   *
   * @throws IOException when the stream cannot be read
   * @throws JsonFault when the text is not JSON, beyond a limit, or its context cannot be followed
   */
  @Nullable JsonLdNode next() throws IOException, JsonFault {
    while (nodes.isEmpty() && !ended) {
      JsonNode item = items.next();
      if (item == null) {
        end();
      } else if (!items.isStreamed()) {
        take(item, JsonLdContext.NONE);
      } else if (context() != null) {
        take(item, context());
      } else {
        early.add(item);
        waited += item.size();
        if (waited > MOST_BEFORE) {
          throw new JsonFault(
              "context-unknown", item.line(), item.column(), null, "@context … @graph");
        }
      }
    }
    return nodes.poll();
  }

  private @Nullable JsonLdContext context() throws JsonFault {
    if (context == null) {
      JsonNode root = items.head();
      JsonNode declared = root.get(CONTEXT);
      if (declared != null) {
        context = JsonLdContext.NONE.with(declared);
      } else if (root.isArray()) {
        context = JsonLdContext.NONE;
      }
    }
    return context;
  }

  private void end() throws JsonFault {
    ended = true;
    JsonLdContext known = context();
    for (JsonNode item : early) {
      take(item, known == null ? JsonLdContext.NONE : known);
    }
    early.clear();
    if (items.isStreamed() && items.head().isObject()) {
      JsonLdNode head = JsonLdNode.of(items.head(), JsonLdContext.NONE);
      if (!head.types().isEmpty() && JsonLdTypes.listed(head.types()) == null) {
        nodes.add(head);
      }
    }
  }

  private void take(JsonNode item, @Nullable JsonLdContext outer) throws JsonFault {
    if (!item.isObject()) {
      strays.accept(item);
      return;
    }
    JsonLdNode node = JsonLdNode.of(item, outer == null ? JsonLdContext.NONE : outer);
    if (node.isMeaningless()) {
      throw new JsonFault(
          "context-unknown", item.line(), item.column(), null, "https://schema.org");
    }
    if (!node.values("@value").isEmpty()) {
      strays.accept(item);
    } else if (!node.isReference()) {
      unfold(node);
    }
  }

  /** Adds a node, of a list its items. */
  private void unfold(JsonLdNode node) {
    String listed = JsonLdTypes.listed(node.types());
    boolean list = listed != null && unfold(node, listed);
    boolean graph = unfold(node, GRAPH);
    if (!list && !(graph && node.types().isEmpty())) {
      nodes.add(node);
    }
  }

  private boolean unfold(JsonLdNode node, String property) {
    boolean any = false;
    for (JsonLdNode.Value value : node.values(property)) {
      JsonLdNode inner = value.node();
      if (inner != null) {
        any = true;
        if (!inner.isReference()) {
          unfold(inner);
        }
      }
    }
    return any;
  }
}
