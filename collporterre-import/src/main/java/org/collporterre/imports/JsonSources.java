package org.collporterre.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.collporterre.schema.Schema;
import org.collporterre.vocabulary.Folding;
import org.jspecify.annotations.Nullable;

/**
 * What the sources of a mapping are in a JSON record: members by their name, compared as headers
 * are; values by a JSON Pointer within the record; and what stands outside of it, {@code @id} and
 * {@code @key}. What it holds is true until the next record.
 */
final class JsonSources implements Recipe.Sources {
  private static final int MOST_NAMES = 10_000;
  private static final int LONGEST_NAME = 200;
  private static final String EACH = "*";

  private final Map<String, List<String>> pointers = new LinkedHashMap<>();
  private final Set<String> names = new HashSet<>();
  private final List<String> beginnings = new ArrayList<>();
  private final Map<String, List<String>> sourcesByFolded = new HashMap<>();
  private final Map<String, List<String>> sourcesByMember = new LinkedHashMap<>();

  private final Map<String, JsonNode> members = new HashMap<>();
  private final Map<String, List<JsonNode>> pointed = new HashMap<>();
  private final Set<JsonNode> used;
  private final Set<String> ignored;

  /**
   * @param sources as they are written in a mapping
   * @param used given every value that is a source
   * @param ignored texts that mean nothing
   */
  JsonSources(Set<String> sources, Set<JsonNode> used, Set<String> ignored) {
    this.used = used;
    this.ignored = ignored;
    for (String source : sources) {
      if (source.startsWith("/")) {
        pointers.put(source, JsonPath.segments(source));
      } else if (Making.isBeginning(source)) {
        beginnings.add(source);
      } else if (names.add(source)) {
        sourcesByFolded
            .computeIfAbsent(Schema.foldHeader(source), folded -> new ArrayList<>())
            .add(source);
      }
    }
  }

  /**
   * Begins a record.
   *
   * @param outside what stands outside of the record, by the name of its source
   */
  void begin(JsonNode record, Map<String, JsonNode> outside) {
    members.clear();
    pointed.clear();
    for (JsonNode member : record.children()) {
      String name = member.name();
      for (String source : name == null ? List.<String>of() : sourcesOf(name)) {
        JsonNode before = members.get(source);
        if (before == null || source.equals(name) && !source.equals(before.name())) {
          members.put(source, member);
        }
      }
    }
    outside.forEach(members::putIfAbsent);
    for (Map.Entry<String, List<String>> pointer : pointers.entrySet()) {
      List<JsonNode> nodes = new ArrayList<>();
      add(record, pointer.getValue(), 0, nodes, used);
      pointed.put(pointer.getKey(), nodes);
      used.addAll(nodes);
    }
    for (String beginning : beginnings) {
      List<JsonNode> nodes =
          record.children().stream()
              .filter(member -> Making.begins(String.valueOf(member.name()), beginning))
              .toList();
      pointed.put(beginning, nodes);
      used.addAll(nodes);
    }
    used.addAll(members.values());
  }

  /** Names repeat in every record, so what they are the source of is worked out once. */
  private List<String> sourcesOf(String name) {
    List<String> known = sourcesByMember.get(name);
    if (known == null) {
      known =
          names.contains(name)
              ? List.of(name)
              : sourcesByFolded.getOrDefault(Schema.foldHeader(name), List.of());
      if (sourcesByMember.size() < MOST_NAMES && name.length() <= LONGEST_NAME) {
        sourcesByMember.put(name, known);
      }
    }
    return known;
  }

  /**
   * Returns the values that segments of a pointer lead to: several where one is {@code *}, each
   * item of an array or each member of an object. In an array {@code name=words} is each item whose
   * member of that name holds the words, without regard to case and accents.
   */
  static List<JsonNode> at(JsonNode node, List<String> segments) {
    List<JsonNode> nodes = new ArrayList<>();
    add(node, segments, 0, nodes, new ArrayList<>());
    return nodes;
  }

  /**
   * @param chosenBy given the members by whose text an item was chosen
   */
  private static void add(
      JsonNode node,
      List<String> segments,
      int from,
      List<JsonNode> into,
      Collection<JsonNode> chosenBy) {
    if (from == segments.size()) {
      into.add(node);
      return;
    }
    String segment = segments.get(from);
    int sign = segment.indexOf('=');
    if (segment.equals(EACH)) {
      node.children().forEach(child -> add(child, segments, from + 1, into, chosenBy));
    } else if (node.isArray() && sign > 0) {
      String words = Folding.fold(segment.substring(sign + 1));
      for (JsonNode item : node.children()) {
        JsonNode member = item.isObject() ? item.get(segment.substring(0, sign)) : null;
        if (member != null && Folding.fold(member.text()).contains(words)) {
          chosenBy.add(member);
          add(item, segments, from + 1, into, chosenBy);
        }
      }
    } else if (node.isObject()) {
      JsonNode member = node.get(segment);
      if (member != null) {
        add(member, segments, from + 1, into, chosenBy);
      }
    } else if (node.isArray() && segment.matches("0|[1-9][0-9]{0,8}")) {
      int index = Integer.parseInt(segment);
      if (index < node.children().size()) {
        add(node.children().get(index), segments, from + 1, into, chosenBy);
      }
    }
  }

  /** Returns what a source is in the record; nothing when it is not there. */
  List<JsonNode> nodes(String source) {
    List<JsonNode> several = pointed.get(source);
    if (several != null) {
      return several;
    }
    JsonNode member = members.get(source);
    return member == null ? List.of() : List.of(member);
  }

  @Override
  public List<String> texts(String source) {
    List<String> texts = new ArrayList<>();
    for (JsonNode node : nodes(source)) {
      for (JsonNode value : node.isArray() ? node.children() : List.of(node)) {
        if (!value.text().isBlank() && !isNothing(node) && !isNothing(value)) {
          texts.add(value.text());
        }
      }
    }
    return texts;
  }

  /** Tells whether an array is one of the texts that mean nothing: YAML takes brackets for one. */
  private boolean isNothing(JsonNode node) {
    return node.isArray() && isNothing(node, ignored);
  }

  /** Tells whether a text, or an array that looks like one, means nothing. */
  static boolean isNothing(JsonNode node, Set<String> ignored) {
    if (node.isArray() && node.children().size() == 1 && !ignored.isEmpty()) {
      return ignored.contains("[" + node.children().get(0).text().strip() + "]");
    }
    return node.isText() && ignored.contains(node.text().strip());
  }

  /** Returns the first of some sources that holds anything, or null. */
  @Nullable JsonNode first(Set<String> sources) {
    for (String source : sources) {
      if (!texts(source).isEmpty()) {
        return nodes(source).get(0);
      }
    }
    return null;
  }

  /** Tells whether any of some sources is there. */
  boolean hasAny(Set<String> sources) {
    return sources.stream().anyMatch(source -> !nodes(source).isEmpty());
  }

  /** Returns the names of members so far, as far as they are remembered. */
  Set<String> names() {
    return sourcesByMember.keySet();
  }
}
