package org.collporterre.lineage;

import org.collporterre.check.LicenseMatrix;
import org.collporterre.vocabulary.DerivationKind;
import org.jspecify.annotations.Nullable;

/**
 * That a record comes from another one, or belongs to it.
 *
 * @param kind how
 * @param child the record that comes from the other
 * @param parent the other one
 * @param pinned the version of the parent that the child names, or null
 * @param pin how that version stands to the parent's own
 * @param derivation how a methodology was made from another; null when that is not said, and of
 *     other kinds of edges
 * @param license whether the licences allow a derivation; null for other kinds of edges, and when
 *     the parent is none of the records, so that nothing is known of its licence
 */
public record Edge(
    EdgeKind kind,
    Node child,
    Node parent,
    @Nullable String pinned,
    Pin pin,
    @Nullable DerivationKind derivation,
    LicenseMatrix.@Nullable Verdict license) {
  /** How the version that a reference names stands to the one that is there. */
  public enum Pin {
    /** No version is named. */
    NONE,
    /** It is the version that is there. */
    CURRENT,
    /** A newer one is there. */
    OLDER,
    /** An older one is there. */
    NEWER,
    /** Nothing says which one is there. */
    UNKNOWN
  }

  /** Tells whether the licences forbid this derivation, or leave it doubtful. */
  public boolean isLicenseTrouble() {
    return license != null && license.outcome() != LicenseMatrix.Outcome.ALLOWED;
  }
}
