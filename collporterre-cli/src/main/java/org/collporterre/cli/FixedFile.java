package org.collporterre.cli;

import java.nio.charset.Charset;
import java.nio.file.Path;

/**
 * A file with corrections, beside what it was.
 *
 * @param name what findings call it
 * @param charset its encoding
 * @param before the file as it is; of an entry in an archive, the archive
 * @param after the file, or archive, with corrections
 * @param state how it was when it was first looked at
 * @param shownBefore what to show as the file, of an archive its entry
 * @param shownAfter what to show as the file with corrections
 */
record FixedFile(
    String name,
    Charset charset,
    Path before,
    Path after,
    FileState state,
    Path shownBefore,
    Path shownAfter) {
  /** Returns this with other files to show. */
  FixedFile shown(Path old, Path recent) {
    return new FixedFile(name, charset, before, after, state, old, recent);
  }
}
