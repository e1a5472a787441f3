package org.collporterre.vocabulary;

import org.collporterre.schema.CodeList;

/** How a methodology was made from another. Labels are in the vocabulary {@code derivations}. */
@CodeList("derivations")
public enum DerivationKind implements Coded {
  ADAPTATION("adaptation"),
  TRANSLATION("traduction"),
  MERGE("fusion"),
  EXTRACT("extrait"),
  NEW_VERSION("nouvelle-version"),
  INSPIRATION("inspiration");

  private final String code;

  DerivationKind(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
