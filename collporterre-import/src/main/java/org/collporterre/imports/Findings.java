package org.collporterre.imports;

import org.collporterre.check.BuiltInRules;
import org.collporterre.report.Finding;
import org.collporterre.report.FindingSink;
import org.collporterre.report.Fix;
import org.collporterre.report.Location;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Reports what is found while a file is read, as bad as the profile says.
 *
 * @param sink where findings go
 * @param profile the profile
 * @param type the name of the record type; empty for a table of several
 */
record Findings(FindingSink sink, Profile profile, String type) {
  /** Tells whether a rule's findings are errors in this profile. */
  boolean isError(String code) {
    return BuiltInRules.severity(code, profile) == Severity.ERROR;
  }

  /** Reports a finding unless its rule is off; see {@link Finding} for the arguments. */
  void report(
      String code,
      Location location,
      @Nullable String id,
      @Nullable String field,
      @Nullable String value,
      @Nullable String expected,
      @Nullable Fix fix) {
    Severity severity = BuiltInRules.severity(code, profile);
    if (severity != null) {
      sink.report(
          new Finding(
              code,
              severity,
              profile,
              location,
              type.isEmpty() ? null : type,
              id,
              field,
              value,
              expected,
              fix));
    }
  }
}
