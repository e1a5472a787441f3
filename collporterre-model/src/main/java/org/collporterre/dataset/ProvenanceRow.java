package org.collporterre.dataset;

import java.time.LocalDate;
import org.collporterre.schema.Column;
import org.collporterre.schema.EntryType;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table of provenance: from which source a field of a record comes.
 *
 * @param type the record type's name; null when it is missing
 * @param id the identifier of the record; null when it is missing
 * @param field the key of the field, or {@code *} for all of which no other row speaks; null when
 *     it is missing
 * @param source the name of the source; null when it is missing
 * @param modifiedOn the day the record was last changed in the source, or null
 */
@EntryType("")
public record ProvenanceRow(
    @Column(value = "type", en = "type") @Nullable String type,
    @Column(value = "id", en = "id") @Nullable String id,
    @Column(value = "champ", en = "field") @Nullable String field,
    @Column(value = "source", en = "source") @Nullable String source,
    @Column(value = "date_maj", en = "modified_on") @Nullable LocalDate modifiedOn) {
  /** The name of the table, without an ending. */
  public static final String TABLE = "provenance";
}
