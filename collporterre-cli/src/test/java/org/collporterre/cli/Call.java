package org.collporterre.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/**
 * A finished call of the command.
 *
 * @param code its exit code
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
record Call(int code, String out, String err) {
  /** Calls the command in English without a terminal; paths are given as objects. */
  static Call of(Object... arguments) {
    return in(Map.of("LANG", "en_GB.UTF-8"), arguments);
  }

  /** Calls the command with an environment of its own. */
  static Call in(Map<String, String> environment, Object... arguments) {
    return on(false, environment, arguments);
  }

  /** Calls the command as on a terminal, or not. */
  static Call on(boolean terminal, Map<String, String> environment, Object... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Shell shell =
        new Shell(
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            StandardCharsets.UTF_8,
            environment,
            terminal,
            terminal);
    String[] words = Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
    int code = Main.run(words, shell);
    return new Call(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
