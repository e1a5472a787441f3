package org.collporterre.imports.documents;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.collporterre.constraint.LanguageTag;
import org.collporterre.model.Consent;
import org.collporterre.model.ConsentBuilder;
import org.collporterre.model.Entry;
import org.collporterre.model.Header;
import org.collporterre.model.HeaderBuilder;
import org.collporterre.model.IsoDuration;
import org.collporterre.model.LocalizedText;
import org.collporterre.model.Methodology;
import org.collporterre.model.MethodologyBuilder;
import org.collporterre.model.PartialDate;
import org.collporterre.model.Portrait;
import org.collporterre.model.PortraitBuilder;
import org.collporterre.model.Sheet;
import org.collporterre.model.SheetBuilder;
import org.collporterre.model.SubjectBuilder;
import org.collporterre.vocabulary.ConsentStatus;
import org.collporterre.vocabulary.Folding;
import org.collporterre.vocabulary.RecordStatus;
import org.collporterre.vocabulary.SubjectKind;
import org.jspecify.annotations.Nullable;

/** Makes a record of the text of a document. */
final class Draft {
  private static final int LONGEST_ID = 80;
  private static final int CHECKSUM = 6;
  private static final int LONGEST_SUMMARY = 280;

  /** A shorter paragraph is a line above the text. */
  private static final int SHORTEST_SUMMARY = 40;

  private static final Pattern NOBODY =
      Pattern.compile(
          "(?iu)|.*\\b(?:user|utilisateur|utilisatrice|admin|administrateur|propriétaire|owner|microsoft|inconnu|unknown|pc|hp|asus)\\b.*|\\P{L}*");

  private final DocumentText document;
  private final Source source;
  private final boolean guessing;
  private final Title title;
  private final List<Note> notes = new ArrayList<>();
  private final List<String> authors = new ArrayList<>();
  private final List<Block> blocks = new ArrayList<>();
  private @Nullable IsoDuration duration;

  /**
   * Where a draft comes from.
   *
   * @param fileName the name of the file, without folders
   * @param fingerprint SHA-256 of its bytes, in hexadecimal
   * @param mediaType its media type
   */
  record Source(String fileName, String fingerprint, String mediaType) {}

  /**
   * Begins a draft.
   *
   * @param guessing whether fields may be filled in from what the text seems to say
   */
  Draft(DocumentText document, Source source, boolean guessing) {
    this.document = document;
    this.source = source;
    this.guessing = guessing;
    this.title = Title.of(document, source.fileName());
    if (title.guessed()) {
      guess("titre", title.text());
    }
    document.blocks().stream().filter(block -> !block.equals(title.block())).forEach(this::take);
    if (authors.isEmpty()) {
      document.said().authors().stream()
          .map(String::strip)
          .filter(name -> !NOBODY.matcher(name).matches())
          .forEach(authors::add);
    }
    if (guessing && !authors.isEmpty()) {
      guess("auteurs", String.join(", ", authors));
    }
  }

  /** Lines that only fill a field are not text. */
  private void take(Block block) {
    List<String> names = guessing && authors.isEmpty() ? Byline.authors(block) : List.of();
    IsoDuration said = guessing && duration == null ? StatedDuration.of(block) : null;
    authors.addAll(names);
    if (said != null) {
      duration = said;
    } else if (names.isEmpty()) {
      blocks.add(block);
    }
  }

  private void guess(String field, String value) {
    notes.add(Note.guess(field, value));
  }

  /** Returns what was guessed, and what else there is to say, in the order of the fields. */
  List<Note> notes() {
    return notes;
  }

  /**
   * Returns the record.
   *
   * @param type the type asked for; {@code Entry.class} for what the text looks like
   */
  Entry record(Class<? extends Entry> type) {
    Outline outline = Outline.of(blocks);
    boolean methodology = type == Methodology.class;
    if (type == Entry.class) {
      methodology = outline.isMethodology();
      guess("type_fiche", methodology ? "methodologie" : "portrait");
    }
    return methodology ? methodology(outline) : portrait();
  }

  private Portrait portrait() {
    String body = Markup.of(blocks);
    String subject = title.text().split("\\s*(?:,|:|\\s[–—|-])\\s", 2)[0];
    guess("nature_sujet", SubjectKind.PERSON.code());
    guess("nom_sujet", subject);
    LocalDate published = stated(StatedDate.PUBLISHED, "date_publication");
    LocalDate interviewed = stated(StatedDate.INTERVIEWED, "date_entretien");
    Consent consent = ConsentBuilder.builder().status(ConsentStatus.PENDING).build();
    return PortraitBuilder.builder()
        .header(header(blocks, null))
        .subject(SubjectBuilder.builder().kind(SubjectKind.PERSON).name(subject).build())
        .body(body.isEmpty() ? null : body)
        .authors(authors)
        .publishedOn(published)
        .interviewDate(interviewed == null ? null : PartialDate.of(interviewed))
        .consent(consent)
        .sheet(sheet())
        .build();
  }

  private Methodology methodology(Outline outline) {
    String body = Markup.of(outline.body());
    guess("etapes", outline.steps());
    guess("outils", outline.tools());
    guess("ressources", outline.resources());
    IsoDuration said = duration;
    if (said != null) {
      guess("duree", said.text());
    }
    return MethodologyBuilder.builder()
        .header(header(outline.body(), body.isEmpty() ? null : LocalizedText.of(body)))
        .steps(outline.steps())
        .tools(outline.tools())
        .resources(outline.resources())
        .duration(said)
        .authors(authors)
        .sheet(sheet())
        .build();
  }

  private void guess(String field, List<?> items) {
    if (!items.isEmpty()) {
      guess(field, Integer.toString(items.size()));
    }
  }

  private Header header(List<Block> text, @Nullable LocalizedText description) {
    String summary = guessing ? summary(text) : null;
    if (summary != null) {
      guess("resume", summary);
    }
    return HeaderBuilder.builder()
        .id(id())
        .title(LocalizedText.of(title.text()))
        .summary(summary == null ? null : LocalizedText.of(summary))
        .description(description)
        .images(document.pictures())
        .build();
  }

  private String id() {
    String id = Folding.fold(title.text(), '-');
    if (id.isEmpty() || !id.chars().allMatch(c -> c < 0x80)) {
      return "fiche-" + source.fingerprint().substring(0, CHECKSUM);
    }
    int hyphen = id.lastIndexOf('-', LONGEST_ID);
    return id.length() <= LONGEST_ID
        ? id
        : id.substring(0, hyphen > LONGEST_ID / 2 ? hyphen : LONGEST_ID);
  }

  private static @Nullable String summary(List<Block> blocks) {
    return blocks.stream()
        .filter(block -> block.kind() == Block.Kind.PARAGRAPH)
        .filter(block -> block.text().length() >= SHORTEST_SUMMARY)
        .filter(block -> !LicenseStatement.isLabel(block.text()))
        .findFirst()
        .map(block -> Sentences.cut(block.text(), LONGEST_SUMMARY))
        .orElse(null);
  }

  private Sheet sheet() {
    LicenseStatement license = license();
    LocalDate updated = stated(StatedDate.UPDATED, "date_maj");
    return SheetBuilder.builder()
        .language(language())
        .status(RecordStatus.DRAFT)
        .createdOn(day(document.said().created()))
        .modifiedOn(updated == null ? day(document.said().modified()) : updated)
        .license(license.license())
        .licenseStatement(license.statement())
        .extensions(extensions())
        .build();
  }

  private @Nullable String language() {
    String said = document.said().language();
    if (said != null && LanguageTag.Validator.matches(said)) {
      return said;
    }
    String likely = guessing ? LanguageEvidence.of(document.blocks()) : null;
    if (likely != null) {
      guess("langue", likely);
    }
    return likely;
  }

  private LicenseStatement license() {
    if (!guessing) {
      return new LicenseStatement(null, null, null);
    }
    LicenseStatement license = LicenseStatement.of(document);
    String unversioned = license.unversioned();
    if (license.license() != null) {
      guess("licence", license.license());
    } else if (unversioned != null) {
      notes.add(new Note("licence-version-unknown", "licence", unversioned, unversioned + "-4.0"));
    } else if (license.statement() != null) {
      guess("licence_texte", license.statement());
    }
    return license;
  }

  private @Nullable LocalDate stated(Pattern what, String field) {
    LocalDate day = guessing ? StatedDate.of(what, document.blocks()) : null;
    if (day != null) {
      guess(field, day.toString());
    }
    return day;
  }

  private static @Nullable LocalDate day(@Nullable String said) {
    try {
      return said == null || said.length() < 10 ? null : LocalDate.parse(said.substring(0, 10));
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private Map<String, String> extensions() {
    Map<String, String> extensions = new TreeMap<>();
    extensions.put("document:fichier", source.fileName());
    extensions.put("document:empreinte", "sha256:" + source.fingerprint());
    extensions.put("document:type", source.mediaType());
    if (!document.embedded().isEmpty()) {
      extensions.put("document:images", String.join(" | ", document.embedded()));
    }
    return extensions;
  }
}
