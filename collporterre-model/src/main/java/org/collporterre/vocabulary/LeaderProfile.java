package org.collporterre.vocabulary;

import org.collporterre.schema.CodeList;

/** Who carries an initiative. Labels are in the vocabulary {@code profils-porteur}. */
@CodeList("profils-porteur")
public enum LeaderProfile implements Coded {
  CITIZEN("citoyen"),
  ASSOCIATION("association"),
  LOCAL_AUTHORITY("collectivite"),
  STARTUP("startup"),
  LARGE_ORGANIZATION("grand-acteur"),
  LABORATORY("laboratoire"),
  MIXED("mixte");

  private final String code;

  LeaderProfile(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
