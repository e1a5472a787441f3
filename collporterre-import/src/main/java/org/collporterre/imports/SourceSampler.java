package org.collporterre.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.collporterre.model.Initiative;
import org.collporterre.report.FindingSink;
import org.collporterre.report.Located;
import org.collporterre.report.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Reads the first records of a file through its own importer, told to recognise nothing: then every
 * source is kept as it is, under the name by which a mapping asks for it.
 */
final class SourceSampler {
  /** How many records are looked at. */
  static final int RECORDS = 1_000;

  private static final int MOST_SOURCES = 500;
  private static final int MOST_CHARACTERS = 1 << 23;
  private static final int LONGEST = 400;
  private static final int DEEPEST = 3;

  /** The key of a member that is a record. */
  static final String KEY = "@key";

  private final Map<String, List<String>> values = new LinkedHashMap<>();
  private final boolean named;
  private final boolean nested;
  private int records;
  private int characters;

  private SourceSampler(Importer<?> importer) {
    named = importer.settings().dialect().hasHeader();
    nested = !(importer instanceof CsvImporter || importer instanceof SpreadsheetImporter);
  }

  /** Returns the sources of a file, in the order of their first appearance. */
  static List<SourceSample> read(Path file, Importer<?> importer, FindingSink sink)
      throws IOException {
    SourceSampler sampler = new SourceSampler(importer);
    Importer<?> asking = importer.withMapping(asking(importer.settings().mapping()));
    FindingSink errors =
        finding -> {
          if (finding.severity() == Severity.ERROR) {
            sink.report(finding);
          }
        };
    try (EntryReader<Initiative> in =
        asking.withGeneratedIds().open(file, Initiative.class, errors)) {
      for (Located<Initiative> row : in) {
        sampler.take(row.value());
        if (sampler.records == RECORDS || sampler.characters > MOST_CHARACTERS) {
          break;
        }
      }
      in.extensions().forEach(name -> sampler.values.putIfAbsent(name, new ArrayList<>()));
      return sampler.samples(in.extensions());
    }
  }

  /** Returns a mapping that keeps every source. */
  private static Mapping asking(Mapping mapping) throws IOException {
    String source = mapping.sourceJson();
    String json =
        "{\"strict\":true,"
            + (source == null ? "" : "\"source\":" + source + ",")
            + "\"fields\":{\"titre\":{\"constant\":\"-\"},\"singularite\":\"@key\"}}";
    InputText in = new InputText(json);
    return Mapping.read(in, "", finding -> {}).orElseThrow();
  }

  private void take(Initiative record) {
    records++;
    if (record.uniqueness() != null) {
      put(KEY, record.uniqueness());
    }
    record
        .sheet()
        .extensions()
        .forEach(
            (name, text) -> {
              JsonNode node = nested ? parsed(text) : null;
              if (node == null) {
                put(name, text);
              } else if (node.isObject() || node.hasObject()) {
                flatten("/" + JsonPath.escaped(name), node, 1);
              } else {
                node.children().forEach(item -> put(name, item.text()));
              }
            });
  }

  private void flatten(String pointer, JsonNode node, int depth) {
    if (node.isScalar()) {
      put(pointer, node.text());
    } else if (depth <= DEEPEST) {
      for (JsonNode child : node.children()) {
        String name = node.isArray() ? "*" : Objects.requireNonNull(child.name());
        flatten(pointer + "/" + JsonPath.escaped(name), child, depth + 1);
      }
    }
  }

  private static @Nullable JsonNode parsed(String text) {
    if (!text.startsWith("{") && !text.startsWith("[")) {
      return null;
    }
    try {
      JsonScanner scanner = new JsonScanner(new InputText(text));
      return JsonNode.read(scanner, scanner.next(), null, null, 0, twice -> {});
    } catch (JsonFault e) {
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void put(String name, String text) {
    List<String> own = values.get(name);
    if (own == null && values.size() < MOST_SOURCES) {
      own = new ArrayList<>();
      values.put(name, own);
    }
    String value = text.strip();
    if (own != null && !value.isEmpty() && characters <= MOST_CHARACTERS) {
      own.add(value.length() > LONGEST ? value.substring(0, LONGEST) : value);
      characters += Math.min(value.length(), LONGEST);
    }
  }

  /** Extensions of a record are sorted; the file has an order of its own. */
  private List<SourceSample> samples(List<String> order) {
    List<SourceSample> samples = new ArrayList<>();
    List<String> names = new ArrayList<>(order);
    values.keySet().stream().filter(name -> !order.contains(name)).forEach(names::add);
    for (String name : names) {
      List<String> own = values.get(name);
      if (own != null && !isRenamed(name) && !(own.isEmpty() && isFlattened(name))) {
        samples.add(SourceSample.of(name, records, own));
      }
    }
    return samples;
  }

  /** The second column of a name cannot be asked for: it is kept under a name made up. */
  private boolean isRenamed(String name) {
    int at = name.lastIndexOf(" (");
    return at > 0 && name.endsWith(")") && values.containsKey(name.substring(0, at))
        || named && name.matches("colonne_[0-9]+");
  }

  private boolean isFlattened(String name) {
    String inside = "/" + JsonPath.escaped(name) + "/";
    return values.keySet().stream().anyMatch(key -> key.startsWith(inside));
  }

  /** A text as a stream. */
  private static final class InputText extends ByteArrayInputStream {
    InputText(String text) {
      super(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
