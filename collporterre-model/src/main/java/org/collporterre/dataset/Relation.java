package org.collporterre.dataset;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.collporterre.model.RecordRef;
import org.collporterre.schema.Column;
import org.collporterre.schema.EntryType;
import org.collporterre.vocabulary.DerivationKind;
import org.collporterre.vocabulary.RelationKind;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table of relations: how one record comes from another, or belongs to it.
 *
 * @param source the identifier of the record of which it is said; null when it is missing
 * @param relation how they are related; null when it is missing
 * @param target the other record; null when it is missing
 * @param version the version of the other record, or null
 * @param kind how one was derived from the other, or null
 * @param note what more there is to say, or null
 */
@EntryType("")
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record Relation(
    @Column(value = "source", en = "source") @Nullable RecordRef source,
    @Column(value = "relation", en = "relation") @Nullable RelationKind relation,
    @Column(value = "cible", en = "target") @Nullable RecordRef target,
    @Column(value = "version", en = "version") @Nullable String version,
    @Column(value = "nature", en = "kind") @Nullable DerivationKind kind,
    @Column(value = "note", en = "note") @Nullable String note) {
  /** The name of the table, without an ending. */
  public static final String TABLE = "relations";

  /** The first word of the extensions in which a record keeps what it has no field for. */
  private static final String EXTENSION = "relation:";

  /** Returns the name of the extension in which the source keeps the note of this relation. */
  public static String noteKey(RelationKind relation, RecordRef target) {
    return EXTENSION + relation.code() + ":" + target + ":note";
  }

  /** Returns the name of the extension in which the source keeps a kind it has no field for. */
  public static String kindKey(RelationKind relation, RecordRef target) {
    return EXTENSION + relation.code() + ":" + target + ":nature";
  }

  /** Returns the key of the field that holds references of this relation. */
  public static String fieldOf(RelationKind relation) {
    return switch (relation) {
      case DERIVED_FROM, TRANSLATES -> "derive_de";
      case REPLICATES -> "replique_de";
      case APPLIES -> "applique";
      case MEMBER_OF -> "membre_de";
    };
  }
}
