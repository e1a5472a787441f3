package org.collporterre.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.collporterre.constraint.TextSize;
import org.collporterre.constraint.WebUrl;
import org.collporterre.schema.Column;
import org.collporterre.schema.EntryType;
import org.collporterre.schema.LinkedNode;
import org.collporterre.schema.Term;
import org.collporterre.vocabulary.ReferenceKind;
import org.jspecify.annotations.Nullable;

/**
 * A source. It has a title, an address, or both.
 *
 * @param kind what it is
 * @param title its title
 * @param authors who wrote it
 * @param publisher where it appeared
 * @param date when it appeared
 * @param consultedOn the day it was read
 * @param url its address
 */
@EntryType("CreativeWork")
@RecordBuilder
@RecordBuilder.Options(useImmutableCollections = true, enableWither = false)
public record Reference(
    @Column(value = "nature", en = "kind") @Term("cpt:kind") @Nullable ReferenceKind kind,
    @Column(value = "titre", en = "title") @Term("name") @TextSize(max = 300)
        @Nullable String title,
    @Column(value = "auteurs", en = "authors")
        @Term(value = "author", node = "Thing")
        @Size(max = 20)
        List<@TextSize(max = 120) String> authors,
    @Column(value = "editeur", en = "publisher")
        @Term(value = "publisher", node = "Thing")
        @TextSize(max = 120)
        @Nullable String publisher,
    @Column(value = "date", en = "date") @Term("datePublished") @Nullable PartialDate date,
    @Column(value = "consulte_le", en = "consulted_on") @Term("cpt:consultedOn")
        @Nullable LocalDate consultedOn,
    @Column(value = "url", en = "url") @Term("url") @WebUrl @Nullable String url)
    implements LinkedNode {
  /** Returns a source of which only the address is known. */
  public static Reference at(String url) {
    return new Reference(null, null, List.of(), null, null, null, url);
  }

  @Override
  public String nodeType() {
    if (kind == null) {
      return "CreativeWork";
    }
    return switch (kind) {
      case ARTICLE -> "Article";
      case SITE -> "WebSite";
      case FILM -> "Movie";
      case BOOK -> "Book";
      case REPORT -> "Report";
      case INTERVIEW -> "CreativeWork";
      case DATASET -> "Dataset";
    };
  }
}
