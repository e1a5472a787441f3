package org.collporterre.geo;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Chooses among municipalities of one name. */
final class GazetteerLookup {
  private GazetteerLookup() {}

  /** Returns the one of today, else a district, else the only one of the past; null if unclear. */
  static @Nullable Commune only(List<Commune> namesakes, Predicate<Commune> condition) {
    List<Commune> fitting = namesakes.stream().filter(condition).toList();
    List<Commune> today =
        fitting.stream().filter(commune -> commune.kind() == Commune.Kind.CURRENT).toList();
    List<Commune> best = today.isEmpty() ? fitting : today;
    return best.size() == 1 ? best.get(0) : null;
  }
}
