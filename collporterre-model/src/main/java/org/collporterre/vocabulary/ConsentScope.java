package org.collporterre.vocabulary;

import org.collporterre.schema.CodeList;

/** What a consent covers. Labels are in the vocabulary {@code portees-consentement}. */
@CodeList("portees-consentement")
public enum ConsentScope implements Coded {
  NAME("nom"),
  TEXT("texte"),
  PHOTO("photo"),
  AUDIO("audio"),
  VIDEO("video"),
  OPEN_DATA("donnees-ouvertes");

  private final String code;

  ConsentScope(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
