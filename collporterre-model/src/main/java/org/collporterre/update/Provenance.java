package org.collporterre.update;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.collporterre.model.Entry;
import org.collporterre.update.Change.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Which source each field of each record comes from, and of when that is. What is known of a record
 * as a whole holds for each field of which nothing else is known. Records whose fields all come
 * from the same state of the same source cost about 60 bytes each. Used by one thread.
 */
public final class Provenance {
  /** Stands for all fields of which nothing else is known. */
  public static final String ALL = "*";

  /**
   * Where a value comes from.
   *
   * @param source the name of the source
   * @param date the day it was last changed there, or null when that is not known
   */
  public record Origin(String source, @Nullable LocalDate date) {}

  /**
   * A line of the table.
   *
   * @param type the record type's name
   * @param id the identifier
   * @param field the key, or {@value #ALL}
   * @param origin where the value comes from
   */
  public record Line(String type, String id, String field, Origin origin) {}

  /**
   * A dataset of a merge.
   *
   * @param name what stands for it where it knows nothing better
   * @param known what it knows itself of where its values come from
   */
  public record Source(String name, Provenance known) {
    private Origin of(String type, String id, String field, Entry entry) {
      Origin origin = known.origin(type, id, field);
      return origin == null ? new Origin(name, entry.sheet().modifiedOn()) : origin;
    }
  }

  private final Map<String, Map<String, Map<String, Origin>>> byType = new TreeMap<>();
  private final Map<Map<String, Origin>, Map<String, Origin>> shared = new HashMap<>();

  private Provenance() {}

  /** Returns a provenance of which nothing is known yet. */
  public static Provenance create() {
    return new Provenance();
  }

  /** Notes where a field of a record comes from, or the record as a whole. */
  public void put(String type, String id, String field, Origin origin) {
    Map<String, Origin> fields = new TreeMap<>(fields(type, id));
    fields.put(field, origin);
    put(type, id, fields);
  }

  private void put(String type, String id, Map<String, Origin> fields) {
    byType
        .computeIfAbsent(type, t -> new LinkedHashMap<>())
        .put(id, shared.computeIfAbsent(fields, Collections::unmodifiableMap));
  }

  private Map<String, Origin> fields(String type, String id) {
    return byType.getOrDefault(type, Map.of()).getOrDefault(id, Map.of());
  }

  /** Returns where a field of a record comes from, or null when nothing is known of it. */
  public @Nullable Origin origin(String type, String id, String field) {
    Map<String, Origin> fields = fields(type, id);
    Origin own = fields.get(field);
    return own == null ? fields.get(ALL) : own;
  }

  /** Tells whether nothing is known. */
  public boolean isEmpty() {
    return byType.isEmpty();
  }

  /** Returns all that is known: by type, records in the order in which they were noted. */
  public List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    byType.forEach(
        (type, records) ->
            records.forEach(
                (id, fields) ->
                    fields.forEach(
                        (field, origin) -> lines.add(new Line(type, id, field, origin)))));
    return lines;
  }

  /** Returns where the fields come from once a plan has been followed. */
  public static Provenance after(UpdatePlan plan, Source base, Source incoming) {
    Provenance after = new Provenance();
    for (Change change : plan.changes()) {
      String id = change.id();
      if (id != null && change.result() != null) {
        after.put(change.type(), id, fields(change, id, base, incoming));
      }
    }
    return after;
  }

  private static Map<String, Origin> fields(
      Change change, String id, Source base, Source incoming) {
    String type = change.type();
    Entry known = change.base();
    Entry coming = change.incoming();
    Map<String, Origin> fields = new TreeMap<>();
    if (known != null) {
      fields.putAll(base.known().fields(type, id));
      fields.computeIfAbsent(ALL, all -> base.of(type, id, ALL, known));
    } else if (coming != null) {
      fields.putAll(incoming.known().fields(type, id));
      fields.computeIfAbsent(ALL, all -> incoming.of(type, id, ALL, coming));
    }
    if (change.kind() == Kind.UPDATED && coming != null) {
      String comingId = coming.id() == null ? id : coming.id();
      for (FieldChange field : change.fields()) {
        fields.put(field.field(), incoming.of(type, comingId, field.field(), coming));
      }
    }
    return fields;
  }
}
