package org.collporterre.update;

/** By what a record of one dataset was found again in another. */
public enum MatchedBy {
  /** The same identifier. */
  ID,
  /** All that is said, where identifiers were made from the same title and municipality. */
  CONTENT,
  /** An identifier that another register gives to both, and to no third. */
  EXTERNAL_ID,
  /** The same web address, which no third record of either dataset has. */
  ADDRESS;

  /**
   * Returns the word for it in reports: {@code id}, {@code contenu}, {@code identifiants_externes},
   * {@code url}.
   */
  public String label() {
    return switch (this) {
      case ID -> "id";
      case CONTENT -> "contenu";
      case EXTERNAL_ID -> "identifiants_externes";
      case ADDRESS -> "url";
    };
  }
}
