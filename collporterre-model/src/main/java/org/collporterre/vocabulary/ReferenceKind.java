package org.collporterre.vocabulary;

import org.collporterre.schema.CodeList;

/** What kind of source a reference is. Labels are in the vocabulary {@code natures-reference}. */
@CodeList("natures-reference")
public enum ReferenceKind implements Coded {
  ARTICLE("article"),
  SITE("site"),
  FILM("film"),
  BOOK("livre"),
  REPORT("rapport"),
  INTERVIEW("entretien"),
  DATASET("jeu-de-donnees");

  private final String code;

  ReferenceKind(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
