package org.collporterre.cms.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.collporterre.reports.page.HtmlWriter;
import org.collporterre.reports.page.MapFiles;

/**
 * The style sheet and the scripts that fragments name. A servlet container serves them below {@code
 * /collporterre/} from the jars; any other host copies them where it serves files from.
 */
public final class Assets {
  /** The style sheet. */
  public static final String STYLE = "collporterre.css";

  /** What makes maps. */
  public static final String MAP = "carte.js";

  /** What filters lists. */
  public static final String LIST = "liste.js";

  private static final String FOLDER = "/META-INF/resources/collporterre/";
  private static final List<String> OWN = List.of(STYLE, MAP, LIST);

  private Assets() {}

  /** Returns the names of all files, some with a folder: {@code leaflet/leaflet.js}. */
  public static List<String> names() {
    List<String> names = new ArrayList<>(OWN);
    names.addAll(MapFiles.NAMES);
    return List.copyOf(names);
  }

  /**
   * Opens a file.
   *
   * @throws IllegalArgumentException when there is none of that name
   */
  public static InputStream open(String name) {
    if (!OWN.contains(name)) {
      return MapFiles.open(name);
    }
    return Objects.requireNonNull(Assets.class.getResourceAsStream(FOLDER + name), name);
  }

  /** Returns the media type of a file. */
  public static String mediaType(String name) {
    if (name.endsWith(".js")) {
      return "text/javascript; charset=utf-8";
    } else if (name.endsWith(".css")) {
      return "text/css; charset=utf-8";
    }
    return name.endsWith(".json") ? "application/json" : "text/plain; charset=utf-8";
  }

  /**
   * Returns what a view needs of them as elements of a page, for hosts that serve no files: once in
   * a page, after the parts that need them.
   */
  public static String inline(View view) {
    boolean map = view == View.MAP || view == View.EXPLORER;
    return Scene.html(
        html -> {
          if (map) {
            html.inline("style", text(MapFiles.STYLE));
            outlines(html);
            html.inline("script", text(MapFiles.SCRIPT));
            html.inline("script", text(MAP));
          }
          html.inline("style", text(STYLE));
          if (map || view == View.LIST) {
            html.inline("script", text(LIST));
          }
        });
  }

  /** Writes the outlines of countries, for pages whose scripts cannot ask for them. */
  static void outlines(HtmlWriter html) throws IOException {
    String outlines = text(MapFiles.OUTLINES).strip();
    html.inline("script", outlines, "type", "application/json", "class", "collp-contours");
  }

  /** Returns the text of a file, for pages that hold it themselves. */
  static String text(String name) {
    try (InputStream in = open(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
