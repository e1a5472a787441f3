package org.collporterre.check;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a licence asks of those who make something of the work, as far as derivation matters. */
public enum LicenseClass {
  /** Nothing: works of the public domain, and what was put there. */
  PUBLIC,
  /** To name the source. */
  ATTRIBUTION,
  /** To name the source, and to pass on the same freedoms. */
  SHARE_ALIKE,
  /** No commercial use, whatever else it asks. */
  NON_COMMERCIAL,
  /** Not to share what one made of it. */
  NO_DERIVATIVES,
  /** Not said, or a licence that this class does not know. */
  UNKNOWN;

  /** The licences of Creative Commons: what they ask, their version, where they were adapted. */
  static final Pattern COMMONS =
      Pattern.compile("CC-((?:BY|NC|ND|SA)(?:-(?:NC|ND|SA))*)-([0-9]\\.[0-9])(?:-[A-Z]+)?");

  private static final Pattern COPYLEFT =
      Pattern.compile(
          "(?:GPL|LGPL|AGPL|GFDL)-[0-9].*|LAL-1\\.[23]|ODbL-1\\.0|EUPL-1\\.[012]|MPL-2\\.0|"
              + "CECILL-[12]\\.[01]|CDLA-Sharing-1\\.0");

  private static final Set<String> PUBLIC_ONES =
      Set.of("CC0-1.0", "CC-PDM-1.0", "CC-PDDC", "PDDL-1.0", "Unlicense", "0BSD");

  private static final Set<String> ATTRIBUTION_ONES =
      Set.of(
          "etalab-2.0",
          "ODC-By-1.0",
          "OGL-UK-1.0",
          "OGL-UK-2.0",
          "OGL-UK-3.0",
          "OGL-Canada-2.0",
          "NLOD-1.0",
          "NLOD-2.0",
          "DL-DE-BY-2.0",
          "CDLA-Permissive-1.0",
          "CDLA-Permissive-2.0",
          "Apache-2.0",
          "MIT",
          "ISC",
          "BSD-2-Clause",
          "BSD-3-Clause");

  /**
   * Returns the class of a licence.
   *
   * @param spdx an SPDX identifier or {@code LicenseRef-…}, in its own case; null when none is said
   */
  public static LicenseClass of(@Nullable String spdx) {
    if (spdx == null) {
      return UNKNOWN;
    }
    if (PUBLIC_ONES.contains(spdx)) {
      return PUBLIC;
    }
    if (ATTRIBUTION_ONES.contains(spdx)) {
      return ATTRIBUTION;
    }
    Matcher commons = COMMONS.matcher(spdx);
    if (commons.matches()) {
      return ofCommons(commons.group(1));
    }
    return COPYLEFT.matcher(spdx).matches() ? SHARE_ALIKE : UNKNOWN;
  }

  private static LicenseClass ofCommons(String asked) {
    if (asked.contains("ND")) {
      return NO_DERIVATIVES;
    }
    if (asked.contains("NC")) {
      return NON_COMMERCIAL;
    }
    return asked.contains("SA") ? SHARE_ALIKE : ATTRIBUTION;
  }
}
