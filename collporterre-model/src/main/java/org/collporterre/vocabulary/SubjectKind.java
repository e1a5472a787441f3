package org.collporterre.vocabulary;

import org.collporterre.schema.CodeList;

/** Who a portrait is about. Labels are in the vocabulary {@code natures-sujet}. */
@CodeList("natures-sujet")
public enum SubjectKind implements Coded {
  PERSON("personne"),
  COLLECTIVE("collectif"),
  ORGANIZATION("organisation");

  private final String code;

  SubjectKind(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
