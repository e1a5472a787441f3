package org.collporterre.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Map;

/**
 * What surrounds one call of the command.
 *
 * @param out where reports and data go
 * @param err where messages about the run go
 * @param charset the charset of both
 * @param environment the environment variables
 * @param outIsTerminal whether a person sees {@code out} at once
 * @param errIsTerminal whether a person sees {@code err} at once
 */
record Shell(
    PrintStream out,
    PrintStream err,
    Charset charset,
    Map<String, String> environment,
    boolean outIsTerminal,
    boolean errIsTerminal) {
  /** Tells whether a stream may be coloured; the variable is that of no-color.org. */
  boolean hasColours(PrintStream stream) {
    return (stream == out ? outIsTerminal : errIsTerminal)
        && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !"dumb".equals(environment.get("TERM"));
  }

  /** Returns a writer to one of the streams, for the parser's own texts. */
  PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, charset), true);
  }

  boolean isDebugging() {
    return "1".equals(environment.get("COLLPORTERRE_DEBUG"));
  }
}
