package org.collporterre.vocabulary;

import org.collporterre.schema.CodeList;

/**
 * What a position stands for, the most precise first. Labels are in the vocabulary {@code
 * precisions}.
 */
@CodeList("precisions")
public enum PositionPrecision implements Coded {
  EXACT("exacte"),
  ADDRESS("adresse"),
  STREET("voie"),
  LOCALITY("lieu-dit"),
  MUNICIPALITY("commune"),
  TERRITORY("territoire");

  private final String code;

  PositionPrecision(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
