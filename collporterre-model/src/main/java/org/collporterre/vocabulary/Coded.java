package org.collporterre.vocabulary;

/** A member of a closed vocabulary. */
public interface Coded {
  /** Returns the code as written in files: a French label in ASCII kebab-case. Permanent API. */
  String code();
}
