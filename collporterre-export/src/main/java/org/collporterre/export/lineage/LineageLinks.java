package org.collporterre.export.lineage;

import java.net.URI;
import java.net.URISyntaxException;
import org.collporterre.lineage.Node;
import org.jspecify.annotations.Nullable;

/**
 * Where the pages of records are.
 *
 * @param baseUri the beginning of their addresses, or null
 * @param rows whether records without a page of their own have a row in the same document
 */
record LineageLinks(@Nullable String baseUri, boolean rows) {
  /** Returns the address of a record's page, or null. */
  @Nullable String of(Node node) {
    return switch (node.presence()) {
      case EXTERNAL -> node.id().startsWith("https://") ? node.id() : null;
      case MISSING -> rows ? "#" + row(node) : null;
      case PRESENT ->
          baseUri != null
              ? baseUri + node.type() + "/" + encoded(node.id())
              : rows ? "#" + row(node) : null;
    };
  }

  /** Returns the name of the row of a record. */
  static String row(Node node) {
    return "r" + node.number();
  }

  private static String encoded(String id) {
    try {
      // The separators of parts of an address are legal in a path, but would end it.
      return new URI(null, null, "/" + id, null)
          .toASCIIString()
          .substring(1)
          .replace("?", "%3F")
          .replace("#", "%23");
    } catch (URISyntaxException e) {
      return "";
    }
  }
}
