package org.collporterre.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.collporterre.model.Entry;
import org.collporterre.report.Report;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;

/** What a file gives when it is read with a mapping: its first records, and counts of all. */
final class MapPreview {
  private static final int ROWS = 5;
  private static final List<String> FIRST =
      List.of("id", "titre", "commune", "latitude", "longitude");

  private final Schema<?> schema;
  private final Report report;
  private final List<Map<String, String>> records = new ArrayList<>();

  private MapPreview(Schema<?> schema, Report report) {
    this.schema = schema;
    this.report = report;
  }

  /**
   * @param report where the findings go
   */
  static MapPreview of(Class<? extends Entry> type, Report report) {
    return new MapPreview(Schema.of(type), report);
  }

  /** Takes a record. */
  void take(Entry entry) {
    if (records.size() < ROWS) {
      Map<String, String> texts = new LinkedHashMap<>();
      for (Field field : schema.fields()) {
        String text = field.text(entry);
        if (!text.isEmpty()) {
          texts.put(field.key(), text);
        }
      }
      records.add(texts);
    }
  }

  /** Returns the findings of the whole file. */
  Report report() {
    return report;
  }

  /** Returns the first records: their texts by the key of the field. */
  List<Map<String, String>> records() {
    return records;
  }

  /** Returns the keys that are worth a column in a narrow table. */
  List<String> columns() {
    return FIRST.stream()
        .filter(key -> records.stream().anyMatch(texts -> texts.containsKey(key)))
        .toList();
  }
}
