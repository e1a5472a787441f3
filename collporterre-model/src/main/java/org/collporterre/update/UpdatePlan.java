package org.collporterre.update;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.collporterre.check.BuiltInRules;
import org.collporterre.model.Entry;
import org.collporterre.report.Finding;
import org.collporterre.report.FindingSink;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.collporterre.update.Change.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What has to be done to a dataset, the base, so that it says what another one says that comes in.
 * Records are the same by identifier, else by external identifier, else by web address; what could
 * be more than one is never guessed. With the state that both come from, changes of both sides are
 * told apart and brought together field by field; without it everything that comes in counts.
 *
 * <p>The order is that of the base, then what is new in the order it came in. Time grows with the
 * number of records, not faster. Memory: that of the {@link RecordSet}s, and 300 bytes a record.
 * Immutable.
 */
public final class UpdatePlan {
  private static final Set<String> DATA_PROBLEMS = Set.of(Change.MATCH_AMBIGUOUS, Change.ID_REUSED);

  private final List<Change> changes;
  private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
  private final Map<Class<? extends Entry>, Set<String>> deleted;

  private UpdatePlan(Planner planner) {
    this.changes = Collections.unmodifiableList(planner.changes());
    this.deleted = Collections.unmodifiableMap(planner.deleted());
    for (Kind kind : Kind.values()) {
      counts.put(kind, 0);
    }
    changes.forEach(change -> counts.merge(change.kind(), 1, Integer::sum));
  }

  /** Returns the plan for two datasets: everything that comes in counts. */
  public static UpdatePlan of(RecordSet base, RecordSet incoming, UpdateOptions options) {
    return new UpdatePlan(new Planner(null, base, incoming, options));
  }

  /**
   * Returns the plan for two datasets that come from a common one. A record of the base that is
   * neither in that nor in what comes in is the base's own, and stays also when the incoming
   * dataset is complete. One that the base no longer has comes back, unless the base says that it
   * is deleted.
   */
  public static UpdatePlan of(
      RecordSet common, RecordSet base, RecordSet incoming, UpdateOptions options) {
    return new UpdatePlan(new Planner(common, base, incoming, options));
  }

  /** Returns what happens to each record, unchanged ones included. */
  public List<Change> changes() {
    return changes;
  }

  /** Returns how many records there are of each kind, also where there are none. */
  public Map<Kind, Integer> counts() {
    return Collections.unmodifiableMap(counts);
  }

  /** Tells whether something is left to decide. */
  public boolean isConflicting() {
    return counts.getOrDefault(Kind.CONFLICTING, 0) > 0;
  }

  /** Tells whether the base stays as it is and nothing is left to decide. */
  public boolean isEmpty() {
    return changes.stream().noneMatch(Change::changesBase) && !isConflicting();
  }

  /** Returns the records there are afterwards; of conflicting ones those of the base. */
  public Iterable<Entry> records() {
    return () ->
        changes.stream()
            .<Entry>mapMulti(
                (change, out) -> {
                  Entry result = change.result();
                  if (result != null) {
                    out.accept(result);
                  }
                })
            .iterator();
  }

  /** Returns the identifiers that are deleted afterwards, by type. */
  public Map<Class<? extends Entry>, Set<String>> deleted() {
    return deleted;
  }

  /**
   * Reports what is wrong with the data: {@code match-ambiguous}, {@code id-reused}, and {@code
   * version-not-increased} of methodologies that say something else under the same version.
   */
  public void report(Profile profile, FindingSink sink) {
    for (Change change : changes) {
      String code = change.reason();
      if (code != null && DATA_PROBLEMS.contains(code)) {
        report(change, code, profile, sink);
      }
      Republication.of(change).ifPresent(found -> found.report(profile, sink));
    }
  }

  private static void report(Change change, String code, Profile profile, FindingSink sink) {
    Severity severity = BuiltInRules.severity(code, profile);
    Entry incoming = change.incoming();
    @Nullable String value = incoming == null ? change.title() : title(incoming);
    if (severity != null) {
      sink.report(
          new Finding(
              code,
              severity,
              profile,
              change.place(),
              change.type(),
              change.id(),
              "id",
              value,
              change.base() == null ? null : change.title(),
              null));
    }
  }

  private static @Nullable String title(Entry entry) {
    return entry.title() == null ? null : entry.title().text();
  }
}
