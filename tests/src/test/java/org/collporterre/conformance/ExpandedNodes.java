package org.collporterre.conformance;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Nodes of a document in expanded form, as texts that can be compared with what was read. */
final class ExpandedNodes {
  private ExpandedNodes() {}

  /** Returns the nodes at the top, each as {@code JsonLdNodes} writes it. */
  static List<String> read(Path expanded) throws IOException {
    try (JsonReader reader = Json.createReader(Files.newInputStream(expanded))) {
      List<String> texts = new ArrayList<>();
      for (JsonValue value : reader.readArray()) {
        texts.add(text(value));
      }
      return texts.stream().filter(text -> !text.isEmpty()).sorted().toList();
    }
  }

  private static String text(JsonValue value) {
    if (!(value instanceof JsonObject object)) {
      return CsvSpectrum.text(value);
    } else if (object.containsKey("@value")) {
      String language = object.getString("@language", "");
      return CsvSpectrum.text(object.get("@value")) + (language.isEmpty() ? "" : "@" + language);
    } else if (object.containsKey("@list")) {
      return "@list";
    }
    Set<String> parts = new TreeSet<>();
    object.forEach((name, member) -> part(name, member, parts));
    boolean reference = object.containsKey("@id") && parts.size() == 1;
    return parts.isEmpty() || reference ? String.join("", parts) : parts.toString();
  }

  private static void part(String name, JsonValue member, Set<String> parts) {
    if (name.equals("@id")) {
      parts.add("@id " + CsvSpectrum.text(member));
    } else if (name.equals("@type")) {
      member.asJsonArray().forEach(type -> parts.add("@type " + CsvSpectrum.text(type)));
    } else if (!name.equals("@index")) {
      List<String> values = new ArrayList<>();
      for (JsonValue each : member instanceof JsonArray array ? array : List.of(member)) {
        if (each instanceof JsonObject object && object.containsKey("@list")) {
          object.getJsonArray("@list").forEach(item -> values.add(text(item)));
        } else {
          values.add(text(each));
        }
      }
      values.removeIf(String::isEmpty);
      if (!values.isEmpty()) {
        parts.add(name + " " + values.stream().sorted().toList());
      }
    }
  }
}
