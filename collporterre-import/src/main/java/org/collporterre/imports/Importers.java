package org.collporterre.imports;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.tika.Tika;

/**
 * Chooses the importer for a file by what is in it, never by its name alone: a GeoJSON file may be
 * called {@code .json}, a workbook {@code .csv}.
 */
public final class Importers {
  private static final int HEAD = 1 << 16;

  private static final Set<String> LINKED = Set.of("@context", "@graph", "@type", "@id");

  private static final Set<String> GEOMETRIES =
      Set.of(
          "FeatureCollection",
          "Feature",
          "Point",
          "MultiPoint",
          "LineString",
          "MultiLineString",
          "Polygon",
          "MultiPolygon",
          "GeometryCollection");

  /** Behind a byte order mark, blanks, instructions and comments, what a page begins with. */
  private static final Pattern PAGE =
      Pattern.compile(
          "(?:\u00EF\u00BB\u00BF)?(?:\\s++|<\\?.*?\\?>|<!--.*?-->)*+"
              + "<(?:!doctype\\s+html|html|head|body|script)\\b",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  private Importers() {}

  /**
   * Returns the importer for a file or for the folder of a dataset package. What is neither is
   * given an importer that reads no record and says, as a finding, what the file is.
   *
   * @throws IOException when it cannot be read
   */
  public static Importer<?> detect(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      return PackageImporter.create();
    }
    try (InputStream in = Files.newInputStream(path)) {
      byte[] head = in.readNBytes(HEAD);
      return named(String.valueOf(path.getFileName()), head);
    }
  }

  /** Only by their names are texts without any mark of their own told from tables. */
  private static Importer<?> named(String name, byte[] head) {
    String lower = name.toLowerCase(Locale.ROOT);
    boolean open = ContentKind.notText(head) == null && "{[<".indexOf(firstCharacter(head)) < 0;
    if (open && (lower.endsWith(".yml") || lower.endsWith(".yaml"))) {
      return YamlImporter.create();
    }
    return open && lower.endsWith(".toml") ? new UnsupportedImporter("TOML") : of(head);
  }

  /**
   * Returns the importer for a stream, which is afterwards where it was before.
   *
   * @throws IOException when it cannot be read
   */
  public static Importer<?> detect(BufferedInputStream in) throws IOException {
    in.mark(HEAD);
    byte[] head = in.readNBytes(HEAD);
    in.reset();
    return of(head);
  }

  private static Importer<?> of(byte[] head) {
    String kind = ContentKind.notText(head);
    if (kind == null) {
      return ofText(head);
    } else if (kind.equals("UTF-16")) {
      return ofText(TextEncoding.marked(head, ImportSettings.STANDARD).utf8(head));
    }
    return switch (kind) {
      case "XLSX", "ODS", "XLS" -> SpreadsheetImporter.create();
      case "ZIP" -> PackageImporter.create();
      case "NUL" -> new UnsupportedImporter(mediaType(head));
      default -> new UnsupportedImporter(kind);
    };
  }

  private static Importer<?> ofText(byte[] head) {
    return switch (firstCharacter(head)) {
      case '{', '[', JsonFraming.SEPARATOR -> ofJson(head);
      case '<' -> isPage(head) ? JsonLdImporter.create() : ofMarkup(mediaType(head));
      default -> CsvImporter.create();
    };
  }

  private static boolean isPage(byte[] head) {
    return PAGE.matcher(new String(head, StandardCharsets.ISO_8859_1)).lookingAt();
  }

  private static Importer<?> ofMarkup(String mediaType) {
    boolean page = mediaType.equals("text/html") || mediaType.equals("application/xhtml+xml");
    return page ? JsonLdImporter.create() : new UnsupportedImporter(mediaType);
  }

  /** Returns the first byte that is neither blank nor of a byte order mark; 0 for none. */
  private static char firstCharacter(byte[] head) {
    int from = head.length > 2 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB ? 3 : 0;
    for (int i = from; i < head.length; i++) {
      if (head[i] != ' ' && head[i] != '\n' && head[i] != '\r' && head[i] != '\t') {
        return (char) (head[i] & 0xFF);
      }
    }
    return 0;
  }

  private static Importer<?> ofJson(byte[] head) {
    Map<String, String> members = new HashMap<>();
    try {
      boolean separated = firstCharacter(head) == JsonFraming.SEPARATOR;
      JsonFraming framing = separated ? JsonFraming.SEPARATED : JsonFraming.ONE;
      sniff(new JsonScanner(new ByteArrayInputStream(head), framing), members);
    } catch (JsonFault e) {
      // The head ends anywhere, and a document that is wrong is for its importer to refuse.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (LINKED.stream().anyMatch(members::containsKey)) {
      return JsonLdImporter.create();
    }
    boolean geographic =
        members.containsKey("features") || GEOMETRIES.contains(members.getOrDefault("type", ""));
    return geographic ? GeoJsonImporter.create() : JsonImporter.create();
  }

  /**
   * Collects the members of the document, or of the first item when it is an array, as far as they
   * are there: the value by the name, empty for what is no text.
   */
  private static void sniff(JsonScanner in, Map<String, String> members)
      throws IOException, JsonFault {
    JsonScanner.Token token = in.next();
    int level = token == JsonScanner.Token.BEGIN_ARRAY ? 2 : 1;
    String name = "";
    while (token != JsonScanner.Token.END) {
      token = in.next();
      if (token == JsonScanner.Token.NAME && in.depth() == level) {
        name = in.text();
        members.putIfAbsent(name, "");
      } else if (token == JsonScanner.Token.TEXT && in.depth() == level) {
        members.put(name, in.text());
      } else if (token == JsonScanner.Token.END_OBJECT && in.depth() < level) {
        return;
      }
    }
  }

  /** Only what is neither text nor known by its first bytes is worth the start of Tika. */
  private static String mediaType(byte[] head) {
    return new Tika().detect(head);
  }
}
