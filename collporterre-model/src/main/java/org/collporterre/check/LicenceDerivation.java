package org.collporterre.check;

import java.util.List;
import org.collporterre.check.LicenseMatrix.Outcome;
import org.collporterre.check.LicenseMatrix.Verdict;
import org.collporterre.constraint.SpdxLicense;
import org.collporterre.report.Fix;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.collporterre.vocabulary.DerivationKind;
import org.jspecify.annotations.Nullable;

/**
 * A methodology made from another whose licence does not allow it, or not surely, by {@link
 * LicenseMatrix}. Each of several originals is judged. Nothing is said of doubts because a licence
 * is missing or is none, which other rules report. Memory: see {@link References}.
 *
 * @param code the rule's code
 * @param outcome what is reported: forbidden or doubtful
 * @param severity how bad it is, in both profiles
 */
record LicenceDerivation(String code, Outcome outcome, Severity severity) implements Rule {
  @Override
  public Severity severity(Profile profile) {
    return severity;
  }

  @Override
  public Check start(CheckContext context) {
    References references = context.references();
    RecordLicences licences = new RecordLicences(context);
    return Check.atEnd(
        () ->
            references.eachCell(
                "derive_de",
                together -> {
                  for (References.Edge edge : together) {
                    if (edge.isResolved() && !edge.isRepeated()) {
                      look(context, licences, edge, together);
                    }
                  }
                }));
  }

  private void look(
      CheckContext context,
      RecordLicences licences,
      References.Edge edge,
      List<References.Edge> together) {
    String parent = licences.of(edge.target());
    String child = licences.of(edge.source());
    DerivationKind kind = context.references().facts().derivation(edge.source());
    Verdict verdict = LicenseMatrix.verdict(parent, child, kind);
    if (verdict.outcome() != outcome
        || outcome == Outcome.DOUBTFUL && !(isLicence(parent) && isLicence(child))) {
      return;
    }
    String allowed = outcome == Outcome.FORBIDDEN ? allowed(licences, together, kind) : null;
    context
        .finding(this, edge)
        .value(edge.id() + " " + shown(parent) + " → " + shown(child))
        .expected(verdict.reason())
        .fix(allowed == null ? null : Fix.unsafe("licence", allowed))
        .report();
  }

  /** Returns the licence of one of the originals, when all of them allow it; else null. */
  private static @Nullable String allowed(
      RecordLicences licences, List<References.Edge> together, @Nullable DerivationKind kind) {
    for (References.Edge candidate : together) {
      String licence = candidate.isResolved() ? licences.of(candidate.target()) : null;
      if (licence != null
          && together.stream()
              .map(edge -> edge.isResolved() ? licences.of(edge.target()) : null)
              .map(parent -> LicenseMatrix.verdict(parent, licence, kind).outcome())
              .allMatch(Outcome.ALLOWED::equals)) {
        return licence;
      }
    }
    return null;
  }

  private static boolean isLicence(@Nullable String text) {
    return text != null && SpdxLicense.Validator.matches(text);
  }

  private static String shown(@Nullable String licence) {
    return licence == null ? "?" : licence;
  }
}
