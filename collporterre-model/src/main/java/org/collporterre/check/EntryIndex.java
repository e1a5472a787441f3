package org.collporterre.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.collporterre.internal.KeyIndex;
import org.collporterre.internal.NumberedTexts;
import org.collporterre.report.Location;
import org.collporterre.vocabulary.Nearest;
import org.jspecify.annotations.Nullable;

/**
 * The identifiers met in a run with the place of each, by record type. A record costs a third of
 * its identifier, as a rule, and 13 bytes; see {@link KeyIndex} and {@link Places}. Used by one
 * thread.
 */
public final class EntryIndex {
  /** So many texts are compared with each identifier: to unpack it takes longer than to compare. */
  private static final int TOGETHER = 128;

  /** A text that is perhaps an identifier of a type, not quite. */
  record Wanted(String type, String text) {}

  /** The search for what was meant by one text. */
  private static final class Search {
    final Wanted wanted;
    final Nearest nearest;
    int best = -1;

    Search(Wanted wanted) {
      this.wanted = wanted;
      this.nearest = new Nearest(wanted.text());
    }

    void look(int number, String type, CharSequence candidate, long letters) {
      if (nearest.mayBeNear(candidate.length(), letters)
          && wanted.type().equals(type)
          && nearest.isNearer(candidate)) {
        best = number;
      }
    }
  }

  private final KeyIndex keys = new KeyIndex();
  private final Places places = new Places();
  private int duplicateOf = -1;

  EntryIndex() {}

  /** Returns the number of entries. */
  public int size() {
    return keys.size();
  }

  /**
   * Returns the number of an earlier record of the same type and identifier as the record whose
   * turn it is, or −1.
   */
  public int duplicateOf() {
    return duplicateOf;
  }

  /**
   * Returns the number of the first record of a type with an identifier, or −1. Numbers count
   * records from 0 in the order in which they were met.
   */
  public int find(String type, String id) {
    return keys.find(type, id);
  }

  /** Returns the identifier of a number. */
  public String id(int number) {
    return keys.id(number);
  }

  /** Returns the record type's name of a number. */
  public String type(int number) {
    return keys.type(number);
  }

  /** Returns where the record of a number was met, without a JSON Pointer. */
  public Location location(int number) {
    return places.get(number);
  }

  /**
   * Returns the identifier of a type that was probably meant by a text, or null; see {@link
   * Nearest}. Looks at all of them.
   */
  public @Nullable String nearest(String type, String text) {
    Wanted wanted = new Wanted(type, text);
    return nearest(List.of(wanted)).get(wanted);
  }

  /**
   * Returns the same for several texts, those without such an identifier left out. Looks at all
   * identifiers once for each {@value #TOGETHER} texts.
   */
  Map<Wanted, String> nearest(Collection<Wanted> texts) {
    Map<Wanted, String> found = new HashMap<>();
    List<Wanted> all = List.copyOf(texts);
    for (int from = 0; from < all.size(); from += TOGETHER) {
      search(all.subList(from, Math.min(all.size(), from + TOGETHER)), found);
    }
    return found;
  }

  private void search(List<Wanted> texts, Map<Wanted, String> found) {
    List<Search> searches = texts.stream().map(Search::new).toList();
    Map<Integer, List<Search>> byLength = new HashMap<>();
    for (Search search : searches) {
      int length = search.wanted.text().length();
      for (int near = length - Nearest.FURTHEST; near <= length + Nearest.FURTHEST; near++) {
        byLength.computeIfAbsent(near, key -> new ArrayList<>()).add(search);
      }
    }
    NumberedTexts.Cursor candidate = keys.cursor();
    for (int number = 0; number < keys.size(); number++) {
      List<Search> near = byLength.get(candidate.at(number).length());
      if (near != null) {
        String type = keys.type(number);
        long letters = Nearest.letters(candidate);
        for (int i = 0; i < near.size(); i++) {
          near.get(i).look(number, type, candidate, letters);
        }
      }
    }
    for (Search search : searches) {
      if (search.best >= 0) {
        found.put(search.wanted, id(search.best));
      }
    }
  }

  /** Adds a record unless its type already has one of that identifier. */
  void add(String type, String id, Location place) {
    int number = keys.add(type, id);
    duplicateOf = number < 0 ? -1 - number : -1;
    if (number >= 0) {
      // The pointer of each of a million records would cost as much as their identifiers.
      places.add(new Location(place.file(), place.line(), place.column()));
    }
  }
}
