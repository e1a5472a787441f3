package org.collporterre.cms.sling;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.sling.api.resource.PersistenceException;
import org.collporterre.check.Census;
import org.collporterre.check.Checker;
import org.collporterre.dataset.DatasetDescriptor;
import org.collporterre.imports.DatasetReader;
import org.collporterre.imports.EntryReader;
import org.collporterre.imports.Importer;
import org.collporterre.imports.Importers;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.report.Located;
import org.collporterre.report.Messages;
import org.collporterre.report.Report;
import org.collporterre.reports.CheckOutcome;
import org.collporterre.reports.Reports;
import org.collporterre.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Puts the records of a file into a dataset of the repository. The same file twice changes nothing.
 * Nothing is committed here.
 */
final class DatasetImport {
  /** The most records of one file: a repository takes them all at once. */
  static final int MOST_RECORDS = 20_000;

  /**
   * What someone asked for.
   *
   * @param file the name of the file, as findings say it
   * @param replace whether records that the file does not have are removed
   * @param confidential whether what must not be public is kept too
   */
  record Order(String file, boolean replace, boolean confidential, Checker checker) {}

  private final StoredDataset dataset;
  private final Order order;
  private final Report report = Report.create();
  private final Map<StoredDataset.Change, Integer> changes =
      new EnumMap<>(StoredDataset.Change.class);
  private final Map<String, Set<String>> seen = new HashMap<>();
  private int withheld;
  private int deleted;
  private boolean usable;
  private @Nullable Census census;

  private DatasetImport(StoredDataset dataset, Order order) {
    this.dataset = dataset;
    this.order = order;
  }

  /** Reads a file into a dataset. */
  static DatasetImport of(Path bytes, StoredDataset dataset, Order order) throws IOException {
    DatasetImport made = new DatasetImport(dataset, order);
    made.read(bytes);
    return made;
  }

  /** Tells whether the file made sense to its end and is not too large; else do not commit. */
  boolean isUsable() {
    return usable;
  }

  private void read(Path bytes) throws IOException {
    Importer<?> importer = Importers.detect(bytes).withGeneratedIds();
    Checker checker = order.checker();
    try (DatasetReader<?> said =
        importer.openDataset(bytes, Entry.class, finding -> {}).orElse(null)) {
      if (said != null) {
        DatasetDescriptor descriptor = said.descriptor().orElse(null);
        for (var vocabulary : said.vocabularies().all()) {
          checker = checker.with(vocabulary);
        }
        checker = checker.with(descriptor);
        importer = importer.withVocabularies(checker.vocabularies());
        dataset.frame(descriptor, checker.vocabularies());
      }
    }
    Class<? extends Entry> type = importer.detectType(bytes).orElse(Initiative.class);
    try (EntryReader<? extends Entry> reader =
            importer.open(Files.newInputStream(bytes), order.file(), type, report);
        Checker.Run run = checker.start(report)) {
      census = run.census();
      int records = 0;
      for (Located<? extends Entry> row : reader) {
        if (++records > MOST_RECORDS) {
          return;
        }
        if (run.accept(row)) {
          put(row.value(), checker);
        }
      }
      usable = !reader.stopped();
      for (Map.Entry<Class<? extends Entry>, List<String>> gone : reader.deleted().entrySet()) {
        for (String id : gone.getValue()) {
          deleted += dataset.remove(Schema.of(gone.getKey()).name(), id) ? 1 : 0;
        }
      }
      if (order.replace() && usable) {
        removeOthers(type);
      }
    }
  }

  private void put(Entry entry, Checker checker) throws PersistenceException {
    String id = entry.id();
    if (id == null) {
      return;
    }
    Schema<?> schema = Schema.of(entry.getClass());
    boolean shown = order.confidential() || entry.withheld(checker.today()).isEmpty();
    if (!shown) {
      withheld++;
      dataset.remove(schema.name(), id);
      return;
    }
    RecordTree tree = order.confidential() ? RecordTree.of(entry) : RecordTree.published(entry);
    seen.computeIfAbsent(schema.name(), key -> new HashSet<>()).add(id);
    changes.merge(dataset.put(schema.name(), id, tree), 1, Integer::sum);
  }

  private void removeOthers(Class<? extends Entry> read) throws PersistenceException {
    for (Class<? extends Entry> type : Entry.TYPES) {
      String name = Schema.of(type).name();
      if (read.isAssignableFrom(type)) {
        for (String id : dataset.ids(name)) {
          if (!seen.getOrDefault(name, Set.of()).contains(id)) {
            deleted += dataset.remove(name, id) ? 1 : 0;
          }
        }
      }
    }
  }

  /** Returns how many records came to be in the repository, and how. */
  Map<String, Integer> counts() {
    Map<String, Integer> counts = new TreeMap<>();
    for (StoredDataset.Change change : StoredDataset.Change.values()) {
      counts.put(change.name().toLowerCase(Locale.ROOT), changes.getOrDefault(change, 0));
    }
    counts.put("deleted", deleted);
    counts.put("withheld", withheld);
    return counts;
  }

  /** Writes what was found, in one of the forms of {@link Reports}. */
  String report(String form, Locale locale) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Census counted = census;
    if (counted == null) {
      throw new IllegalStateException("nothing was read");
    }
    CheckOutcome outcome =
        new CheckOutcome(
            order.file(),
            List.of(order.file()),
            report,
            counted,
            order.checker().profile(),
            Messages.in(locale),
            "",
            0,
            Map.of(),
            List.of());
    Reports.named(form).orElseThrow().render(outcome, out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
