package org.collporterre.cli;

import java.io.BufferedOutputStream;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.collporterre.reports.Phrases;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Starts the command. */
public final class Main {
  private Main() {}

  /** Runs the command with the process's own streams and ends the process with its exit code. */
  public static void main(String[] arguments) {
    SilentLogging.install();
    // Set by the launcher, which can ask about each stream: "out", "err", both or neither.
    String terminals = System.getProperty("collporterre.terminal");
    Console console = terminals == null ? System.console() : null;
    boolean out = terminals == null ? console != null : terminals.contains("out");
    boolean err = terminals == null ? console != null : terminals.contains("err");
    Charset charset = charset(console);
    Pipe pipe = new Pipe(new FileOutputStream(FileDescriptor.out));
    Shell shell =
        new Shell(
            new PrintStream(new BufferedOutputStream(pipe, 1 << 16), false, charset),
            new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset),
            charset,
            environment(),
            out,
            err);
    int code = run(arguments, shell);
    if (shell.out().checkError() && !pipe.isClosedByReader()) {
      Failures.of(new Session(shell, phrases(arguments, shell))).unwritable();
      code = Exit.FAILED;
    }
    System.exit(code);
  }

  /** Runs the command and returns its exit code. */
  static int run(String[] arguments, Shell shell) {
    Session session = new Session(shell, phrases(arguments, shell));
    Failures failures = Failures.of(session);
    try {
      CheckCommand plain = CheckCommand.plain(arguments, session);
      if (plain != null) {
        return plain.call();
      }
      CommandLine command = Collporterre.commandLine(session, List.of(arguments));
      command.setOut(shell.writer(shell.out()));
      command.setErr(shell.writer(shell.err()));
      command.setExpandAtFiles(false);
      command.setParameterExceptionHandler(failures);
      command.setExecutionExceptionHandler(failures);
      if (asksForHelp(arguments)) {
        command.setResourceBundle(session.phrases().bundle());
      }
      return command.execute(arguments);
    } catch (Throwable e) { // also when memory runs out: a person gets a line, never a trace
      return failures.tell(e);
    } finally {
      shell.out().flush();
    }
  }

  private static Phrases phrases(String[] arguments, Shell shell) {
    return Session.phrases(Language.of(List.of(arguments), shell.environment()));
  }

  /** The texts of the help pages are given to the parser only when it will show them. */
  private static boolean asksForHelp(String[] arguments) {
    return arguments.length == 0
        || List.of(arguments).contains("--help")
        || List.of(arguments).contains("-h");
  }

  /** Everything is UTF-8 but a Windows terminal, which has its own code page. */
  private static Charset charset(@Nullable Console console) {
    return console != null && isWindows() ? console.charset() : StandardCharsets.UTF_8;
  }

  /** Windows has no variable for the language, so the system's own stands in. */
  private static Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(System.getenv());
    if (isWindows()) {
      environment.putIfAbsent("LANG", System.getProperty("user.language", ""));
    }
    return environment;
  }

  private static boolean isWindows() {
    return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
  }
}
