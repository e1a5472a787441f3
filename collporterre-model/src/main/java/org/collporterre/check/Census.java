package org.collporterre.check;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.schema.Schema;
import org.jspecify.annotations.Nullable;

/** Counts the records of a run. */
public final class Census {
  /** Of each type met its count, which is the only item. */
  private final Map<Class<?>, int[]> counts = new LinkedHashMap<>();

  private @Nullable Class<?> last;
  private int[] count = new int[1];
  private int located;
  private int unlocated;

  Census() {}

  void add(Entry entry) {
    if (entry.getClass() != last) {
      last = entry.getClass();
      count = counts.computeIfAbsent(last, type -> new int[1]);
    }
    count[0]++;
    if (entry instanceof Initiative initiative) {
      if (initiative.isLocated()) {
        located++;
      } else {
        unlocated++;
      }
    }
  }

  /** Returns how many records of each type there were, by type name, in the order of arrival. */
  public Map<String, Integer> byType() {
    Map<String, Integer> byType = new LinkedHashMap<>();
    counts.forEach((type, met) -> byType.put(Schema.of(type).name(), met[0]));
    return Collections.unmodifiableMap(byType);
  }

  /** Returns how many initiatives have a valid position. */
  public int located() {
    return located;
  }

  /** Returns how many initiatives have none. */
  public int unlocated() {
    return unlocated;
  }
}
