package org.collporterre.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A format that {@code convert} writes. */
enum DataFormat {
  GEOJSON,
  JSONLD,
  JSON,
  CSV,
  /** A dataset in a workbook. */
  XLSX,
  /** A dataset package in one file. */
  ZIP,
  /** A dataset package in a folder. */
  PACKAGE;

  /** Returns the name as written after {@code --to}, which is also the usual ending. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Returns the format that a file's name asks for, or null; a name without an ending, a folder.
   */
  static @Nullable DataFormat of(Path file) {
    Path last = file.getFileName();
    String name = last == null ? "" : last.toString().toLowerCase(Locale.ROOT);
    if (Files.isDirectory(file) || name.indexOf('.') < 0 && !Output.isStandard(file)) {
      return PACKAGE;
    }
    for (DataFormat format : values()) {
      if (name.endsWith("." + format.word())) {
        return format;
      }
    }
    return null;
  }
}
