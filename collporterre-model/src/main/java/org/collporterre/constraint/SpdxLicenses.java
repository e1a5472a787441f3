package org.collporterre.constraint;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The identifiers of the SPDX licence list, deprecated ones included. */
public final class SpdxLicenses {
  private static final class Loaded {
    static final Set<String> IDS = load();
  }

  private SpdxLicenses() {}

  /** Returns all identifiers, in the order of the list. */
  public static Set<String> ids() {
    return Loaded.IDS;
  }

  /** Returns the identifier that differs from the text in case only, or null. */
  public static @Nullable String ignoringCase(String text) {
    String folded = text.toLowerCase(Locale.ROOT);
    for (String id : ids()) {
      if (id.length() == text.length() && id.toLowerCase(Locale.ROOT).equals(folded)) {
        return id;
      }
    }
    return null;
  }

  private static Set<String> load() {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(SpdxLicenses.class.getResourceAsStream("spdx-licenses.txt")),
                StandardCharsets.UTF_8))) {
      Set<String> ids = new LinkedHashSet<>();
      in.lines().filter(line -> !line.startsWith("#")).forEach(ids::add);
      return Collections.unmodifiableSet(ids);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
