package org.collporterre.vocabulary;

import org.collporterre.schema.CodeList;

/**
 * The size of the territory an initiative acts on, smallest first. Labels are in the vocabulary
 * {@code echelles}.
 */
@CodeList("echelles")
public enum Scale implements Coded {
  NEIGHBOURHOOD("quartier"),
  MUNICIPALITY("commune"),
  INTERMUNICIPAL("intercommunalite"),
  PAYS("pays"),
  DEPARTMENT("departement"),
  REGION("region"),
  NATIONAL("national"),
  TRANSNATIONAL("transnational"),
  WORLD("mondial");

  private final String code;

  Scale(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
