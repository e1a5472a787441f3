package org.collporterre.export;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.collporterre.constraint.SpdxLicense;
import org.jspecify.annotations.Nullable;

/**
 * The web addresses of licences: Creative Commons' own of its licences and dedications, else those
 * of the SPDX licence list. Remembers the last one asked for, because neighbouring records mostly
 * have the same.
 */
final class JsonLdLicenses {
  private static final Pattern COMMONS =
      Pattern.compile("CC-((?:BY|NC|ND|SA)(?:-(?:NC|ND|SA))*)-([0-9]\\.[0-9])(?:-([A-Z]+))?");

  /** Those whose address does not follow from the identifier. */
  private static final Map<String, String> SPECIAL =
      Map.of(
          "CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/",
          "CC-PDM-1.0", "https://creativecommons.org/publicdomain/mark/1.0/",
          "CC-BY-NC-ND-1.0", "https://creativecommons.org/licenses/by-nd-nc/1.0/");

  private String last = "";
  private @Nullable String lastAddress;

  /** Returns the address of an SPDX identifier; null of {@code LicenseRef-…} and anything else. */
  @Nullable String address(String id) {
    if (!id.equals(last)) {
      lastAddress = find(id);
      last = id;
    }
    return lastAddress;
  }

  private static @Nullable String find(String id) {
    String special = SPECIAL.get(id);
    if (special != null) {
      return special;
    }
    if (id.startsWith("LicenseRef-") || !SpdxLicense.Validator.matches(id)) {
      return null;
    }
    Matcher commons = COMMONS.matcher(id);
    if (!commons.matches()) {
      return "https://spdx.org/licenses/" + id;
    }
    String port = commons.group(3);
    return "https://creativecommons.org/licenses/"
        + commons.group(1).toLowerCase(Locale.ROOT)
        + "/"
        + commons.group(2)
        + (port == null ? "/" : "/" + port.toLowerCase(Locale.ROOT) + "/");
  }
}
