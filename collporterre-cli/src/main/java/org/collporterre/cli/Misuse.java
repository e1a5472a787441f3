package org.collporterre.cli;

/**
 * The command was called in a way that cannot work. Its message is told, and the exit code is 2.
 */
final class Misuse extends Exception {
  private static final long serialVersionUID = 1L;

  Misuse(String message) {
    super(message);
  }
}
