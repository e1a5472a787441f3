package org.collporterre.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.collporterre.constraint.Identifier;
import org.collporterre.constraint.SingleLine;
import org.collporterre.constraint.TextSize;
import org.collporterre.schema.Child;
import org.collporterre.schema.Column;
import org.collporterre.schema.NumericCode;
import org.collporterre.schema.Term;
import org.jspecify.annotations.Nullable;

/**
 * What identifies and names a record; common to the three types.
 *
 * @param id the identifier, unique among records of the type; never derived again once published
 * @param externalIds the identifiers that other registers give to the same thing
 * @param title the title, 3 to 140 code points
 * @param alternateTitles other names of the same thing
 * @param summary one or two sentences
 * @param description the long text, plain or CommonMark without raw HTML
 * @param keywords free keywords
 * @param images pictures
 */
@RecordBuilder
@RecordBuilder.Options(useImmutableCollections = true, enableWither = false)
public record Header(
    @Column(
            value = "id",
            en = "id",
            aliases = {"identifier", "oldId", "id_fiche", "gogoId"})
        @Term(
            value = "identifier",
            node = "PropertyValue",
            property = "value",
            propertyId = "collporterre")
        @NotNull(message = "{org.collporterre.id-missing}")
        @NumericCode
        @Identifier
        String id,
    @Column(
            value = "identifiants_externes",
            en = "external_ids",
            aliases = {"sameAs"})
        @Term("identifier")
        @Size(max = 20)
        List<ExternalId> externalIds,
    @Column(
            value = "titre",
            en = "title",
            aliases = {"name", "nom", "bf_titre"})
        @Term("name")
        @Term(value = "headline", on = "Article")
        @NotNull(message = "{org.collporterre.title-missing}")
        @TextSize(min = 3, max = 140, message = "{org.collporterre.title-length}")
        @SingleLine
        LocalizedText title,
    @Column(
            value = "autres_titres",
            en = "alternate_titles",
            aliases = {"alternate_name"})
        @Term("alternateName")
        @Size(max = 10)
        List<@TextSize(min = 2, max = 140) String> alternateTitles,
    @Column(
            value = "resume",
            en = "summary",
            aliases = {
              "baseline",
              "presentation_resume",
              "shortDescription",
              "bf_description_courte"
            })
        @Term(value = "abstract", sheet = true)
        @Term(value = "description", on = "Project", unless = "description")
        @TextSize(max = 500, message = "{org.collporterre.summary-length}")
        @Nullable LocalizedText summary,
    @Column(
            value = "description",
            en = "description",
            aliases = {"about", "presentation_detail", "bf_description"},
            detail = true)
        @Term("description")
        @TextSize(max = 20_000)
        @Nullable LocalizedText description,
    @Column(
            value = "mots_cles",
            en = "keywords",
            aliases = {"tags"})
        @Term("keywords")
        @Size(max = 30)
        List<@TextSize(min = 2, max = 60) String> keywords,
    @Column(
            value = "images",
            en = "images",
            aliases = {"image"})
        @Child("medias")
        @Term("image")
        @Size(max = 20)
        List<@Valid Media> images) {
  /** Returns a header of which only the identifier and the title are known. */
  static Header named(String id, String title) {
    return HeaderBuilder.builder().id(id).title(LocalizedText.of(title)).build();
  }
}
