package org.collporterre.update;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.collporterre.model.Entry;
import org.collporterre.update.RecordSet.Item;
import org.jspecify.annotations.Nullable;

/**
 * Records whose identifiers were made from the same title and municipality: the first has the plain
 * one, the others six hexadecimal digits behind it. Which is first depends on the order of the
 * rows, so that in such a family the identifier alone says little.
 */
final class Families {
  /** In larger families only the identifier counts: the comparison is of each with each. */
  static final int LARGEST = 100;

  private static final Pattern SUFFIX = Pattern.compile("-[0-9a-f]{6}$");

  private final Map<Class<?>, Set<String>> stems = new HashMap<>();
  private final Map<Class<?>, Map<String, List<Integer>>> base;
  private final Map<Class<?>, Map<String, List<Integer>>> incoming;

  Families(List<Item> base, List<Item> incoming) {
    collect(base);
    collect(incoming);
    this.base = members(base);
    this.incoming = members(incoming);
  }

  private void collect(List<Item> items) {
    for (Item item : items) {
      String id = item.id();
      if (id != null && id.length() > 7 && SUFFIX.matcher(id).find()) {
        stems
            .computeIfAbsent(item.entry().getClass(), type -> new HashSet<>())
            .add(id.substring(0, id.length() - 7));
      }
    }
  }

  private Map<Class<?>, Map<String, List<Integer>>> members(List<Item> items) {
    Map<Class<?>, Map<String, List<Integer>>> all = new HashMap<>();
    for (int i = 0; i < items.size(); i++) {
      String stem = stem(items.get(i));
      if (stem != null) {
        all.computeIfAbsent(items.get(i).entry().getClass(), type -> new HashMap<>())
            .computeIfAbsent(stem, any -> new ArrayList<>())
            .add(i);
      }
    }
    return all;
  }

  /** Returns the name of the family that a record is of, or null. */
  private @Nullable String stem(Item item) {
    String id = item.id();
    Set<String> known = stems.getOrDefault(item.entry().getClass(), Set.of());
    if (id == null || known.isEmpty()) {
      return null;
    } else if (known.contains(id)) {
      return id;
    }
    String stem = id.length() > 7 ? id.substring(0, id.length() - 7) : id;
    return known.contains(stem) && SUFFIX.matcher(id).find() ? stem : null;
  }

  /** Returns the numbers of the records of the base that are of the family of a record. */
  List<Integer> ofBase(Item item) {
    return of(base, item);
  }

  /** Returns the numbers of the records that come in and are of the family of a record. */
  List<Integer> ofIncoming(Item item) {
    return of(incoming, item);
  }

  private List<Integer> of(Map<Class<?>, Map<String, List<Integer>>> side, Item item) {
    String stem = stem(item);
    List<Integer> all =
        stem == null
            ? List.of()
            : side.getOrDefault(item.entry().getClass(), Map.of()).getOrDefault(stem, List.of());
    return all.size() <= LARGEST ? all : List.of();
  }

  /** Tells whether a record that comes in says the same as one of the base, but for the id. */
  static boolean saySame(Item base, Item incoming) {
    Entry filled = incoming.silence().filled(incoming.entry(), base.entry());
    Map<String, Object> known = RecordParts.of(base.entry());
    Map<String, Object> coming = RecordParts.of(filled);
    known.remove("id");
    coming.remove("id");
    return known.equals(coming);
  }
}
