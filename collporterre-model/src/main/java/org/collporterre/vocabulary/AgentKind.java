package org.collporterre.vocabulary;

import org.collporterre.schema.CodeList;

/** What kind of agent a name stands for. Labels are in the vocabulary {@code natures-acteur}. */
@CodeList("natures-acteur")
public enum AgentKind implements Coded {
  PERSON("personne"),
  ORGANIZATION("organisation"),
  COLLECTIVE("collectif");

  private final String code;

  AgentKind(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
