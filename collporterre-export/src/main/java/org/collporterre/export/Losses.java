package org.collporterre.export;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.collporterre.check.BuiltInRules;
import org.collporterre.report.Finding;
import org.collporterre.report.FindingSink;
import org.collporterre.report.Location;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.jspecify.annotations.Nullable;

/** Counts what a format could not hold, and reports it field by field when a file is finished. */
public final class Losses {
  private record Key(String code, String type, @Nullable String field, String reason)
      implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      return toString().compareTo(other.toString());
    }
  }

  private final Map<Key, Integer> counts = new HashMap<>();
  private final String file;

  /**
   * Begins to count.
   *
   * @param file what findings call the file
   */
  public Losses(String file) {
    this.file = file;
  }

  /** Counts a value of a field that was not written. */
  public void field(String type, String field) {
    fields(type, field, 1);
  }

  /** Counts so many values of a field that were not written. */
  void fields(String type, String field, int count) {
    counts.merge(new Key("export-loss", type, field, ""), count, Integer::sum);
  }

  /** Counts a record that was not written, with the reason: a rule's code, or a format's name. */
  public void record(String type, String reason) {
    counts.merge(new Key("record-withheld", type, null, reason), 1, Integer::sum);
  }

  /** Counts what another has counted. */
  void add(Losses other) {
    other.counts.forEach((key, count) -> counts.merge(key, count, Integer::sum));
  }

  /** Reports one finding per field and per reason; its value is the count. */
  public void report(FindingSink sink) {
    new TreeMap<>(counts)
        .forEach(
            (key, count) -> {
              Severity severity = BuiltInRules.severity(key.code(), Profile.ECHANGE);
              if (severity != null) {
                sink.report(
                    new Finding(
                        key.code(),
                        severity,
                        Profile.ECHANGE,
                        Location.startOf(file),
                        key.type(),
                        null,
                        key.field(),
                        Integer.toString(count),
                        key.reason().isEmpty() ? null : key.reason(),
                        null));
              }
            });
  }
}
