package org.collporterre.reports;

import java.io.IOException;
import java.io.OutputStream;

/** Writes what a check found in one form. Stateless and thread-safe. */
public interface ReportRenderer {
  /** Returns the name of the form, as in {@code --format}: lower case, {@code sarif}. */
  String name();

  /**
   * Writes a report, in UTF-8. The same outcome gives the same bytes.
   *
   * @param outcome what was found
   * @param out where it goes; not closed
   * @throws IOException when it cannot be written
   */
  void render(CheckOutcome outcome, OutputStream out) throws IOException;
}
