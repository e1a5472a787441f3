package org.collporterre.vocabulary;

import org.collporterre.schema.CodeList;

/** The two levers of the association. Labels are in the vocabulary {@code leviers}. */
@CodeList("leviers")
public enum Lever implements Coded {
  ACTION_RESEARCH("recherche-action"),
  TRAINING_AND_SUPPORT("formation-accompagnement");

  private final String code;

  Lever(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
