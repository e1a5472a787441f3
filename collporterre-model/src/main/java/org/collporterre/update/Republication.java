package org.collporterre.update;

import java.util.Optional;
import java.util.Set;
import org.collporterre.check.BuiltInRules;
import org.collporterre.constraint.VersionNumber;
import org.collporterre.model.Methodology;
import org.collporterre.report.Finding;
import org.collporterre.report.FindingSink;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;

/**
 * A methodology that comes in with another content under a version that is no greater.
 *
 * @param change what happens to it
 * @param version its version
 * @param before the version it had
 */
record Republication(Change change, String version, String before) {
  private static final String CODE = "version-not-increased";

  /** What is said of a methodology without being part of it. */
  private static final Set<String> ASIDE =
      Set.of("identifiants_externes", "mots_cles", "images", "etat_documentation", "generique");

  /** Returns what is wrong with a change, or nothing. */
  static Optional<Republication> of(Change change) {
    if (change.base() instanceof Methodology known
        && change.incoming() instanceof Methodology coming
        && change.fields().stream().anyMatch(Republication::isContent)) {
      String before = known.version();
      String version = coming.version() == null ? before : coming.version();
      if (version != null && before != null && isNotAfter(version, before)) {
        return Optional.of(new Republication(change, version, before));
      }
    }
    return Optional.empty();
  }

  private static boolean isNotAfter(String version, String before) {
    return VersionNumber.Validator.matches(version)
        && VersionNumber.Validator.matches(before)
        && VersionNumber.Validator.compare(version, before) <= 0;
  }

  /** The record's own dates and status, references and unknown columns are not the method. */
  private static boolean isContent(FieldChange changed) {
    Schema<Methodology> schema = Schema.of(Methodology.class);
    String key = changed.field();
    int at = key.indexOf('@');
    Field field = schema.field(at < 0 ? key : key.substring(0, at));
    if (field == null) {
      return schema.childTables().stream().anyMatch(table -> table.name().equals(key));
    }
    return !field.path().startsWith("sheet.")
        && field.refersTo() == null
        && !ASIDE.contains(field.key());
  }

  void report(Profile profile, FindingSink sink) {
    Severity severity = BuiltInRules.severity(CODE, profile);
    if (severity != null) {
      sink.report(
          new Finding(
              CODE,
              severity,
              profile,
              change.place(),
              change.type(),
              change.id(),
              "version",
              version,
              "> " + before,
              null));
    }
  }
}
