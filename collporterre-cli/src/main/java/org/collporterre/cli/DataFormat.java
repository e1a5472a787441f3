package org.collporterre.cli;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A format that {@code convert} writes. */
enum DataFormat {
  GEOJSON,
  JSONLD,
  CSV,
  ZIP;

  /** Returns the name as written after {@code --to}, which is also the usual ending. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the format that a file's name asks for, or null. */
  static @Nullable DataFormat of(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    for (DataFormat format : values()) {
      if (name.endsWith("." + format.word())) {
        return format;
      }
    }
    return name.endsWith(".json") ? GEOJSON : null;
  }
}
