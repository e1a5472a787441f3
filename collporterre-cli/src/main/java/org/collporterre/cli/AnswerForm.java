package org.collporterre.cli;

import picocli.CommandLine.Option;

/** The option that says whether people or programs are to read the answer of a command. */
final class AnswerForm {
  @Option(
      names = "--format",
      converter = Choice.OfForm.class,
      completionCandidates = Choice.OfForm.class,
      paramLabel = "text|json")
  private Choice.Form form = Choice.Form.TEXT;

  /** Tells whether programs are. */
  boolean isJson() {
    return form == Choice.Form.JSON;
  }
}
