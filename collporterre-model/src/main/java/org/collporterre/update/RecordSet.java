package org.collporterre.update;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.collporterre.model.Entry;
import org.collporterre.report.Located;
import org.collporterre.report.Location;
import org.jspecify.annotations.Nullable;

/**
 * The records of one dataset, in their order, and the identifiers it says are deleted. Holds every
 * record: about three kilobytes each for records of 600 bytes of text. One that {@link #sharing
 * shares} with another set keeps no second copy of what is equal there; 100 bytes a record are then
 * left, and what differs. Used by one thread.
 */
public final class RecordSet {
  /**
   * A record with what is known of where it comes from.
   *
   * @param entry the record as its file has it
   * @param place where it begins
   * @param silence what its file says nothing of
   */
  record Item(Entry entry, Location place, Silence silence) {
    @Nullable String id() {
      // What was read may lack what a record must have.
      return entry.id();
    }
  }

  private final @Nullable RecordSet shared;
  private final List<Item> items = new ArrayList<>();
  private final Map<Class<? extends Entry>, Map<String, Item>> byId = new HashMap<>();
  private final Map<Class<? extends Entry>, Set<String>> deleted = new LinkedHashMap<>();
  private final Map<Silence, Silence> silences = new HashMap<>();

  private RecordSet(@Nullable RecordSet shared) {
    this.shared = shared;
  }

  /** Returns an empty set. */
  public static RecordSet create() {
    return new RecordSet(null);
  }

  /** Returns an empty set that takes from another one, already full, the values that are equal. */
  public static RecordSet sharing(RecordSet other) {
    return new RecordSet(other);
  }

  /** Adds a record that says everything: what has no value in it has none. */
  public void add(Entry entry) {
    add(entry, Location.startOf(""), Silence.NONE);
  }

  /** Adds a record from a file that covers so much. */
  public void add(Located<? extends Entry> row, Coverage coverage) {
    Silence silence = silences.computeIfAbsent(Silence.of(row, coverage), known -> known);
    add(row.value(), row.origin().record(), silence);
  }

  private void add(Entry entry, Location place, Silence silence) {
    String id = entry.id();
    Item equal = shared == null || id == null ? null : shared.item(entry.getClass(), id);
    Entry kept = entry;
    if (equal != null) {
      kept =
          equal.entry().equals(entry) ? equal.entry() : RecordParts.sharing(entry, equal.entry());
    }
    Item item = new Item(kept, place, silence);
    items.add(item);
    if (id != null) {
      byId.computeIfAbsent(entry.getClass(), type -> new HashMap<>()).putIfAbsent(id, item);
    }
  }

  /** Adds that a record is deleted. */
  public void delete(Class<? extends Entry> type, String id) {
    deleted.computeIfAbsent(type, t -> new LinkedHashSet<>()).add(id);
  }

  /** Returns the number of records. */
  public int size() {
    return items.size();
  }

  /** Returns the identifiers of the records it says are deleted, by type. */
  public Map<Class<? extends Entry>, Set<String>> deleted() {
    return Collections.unmodifiableMap(deleted);
  }

  boolean isDeleted(Class<? extends Entry> type, @Nullable String id) {
    return id != null && deleted.getOrDefault(type, Set.of()).contains(id);
  }

  List<Item> items() {
    return items;
  }

  /** Returns the first record of an identifier, or null. */
  @Nullable Item item(Class<? extends Entry> type, @Nullable String id) {
    return id == null ? null : byId.getOrDefault(type, Map.of()).get(id);
  }
}
