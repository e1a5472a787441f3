package org.collporterre.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.NotNull;
import org.collporterre.constraint.SpdxLicense;
import org.collporterre.constraint.TextSize;
import org.collporterre.constraint.WebUrl;
import org.collporterre.schema.Column;
import org.collporterre.schema.EntryType;
import org.collporterre.schema.Term;
import org.jspecify.annotations.Nullable;

/**
 * A picture.
 *
 * @param url its address
 * @param alt what it shows, for those who do not see it
 * @param caption its caption
 * @param author who made it
 * @param license its licence, SPDX
 * @param mediaType its media type, {@code image/jpeg} for instance
 */
@EntryType("ImageObject")
@RecordBuilder
@RecordBuilder.Options(useImmutableCollections = true, enableWither = false)
public record Media(
    @Column(value = "url", en = "url") @Term("contentUrl") @NotNull @WebUrl String url,
    @Column(value = "alt", en = "alt") @Term("description") @TextSize(max = 300)
        @Nullable String alt,
    @Column(value = "legende", en = "caption") @Term("caption") @TextSize(max = 500)
        @Nullable String caption,
    @Column(value = "auteur", en = "author")
        @Term(value = "creator", node = "Thing")
        @TextSize(max = 120)
        @Nullable String author,
    @Column(value = "licence", en = "license") @Term("license") @SpdxLicense
        @Nullable String license,
    @Column(value = "type_media", en = "media_type") @Term("encodingFormat") @TextSize(max = 80)
        @Nullable String mediaType) {
  /** Returns a picture of which only the address is known. */
  public static Media at(String url) {
    return new Media(url, null, null, null, null, null);
  }
}
