package org.collporterre.cms.connect;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.collporterre.cms.connect.Published.State;
import org.collporterre.cms.connect.Step.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Brings a site up to date with records: creates what is missing, updates what is other, leaves
 * what is the same, and never writes over what somebody changed on the site. Doing it twice does
 * nothing the second time; after an interruption it does what is left. Immutable.
 *
 * <p>By default nothing is written: the outcome says what would be.
 */
public final class Publisher {
  /** Why a record is on the site only. */
  private static final String ABSENT = "not-in-dataset";

  private static final int MOST_LOOKS = 3;

  private final Site site;
  private final Patience patience;
  private final boolean apply;
  private final boolean withdraw;
  private final boolean complete;
  private final Set<String> overwritten;
  private final BooleanSupplier ended;
  private final Consumer<Step> listener;

  private Publisher(
      Site site,
      Patience patience,
      boolean apply,
      boolean withdraw,
      boolean complete,
      Set<String> overwritten,
      BooleanSupplier ended,
      Consumer<Step> listener) {
    this.site = site;
    this.patience = patience;
    this.apply = apply;
    this.withdraw = withdraw;
    this.complete = complete;
    this.overwritten = Set.copyOf(overwritten);
    this.ended = ended;
    this.listener = listener;
  }

  /** Returns what would publish on a site. */
  public static Publisher to(Site site) {
    return new Publisher(
        site, Patience.standard(), false, false, false, Set.of(), () -> false, step -> {});
  }

  /** Returns this publisher waiting in another way. */
  public Publisher withPatience(Patience other) {
    return new Publisher(site, other, apply, withdraw, complete, overwritten, ended, listener);
  }

  /** Returns this publisher really writing. */
  public Publisher applying() {
    return new Publisher(site, patience, true, withdraw, complete, overwritten, ended, listener);
  }

  /**
   * Returns this publisher taking out of sight what is deleted or not to be shown.
   *
   * @param others whether also what is not in the dataset at all
   */
  public Publisher withdrawing(boolean others) {
    return new Publisher(site, patience, apply, true, others, overwritten, ended, listener);
  }

  /**
   * Returns this publisher writing these records over what somebody did on the site.
   *
   * @param ids their identifiers, or {@code type:id}
   */
  public Publisher overwriting(Set<String> ids) {
    return new Publisher(site, patience, apply, withdraw, complete, ids, ended, listener);
  }

  /** Returns this publisher stopping between two records when told to. */
  public Publisher until(BooleanSupplier told) {
    return new Publisher(site, patience, apply, withdraw, complete, overwritten, told, listener);
  }

  /** Returns this publisher telling each step when it is done. */
  public Publisher telling(Consumer<Step> other) {
    return new Publisher(site, patience, apply, withdraw, complete, overwritten, ended, other);
  }

  /**
   * Publishes.
   *
   * @param rows the records that the public may see, in order
   * @param withheld records that must not be on the site, with the reason: a rule's code
   * @param types the names of the record types concerned: others on the site are left alone
   * @throws IOException when the site does not let anybody in; what stops it later is in the
   *     outcome
   */
  public Outcome publish(List<PublicRow> rows, Map<RecordKey, String> withheld, Set<String> types)
      throws IOException {
    List<Step> steps = new ArrayList<>();
    Set<RecordKey> known = new LinkedHashSet<>();
    rows.forEach(row -> known.add(row.key()));
    Map<RecordKey, Published> others = new LinkedHashMap<>();
    for (Published one : site.open()) {
      if (types.contains(one.key().type()) && !known.contains(one.key())) {
        others.put(one.key(), one);
      }
    }
    try {
      for (PublicRow row : rows) {
        add(steps, record(row));
      }
      for (Published one : others.values()) {
        add(steps, other(one, withheld.get(one.key())));
      }
      for (Map.Entry<RecordKey, String> one : withheld.entrySet()) {
        if (!others.containsKey(one.getKey())) {
          add(steps, step(Kind.WITHHELD, one.getKey(), "", "", one.getValue()));
        }
      }
      return new Outcome(apply, steps, null);
    } catch (IOException e) {
      return new Outcome(apply, steps, e);
    }
  }

  private void add(List<Step> steps, Step step) throws InterruptedIOException {
    steps.add(step);
    listener.accept(step);
    if (ended.getAsBoolean()) {
      throw new InterruptedIOException("interrupted");
    }
  }

  /** Each attempt begins by looking: the one before may have been done although it failed. */
  private Step record(PublicRow row) throws IOException {
    AtomicReference<@Nullable Kind> tried = new AtomicReference<>();
    for (int i = 1; ; i++) {
      try {
        return patience.call(() -> attempt(row, tried));
      } catch (SiteException e) {
        boolean changed = e.reason() == SiteException.Reason.CHANGED;
        if (!e.isOfRecord()) {
          throw e;
        } else if (!changed) {
          return failed(row.key(), row.title(), e);
        } else if (i == MOST_LOOKS) {
          return step(Kind.CONFLICTING, row.key(), row.title(), "", "changed");
        }
      }
    }
  }

  private Step attempt(PublicRow row, AtomicReference<@Nullable Kind> tried) throws IOException {
    Published there = site.look(row);
    Kind kind = kind(row, there);
    String address = there == null ? "" : there.address();
    String reason = reason(kind, there);
    Kind before = tried.get();
    if (kind == Kind.UNCHANGED && before != null) {
      kind = before;
    } else if (apply && kind == Kind.CREATED) {
      tried.set(kind);
      address = site.create(row);
    } else if (apply && kind == Kind.UPDATED && there != null) {
      tried.set(kind);
      site.update(row, there);
    }
    return step(kind, row.key(), row.title(), address, reason);
  }

  private Kind kind(PublicRow row, @Nullable Published there) {
    if (there == null) {
      return Kind.CREATED;
    }
    boolean same = there.fingerprint().equals(site.fingerprint(row));
    boolean forced = isOverwritten(row.key());
    return switch (there.state()) {
      case OURS -> same ? Kind.UNCHANGED : Kind.UPDATED;
      case EDITED -> forced ? Kind.UPDATED : same ? Kind.EDITED : Kind.CONFLICTING;
      case REMOVED -> forced ? Kind.CREATED : Kind.CONFLICTING;
      case WITHDRAWN -> Kind.UPDATED;
      case FOREIGN, REPEATED -> Kind.CONFLICTING;
    };
  }

  private boolean isOverwritten(RecordKey key) {
    return overwritten.contains(key.id()) || overwritten.contains(key.toString());
  }

  private static @Nullable String reason(Kind kind, @Nullable Published there) {
    if (kind == Kind.CONFLICTING && there != null) {
      return there.state().name().toLowerCase(Locale.ROOT);
    }
    return there != null && !there.isPublic() ? "not-public" : null;
  }

  private Step other(Published there, @Nullable String why) throws IOException {
    String reason = why == null ? ABSENT : why;
    if (there.state() == State.WITHDRAWN || !there.isPublic()) {
      return step(Kind.WITHHELD, there.key(), there.title(), there.address(), reason);
    }
    boolean asked = withdraw && (why != null || complete);
    boolean kept = there.state() != State.OURS && !isOverwritten(there.key());
    if (!asked) {
      return step(Kind.MISSING, there.key(), there.title(), there.address(), reason);
    } else if (kept) {
      return step(Kind.CONFLICTING, there.key(), there.title(), there.address(), "edited");
    }
    try {
      if (apply) {
        patience.call(
            () -> {
              site.withdraw(there);
              return true;
            });
      }
      return step(Kind.WITHDRAWN, there.key(), there.title(), there.address(), reason);
    } catch (SiteException e) {
      if (!e.isOfRecord()) {
        throw e;
      }
      return failed(there.key(), there.title(), e);
    }
  }

  private static Step failed(RecordKey key, String title, SiteException e) {
    return new Step(Kind.FAILED, key, title, "", e.reason().label(), e.detail());
  }

  private static Step step(
      Kind kind, RecordKey key, String title, String address, @Nullable String reason) {
    return new Step(kind, key, title, address, reason, null);
  }
}
