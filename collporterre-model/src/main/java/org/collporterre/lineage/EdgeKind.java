package org.collporterre.lineage;

/** How a record comes from another one, or belongs to it. */
public enum EdgeKind {
  /** A methodology is made from another one. */
  DERIVES("derive_de"),
  /** An initiative does again what another one did. */
  REPLICATES("replique_de"),
  /** An initiative applies a methodology. */
  APPLIES("applique"),
  /** An initiative belongs to another one, such as a network. */
  MEMBER_OF("membre_de"),
  /** A methodology was written from an initiative, whichever of the two says so. */
  DOCUMENTS("documente");

  private final String field;

  EdgeKind(String field) {
    this.field = field;
  }

  /** Returns the key of the field that says it, such as {@code derive_de}. */
  public String field() {
    return field;
  }
}
