package org.collporterre.reports.page;

import java.io.InputStream;
import java.util.List;
import java.util.Objects;

/**
 * What draws maps in pages: Leaflet, and the land and borders of the world. The files lie where
 * servlet containers serve them from, below {@code /collporterre/}.
 */
public final class MapFiles {
  /** Leaflet's script. */
  public static final String SCRIPT = "leaflet/leaflet.js";

  /** Leaflet's style sheet. */
  public static final String STYLE = "leaflet/leaflet.css";

  /** Leaflet's licence, BSD-2-Clause. */
  public static final String LICENSE = "leaflet/LICENSE";

  /**
   * Land and borders by Natural Earth, in the public domain: {@code {"land": [polygons], "borders":
   * [lines]}}, each line as text in the Encoded Polyline Algorithm Format, in thousandths of a
   * degree.
   */
  public static final String OUTLINES = "contours.json";

  /** All of them. */
  public static final List<String> NAMES = List.of(SCRIPT, STYLE, LICENSE, OUTLINES);

  private static final String FOLDER = "/META-INF/resources/collporterre/";

  private MapFiles() {}

  /**
   * Opens one of the files.
   *
   * @throws IllegalArgumentException when it is none of them: an error of the program
   */
  public static InputStream open(String name) {
    if (!NAMES.contains(name)) {
      throw new IllegalArgumentException("no " + name);
    }
    return Objects.requireNonNull(MapFiles.class.getResourceAsStream(FOLDER + name), name);
  }

  /** Returns the text of one of the files, with LF line ends. */
  public static String text(String name) {
    return HtmlPage.resource(MapFiles.class, FOLDER + name);
  }
}
