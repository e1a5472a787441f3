package org.collporterre.imports;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a mapping says of how files are written. */
final class MappingSourceReader {
  /** JSON Pointers (RFC 6901) that are not empty. */
  static final Pattern POINTER = Pattern.compile("(?:/(?:[^~/]|~[01])*+)++");

  private static final List<String> MEMBERS =
      List.of("charset", "delimiter", "skip_lines", "header", "crs", "records");
  private static final Pattern LINES = Pattern.compile("\\d{1,6}");

  private final StrictJson reader;

  MappingSourceReader(StrictJson reader) {
    this.reader = reader;
  }

  MappingSource read(@Nullable JsonNode node) {
    if (node == null) {
      return MappingSource.UNSAID;
    }
    if (!node.isObject()) {
      reader.malformed(node, "{…}");
      return MappingSource.UNSAID;
    }
    reader.known(node, MEMBERS);
    JsonNode header = node.get("header");
    TableDialect dialect =
        new TableDialect(
            charset(node.get("charset")),
            delimiter(node.get("delimiter")),
            lines(node.get("skip_lines")),
            header == null || reader.flag(header));
    return new MappingSource(dialect, crs(node.get("crs")), records(node.get("records")));
  }

  private @Nullable String crs(@Nullable JsonNode node) {
    String name = node == null ? null : reader.text(node);
    if (node != null && ReferenceSystem.of(node.text()) == null) {
      reader.malformed(node, "EPSG:2154");
    }
    return name;
  }

  private @Nullable Charset charset(@Nullable JsonNode node) {
    if (node == null) {
      return null;
    }
    String name = reader.text(node);
    try {
      return name.isEmpty() ? null : Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      reader.malformed(node, "UTF-8, windows-1252, ISO-8859-15");
      return null;
    }
  }

  private @Nullable Character delimiter(@Nullable JsonNode node) {
    if (node == null) {
      return null;
    }
    String text = node.text();
    char c = text.isEmpty() ? '"' : text.charAt(0);
    if (!node.isText() || text.length() != 1 || c == '"' || c == '\n' || c == '\r' || c > 0x7E) {
      reader.malformed(node, ", ; \\t |");
      return null;
    }
    return c;
  }

  private @Nullable Integer lines(@Nullable JsonNode node) {
    if (node == null) {
      return null;
    }
    if (!node.isNumber() || !LINES.matcher(node.text()).matches()) {
      reader.malformed(node, "0…999999");
      return null;
    }
    return Integer.valueOf(node.text());
  }

  private List<String> records(@Nullable JsonNode node) {
    List<String> pointers = new ArrayList<>();
    List<JsonNode> nodes = node == null ? List.of() : List.of(node);
    for (JsonNode pointer : node != null && node.isArray() ? node.children() : nodes) {
      if (!pointer.isText() || !JsonPath.isPointer(pointer.text())) {
        reader.malformed(pointer, "/data");
      }
      pointers.add(pointer.text());
    }
    return List.copyOf(pointers);
  }
}
