package org.collporterre.cms.connect;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a site holds of a record.
 *
 * @param key which record it is
 * @param state how it came to be as it is
 * @param title the title it has there
 * @param address where people see it
 * @param handle what the site calls it: a number or the title of a page
 * @param version what changes with it, so that it is not overwritten unseen
 * @param fingerprint what was published last, see {@link Site#fingerprint}; empty when unknown
 * @param isPublic whether everybody sees it
 * @param columns the texts of its fields by key, as they are there now
 */
public record Published(
    RecordKey key,
    State state,
    String title,
    String address,
    String handle,
    String version,
    String fingerprint,
    boolean isPublic,
    Map<String, String> columns) {
  /** How something came to be as it is. */
  public enum State {
    /** As it was published. */
    OURS,
    /** Changed by somebody on the site since. */
    EDITED,
    /** Taken away by somebody on the site. */
    REMOVED,
    /** There is something else in its place. */
    FOREIGN,
    /** There is more than one. */
    REPEATED,
    /** Withdrawn by us. */
    WITHDRAWN
  }

  public Published {
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
  }

  /** Returns something that stands where a record would, and is not it. */
  static Published other(RecordKey key, State state, String title, String address) {
    return new Published(key, state, title, address, "", "", "", true, Map.of());
  }

  /** Returns the same in another state. */
  Published in(State other) {
    return new Published(
        key, other, title, address, handle, version, fingerprint, isPublic, columns);
  }
}
