package org.collporterre.update;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.collporterre.internal.PageAddress;
import org.collporterre.model.Entry;
import org.collporterre.model.ExternalId;
import org.collporterre.update.RecordSet.Item;
import org.jspecify.annotations.Nullable;

/**
 * Which record that comes in is which of the base: by identifier, then by external identifier, then
 * by web address. What more than one record could be is ambiguous and stays so. Takes about 100
 * bytes a record and side.
 */
final class Matching {
  private static final int NONE = -1;
  private static final int SEVERAL = -2;

  /** Registers of organizations, of which one may carry many initiatives. */
  private static final Set<String> ORGANIZATIONS = Set.of("siret", "siren", "rna");

  private final List<Item> base;
  private final List<Item> incoming;

  /** For each record of the base the number of the one that comes in, or none. */
  private final int[] matches;

  private final @Nullable MatchedBy[] matchedBy;
  private final boolean[] contested;
  private final State[] states;
  private final Families families;

  /** What was found out of a record that comes in. */
  enum State {
    NEW,
    MATCHED,
    AMBIGUOUS,
    /** Ambiguous for a reason told at the record of the base. */
    CONTESTING,
    /** A copy of another one that comes in. */
    REPEATED
  }

  private Matching(RecordSet base, RecordSet incoming) {
    this.base = base.items();
    this.incoming = incoming.items();
    this.matches = new int[base.size()];
    Arrays.fill(matches, NONE);
    this.matchedBy = new @Nullable MatchedBy[base.size()];
    this.contested = new boolean[base.size()];
    this.states = new State[incoming.size()];
    Arrays.fill(states, State.NEW);
    this.families = new Families(this.base, this.incoming);
  }

  /** Matches two sets. */
  static Matching of(RecordSet base, RecordSet incoming) {
    Matching matching = new Matching(base, incoming);
    matching.byContent();
    matching.byId();
    matching.byExternalId();
    matching.byAddress();
    return matching;
  }

  /** Returns the number of the record that comes in for one of the base, or -1. */
  int match(int of) {
    return matches[of];
  }

  /** Returns by what a record of the base was matched, or null. */
  @Nullable MatchedBy matchedBy(int of) {
    return matchedBy[of];
  }

  /** Tells whether more than one record that comes in claims to be this one. */
  boolean isContested(int of) {
    return contested[of];
  }

  State state(int ofIncoming) {
    return states[ofIncoming];
  }

  private void byContent() {
    for (int j = 0; j < incoming.size(); j++) {
      for (int of : families.ofBase(incoming.get(j))) {
        boolean free = matches[of] == NONE && states[j] == State.NEW;
        if (free && Families.saySame(base.get(of), incoming.get(j))) {
          boolean sameId = Objects.equals(base.get(of).id(), incoming.get(j).id());
          claim(of, j, sameId ? MatchedBy.ID : MatchedBy.CONTENT);
        }
      }
    }
  }

  private void byId() {
    Map<Class<?>, Map<String, Integer>> index = new HashMap<>();
    Map<Class<?>, Map<String, Set<Integer>>> repeated = new HashMap<>();
    for (int i = 0; i < base.size(); i++) {
      Item item = base.get(i);
      String id = item.id();
      if (id != null) {
        Class<?> type = item.entry().getClass();
        Integer first = index.computeIfAbsent(type, t -> new HashMap<>()).putIfAbsent(id, i);
        if (first != null) {
          Map<String, Set<Integer>> all = repeated.computeIfAbsent(type, t -> new HashMap<>());
          all.computeIfAbsent(id, any -> new TreeSet<>(Set.of(first))).add(i);
        }
      }
    }
    for (int j = 0; j < incoming.size(); j++) {
      Item item = incoming.get(j);
      Class<?> type = item.entry().getClass();
      Integer of = index.getOrDefault(type, Map.of()).get(item.id());
      if (of != null && states[j] == State.NEW) {
        Set<Integer> all = repeated.getOrDefault(type, Map.of()).getOrDefault(item.id(), Set.of());
        byId(j, all.isEmpty() ? Set.of(of) : all);
      }
    }
  }

  private void byId(int j, Set<Integer> candidates) {
    Entry entry = incoming.get(j).entry();
    if (candidates.size() == 1) {
      int of = candidates.iterator().next();
      if (matchedBy[of] == MatchedBy.CONTENT) {
        byElimination(j);
      } else if (matches[of] != NONE && incoming.get(matches[of]).entry().equals(entry)) {
        states[j] = State.REPEATED;
      } else {
        claim(of, j, MatchedBy.ID);
      }
      return;
    }
    for (int of : candidates) {
      if (matches[of] == NONE && base.get(of).entry().equals(entry)) {
        claim(of, j, MatchedBy.ID);
        return;
      }
    }
    states[j] = State.AMBIGUOUS;
  }

  /** The record with its identifier is another one of the family; so it is the one left over. */
  private void byElimination(int j) {
    List<Integer> left =
        families.ofBase(incoming.get(j)).stream().filter(of -> matches[of] == NONE).toList();
    long rivals =
        families.ofIncoming(incoming.get(j)).stream().filter(k -> states[k] == State.NEW).count();
    if (left.size() == 1 && rivals == 1) {
      claim(left.get(0), j, MatchedBy.CONTENT);
    } else {
      states[j] = State.AMBIGUOUS;
    }
  }

  private void claim(int of, int j, MatchedBy by) {
    if (matches[of] == NONE) {
      matches[of] = j;
      matchedBy[of] = by;
      states[j] = State.MATCHED;
    } else {
      contested[of] = true;
      states[matches[of]] = State.CONTESTING;
      states[j] = State.CONTESTING;
    }
  }

  private void byExternalId() {
    Map<Class<?>, Map<ExternalId, Integer>> known = externalIds(base);
    Map<Class<?>, Map<ExternalId, Integer>> coming = externalIds(incoming);
    for (int j = 0; j < incoming.size(); j++) {
      if (states[j] == State.NEW) {
        Class<?> type = incoming.get(j).entry().getClass();
        byExternalId(j, known.getOrDefault(type, Map.of()), coming.getOrDefault(type, Map.of()));
      }
    }
  }

  private void byExternalId(
      int j, Map<ExternalId, Integer> known, Map<ExternalId, Integer> coming) {
    Set<Integer> candidates = new HashSet<>();
    boolean several = false;
    for (ExternalId external : incoming.get(j).entry().header().externalIds()) {
      int of = known.getOrDefault(external, NONE);
      if (of == NONE) {
        continue;
      }
      boolean taken = of >= 0 && matchedBy[of] == MatchedBy.ID;
      boolean unique = of >= 0 && coming.getOrDefault(external, NONE) != SEVERAL && !taken;
      if (unique) {
        candidates.add(of);
      } else if (!ORGANIZATIONS.contains(external.scheme())) {
        several |= of == SEVERAL || taken;
        if (of >= 0 && !taken) {
          candidates.add(of);
        }
      }
    }
    if (several || candidates.size() > 1) {
      states[j] = State.AMBIGUOUS;
    } else if (!candidates.isEmpty()) {
      claim(candidates.iterator().next(), j, MatchedBy.EXTERNAL_ID);
    }
  }

  private static Map<Class<?>, Map<ExternalId, Integer>> externalIds(List<Item> items) {
    Map<Class<?>, Map<ExternalId, Integer>> all = new HashMap<>();
    for (int i = 0; i < items.size(); i++) {
      Entry entry = items.get(i).entry();
      for (ExternalId external : Set.copyOf(entry.header().externalIds())) {
        all.computeIfAbsent(entry.getClass(), type -> new HashMap<>())
            .merge(external, i, (first, other) -> SEVERAL);
      }
    }
    return all;
  }

  private void byAddress() {
    Map<Class<?>, Map<String, Integer>> known = addresses(base);
    Map<Class<?>, Map<String, Integer>> coming = addresses(incoming);
    coming.forEach(
        (type, addresses) ->
            addresses.forEach(
                (address, j) -> {
                  int of = known.getOrDefault(type, Map.of()).getOrDefault(address, NONE);
                  boolean free = of >= 0 && matches[of] == NONE && !contested[of];
                  if (free && j >= 0 && states[j] == State.NEW) {
                    claim(of, j, MatchedBy.ADDRESS);
                  }
                }));
  }

  private static Map<Class<?>, Map<String, Integer>> addresses(List<Item> items) {
    Map<Class<?>, Map<String, Integer>> all = new HashMap<>();
    for (int i = 0; i < items.size(); i++) {
      Entry entry = items.get(i).entry();
      String page = PageAddress.of(entry);
      if (page != null && !page.isBlank()) {
        String address = PageAddress.canonical(page);
        all.computeIfAbsent(entry.getClass(), type -> new HashMap<>())
            .merge(address, i, (first, other) -> SEVERAL);
      }
    }
    return all;
  }
}
