package org.collporterre.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.collporterre.constraint.TextSize;
import org.collporterre.schema.Child;
import org.collporterre.schema.Column;
import org.collporterre.schema.EntryType;
import org.collporterre.schema.Term;
import org.jspecify.annotations.Nullable;

/**
 * A step of a methodology.
 *
 * @param position its place in the order, from 1, without gaps
 * @param title what is done
 * @param text how it is done
 * @param duration how long it takes
 * @param tools what it needs
 * @param tips what helps
 * @param pitfalls what to beware of
 * @param media pictures
 */
@EntryType("HowToStep")
@RecordBuilder
@RecordBuilder.Options(useImmutableCollections = true, enableWither = false)
public record Step(
    @Column(value = "position", en = "position") @Term("position") @NotNull @Min(1) @Max(400)
        Integer position,
    @Column(value = "titre", en = "title") @Term("name") @NotNull @TextSize(max = 140) String title,
    @Column(value = "texte", en = "text") @Term("text") @TextSize(max = 10_000)
        @Nullable String text,
    @Column(value = "duree", en = "duration") @Term("timeRequired") @Nullable IsoDuration duration,
    @Column(value = "outils", en = "tools") @Term("cpt:tool") @Size(max = 50)
        List<@TextSize(max = 120) String> tools,
    @Column(value = "conseils", en = "tips")
        @Term(value = "itemListElement", node = "HowToTip", property = "text")
        @Size(max = 20)
        List<@TextSize(max = 300) String> tips,
    @Column(value = "ecueils", en = "pitfalls") @Term("cpt:pitfall") @Size(max = 20)
        List<@TextSize(max = 300) String> pitfalls,
    @Column(value = "medias", en = "media") @Child("medias") @Term("image") @Size(max = 20)
        List<@Valid Media> media) {}
