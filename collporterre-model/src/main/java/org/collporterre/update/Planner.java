package org.collporterre.update;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.collporterre.model.Entry;
import org.collporterre.report.Location;
import org.collporterre.schema.Schema;
import org.collporterre.update.Change.Kind;
import org.collporterre.update.RecordSet.Item;
import org.collporterre.update.UpdateOptions.Side;
import org.jspecify.annotations.Nullable;

/** Finds out what happens to each record; see {@link UpdatePlan}. Used once. */
final class Planner {
  private final @Nullable RecordSet common;
  private final RecordSet base;
  private final RecordSet incoming;
  private final UpdateOptions options;
  private final Matching matching;
  private final List<Change> changes = new ArrayList<>();

  Planner(@Nullable RecordSet common, RecordSet base, RecordSet incoming, UpdateOptions options) {
    this.common = common;
    this.base = base;
    this.incoming = incoming;
    this.options = options;
    this.matching = Matching.of(base, incoming);
  }

  /** Returns what happens to the records, those of the base first, each side in its order. */
  List<Change> changes() {
    for (int i = 0; i < base.size(); i++) {
      Item item = base.items().get(i);
      int match = matching.match(i);
      if (matching.isContested(i)) {
        add(Kind.CONFLICTING, item, null, item.entry(), null, Change.MATCH_AMBIGUOUS);
      } else if (match < 0) {
        unmatched(item);
      } else {
        matched(item, incoming.items().get(match), matching.matchedBy(i));
      }
    }
    for (int j = 0; j < incoming.size(); j++) {
      Item item = incoming.items().get(j);
      switch (matching.state(j)) {
        case NEW -> arriving(item);
        case AMBIGUOUS -> add(Kind.CONFLICTING, null, item, null, null, Change.MATCH_AMBIGUOUS);
        case MATCHED, CONTESTING, REPEATED -> {}
      }
    }
    incoming.deleted().forEach((type, ids) -> ids.forEach(id -> deletedUnseen(type, id)));
    return changes;
  }

  private @Nullable Entry before(Item item) {
    Item known = common == null ? null : common.item(item.entry().getClass(), item.id());
    return known == null ? null : known.silence().filled(known.entry(), item.entry());
  }

  private void unmatched(Item item) {
    Entry before = before(item);
    if (incoming.isDeleted(item.entry().getClass(), item.id())) {
      delete(item, before);
    } else if (common != null && before == null) {
      keep(Kind.UNCHANGED, item, null, null);
    } else if (options.complete()) {
      delete(item, before);
    } else {
      keep(Kind.MISSING, item, null, null);
    }
  }

  private void delete(Item item, @Nullable Entry before) {
    boolean touched = common != null && !item.entry().equals(before);
    if (!touched || options.preferred() == Side.INCOMING) {
      add(Kind.DELETED, item, null, null, null, null);
    } else if (options.preferred() == Side.BASE) {
      keep(Kind.UNCHANGED, item, null, null);
    } else {
      add(Kind.CONFLICTING, item, null, item.entry(), null, Change.DELETED_AND_CHANGED);
    }
  }

  private void matched(Item item, Item other, @Nullable MatchedBy by) {
    Entry known = item.entry();
    Entry coming = other.silence().filled(other.entry(), known);
    if (known.equals(coming)) {
      keep(Kind.UNCHANGED, item, other, by);
    } else if (by == MatchedBy.ID
        && options.preferred() != Side.INCOMING
        && IdReuse.haveNothingInCommon(known, coming)) {
      boolean kept = options.preferred() == Side.BASE;
      add(kept ? Kind.UNCHANGED : Kind.CONFLICTING, item, other, known, by, Change.ID_REUSED);
    } else {
      merge(item, other, coming, by);
    }
  }

  private void merge(Item item, Item other, Entry coming, @Nullable MatchedBy by) {
    Entry known = item.entry();
    Entry before = common == null ? known : before(item);
    RecordMerge.Merged merged = RecordMerge.merge(before, known, coming, options.preferred());
    if (merged.changes().isEmpty()) {
      keep(Kind.UNCHANGED, item, other, by);
      return;
    }
    boolean conflicting = merged.isConflicting();
    changes.add(
        new Change(
            conflicting ? Kind.CONFLICTING : Kind.UPDATED,
            type(known),
            item.id(),
            known,
            other.entry(),
            conflicting ? known : merged.result(),
            by,
            merged.changes(),
            conflicting ? Change.FIELDS_CHANGED : null,
            other.place()));
  }

  private void arriving(Item item) {
    Entry entry = item.entry();
    Item known = common == null ? null : common.item(entry.getClass(), item.id());
    if (!base.isDeleted(entry.getClass(), item.id())) {
      add(known == null ? Kind.CREATED : Kind.RESTORED, null, item, entry, null, null);
    } else if (known == null || options.preferred() == Side.INCOMING) {
      add(Kind.RESTORED, null, item, entry, null, null);
    } else if (options.preferred() == null && !isSame(known, item)) {
      add(Kind.CONFLICTING, null, item, null, null, Change.DELETED_AND_CHANGED);
    }
  }

  /** Tells whether what comes in is what was there before, as far as it says anything. */
  private static boolean isSame(Item before, Item coming) {
    Entry known = before.entry();
    return known.equals(coming.silence().filled(coming.entry(), known));
  }

  private void deletedUnseen(Class<? extends Entry> type, String id) {
    boolean seen =
        base.item(type, id) != null || base.isDeleted(type, id) || incoming.item(type, id) != null;
    if (!seen) {
      changes.add(
          new Change(
              Kind.DELETED,
              Schema.of(type).name(),
              id,
              null,
              null,
              null,
              null,
              List.of(),
              null,
              Location.startOf("")));
    }
  }

  private void keep(Kind kind, Item item, @Nullable Item other, @Nullable MatchedBy by) {
    add(kind, item, other, item.entry(), by, null);
  }

  private void add(
      Kind kind,
      @Nullable Item item,
      @Nullable Item other,
      @Nullable Entry result,
      @Nullable MatchedBy by,
      @Nullable String reason) {
    Item told = other == null ? item : other;
    Item named = item == null ? other : item;
    if (told == null || named == null) {
      throw new IllegalArgumentException("a change of no record");
    }
    changes.add(
        new Change(
            kind,
            type(named.entry()),
            named.id(),
            item == null ? null : item.entry(),
            other == null ? null : other.entry(),
            result,
            by,
            List.of(),
            reason,
            told.place()));
  }

  private static String type(Entry entry) {
    return Schema.of(entry).name();
  }

  /** Returns the identifiers that are deleted afterwards, by type, in the order of the types. */
  Map<Class<? extends Entry>, Set<String>> deleted() {
    Map<Class<? extends Entry>, Set<String>> all = new LinkedHashMap<>();
    for (Class<? extends Entry> type : Entry.TYPES) {
      Set<String> ids = new LinkedHashSet<>(base.deleted().getOrDefault(type, Set.of()));
      String name = Schema.of(type).name();
      for (Change change : changes) {
        String id = change.id();
        if (change.type().equals(name) && id != null) {
          boolean gone = change.kind() == Kind.DELETED;
          if (gone) {
            ids.add(id);
          } else if (change.result() != null) {
            ids.remove(id);
          }
        }
      }
      if (!ids.isEmpty()) {
        all.put(type, ids);
      }
    }
    return all;
  }
}
