package org.collporterre.imports;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Shows what the reader of JSON-LD makes of the names in a document, before records come of it. */
public final class JsonLdNodes {
  private static final String SCHEMA = "http://schema.org/";
  private static final Set<String> SILENT = Set.of("@index", "@context");

  private final URI base;

  private JsonLdNodes(URI base) {
    this.base = base;
  }

  /**
   * Returns the nodes at the top of a document, each as a text of its types and of its properties
   * with their values, all sorted; an empty list when the document is refused.
   *
   * @param base the address of the document, against which others are resolved
   */
  public static List<String> read(Path document, String base) throws IOException {
    JsonLdNodes nodes = new JsonLdNodes(URI.create(base));
    List<String> texts = new ArrayList<>();
    try (var in = Files.newInputStream(document)) {
      JsonLdDocument reader = new JsonLdDocument(new JsonScanner(in), duplicate -> {}, stray -> {});
      for (JsonLdNode node = reader.next(); node != null; node = reader.next()) {
        String text = nodes.text(node);
        if (!text.isEmpty()) {
          texts.add(text);
        }
      }
    } catch (JsonFault e) {
      return List.of();
    }
    return texts.stream().sorted().toList();
  }

  private String text(JsonLdNode node) {
    Set<String> parts = new TreeSet<>();
    node.types().forEach(type -> parts.add("@type " + address(type, true)));
    // Several names may mean the same property.
    Map<String, List<String>> all = new TreeMap<>();
    for (JsonLdNode.Property property : node.properties()) {
      String name = property.term();
      if (!name.startsWith("_:") && !SILENT.contains(name)) {
        for (JsonLdNode.Value value : property.values()) {
          String text = text(value);
          if (!text.isEmpty()) {
            all.computeIfAbsent(address(name, true), key -> new ArrayList<>()).add(text);
          }
        }
      }
    }
    all.forEach((name, values) -> parts.add(name + " " + values.stream().sorted().toList()));
    if (node.id() != null) {
      parts.add("@id " + address(node.id(), false));
    }
    return parts.isEmpty() || node.isReference() ? String.join("", parts) : parts.toString();
  }

  private String text(JsonLdNode.Value value) {
    if (value.node() != null) {
      return text(value.node());
    }
    return value.language() == null
        ? value.source().text()
        : value.source().text() + "@" + value.language();
  }

  private String address(String name, boolean term) {
    if (name.startsWith("cpt:")) {
      return "https://collporterre.org/ns#" + name.substring(4);
    } else if (term) {
      return name.indexOf(':') < 0 && !name.startsWith("@") ? SCHEMA + name : name;
    }
    try {
      return name.startsWith("_:") ? name : base.resolve(name).toString();
    } catch (IllegalArgumentException e) {
      return name;
    }
  }
}
