package org.collporterre.vocabulary;

import org.collporterre.schema.CodeList;

/** The editorial status of a record. Labels are in the vocabulary {@code statuts-fiche}. */
@CodeList("statuts-fiche")
public enum RecordStatus implements Coded {
  DRAFT("brouillon"),
  TO_REVIEW("a-relire"),
  PUBLISHED("publie"),
  ARCHIVED("archive");

  private final String code;

  RecordStatus(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
