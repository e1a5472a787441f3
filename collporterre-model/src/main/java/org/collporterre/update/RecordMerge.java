package org.collporterre.update;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.collporterre.model.Entry;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;
import org.collporterre.update.UpdateOptions.Side;
import org.jspecify.annotations.Nullable;

/**
 * Brings two states of one record together, part by part: what one side changed is taken; what both
 * changed alike too. Of lists to which both only added, both additions are taken; of the date of
 * the last change the later one. All else that both changed is a conflict.
 */
final class RecordMerge {
  private static final String ID = "id";
  private static final String MODIFIED = "date_maj";

  private final Schema<? extends Entry> schema;
  private final Map<String, Object> common;
  private final Map<String, Object> base;
  private final Map<String, Object> incoming;
  private final @Nullable Side preferred;
  private final Map<String, Object> result = new HashMap<>();
  private final List<FieldChange> changes = new ArrayList<>();

  /**
   * A merged record.
   *
   * @param result the record; where there are conflicts with the base's values
   * @param changes what is not as in the base
   */
  record Merged(Entry result, List<FieldChange> changes) {
    boolean isConflicting() {
      return changes.stream().anyMatch(FieldChange::conflicting);
    }
  }

  private RecordMerge(
      Schema<? extends Entry> schema,
      Map<String, Object> common,
      Map<String, Object> base,
      Map<String, Object> incoming,
      @Nullable Side preferred) {
    this.schema = schema;
    this.common = common;
    this.base = base;
    this.incoming = incoming;
    this.preferred = preferred;
  }

  /**
   * Merges two states.
   *
   * @param common the state both come from: the base itself when everything that comes in counts;
   *     null when there was none
   */
  static Merged merge(
      @Nullable Entry common, Entry base, Entry incoming, @Nullable Side preferred) {
    Map<String, Object> known = RecordParts.of(base);
    Map<String, Object> before =
        common == null ? Map.of() : common == base ? known : RecordParts.of(common);
    return new RecordMerge(Schema.of(base), before, known, RecordParts.of(incoming), preferred)
        .merge();
  }

  private Merged merge() {
    Set<String> names = new LinkedHashSet<>(base.keySet());
    names.addAll(incoming.keySet());
    names.addAll(common.keySet());
    List<String> ordered = new ArrayList<>(names);
    ordered.sort(Comparator.comparing(name -> RecordParts.rank(schema, name)));
    for (String name : ordered) {
      merge(name);
    }
    requireTexts();
    return new Merged(RecordParts.create(schema, result), List.copyOf(changes));
  }

  private void merge(String name) {
    Object before = common.get(name);
    Object known = base.get(name);
    Object coming = incoming.get(name);
    if (name.equals(ID) || Objects.equals(known, coming) || Objects.equals(coming, before)) {
      put(name, known);
    } else if (Objects.equals(known, before)) {
      take(name, known, coming);
    } else {
      both(name, before, known, coming);
    }
  }

  private void both(
      String name, @Nullable Object before, @Nullable Object known, @Nullable Object coming) {
    Object together = together(name, before, known, coming);
    if (together != null) {
      take(name, known, together);
    } else if (preferred == Side.INCOMING) {
      take(name, known, coming);
    } else {
      put(name, known);
      if (preferred == null) {
        changes.add(RecordParts.change(schema, name, known, coming, true));
      }
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // dates compare with dates
  private @Nullable Object together(
      String name, @Nullable Object before, @Nullable Object known, @Nullable Object coming) {
    if (known == null || coming == null) {
      return before == null ? (known == null ? coming : known) : null;
    }
    if (name.equals(MODIFIED)) {
      return ((Comparable) known).compareTo(coming) >= 0 ? known : coming;
    }
    Field field = schema.field(name);
    if (field == null || !field.isList() || field.child() != null) {
      return null;
    }
    List<?> old = before == null ? List.of() : (List<?>) before;
    return ((List<?>) known).containsAll(old) && ((List<?>) coming).containsAll(old)
        ? union((List<?>) known, (List<?>) coming)
        : null;
  }

  private static List<?> union(List<?> known, List<?> coming) {
    List<Object> all = new ArrayList<>(known);
    for (Object item : coming) {
      if (!all.contains(item)) {
        all.add(item);
      }
    }
    return List.copyOf(all);
  }

  private void take(String name, @Nullable Object known, @Nullable Object coming) {
    put(name, coming);
    if (!Objects.equals(known, coming)) {
      changes.add(RecordParts.change(schema, name, known, coming, false));
    }
  }

  private void put(String name, @Nullable Object value) {
    if (value != null) {
      result.put(name, value);
    }
  }

  /** A translation cannot stand without the text: who takes that away contradicts it. */
  private void requireTexts() {
    for (String name : new TreeSet<>(result.keySet())) {
      String text = RecordParts.translated(name);
      if (text == null || result.containsKey(text)) {
        continue;
      }
      result.remove(name);
      if (preferred == null) {
        changes.add(RecordParts.change(schema, name, base.get(name), incoming.get(name), true));
      }
    }
  }
}
