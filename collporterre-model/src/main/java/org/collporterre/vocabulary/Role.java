package org.collporterre.vocabulary;

import org.collporterre.schema.CodeList;

/** What an actor does in an initiative. Labels are in the vocabulary {@code roles}. */
@CodeList("roles")
public enum Role implements Coded {
  LEADER("porteur"),
  FACILITATOR("animateur"),
  TECHNICAL_PARTNER("partenaire-technique"),
  METHODOLOGICAL_PARTNER("partenaire-methodologique"),
  FUNDER("financeur"),
  RESEARCHER("chercheur"),
  BENEFICIARY("beneficiaire");

  private final String code;

  Role(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
