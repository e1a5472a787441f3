package org.collporterre.imports;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Turns documents of YAML into values as JSON has them, each with its place. */
final class YamlDocuments {
  private static final String MALFORMED = "yaml-malformed";
  private static final Pattern NUMBER =
      Pattern.compile("-?(?:0|[1-9][0-9]*+)(?:\\.[0-9]++)?+(?:[eE][+-]?[0-9]++)?+");

  private final YamlPlaces places;
  private final Consumer<JsonNode> duplicates;
  private final List<JsonNode> documents = new ArrayList<>();
  private final Deque<JsonNode> open = new ArrayDeque<>();
  private final Deque<Optional<Anchor>> openAnchors = new ArrayDeque<>();
  private final Deque<Set<String>> openNames = new ArrayDeque<>();
  private final Map<Anchor, JsonNode> anchors = new HashMap<>();
  private @Nullable String key;
  private int nodes;

  private YamlDocuments(String text, Consumer<JsonNode> duplicates) {
    this.places = new YamlPlaces(text);
    this.duplicates = duplicates;
  }

  /**
   * Reads all documents of a text.
   *
   * @param duplicates told each member whose name an earlier member of its object has; it is left
   *     out of the object
   * @throws JsonFault when it is not YAML, has tags or keys that are no texts, or is beyond a limit
   */
  static List<JsonNode> read(String text, Consumer<JsonNode> duplicates) throws JsonFault {
    YamlDocuments reader = new YamlDocuments(text, duplicates);
    LoadSettings settings = LoadSettings.builder().setCodePointLimit(text.length() + 1).build();
    try {
      for (Event event : new Parse(settings).parseString(text)) {
        reader.take(event);
      }
    } catch (MarkedYamlEngineException e) {
      Optional<Mark> mark = e.getProblemMark();
      throw new JsonFault(
          MALFORMED, reader.places.line(mark), reader.places.column(mark), e.getProblem(), null);
    } catch (YamlEngineException e) {
      throw new JsonFault(MALFORMED, 1, 1, null, null);
    }
    return reader.documents;
  }

  private void take(Event event) throws JsonFault {
    if (event instanceof DocumentStartEvent) {
      anchors.clear();
    } else if (event instanceof CollectionEndEvent) {
      JsonNode done = open.pop();
      openNames.pop();
      openAnchors.pop().ifPresent(anchor -> anchors.put(anchor, done));
    } else if (event instanceof AliasEvent alias) {
      alias(alias);
    } else if (event instanceof ScalarEvent scalar) {
      scalar(scalar);
    } else if (event instanceof CollectionStartEvent start) {
      refuseTag(start, start.getTag());
      boolean object = start instanceof MappingStartEvent;
      JsonNode node = make(object ? JsonNode.Kind.OBJECT : JsonNode.Kind.ARRAY, start, "");
      if (open.size() == JsonScanner.MAX_DEPTH) {
        throw fault("json-limit", start, null, JsonScanner.MAX_DEPTH + " levels");
      }
      open.push(node);
      openAnchors.push(start.getAnchor());
      openNames.push(new HashSet<>());
    }
  }

  private void scalar(ScalarEvent scalar) throws JsonFault {
    refuseTag(scalar, scalar.getTag());
    JsonNode owner = open.peek();
    if (owner != null && owner.isObject() && key == null) {
      key = scalar.getValue();
      return;
    }
    String text = scalar.getValue();
    // The form of a block of text ends it with a line break that its writer did not mean.
    boolean block = scalar.isLiteral() || scalar.isFolded();
    text = block && text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    JsonNode node = make(scalar.isPlain() ? kind(text) : JsonNode.Kind.TEXT, scalar, text);
    scalar.getAnchor().ifPresent(anchor -> anchors.put(anchor, node));
  }

  private static JsonNode.Kind kind(String plain) {
    return switch (plain) {
      case "", "~", "null", "Null", "NULL" -> JsonNode.Kind.NULL;
      case "true", "True", "TRUE" -> JsonNode.Kind.TRUE;
      case "false", "False", "FALSE" -> JsonNode.Kind.FALSE;
      default -> NUMBER.matcher(plain).matches() ? JsonNode.Kind.NUMBER : JsonNode.Kind.TEXT;
    };
  }

  private void alias(AliasEvent alias) throws JsonFault {
    JsonNode meant = alias.getAnchor().map(anchors::get).orElse(null);
    JsonNode owner = open.peek();
    if (meant == null || owner != null && owner.isObject() && key == null) {
      throw fault(MALFORMED, alias, "*" + alias.getAnchor().map(Anchor::getValue).orElse(""), null);
    }
    JsonNode copy = make(meant.kind(), alias, meant.isScalar() ? meant.text() : "");
    copy(meant, copy, alias, open.size());
  }

  /** Copies what an alias stands for, at the place of the alias. */
  private void copy(JsonNode from, JsonNode into, NodeEvent alias, int depth) throws JsonFault {
    if (!from.isScalar() && depth == JsonScanner.MAX_DEPTH) {
      throw fault("json-limit", alias, null, JsonScanner.MAX_DEPTH + " levels");
    }
    for (JsonNode child : from.children()) {
      count(alias);
      String text = child.isScalar() ? child.text() : "";
      int index = into.children().size();
      JsonNode copy =
          JsonNode.of(child.kind(), into.line(), into.column(), text, into, child.name(), index);
      into.add(copy);
      copy(child, copy, alias, depth + 1);
    }
  }

  /** Makes a value and puts it where it belongs. */
  private JsonNode make(JsonNode.Kind kind, NodeEvent at, String text) throws JsonFault {
    JsonNode owner = open.peek();
    if (owner != null && owner.isObject() && key == null) {
      throw fault(MALFORMED, at, null, "key: value");
    }
    count(at);
    Optional<Mark> mark = at.getStartMark();
    int index = owner == null ? 0 : owner.children().size();
    JsonNode node =
        JsonNode.of(kind, places.line(mark), places.column(mark), text, owner, key, index);
    boolean repeated = key != null && !openNames.element().add(key);
    key = null;
    if (owner == null) {
      documents.add(node);
    } else if (repeated) {
      duplicates.accept(node);
    } else {
      owner.add(node);
    }
    return node;
  }

  private void count(NodeEvent at) throws JsonFault {
    if (++nodes > JsonNode.MAX_NODES) {
      throw fault("json-limit", at, null, JsonNode.MAX_NODES + " values");
    }
  }

  private void refuseTag(NodeEvent at, Optional<String> tag) throws JsonFault {
    if (tag.isPresent()) {
      throw fault(MALFORMED, at, tag.get(), null);
    }
  }

  private JsonFault fault(
      String code, NodeEvent at, @Nullable String value, @Nullable String expected) {
    Optional<Mark> mark = at.getStartMark();
    return new JsonFault(code, places.line(mark), places.column(mark), value, expected);
  }
}
