package org.collporterre.reports;

import java.io.IOException;
import java.io.OutputStream;

/** Writes what a check found in one form. Stateless and thread-safe. */
public interface ReportRenderer {
  /** Returns the name of the form, as in {@code --format}: lower case, {@code sarif}. */
  String name();

  /** Returns how the names of files in this form end. */
  default String ending() {
    return "." + name();
  }

  /** Tells whether the form shows {@link CheckOutcome#rows} and {@link CheckOutcome#points}. */
  default boolean showsRecords() {
    return false;
  }

  /**
   * Writes a report, in UTF-8. The same outcome gives the same bytes.
   *
   * @param outcome what was found
   * @param out where it goes; not closed
   * @throws IOException when it cannot be written
   */
  void render(CheckOutcome outcome, OutputStream out) throws IOException;
}
