package org.collporterre.vocabulary;

import org.collporterre.schema.CodeList;

/** The fields of action of the association. Labels are in the vocabulary {@code champs-action}. */
@CodeList("champs-action")
public enum FieldOfAction implements Coded {
  SOCIAL_INNOVATION("innovation-sociale"),
  COLLABORATIVE_CONSUMPTION("consommation-collaborative"),
  OPEN_COLLABORATION("collaboration-ouverte");

  private final String code;

  FieldOfAction(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
