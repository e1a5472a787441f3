package org.collporterre.imports;

import org.collporterre.check.RuleSettings;
import org.collporterre.report.Finding;
import org.collporterre.report.FindingSink;
import org.collporterre.report.Fix;
import org.collporterre.report.Location;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Reports what is found while a file is read, as bad as the profile and the settings say.
 *
 * @param sink where findings go
 * @param profile the profile
 * @param rules what is decided about rules
 * @param type the name of the record type; null where it can be any
 */
record Findings(FindingSink sink, Profile profile, RuleSettings rules, @Nullable String type) {
  /** Returns findings as bad as an importer was told. */
  static Findings of(FindingSink sink, ImportSettings settings, @Nullable String type) {
    return new Findings(sink, settings.profile(), settings.rules(), type);
  }

  /** Tells whether a rule's findings are errors in this profile. */
  boolean isError(String code) {
    return rules.severity(code, profile) == Severity.ERROR;
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
    Severity severity = rules.severity(code, profile);
    if (severity != null) {
      sink.report(
          new Finding(code, severity, profile, location, type, id, field, value, expected, fix));
    }
  }
}
