package org.collporterre.cli;

import org.collporterre.report.Messages;

/**
 * One call of the command.
 *
 * @param shell what surrounds it
 * @param phrases what it says, in the language asked for
 */
record Session(Shell shell, Phrases phrases) {
  /** Returns the sentences of findings, in the language asked for. */
  Messages messages() {
    return Messages.in(phrases.locale());
  }

  Misuse misuse(String key, Object... arguments) {
    return new Misuse(phrases.text(key, arguments));
  }
}
