package org.collporterre.check;

/** A rule that looks at each record alone. */
interface RecordRule extends Rule {
  @Override
  default boolean isAboutOneRecord() {
    return true;
  }
}
