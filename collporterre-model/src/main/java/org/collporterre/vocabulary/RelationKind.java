package org.collporterre.vocabulary;

import org.collporterre.schema.CodeList;

/** How one record relates to another. Labels are in the vocabulary {@code relations}. */
@CodeList("relations")
public enum RelationKind implements Coded {
  DERIVED_FROM("derive-de"),
  REPLICATES("replique-de"),
  APPLIES("applique"),
  MEMBER_OF("membre-de"),
  TRANSLATES("traduit");

  private final String code;

  RelationKind(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
