package org.collporterre.geo;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Chooses among municipalities of one name. */
final class GazetteerLookup {
  private GazetteerLookup() {}

  /**
   * Returns the one of today that fits, else the only one of the past or district; null if unclear.
   * Where several fit, the article decides.
   */
  static @Nullable Commune only(
      List<Commune> namesakes, String name, Predicate<Commune> condition) {
    List<Commune> fitting = namesakes.stream().filter(condition).toList();
    List<Commune> today =
        fitting.stream().filter(commune -> commune.kind() == Commune.Kind.CURRENT).toList();
    List<Commune> best = today.isEmpty() ? fitting : today;
    if (best.size() > 1) {
      String exact = CommuneNames.foldWithArticle(name);
      best =
          best.stream()
              .filter(commune -> CommuneNames.foldWithArticle(commune.name()).equals(exact))
              .toList();
    }
    return best.size() == 1 ? best.get(0) : null;
  }
}
