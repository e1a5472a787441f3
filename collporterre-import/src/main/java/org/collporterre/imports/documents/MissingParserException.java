package org.collporterre.imports.documents;

/** Says which library a program has to add before it can read a kind of document. */
public final class MissingParserException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String coordinates;

  MissingParserException(String coordinates, Throwable cause) {
    super("add the dependency " + coordinates, cause);
    this.coordinates = coordinates;
  }

  /** Returns the Maven coordinates of the library, {@code group:artifact:version}. */
  public String coordinates() {
    return coordinates;
  }
}
