package org.collporterre.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.collporterre.check.LicenseMatrix.Outcome;
import org.collporterre.check.LicenseMatrix.Verdict;
import org.collporterre.constraint.SpdxLicenses;
import org.collporterre.report.Finding;
import org.collporterre.report.Location;
import org.collporterre.report.Messages;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.collporterre.vocabulary.DerivationKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The classes of licences, and every cell of the matrix of what may be made from what. */
class LicenseMatrixTest {
  @ParameterizedTest
  @CsvSource({
    "CC0-1.0, PUBLIC",
    "CC-PDM-1.0, PUBLIC",
    "PDDL-1.0, PUBLIC",
    "CC-BY-1.0, ATTRIBUTION",
    "CC-BY-2.5-AU, ATTRIBUTION",
    "CC-BY-4.0, ATTRIBUTION",
    "etalab-2.0, ATTRIBUTION",
    "ODC-By-1.0, ATTRIBUTION",
    "CC-BY-SA-2.0, SHARE_ALIKE",
    "CC-BY-SA-2.1-JP, SHARE_ALIKE",
    "CC-SA-1.0, SHARE_ALIKE",
    "ODbL-1.0, SHARE_ALIKE",
    "LAL-1.3, SHARE_ALIKE",
    "GPL-3.0-or-later, SHARE_ALIKE",
    "GPL-2.0-with-font-exception, SHARE_ALIKE",
    "CC-BY-NC-4.0, NON_COMMERCIAL",
    "CC-BY-NC-SA-2.0-FR, NON_COMMERCIAL",
    "CC-BY-ND-4.0, NO_DERIVATIVES",
    "CC-BY-NC-ND-3.0-IGO, NO_DERIVATIVES",
    "LicenseRef-CC-BY-SA, UNKNOWN",
    "cc-by-4.0, UNKNOWN",
    "CC-BY-SA, UNKNOWN",
    ", UNKNOWN"
  })
  void a_licence_is_of_a_class(@Nullable String license, LicenseClass expected) {
    assertThat(LicenseClass.of(license)).isEqualTo(expected);
  }

  @Test
  void every_licence_of_creative_commons_is_of_a_known_class() {
    assertThat(SpdxLicenses.ids())
        .filteredOn(id -> id.startsWith("CC-") || id.startsWith("CC0-"))
        .hasSizeGreaterThan(50)
        .allSatisfy(id -> assertThat(LicenseClass.of(id)).isNotEqualTo(LicenseClass.UNKNOWN));
  }

  /** One row per pair of classes, and what is more within them. */
  @ParameterizedTest
  @CsvSource({
    // Of the public domain: anything.
    "CC0-1.0, CC0-1.0, ALLOWED, public-parent",
    "CC0-1.0, CC-BY-4.0, ALLOWED, public-parent",
    "CC0-1.0, CC-BY-SA-4.0, ALLOWED, public-parent",
    "CC-PDM-1.0, CC-BY-NC-4.0, ALLOWED, public-parent",
    "CC0-1.0, CC-BY-ND-4.0, ALLOWED, public-parent",
    "CC0-1.0, , ALLOWED, public-parent",
    // Attribution: anything that still names the source.
    "CC-BY-4.0, CC0-1.0, DOUBTFUL, public-from-attribution",
    "etalab-2.0, CC-PDM-1.0, DOUBTFUL, public-from-attribution",
    "CC-BY-4.0, CC-BY-3.0, ALLOWED, attribution-parent",
    "etalab-2.0, CC-BY-SA-4.0, ALLOWED, attribution-parent",
    "ODC-By-1.0, CC-BY-NC-4.0, ALLOWED, attribution-parent",
    "CC-BY-4.0, CC-BY-ND-4.0, ALLOWED, attribution-parent",
    "CC-BY-4.0, , DOUBTFUL, unknown-license",
    // Share alike: the same, or a later version of it.
    "CC-BY-SA-4.0, CC0-1.0, FORBIDDEN, share-alike-other",
    "CC-BY-SA-4.0, CC-BY-4.0, FORBIDDEN, share-alike-other",
    "CC-BY-SA-4.0, CC-BY-SA-4.0, ALLOWED, share-alike-same",
    "CC-BY-SA-3.0, CC-BY-SA-4.0, ALLOWED, share-alike-later",
    "CC-BY-SA-2.0, CC-BY-SA-2.5, ALLOWED, share-alike-later",
    "CC-BY-SA-3.0-DE, CC-BY-SA-3.0, ALLOWED, share-alike-same",
    "CC-BY-SA-4.0, CC-BY-SA-3.0, FORBIDDEN, share-alike-earlier",
    "CC-BY-SA-1.0, CC-BY-SA-1.0, ALLOWED, share-alike-same",
    "CC-BY-SA-1.0, CC-BY-SA-2.0, FORBIDDEN, share-alike-no-later",
    "CC-BY-SA-1.0, CC-BY-SA-4.0, FORBIDDEN, share-alike-no-later",
    "CC-BY-SA-4.0, LAL-1.3, ALLOWED, share-alike-compatible",
    "CC-BY-SA-4.0, GPL-3.0-only, ALLOWED, share-alike-compatible",
    "CC-BY-SA-4.0, GPL-2.0-only, FORBIDDEN, share-alike-other",
    "CC-BY-SA-3.0, LAL-1.3, FORBIDDEN, share-alike-other",
    "CC-BY-SA-3.0, GPL-3.0-only, FORBIDDEN, share-alike-other",
    "GPL-3.0-only, CC-BY-SA-4.0, FORBIDDEN, share-alike-other",
    "LAL-1.3, LAL-1.3, ALLOWED, share-alike-same",
    "LAL-1.3, CC-BY-SA-4.0, ALLOWED, share-alike-compatible",
    "ODbL-1.0, ODbL-1.0, ALLOWED, share-alike-same",
    "ODbL-1.0, CC-BY-SA-4.0, FORBIDDEN, share-alike-other",
    "GPL-2.0-or-later, GPL-3.0-only, ALLOWED, share-alike-later",
    "GPL-2.0-only, GPL-3.0-only, FORBIDDEN, share-alike-no-later",
    "CC-BY-SA-4.0, CC-BY-NC-SA-4.0, FORBIDDEN, share-alike-other",
    "CC-BY-SA-4.0, CC-BY-ND-4.0, FORBIDDEN, share-alike-other",
    "CC-BY-SA-4.0, LicenseRef-CC-BY-SA, DOUBTFUL, unknown-license",
    // Non-commercial: only what excludes commercial use too.
    "CC-BY-NC-4.0, CC0-1.0, FORBIDDEN, non-commercial-lost",
    "CC-BY-NC-4.0, CC-BY-4.0, FORBIDDEN, non-commercial-lost",
    "CC-BY-NC-SA-4.0, CC-BY-SA-4.0, FORBIDDEN, non-commercial-lost",
    "CC-BY-NC-4.0, CC-BY-NC-SA-4.0, ALLOWED, non-commercial-kept",
    "CC-BY-NC-4.0, CC-BY-NC-3.0, ALLOWED, non-commercial-kept",
    "CC-BY-NC-SA-3.0, CC-BY-NC-4.0, FORBIDDEN, share-alike-other",
    "CC-BY-NC-SA-3.0, CC-BY-NC-SA-4.0, ALLOWED, share-alike-later",
    "CC-BY-NC-SA-4.0, CC-BY-NC-SA-3.0, FORBIDDEN, share-alike-earlier",
    "CC-BY-NC-4.0, CC-BY-NC-ND-4.0, ALLOWED, non-commercial-kept",
    "CC-BY-NC-4.0, CC-BY-ND-4.0, FORBIDDEN, non-commercial-lost",
    "CC-BY-NC-4.0, , DOUBTFUL, unknown-license",
    // No derivatives: nothing, whatever the licence.
    "CC-BY-ND-4.0, CC0-1.0, FORBIDDEN, no-derivatives",
    "CC-BY-ND-4.0, CC-BY-4.0, FORBIDDEN, no-derivatives",
    "CC-BY-ND-4.0, CC-BY-SA-4.0, FORBIDDEN, no-derivatives",
    "CC-BY-NC-ND-4.0, CC-BY-NC-4.0, FORBIDDEN, no-derivatives",
    "CC-BY-ND-4.0, CC-BY-ND-4.0, FORBIDDEN, no-derivatives",
    "CC-BY-ND-4.0, , FORBIDDEN, no-derivatives",
    // Unknown: nobody can tell.
    ", CC0-1.0, DOUBTFUL, unknown-license",
    ", CC-BY-4.0, DOUBTFUL, unknown-license",
    "LicenseRef-CC-BY-SA, CC-BY-SA-4.0, DOUBTFUL, unknown-license",
    ", CC-BY-NC-4.0, DOUBTFUL, unknown-license",
    ", CC-BY-ND-4.0, DOUBTFUL, unknown-license",
    ", , DOUBTFUL, unknown-license"
  })
  void a_work_may_be_made_from_another(
      @Nullable String parent, @Nullable String child, Outcome outcome, String reason) {
    assertThat(LicenseMatrix.verdict(parent, child, DerivationKind.ADAPTATION))
        .isEqualTo(new Verdict(outcome, reason));
  }

  @ParameterizedTest
  @EnumSource(value = DerivationKind.class, names = "INSPIRATION", mode = EnumSource.Mode.EXCLUDE)
  void all_kinds_of_derivation_count_as_adaptation(DerivationKind kind) {
    assertThat(LicenseMatrix.verdict("CC-BY-ND-4.0", "CC-BY-ND-4.0", kind).outcome())
        .isEqualTo(Outcome.FORBIDDEN);
  }

  @Test
  void a_derivation_of_no_said_kind_counts_as_adaptation() {
    assertThat(LicenseMatrix.verdict("CC-BY-SA-4.0", "CC-BY-4.0", null))
        .isEqualTo(new Verdict(Outcome.FORBIDDEN, "share-alike-other"));
  }

  @Test
  void an_inspiration_is_free_of_every_licence() {
    assertThat(LicenseMatrix.verdict("CC-BY-ND-4.0", null, DerivationKind.INSPIRATION))
        .isEqualTo(new Verdict(Outcome.ALLOWED, "inspiration"));
  }

  @Test
  void every_reason_has_words_in_both_languages() {
    Set<String> reasons = new TreeSet<>();
    String[] licenses = {
      "CC0-1.0",
      "CC-BY-4.0",
      "CC-BY-SA-1.0",
      "CC-BY-SA-3.0",
      "CC-BY-SA-4.0",
      "LAL-1.3",
      "CC-BY-NC-4.0",
      "CC-BY-NC-SA-4.0",
      "CC-BY-ND-4.0",
      null
    };
    for (String parent : licenses) {
      for (String child : licenses) {
        for (DerivationKind kind : DerivationKind.values()) {
          reasons.add(LicenseMatrix.verdict(parent, child, kind).reason());
        }
      }
    }
    assertThat(reasons).hasSize(14);
    for (Locale locale : new Locale[] {Locale.FRENCH, Locale.ENGLISH}) {
      for (String reason : reasons) {
        assertThat(Messages.in(locale).text(withheldFor(reason))).doesNotContain(reason);
      }
    }
  }

  /** A finding whose sentence ends with a reason. */
  private static Finding withheldFor(String reason) {
    return new Finding(
        "record-withheld",
        Severity.INFO,
        Profile.ECHANGE,
        Location.startOf("x"),
        null,
        null,
        null,
        "1",
        reason,
        null);
  }
}
