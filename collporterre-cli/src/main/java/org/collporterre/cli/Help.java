package org.collporterre.cli;

import picocli.CommandLine.Option;

/** The options of every subcommand. */
final class Help {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true)
  boolean help;

  // Looked up before anything is parsed, see Language.
  @Option(
      names = "--lang",
      converter = Choice.OfLanguage.class,
      completionCandidates = Choice.OfLanguage.class,
      paramLabel = "fr|en")
  String lang = "";
}
