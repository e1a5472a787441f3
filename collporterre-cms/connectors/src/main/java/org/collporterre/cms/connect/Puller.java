package org.collporterre.cms.connect;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.collporterre.imports.CsvImporter;
import org.collporterre.imports.EntryReader;
import org.collporterre.model.Entry;
import org.collporterre.report.FindingSink;
import org.collporterre.report.Located;
import org.collporterre.schema.Confidential;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;
import org.collporterre.vocabulary.Vocabularies;

/**
 * Makes records of what was published. Each comes back with the fields that {@link PublicRow#of}
 * says are published, as they are on the site now; places in findings are those of a table with a
 * row, named after the page. Immutable and thread-safe.
 */
public final class Puller {
  private final Vocabularies vocabularies;

  private Puller(Vocabularies vocabularies) {
    this.vocabularies = vocabularies;
  }

  /** Returns what reads with the standard vocabularies. */
  public static Puller create() {
    return new Puller(Vocabularies.standard());
  }

  /** Returns this puller reading with other vocabularies. */
  public Puller withVocabularies(Vocabularies other) {
    return new Puller(other);
  }

  /**
   * Returns the records that are on a site for everybody to see.
   *
   * @param published what {@link Site#open} returned
   * @param sink told what is wrong with what is there
   */
  public List<Located<? extends Entry>> read(List<Published> published, FindingSink sink)
      throws IOException {
    List<Located<? extends Entry>> records = new ArrayList<>();
    for (Published one : published) {
      Optional<Class<? extends Entry>> type = type(one.key().type());
      if (one.isPublic() && type.isPresent() && !one.columns().isEmpty()) {
        read(one, type.get(), sink, records);
      }
    }
    return records;
  }

  private static Optional<Class<? extends Entry>> type(String name) {
    return Entry.TYPES.stream().filter(type -> Schema.of(type).name().equals(name)).findFirst();
  }

  private <E extends Entry> void read(
      Published one, Class<E> type, FindingSink sink, List<Located<? extends Entry>> into)
      throws IOException {
    CsvImporter importer =
        CsvImporter.create()
            .withVocabularies(vocabularies)
            .withDelimiter(',')
            .withCharset(StandardCharsets.UTF_8);
    InputStream table =
        new ByteArrayInputStream(
            table(allowed(one.columns(), Schema.of(type))).getBytes(StandardCharsets.UTF_8));
    try (EntryReader<E> reader = importer.open(table, one.address(), type, sink)) {
      reader.forEach(into::add);
    }
  }

  /** What is shown to everybody though it needs leave has it. */
  private static Map<String, String> allowed(Map<String, String> columns, Schema<?> schema) {
    Map<String, String> all = new LinkedHashMap<>(columns);
    for (Field field : schema.fields()) {
      Confidential confidential = field.confidential();
      if (confidential != null
          && !confidential.unless().isEmpty()
          && columns.containsKey(field.key())) {
        Field leave = schema.requireField(confidential.unless());
        all.putIfAbsent(leave.key(), leave.type().write(true));
      }
    }
    return all;
  }

  private static String table(Map<String, String> columns) {
    StringBuilder head = new StringBuilder();
    StringBuilder row = new StringBuilder();
    columns.forEach(
        (key, text) -> {
          String comma = head.length() == 0 ? "" : ",";
          head.append(comma).append(quoted(key));
          row.append(comma).append(quoted(text));
        });
    return head.append('\n').append(row).append('\n').toString();
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }
}
