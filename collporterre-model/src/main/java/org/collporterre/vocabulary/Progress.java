package org.collporterre.vocabulary;

import org.collporterre.schema.CodeList;

/** How far an initiative has come. Labels are in the vocabulary {@code avancements}. */
@CodeList("avancements")
public enum Progress implements Coded {
  IDEA("idee"),
  EMERGING("emergence"),
  DEVELOPING("developpement"),
  LASTING("perennisation"),
  SUSPENDED("suspendue"),
  ENDED("terminee");

  private final String code;

  Progress(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
