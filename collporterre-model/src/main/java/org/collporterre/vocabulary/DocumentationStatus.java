package org.collporterre.vocabulary;

import org.collporterre.schema.CodeList;

/**
 * How far a methodology is written down, least first but for the last. Labels are in the vocabulary
 * {@code etats-documentation}.
 */
@CodeList("etats-documentation")
public enum DocumentationStatus implements Coded {
  ANNOUNCED("annonce"),
  IN_PROGRESS("en-cours"),
  DRAFT("brouillon"),
  COMPLETE("complet"),
  PROVEN("eprouve"),
  OBSOLETE("obsolete");

  private final String code;

  DocumentationStatus(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
