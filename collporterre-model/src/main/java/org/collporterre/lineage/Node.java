package org.collporterre.lineage;

import java.util.List;
import org.collporterre.model.Methodology;
import org.collporterre.model.Territory;
import org.collporterre.schema.Schema;
import org.collporterre.vocabulary.RecordStatus;
import org.collporterre.vocabulary.Scale;
import org.jspecify.annotations.Nullable;

/**
 * A record, or what a record refers to.
 *
 * @param number its number in its lineage, from 0 in the order in which records name it first
 * @param presence whether it is one of the records
 * @param type the name of the record type, {@code initiative} or {@code methodologie}
 * @param id the identifier; the address of a record of another dataset
 * @param title the title; empty when it is none of the records
 * @param version the version of a methodology, or null
 * @param license the licence, SPDX, of the record or else of the dataset; null when it is not known
 * @param status the editorial status, or null
 * @param scale the scale of an initiative, or null
 * @param territories where an initiative takes place, or what a methodology was adapted for
 */
public record Node(
    int number,
    Presence presence,
    String type,
    String id,
    String title,
    @Nullable String version,
    @Nullable String license,
    @Nullable RecordStatus status,
    @Nullable Scale scale,
    List<Territory> territories) {
  /** Whether a node is one of the records. */
  public enum Presence {
    /** No record has the identifier. */
    MISSING,
    /** It is a record of another dataset, named by its address. */
    EXTERNAL,
    /** It is one of the records. */
    PRESENT
  }

  /** Tells whether it is a methodology; otherwise it is an initiative. */
  public boolean isMethodology() {
    return type.equals(Schema.of(Methodology.class).name());
  }

  /** Returns its title; its identifier or address when it has none. */
  public String name() {
    return title.isEmpty() ? id : title;
  }
}
