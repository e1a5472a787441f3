package org.collporterre.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.collporterre.dataset.Fingerprint;
import org.collporterre.dataset.VocabularyRow;
import org.collporterre.report.FindingSink;
import org.collporterre.schema.Schema;
import org.collporterre.vocabulary.Concept;
import org.collporterre.vocabulary.Vocabularies;
import org.collporterre.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/** Reads the table of the concepts that a dataset adds to open vocabularies. */
final class VocabularyRows {
  private static final int MAX_ROWS = 100_000;

  private final ImportSettings settings;
  private final FindingSink sink;
  private boolean stopped;

  VocabularyRows(ImportSettings settings, FindingSink sink) {
    this.settings = settings;
    this.sink = sink;
  }

  static TableShape shape() {
    return TableShape.of(VocabularyRow.class, List.of("vocabulaire", "code"));
  }

  /** Tells whether the table could not be read to its end. */
  boolean stopped() {
    return stopped;
  }

  /** Returns the vocabularies with what the table adds. */
  Vocabularies read(PackageTables from, @Nullable Fingerprint fingerprint) throws IOException {
    Schema<VocabularyRow> schema = Schema.of(VocabularyRow.class);
    ImportSettings own = settings.forSchema(schema);
    Vocabularies all = settings.vocabularies();
    Map<String, List<Concept>> added = new TreeMap<>();
    try (PackageTables.OpenTable open = from.open(VocabularyRow.TABLE, shape(), own, sink)) {
      CsvColumns columns = open.head().columns();
      stopped = columns == null;
      if (columns == null) {
        return all;
      }
      Findings findings = Findings.of(sink, settings, null);
      RowBinder row = new RowBinder(schema, own, open.head(), columns, findings);
      row.digest(fingerprint, VocabularyRow.TABLE);
      int size = 0;
      while (row.next() && size++ < MAX_ROWS) {
        add(schema.create(row.values(), Map.of()), row, added);
      }
      if (size > MAX_ROWS) {
        row.rowFinding(
            "table-too-long", row.origin().record(), null, null, Integer.toString(MAX_ROWS));
      }
      stopped |= row.stopped() || size > MAX_ROWS;
    }
    for (Map.Entry<String, List<Concept>> more : added.entrySet()) {
      all = all.with(Vocabulary.of(more.getKey(), more.getValue()));
    }
    return all;
  }

  private static void add(VocabularyRow concept, RowBinder row, Map<String, List<Concept>> added) {
    String vocabulary = concept.vocabulary();
    String code = concept.code();
    if (vocabulary == null || code == null) {
      String missing = vocabulary == null ? "vocabulaire" : "code";
      row.rowFinding("field-missing", row.origin().field(missing), missing, null, null);
      return;
    }
    Map<String, String> labels = new TreeMap<>();
    put(labels, "fr", concept.french());
    put(labels, "en", concept.english());
    put(labels, "br", concept.breton());
    added
        .computeIfAbsent(vocabulary, name -> new ArrayList<>())
        .add(new Concept(code, labels, concept.uri()));
  }

  private static void put(Map<String, String> labels, String language, @Nullable String label) {
    if (label != null) {
      labels.put(language, label);
    }
  }
}
