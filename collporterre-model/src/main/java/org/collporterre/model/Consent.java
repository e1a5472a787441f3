package org.collporterre.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.collporterre.constraint.TextSize;
import org.collporterre.schema.Column;
import org.collporterre.schema.Confidential;
import org.collporterre.vocabulary.ConsentScope;
import org.collporterre.vocabulary.ConsentStatus;
import org.jspecify.annotations.Nullable;

/**
 * What the subject of a portrait agreed to. Never written to a public format.
 *
 * @param status the answer
 * @param date when it was given
 * @param expiry the last day it holds; null for no end
 * @param scope what it covers
 * @param proof an internal reference to the proof, which is kept outside of the dataset
 * @param minor whether the subject is under age
 */
@RecordBuilder
@RecordBuilder.Options(useImmutableCollections = true, enableWither = false)
public record Consent(
    @Column(value = "consentement", en = "consent") @Confidential @Nullable ConsentStatus status,
    @Column(value = "consentement_le", en = "consent_date") @Confidential @Nullable LocalDate date,
    @Column(value = "consentement_expire", en = "consent_expiry") @Confidential
        @Nullable LocalDate expiry,
    @Column(value = "consentement_portee", en = "consent_scope") @Confidential @Size(max = 6)
        List<ConsentScope> scope,
    @Column(value = "consentement_preuve", en = "consent_proof") @Confidential @TextSize(max = 60)
        @Nullable String proof,
    @Column(value = "mineur", en = "minor") @Confidential @Nullable Boolean minor) {
  /** No consent on record. */
  public static final Consent NONE = ConsentBuilder.builder().build();

  /** Returns why what it is about must not be shown on a day: a rule's code, or empty text. */
  String withheld(LocalDate today, boolean needed) {
    if (Boolean.TRUE.equals(minor)) {
      return "minor";
    } else if (status == null && needed) {
      return "consent-missing";
    } else if (status == ConsentStatus.REFUSED
        || status == ConsentStatus.WITHDRAWN
        || status == ConsentStatus.PENDING) {
      return "consent-refused";
    }
    return expiry != null && expiry.isBefore(today) ? "consent-expired" : "";
  }
}
