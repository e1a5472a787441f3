package org.collporterre.vocabulary;

import org.collporterre.schema.CodeList;

/** Whom an initiative or a methodology is for. Labels are in the vocabulary {@code publics}. */
@CodeList("publics")
public enum Audience implements Coded {
  CITIZENS("citoyens"),
  INHABITANTS("habitants"),
  USERS("usagers"),
  ASSOCIATIONS("associations"),
  ENTREPRENEURS("entrepreneurs"),
  LOCAL_AUTHORITIES("collectivites"),
  ELECTED_OFFICIALS("elus"),
  RESEARCHERS("chercheurs"),
  STUDENTS("etudiants"),
  EVERYONE("tous");

  private final String code;

  Audience(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
