package org.collporterre.report;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How strict a check is. */
public enum Profile {
  /**
   * Tolerant, for exchange between partners: a record passes unless its identifier or its title is
   * missing or wrong.
   */
  ECHANGE,
  /** Strict, for what goes public: a record with an error does not pass. */
  PUBLICATION;

  /** Returns the name as written in files: {@code echange} or {@code publication}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the profile of a name, or null. */
  public static @Nullable Profile named(String label) {
    for (Profile profile : values()) {
      if (profile.label().equals(label)) {
        return profile;
      }
    }
    return null;
  }
}
