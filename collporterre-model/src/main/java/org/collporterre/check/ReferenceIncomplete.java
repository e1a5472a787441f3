package org.collporterre.check;

import java.util.List;
import org.collporterre.model.Reference;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.jspecify.annotations.Nullable;

/**
 * A source that does not say when it appeared, or, of a web page, when it was read; or neither what
 * it is nor where it appeared. An address alone is the short form of a source, which has no room
 * for more.
 */
final class ReferenceIncomplete implements RecordRule {
  @Override
  public String code() {
    return "reference-incomplete";
  }

  @Override
  public Severity severity(Profile profile) {
    return Severity.WARNING;
  }

  @Override
  public Check start(CheckContext context) {
    return row -> {
      List<Reference> references = row.value().sheet().references();
      for (int i = 0; i < references.size(); i++) {
        Reference reference = references.get(i);
        String missing = missing(reference);
        if (missing != null && !isAddress(reference)) {
          context
              .finding(this, row)
              .field("reference_urls")
              .value(reference.title() == null ? reference.url() : reference.title())
              .expected(missing)
              .report();
        }
      }
    };
  }

  private static @Nullable String missing(Reference reference) {
    boolean dated =
        reference.date() != null || reference.url() != null && reference.consultedOn() != null;
    boolean placed = reference.kind() != null || reference.publisher() != null;
    String medium = placed ? null : "nature | editeur";
    return dated ? medium : medium == null ? "date" : "date, " + medium;
  }

  private static boolean isAddress(Reference reference) {
    return reference.title() == null
        && reference.kind() == null
        && reference.publisher() == null
        && reference.date() == null
        && reference.consultedOn() == null
        && reference.authors().isEmpty();
  }
}
