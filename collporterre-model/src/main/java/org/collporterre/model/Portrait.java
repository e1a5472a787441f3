package org.collporterre.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.collporterre.constraint.TextSize;
import org.collporterre.constraint.WebUrl;
import org.collporterre.schema.Column;
import org.collporterre.schema.EntryType;
import org.collporterre.schema.Refers;
import org.collporterre.schema.Term;
import org.collporterre.vocabulary.ConsentScope;
import org.collporterre.vocabulary.RecordStatus;
import org.collporterre.vocabulary.SubjectKind;
import org.jspecify.annotations.Nullable;

/**
 * A portrait of ordinary people, or of a group, and of the extraordinary thing they did.
 *
 * @param header its identifier, title and texts
 * @param subject whom it is about
 * @param initiatives the initiatives it tells of
 * @param body the text
 * @param bodyUrl where the text is, when it is elsewhere
 * @param quotes what the subject said
 * @param authors who wrote it
 * @param interviewDate when the subject was met
 * @param publishedOn the day it appeared
 * @param territories where it takes place, never more precise than a municipality
 * @param consent what the subject agreed to
 * @param sheet what is said of this record itself
 */
@EntryType(value = "Article", name = "portrait")
@RecordBuilder
@RecordBuilder.Options(useImmutableCollections = true, enableWither = false)
public record Portrait(
    @Valid @NotNull Header header,
    @Term("about") @Valid @NotNull Subject subject,
    @Column(value = "initiatives", en = "initiatives")
        @Refers(Initiative.class)
        @Term("mentions")
        @Size(max = 10)
        List<RecordRef> initiatives,
    @Column(value = "texte", en = "body", detail = true)
        @Term("articleBody")
        @TextSize(max = 60_000)
        @Nullable String body,
    @Column(value = "texte_url", en = "body_url") @Term("url") @WebUrl @Nullable String bodyUrl,
    @Column(value = "citations", en = "quotes", detail = true)
        @Term(value = "hasPart", node = "Quotation", property = "text")
        @Size(max = 5)
        List<@TextSize(max = 280) String> quotes,
    @Column(value = "auteurs", en = "authors")
        @Term(value = "author", node = "Thing")
        @Size(max = 10)
        List<@TextSize(max = 120) String> authors,
    @Column(value = "date_entretien", en = "interview_date") @Term("cpt:interviewDate")
        @Nullable PartialDate interviewDate,
    @Column(value = "date_publication", en = "published_on") @Term("datePublished")
        @Nullable LocalDate publishedOn,
    @Column(value = "territoires", en = "territories") @Term("contentLocation") @Size(max = 3)
        List<Territory> territories,
    @Valid @NotNull Consent consent,
    @Valid @NotNull Sheet sheet)
    implements Entry {
  /** Returns a builder of a portrait with this identifier, title and subject. */
  public static PortraitBuilder named(String id, String title, SubjectKind kind, String subject) {
    return PortraitBuilder.builder()
        .header(Header.named(id, title))
        .subject(SubjectBuilder.builder().kind(kind).name(subject).build())
        .consent(Consent.NONE)
        .sheet(Sheet.EMPTY);
  }

  @Override
  public String withheld(LocalDate today) {
    if (sheet.status() != RecordStatus.PUBLISHED) {
      return "record-not-published";
    }
    boolean needed = subject.kind() != SubjectKind.ORGANIZATION;
    String reason = consent.withheld(today, needed);
    return reason.isEmpty() && !notCovered().isEmpty() ? "consent-scope" : reason;
  }

  /**
   * Returns what the portrait would show to everybody that the consent does not cover, in the order
   * of the vocabulary. A scope that names nothing covers everything; one that names something
   * covers that alone. A pseudonym is no name.
   */
  public List<ConsentScope> notCovered() {
    if (consent.scope().isEmpty()) {
      return List.of();
    }
    EnumSet<ConsentScope> shown = EnumSet.of(ConsentScope.TEXT, ConsentScope.OPEN_DATA);
    if (!Boolean.TRUE.equals(subject.pseudonymous())) {
      shown.add(ConsentScope.NAME);
    }
    if (!header.images().isEmpty()) {
      shown.add(ConsentScope.PHOTO);
    }
    shown.removeAll(consent.scope());
    return List.copyOf(shown);
  }
}
