package org.collporterre.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.collporterre.imports.Corrections.Reason;
import org.collporterre.imports.JsonCorrector.Edit;
import org.collporterre.imports.JsonCorrector.Place;
import org.collporterre.model.Entry;
import org.collporterre.report.Located;
import org.collporterre.report.Location;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;

/** Finds out which texts and numbers of a JSON file corrections are about. */
final class JsonEdits {
  private final Corrections.Log log;
  private final Map<Place, List<Edit>> edits = new HashMap<>();
  private final Map<Place, List<Correction>> elsewhere = new LinkedHashMap<>();
  private final TreeSet<String> fields = new TreeSet<>();

  /**
   * Begins with what stands at the places of findings.
   *
   * @param mapping what the file is read with
   */
  JsonEdits(List<Correction> corrections, Mapping mapping, Corrections.Log log) {
    this.log = log;
    for (Correction one : corrections) {
      Correction.Cell cell = one.cells().get(0);
      String field = one.field();
      if (one.isOfName()) {
        log.left(one, Reason.NAME, cell.key());
      } else if (one.cells().stream().anyMatch(each -> isMade(mapping, each.key()))) {
        log.left(one, Reason.MADE, cell.key());
      } else if (one.cells().size() == 1 && cell.key().equals(field)) {
        add(place(one), new Edit(one, cell.text(), null, true));
      } else if (field == null) {
        log.left(one, Reason.NOT_FOUND, cell.key());
      } else {
        fields.add(field);
        elsewhere.computeIfAbsent(place(one), at -> new ArrayList<>(1)).add(one);
      }
    }
  }

  private static boolean isMade(Mapping mapping, String key) {
    return !mapping.chosen().containsValue(key)
        && mapping.fields().stream().anyMatch(field -> field.keys().contains(key));
  }

  private static Place place(Correction one) {
    return new Place(one.line(), one.column());
  }

  private void add(Place place, Edit edit) {
    edits.computeIfAbsent(place, at -> new ArrayList<>(1)).add(edit);
  }

  /** Tells whether records are needed to find what is elsewhere than its finding. */
  boolean needsRecords() {
    return !elsewhere.isEmpty();
  }

  /** Finds in records what is elsewhere than its finding; then all is known. */
  void find(Iterable<? extends Located<? extends Entry>> records) throws IOException {
    for (Located<? extends Entry> row : records) {
      for (String field : fields) {
        Location at = row.origin().field(field);
        List<Correction> here = elsewhere.remove(new Place(at.line(), at.column()));
        if (here != null && row.origin() instanceof JsonOrigin origin) {
          Schema<?> schema = Schema.of(row.value());
          here.forEach(one -> find(one, schema, origin));
        }
      }
      if (elsewhere.isEmpty()) {
        return;
      }
    }
  }

  private void find(Correction one, Schema<?> schema, JsonOrigin origin) {
    Map<Place, String> texts = new LinkedHashMap<>();
    List<String> found = new ArrayList<>();
    for (Correction.Cell cell : one.cells()) {
      Field field = schema.field(cell.key());
      JsonNode node = field == null ? null : origin.source(field);
      if (node == null || !node.isText() && !node.isNumber()) {
        log.left(one, node == null ? Reason.NO_COLUMN : Reason.NOT_SCALAR, cell.key());
        return;
      }
      found.add(node.text());
      texts.put(new Place(node.line(), node.column()), cell.text());
    }
    if (texts.size() < one.cells().size()) {
      log.left(one, Reason.SHARED, one.cells().get(0).key());
    } else if (texts.size() > 1 && !one.exchanges(found)) {
      log.left(one, Reason.OTHER_FORM, one.cells().get(0).key());
    } else if (texts.size() > 1 && texts.keySet().stream().anyMatch(edits::containsKey)) {
      log.later();
    } else {
      int i = 0;
      for (Map.Entry<Place, String> each : texts.entrySet()) {
        add(each.getKey(), new Edit(one, each.getValue(), found.get(i), i == 0));
        i++;
      }
    }
  }

  /** Returns what to change, by place; says what was not found. */
  Map<Place, List<Edit>> edits() {
    elsewhere.values().forEach(left -> log.left(left, Reason.NO_COLUMN));
    elsewhere.clear();
    return edits;
  }
}
