package org.collporterre.vocabulary;

import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.collporterre.constraint.SpdxLicense;
import org.jspecify.annotations.Nullable;

/**
 * The web addresses of licences: Creative Commons' own of its licences and dedications, else those
 * of the SPDX licence list.
 */
public final class LicenseAddresses {
  private static final Pattern COMMONS =
      Pattern.compile("CC-((?:BY|NC|ND|SA)(?:-(?:NC|ND|SA))*)-([0-9]\\.[0-9])(?:-([A-Z]+))?");

  /** What follows the host in an address of Creative Commons; a translation may follow. */
  private static final Pattern COMMONS_PATH =
      Pattern.compile(
          "licenses/((?:by|nc|nd|sa)(?:-(?:nc|nd|sa))*)/([0-9]\\.[0-9])(?:/([a-z]{2,3}))?");

  private static final Pattern PAGE =
      Pattern.compile("/?(?:(?:legalcode|deed)(?:[.-][A-Za-z_-]{2,8})?)?$");

  /** Those whose address does not follow from the identifier. */
  private static final Map<String, String> SPECIAL =
      Map.of(
          "CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/",
          "CC-PDM-1.0", "https://creativecommons.org/publicdomain/mark/1.0/",
          "CC-BY-NC-ND-1.0", "https://creativecommons.org/licenses/by-nd-nc/1.0/");

  private static final String COMMONS_HOST = "https://creativecommons.org/";
  private static final String SPDX = "https://spdx.org/licenses/";
  private static final Map<String, String> BY_ADDRESS =
      SPECIAL.entrySet().stream()
          .collect(Collectors.toUnmodifiableMap(LicenseAddresses::bare, Entry::getKey));

  private LicenseAddresses() {}

  private static String bare(Entry<String, String> special) {
    return special.getValue().substring(0, special.getValue().length() - 1);
  }

  /** Returns the address of an SPDX identifier; null of {@code LicenseRef-…} and anything else. */
  public static @Nullable String address(String id) {
    String special = SPECIAL.get(id);
    if (special != null) {
      return special;
    }
    if (id.startsWith("LicenseRef-") || !SpdxLicense.Validator.matches(id)) {
      return null;
    }
    Matcher commons = COMMONS.matcher(id);
    if (!commons.matches()) {
      return SPDX + id;
    }
    String port = commons.group(3);
    return COMMONS_HOST
        + "licenses/"
        + commons.group(1).toLowerCase(Locale.ROOT)
        + "/"
        + commons.group(2)
        + (port == null ? "/" : "/" + port.toLowerCase(Locale.ROOT) + "/");
  }

  /**
   * Returns the SPDX identifier of a licence by its address, also by one written with {@code http},
   * {@code www} or the name of a page of it; null when it is none we know.
   */
  public static @Nullable String id(String address) {
    String plain =
        address
            .replaceFirst("^https?://(?:www\\.)?", "https://")
            .replaceFirst("^(https://spdx\\.org/licenses/.*)\\.(?:html|json)$", "$1");
    String page = PAGE.matcher(plain).replaceFirst("");
    String special = BY_ADDRESS.get(page);
    if (special != null) {
      return special;
    }
    String id = null;
    if (page.startsWith(SPDX)) {
      id = page.substring(SPDX.length());
    } else if (page.startsWith(COMMONS_HOST)) {
      Matcher path = COMMONS_PATH.matcher(page.substring(COMMONS_HOST.length()));
      if (path.matches()) {
        String port = path.group(3);
        id = "CC-" + path.group(1) + "-" + path.group(2) + (port == null ? "" : "-" + port);
        id = id.toUpperCase(Locale.ROOT);
      }
    }
    return id != null && address(id) != null ? id : null;
  }
}
