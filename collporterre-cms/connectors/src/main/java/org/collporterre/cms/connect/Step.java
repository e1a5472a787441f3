package org.collporterre.cms.connect;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a record on a site.
 *
 * @param kind what happens
 * @param key which record
 * @param title its title
 * @param address where people see it; empty when it is not there
 * @param reason why, for kinds that need one: {@code edited}, {@code removed}, a rule's code…
 * @param detail what the site says beside, in one line
 */
public record Step(
    Kind kind,
    RecordKey key,
    String title,
    String address,
    @Nullable String reason,
    @Nullable String detail) {
  /** What happens. */
  public enum Kind {
    /** It is published for the first time. */
    CREATED,
    /** It is published anew. */
    UPDATED,
    /** It is there already. */
    UNCHANGED,
    /** Somebody changed it on the site, and there is nothing new to publish: it is kept. */
    EDITED,
    /** There is something new to publish, but not without loss of what somebody did: it is kept. */
    CONFLICTING,
    /** It is there, but should not or no longer be; it stays until asked otherwise. */
    MISSING,
    /** It is taken out of the public's sight. */
    WITHDRAWN,
    /** It is not to be shown, and is not there. */
    WITHHELD,
    /** The site refuses it. */
    FAILED;

    /** Returns the name in texts: {@code created}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Tells whether it keeps a run from being clean. */
    public boolean isError() {
      return this == CONFLICTING || this == FAILED;
    }
  }
}
