package org.collporterre.tests;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.loader.DocumentLoader;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The vocabulary of schema.org as it is published: classes, and properties with their domains. */
final class SchemaOrg {
  static final String NAMESPACE = "http://schema.org/";

  private static final String FOLDER = "conformance/schemaorg-vocab/";
  private static final String PREFIX = "schema:";

  private final Map<String, List<String>> domains = new HashMap<>();
  private final Map<String, List<String>> ranges = new HashMap<>();
  private final Map<String, List<String>> superclasses = new HashMap<>();
  private final JsonDocument context;

  private SchemaOrg(JsonObject vocabulary, JsonDocument context) {
    this.context = context;
    for (JsonValue node : vocabulary.getJsonArray("@graph")) {
      JsonObject described = node.asJsonObject();
      String id = described.getString("@id");
      if (id.startsWith(PREFIX)) {
        String name = id.substring(PREFIX.length());
        put(domains, name, described.get("schema:domainIncludes"));
        put(ranges, name, described.get("schema:rangeIncludes"));
        put(superclasses, name, described.get("rdfs:subClassOf"));
      }
    }
  }

  private static void put(
      Map<String, List<String>> map, String name, @Nullable JsonValue references) {
    if (references != null) {
      Stream<JsonValue> each =
          references instanceof JsonArray several ? several.stream() : Stream.of(references);
      map.put(
          name,
          each.map(node -> node.asJsonObject().getString("@id"))
              .filter(id -> id.startsWith(PREFIX))
              .map(id -> id.substring(PREFIX.length()))
              .toList());
    }
  }

  /** Reads the vocabulary; skips the test when it is not here. */
  static SchemaOrg require() throws IOException, JsonLdError {
    Path vocabulary = Fixtures.require(FOLDER + "schemaorg-current-https.jsonld");
    Path context = Fixtures.require(FOLDER + "schemaorgcontext.jsonld");
    try (InputStream classes = Files.newInputStream(vocabulary);
        JsonReader reader = Json.createReader(classes);
        InputStream terms = Files.newInputStream(context)) {
      return new SchemaOrg(reader.readObject(), JsonDocument.of(terms));
    }
  }

  /** Returns a loader that knows the context of schema.org and refuses any other document. */
  DocumentLoader loader() {
    return (url, options) -> {
      if (url.toString().equals("https://schema.org")) {
        return context;
      }
      throw new JsonLdError(JsonLdErrorCode.LOADING_DOCUMENT_FAILED, "not to be loaded: " + url);
    };
  }

  boolean isProperty(String name) {
    return domains.containsKey(name);
  }

  boolean isClass(String name) {
    return superclasses.containsKey(name) || name.equals("Thing");
  }

  /** Tells whether nodes of the type may have the property. */
  boolean isInDomain(String property, String type) {
    return intersects(ancestors(type), domains.getOrDefault(property, List.of()));
  }

  /** Tells whether nodes of the type may be a value of the property. */
  boolean isInRange(String property, String type) {
    return intersects(ancestors(type), ranges.getOrDefault(property, List.of()));
  }

  /** Tells whether the property may hold a value of one of the data types. */
  boolean isInRange(String property, Set<String> dataTypes) {
    return intersects(dataTypes, ranges.getOrDefault(property, List.of()));
  }

  private Set<String> ancestors(String type) {
    Set<String> all = new HashSet<>();
    all.add(type);
    superclasses.getOrDefault(type, List.of()).forEach(above -> all.addAll(ancestors(above)));
    return all;
  }

  private static boolean intersects(Set<String> some, List<String> others) {
    return others.stream().anyMatch(some::contains);
  }
}
