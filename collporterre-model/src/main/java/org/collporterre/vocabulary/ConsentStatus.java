package org.collporterre.vocabulary;

import org.collporterre.schema.CodeList;

/**
 * What the subject of a portrait answered when asked for consent. Labels are in the vocabulary
 * {@code consentements}.
 */
@CodeList("consentements")
public enum ConsentStatus implements Coded {
  GRANTED("accorde"),
  PENDING("en-attente"),
  REFUSED("refuse"),
  WITHDRAWN("retire"),
  NOT_REQUIRED("non-requis");

  private final String code;

  ConsentStatus(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
