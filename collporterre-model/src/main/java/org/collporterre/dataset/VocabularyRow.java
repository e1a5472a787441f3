package org.collporterre.dataset;

import org.collporterre.schema.Column;
import org.collporterre.schema.EntryType;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table of vocabularies: a concept that a dataset adds to an open vocabulary.
 *
 * @param vocabulary the name of the vocabulary, {@code themes} say; null when it is missing
 * @param code the code; null when it is missing
 * @param french the French label, or null
 * @param english the English label, or null
 * @param breton the Breton label, or null
 * @param uri the address of the concept, or null
 */
@EntryType("")
public record VocabularyRow(
    @Column(value = "vocabulaire", en = "vocabulary") @Nullable String vocabulary,
    @Column(value = "code", en = "code") @Nullable String code,
    @Column(value = "libelle_fr", en = "label_fr") @Nullable String french,
    @Column(value = "libelle_en", en = "label_en") @Nullable String english,
    @Column(value = "libelle_br", en = "label_br") @Nullable String breton,
    @Column(value = "uri", en = "uri") @Nullable String uri) {
  /** The name of the table, without an ending. */
  public static final String TABLE = "vocabulaires";
}
