package org.collporterre.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * The command {@code collporterre} called by a program: build tools and servers that want just what
 * a person gets. It neither ends the process nor reads the environment; the language is French
 * unless {@code --lang} says otherwise.
 */
public final class Command {
  /**
   * What a call gave.
   *
   * @param code the exit code: 0 clean, 1 findings that fail, 2 it did not work
   * @param out what went to standard output
   * @param err what went to standard error
   */
  public record Result(int code, String out, String err) {}

  private Command() {}

  /**
   * Runs the command.
   *
   * @param arguments its words, {@code check}, {@code data}; paths are from the process's folder
   */
  public static Result run(List<String> arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Shell shell =
        new Shell(
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            StandardCharsets.UTF_8,
            Map.of("LANG", "fr"),
            false,
            false);
    int code = Main.run(arguments.toArray(String[]::new), shell);
    return new Result(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
