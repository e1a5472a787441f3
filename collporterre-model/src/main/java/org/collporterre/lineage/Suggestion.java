package org.collporterre.lineage;

import org.jspecify.annotations.Nullable;

/**
 * A link that is perhaps missing.
 *
 * @param kind how the child would come from the parent
 * @param child the record that would say so
 * @param parent the other one
 * @param reason why it may be missing
 * @param via the initiative that the child replicates, or null
 * @param similarity how similar the titles are, in percent; 0 when they are not the reason
 */
public record Suggestion(
    EdgeKind kind, Node child, Node parent, Reason reason, @Nullable Node via, int similarity) {
  /** Why a link may be missing. */
  public enum Reason {
    /** The child replicates an initiative that the methodology documents, or that applies it. */
    REPLICATION_IMPLIES_METHOD("replication-implies-method"),
    /** The titles of two methodologies are alike; either may come from the other. */
    SIMILAR_TITLES("similar-titles");

    private final String code;

    Reason(String code) {
      this.code = code;
    }

    /** Returns the permanent code, in kebab case. */
    public String code() {
      return code;
    }
  }
}
