package org.collporterre.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.collporterre.constraint.LanguageTag;
import org.collporterre.constraint.SpdxLicense;
import org.collporterre.constraint.TextSize;
import org.collporterre.schema.Child;
import org.collporterre.schema.Column;
import org.collporterre.schema.Extensions;
import org.collporterre.schema.Term;
import org.collporterre.vocabulary.RecordStatus;
import org.jspecify.annotations.Nullable;

/**
 * What is said of the record itself, not of the thing described: language, editorial status, dates,
 * licence, sources; common to the three types.
 *
 * @param language the language of the record's texts, BCP 47; null for the dataset's
 * @param status the editorial status; null means published, but draft for a portrait
 * @param createdOn the day the record was made
 * @param modifiedOn the day the record was last changed
 * @param verifiedOn the day somebody last made sure that it is true
 * @param verifiedBy who made sure
 * @param recordedBy who collected the record
 * @param license the licence of the record, SPDX; null for the dataset's
 * @param licenseStatement the licence in the words of the source
 * @param references the sources
 * @param extensions columns the format does not know, by their header, sorted
 */
@RecordBuilder
@RecordBuilder.Options(useImmutableCollections = true, enableWither = false)
public record Sheet(
    @Column(
            value = "langue",
            en = "language",
            aliases = {"lang"})
        @Term("inLanguage")
        @LanguageTag
        @Nullable String language,
    @Column(
            value = "statut_fiche",
            en = "record_status",
            aliases = {"completion_progress"})
        @Term("creativeWorkStatus")
        @Nullable RecordStatus status,
    @Column(
            value = "date_creation",
            en = "created_on",
            aliases = {"created", "createdAt", "datetime_create"})
        @Term("dateCreated")
        @Nullable LocalDate createdOn,
    @Column(
            value = "date_maj",
            en = "modified_on",
            aliases = {"updated", "updatedAt", "datetime_latest", "last_modified"})
        @Term("dateModified")
        @Nullable LocalDate modifiedOn,
    @Column(
            value = "verifie_le",
            en = "verified_on",
            aliases = {"assured_date"})
        @Term("sdDatePublished")
        @Nullable LocalDate verifiedOn,
    @Column(
            value = "verifie_par",
            en = "verified_by",
            aliases = {"assurer"})
        @Term(value = "maintainer", node = "Thing")
        @TextSize(min = 2, max = 120)
        @Nullable String verifiedBy,
    @Column(value = "collecte_par", en = "recorded_by")
        @Term(value = "provider", node = "Thing")
        @TextSize(min = 2, max = 120)
        @Nullable String recordedBy,
    @Column(value = "licence", en = "license") @Term("license") @SpdxLicense
        @Nullable String license,
    @Column(value = "licence_texte", en = "license_statement")
        @Term("cpt:licenseStatement")
        @TextSize(max = 200)
        @Nullable String licenseStatement,
    @Column(
            value = "reference_urls",
            en = "reference_urls",
            aliases = {"references", "sources"})
        @Child("references")
        @Term("citation")
        @Size(max = 50)
        List<@Valid Reference> references,
    @Extensions Map<String, String> extensions) {
  /** A sheet that says nothing. */
  public static final Sheet EMPTY = SheetBuilder.builder().build();

  public Sheet {
    // Maps that are equal may be in different orders; what is written of them must not.
    if (extensions == null) {
      extensions = Map.of();
    } else if (extensions.size() > 1 && !(extensions instanceof SortedMap)) {
      extensions = Collections.unmodifiableSortedMap(new TreeMap<>(extensions));
    }
  }

  /** Returns why an initiative or a methodology must not be shown: a rule's code, or empty text. */
  String withheld() {
    return status == null || status == RecordStatus.PUBLISHED ? "" : "record-not-published";
  }
}
