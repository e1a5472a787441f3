package org.collporterre.examples.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;
import org.collporterre.check.BuiltInRules;
import org.collporterre.check.Checker;
import org.collporterre.check.DuplicateKeys;
import org.collporterre.imports.DatasetReader;
import org.collporterre.imports.EntryReader;
import org.collporterre.imports.Importer;
import org.collporterre.imports.Importers;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.report.Finding;
import org.collporterre.report.Located;
import org.collporterre.report.Location;
import org.collporterre.report.Severity;
import org.collporterre.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one source, made as they are asked for, some hundred at a time. What cannot be read
 * is a finding: other sources do not suffer from it.
 */
final class SourceRows implements Iterator<Row>, AutoCloseable {
  private static final int BATCH = 500;

  /** A record that was read and checked. */
  private record Checked(Located<? extends Entry> row, boolean passes, List<Finding> findings) {}

  private final Source source;
  private final CheckSettings settings;
  private final RecordLines lines;
  private final DuplicateKeys keys = new DuplicateKeys();
  private final Deque<Row> ready = new ArrayDeque<>();
  private List<Finding> findings = new ArrayList<>();
  private long position;
  private @Nullable EntryReader<? extends Entry> reader;
  private @Nullable Iterator<? extends Located<? extends Entry>> records;
  private Checker.@Nullable Run run;
  private boolean stopped;

  /**
   * Opens a source.
   *
   * @param alone whether it is the only one, whose licence, say, is then that of all records
   */
  SourceRows(Source source, CheckSettings settings, boolean alone) {
    this.source = source;
    this.settings = settings;
    this.lines = new RecordLines(settings);
    try {
      open(Path.of(source.path()), alone);
    } catch (IOException | UncheckedIOException e) {
      damaged(e);
      end();
    }
  }

  private void open(Path path, boolean alone) throws IOException {
    Importer<?> importer = Importers.detect(path);
    Checker checker = settings.ofRecords();
    DatasetReader<?> dataset = importer.openDataset(path, Entry.class, finding -> {}).orElse(null);
    if (dataset != null) {
      try (dataset) {
        for (Vocabulary vocabulary : dataset.vocabularies().all()) {
          checker = checker.with(vocabulary);
        }
        checker = checker.with(alone ? dataset.descriptor().orElse(null) : null);
      }
    }
    Class<? extends Entry> type = importer.detectType(path).orElse(Initiative.class);
    reader =
        importer
            .withProfile(settings.profile())
            .withVocabularies(checker.vocabularies())
            .open(path, type, this::found);
    records = reader.iterator();
    run = checker.start(this::found);
  }

  private void found(Finding finding) {
    findings.add(finding);
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && records != null) {
      fill();
    }
    return !ready.isEmpty();
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.remove();
  }

  private void fill() {
    List<Checked> batch = new ArrayList<>(BATCH);
    try {
      while (batch.size() < BATCH && records != null) {
        read(batch);
      }
    } catch (UncheckedIOException e) {
      damaged(e);
      records = null;
    }
    publish(batch);
    if (records == null) {
      end();
    }
  }

  private void read(List<Checked> batch) {
    if (records == null || run == null || !records.hasNext()) {
      records = null;
      return;
    }
    Located<? extends Entry> row = records.next();
    boolean passes = run.accept(row);
    batch.add(new Checked(row, passes, take()));
  }

  private List<Finding> take() {
    List<Finding> taken = findings;
    if (!taken.isEmpty()) {
      findings = new ArrayList<>();
    }
    return taken.isEmpty() ? List.of() : taken;
  }

  /** What is said when all is read, and that what was read is not to be published. */
  private void end() {
    if (run != null) {
      run.close();
    }
    stopped |= reader != null && reader.stopped();
    ready.add(RecordRow.of(source.number(), position++, take(), stopped));
    close();
  }

  private void publish(List<Checked> batch) {
    List<Entry> open = new ArrayList<>();
    List<Initiative> initiatives = new ArrayList<>();
    for (Checked checked : batch) {
      if (isPublic(checked)) {
        Entry entry = checked.row().value();
        open.add(entry);
        if (entry instanceof Initiative initiative) {
          initiatives.add(initiative);
        }
      }
    }
    Iterator<String> documents = lines.documents(open).iterator();
    Iterator<String> features = lines.features(initiatives).iterator();
    for (Checked checked : batch) {
      boolean published = isPublic(checked);
      boolean feature = published && checked.row().value() instanceof Initiative;
      ready.add(
          RecordRow.isWhole(checked.row().value())
              ? RecordRow.of(
                  source.number(),
                  position++,
                  checked.findings(),
                  checked.row(),
                  DuplicatePairs.keys(keys, checked.row().value()),
                  feature ? features.next() : null,
                  published ? documents.next() : null)
              : RecordRow.of(source.number(), position++, checked.findings(), false));
    }
  }

  private boolean isPublic(Checked checked) {
    return checked.passes() && checked.row().value().withheld(settings.today()).isEmpty();
  }

  private void damaged(Exception problem) {
    stopped = true;
    String code = "file-damaged";
    Severity severity = BuiltInRules.severity(code, settings.profile());
    if (severity != null) {
      Location place = Location.startOf(source.path());
      String cause = problem.getMessage();
      findings.add(
          new Finding(
              code, severity, settings.profile(), place, null, null, null, cause, null, null));
    }
  }

  @Override
  public void close() {
    records = null;
    try {
      if (reader != null) {
        reader.close();
        reader = null;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
