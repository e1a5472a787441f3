package org.collporterre.export.lineage;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.collporterre.lineage.Lineage;
import org.jspecify.annotations.Nullable;

/** The forms in which a lineage is written; all as UTF-8, the same bytes for the same records. */
public enum LineageFormat {
  /** A page that needs nothing else; see {@link LineageHtml}. */
  HTML(".html"),
  /** A picture; see {@link LineageSvg}. */
  SVG(".svg"),
  /** A graph for Graphviz; see {@link LineageDot}. */
  DOT(".dot"),
  /** A diagram for Mermaid; see {@link LineageMermaid}. */
  MERMAID(".mmd"),
  /** All facts, for programs; see {@link LineageJson}. */
  JSON(".json");

  private final String ending;

  LineageFormat(String ending) {
    this.ending = ending;
  }

  /** Returns how names of such files end, with the dot. */
  public String ending() {
    return ending;
  }

  /** Returns the format of a file name, or null. */
  public static @Nullable LineageFormat of(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (LineageFormat format : values()) {
      if (lower.endsWith(format.ending)) {
        return format;
      }
    }
    return null;
  }

  /**
   * Writes a lineage; the stream is flushed, not closed.
   *
   * @throws IllegalStateException when a picture is asked for and the library that places its boxes
   *     is not there
   */
  public void write(Lineage lineage, LineageOptions options, OutputStream out) throws IOException {
    switch (this) {
      case HTML -> LineageHtml.write(lineage, options, out);
      case SVG -> LineageSvg.write(lineage, options, out);
      case DOT -> LineageDot.write(lineage, options, out);
      case MERMAID -> LineageMermaid.write(lineage, options, out);
      case JSON -> LineageJson.write(lineage, options, out);
    }
  }
}
