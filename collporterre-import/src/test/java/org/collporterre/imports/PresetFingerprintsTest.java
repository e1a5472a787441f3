package org.collporterre.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.collporterre.schema.Schema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each sample in the shape of a platform has the fingerprint of its preset, and of no other. */
class PresetFingerprintsTest {
  private static final Path SAMPLES = Path.of("..", "tests", "src", "test", "resources", "presets");

  @Test
  void aSampleHasTheFingerprintOfOnePresetOnly() throws Exception {
    try (Stream<Path> all = Files.list(SAMPLES)) {
      for (Path sample : all.sorted().toList()) {
        String file = String.valueOf(sample.getFileName());
        Set<String> known = new TreeSet<>();
        for (Mapping preset : Presets.all()) {
          if (isKnown(preset, file, Files.readAllBytes(sample))) {
            known.add(preset.name());
          }
        }
        assertThat(known)
            .as(file)
            .singleElement()
            .satisfies(name -> assertThat(file).startsWith(name));
      }
    }
  }

  private static boolean isKnown(Mapping preset, String file, byte[] bytes) throws Exception {
    if (file.endsWith(".csv")) {
      List<String> header = header(new String(bytes, UTF_8).lines().findFirst().orElseThrow());
      return preset.recognised(name -> header.contains(Schema.foldHeader(name))) > 0;
    }
    List<String> pointers = preset.source().records();
    for (String pointer : pointers.isEmpty() ? List.of("") : pointers) {
      JsonNode record = record(file, bytes, pointers.isEmpty() ? List.of() : List.of(pointer));
      if (record != null && preset.recognised(name -> has(record, name)) > 0) {
        return true;
      }
    }
    return false;
  }

  private static List<String> header(String line) {
    List<String> names = new ArrayList<>();
    for (String name : line.replace("\"", "").split("[,;]", -1)) {
      names.add(Schema.foldHeader(name));
    }
    return names;
  }

  private static @Nullable JsonNode record(String file, byte[] bytes, List<String> pointer)
      throws IOException, JsonFault {
    if (file.endsWith(".yml")) {
      return YamlDocuments.read(new String(bytes, UTF_8), node -> {}).get(0);
    }
    BufferedInputStream in = new BufferedInputStream(new ByteArrayInputStream(bytes));
    if (file.endsWith(".geojson")) {
      JsonItems items = new JsonItems(new JsonScanner(in), Set.of("features"), node -> {});
      JsonNode feature = items.next();
      return feature == null ? null : feature.get("properties");
    }
    ImportSettings settings =
        ImportSettings.STANDARD.changed(builder -> builder.toldRecords(pointer));
    JsonNode record = new JsonRecords(in, file, settings, node -> {}).next();
    return record != null && record.isObject() ? record : null;
  }

  private static boolean has(JsonNode record, String name) {
    boolean element = name.equals("@id") && OverpassElements.id(record) != null;
    return element
        || (name.startsWith("/")
            ? !JsonSources.at(record, JsonPath.segments(name)).isEmpty()
            : record.children().stream()
                .anyMatch(
                    one ->
                        Schema.foldHeader(String.valueOf(one.name()))
                            .equals(Schema.foldHeader(name))));
  }
}
