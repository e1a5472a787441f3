package org.collporterre.vocabulary;

import org.collporterre.schema.CodeList;

/**
 * The five successive postures of the association, first to last. Labels are in the vocabulary
 * {@code postures}.
 */
@CodeList("postures")
public enum Posture implements Coded {
  DRAW_INSPIRATION("s-inspirer"),
  ANALYSE("analyser"),
  TEST("tester"),
  EQUIP("outiller"),
  SPREAD("diffuser");

  private final String code;

  Posture(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
