package org.collporterre.imports;

import java.nio.file.Path;
import java.util.List;
import org.collporterre.model.Entry;

/**
 * A copy of a file, or folder, in which corrections are to be made.
 *
 * @param name what the findings call the file
 * @param type what it was opened with
 * @param log told what is done, and what is not
 * @param copy where to write
 */
record CorrectedCopy(
    Path file,
    String name,
    Class<? extends Entry> type,
    Corrections corrections,
    Corrections.Log log,
    Path copy) {
  /** Returns the corrections of the file itself. */
  List<Correction> own() {
    return corrections.of(name, log);
  }
}
