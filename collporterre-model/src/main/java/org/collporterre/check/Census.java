package org.collporterre.check;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.schema.Schema;

/** Counts the records of a run. */
public final class Census {
  private final Map<String, Integer> byType = new LinkedHashMap<>();
  private int located;
  private int unlocated;

  Census() {}

  void add(Entry entry) {
    byType.merge(Schema.of(entry).name(), 1, Integer::sum);
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
