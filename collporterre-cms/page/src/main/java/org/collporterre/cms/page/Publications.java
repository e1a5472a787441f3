package org.collporterre.cms.page;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.collporterre.check.Checker;
import org.collporterre.dataset.DatasetDescriptor;
import org.collporterre.geo.Gazetteer;
import org.collporterre.imports.DatasetReader;
import org.collporterre.imports.EntryReader;
import org.collporterre.imports.Importer;
import org.collporterre.imports.Importers;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.report.Located;
import org.collporterre.report.Report;
import org.collporterre.vocabulary.Vocabulary;

/**
 * Reads datasets of any format that can be read, has their records checked, and keeps those that
 * were asked for last: a file that has changed, or a folder with a file that has, is read again.
 * Thread-safe.
 *
 * <p>Unless changed: files of at most {@value #MOST_BYTES} bytes and {@value #MOST_RECORDS}
 * records, today by the system's clock in UTC, no gazetteer. It keeps {@value #KEPT} publications.
 */
public final class Publications {
  /** The size of files that are read, unless told. */
  public static final long MOST_BYTES = 100L << 20;

  /** The number of records, unless told. */
  public static final int MOST_RECORDS = 50_000;

  private static final int KEPT = 16;

  /** How a file was when it was read; of a folder, with how the files in it were. */
  private record State(String text) {}

  private record Kept(State state, LocalDate day, Publication publication) {}

  private final Checker checker;
  private final long bytes;
  private final int records;
  private final Map<Path, Kept> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, Kept> eldest) {
          return size() > KEPT;
        }
      };

  private Publications(Checker checker, long bytes, int records) {
    this.checker = checker;
    this.bytes = bytes;
    this.records = records;
  }

  /** Returns what reads datasets with the defaults. */
  public static Publications create() {
    return new Publications(Checker.standard(), MOST_BYTES, MOST_RECORDS);
  }

  /** Returns the same with a gazetteer, which checks places and names territories. */
  public Publications with(Gazetteer gazetteer) {
    return new Publications(checker.with(gazetteer), bytes, records);
  }

  /** Returns the same with another clock. */
  public Publications withClock(Clock clock) {
    return new Publications(checker.withClock(clock), bytes, records);
  }

  /**
   * Returns the same refusing what is larger.
   *
   * @param bytes of a file, or of the files of a folder together
   * @param records that the public may see
   */
  public Publications withLimits(long bytes, int records) {
    return new Publications(checker, bytes, records);
  }

  /**
   * Returns the publication of a file or folder.
   *
   * @param file where it is; the caller has made sure that the page's author may see it
   * @throws RequestException when it is not there, too large, or not to be read as a dataset
   * @throws IOException when reading fails
   */
  public Publication get(Path file) throws IOException, RequestException {
    Path path = file.toAbsolutePath().normalize();
    State state = state(path);
    synchronized (kept) {
      Kept known = kept.get(path);
      if (known != null && known.state().equals(state) && known.day().equals(checker.today())) {
        return known.publication();
      }
    }
    Publication read = read(path);
    synchronized (kept) {
      kept.put(path, new Kept(state, checker.today(), read));
    }
    return read;
  }

  private State state(Path path) throws IOException, RequestException {
    if (!Files.exists(path)) {
      throw new RequestException("source-missing", name(path));
    }
    List<String> parts = new ArrayList<>();
    long size = add(path, parts);
    if (Files.isDirectory(path)) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
        for (Path entry : entries) {
          size += add(entry, parts);
        }
      }
    }
    if (size > bytes) {
      throw new RequestException("source-too-large", name(path), (bytes >> 20) + " Mio");
    }
    Collections.sort(parts);
    return new State(String.join("\n", parts));
  }

  private static long add(Path path, List<String> parts) throws IOException {
    BasicFileAttributes is = Files.readAttributes(path, BasicFileAttributes.class);
    parts.add(path.getFileName() + " " + is.lastModifiedTime() + " " + is.size() + is.fileKey());
    return is.isRegularFile() ? is.size() : 0;
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  private Publication read(Path path) throws IOException, RequestException {
    Importer<?> importer = Importers.detect(path).withGeneratedIds();
    Checker own = checker;
    DatasetDescriptor descriptor = null;
    try (DatasetReader<?> dataset =
        importer.openDataset(path, Entry.class, finding -> {}).orElse(null)) {
      if (dataset != null) {
        for (Vocabulary vocabulary : dataset.vocabularies().all()) {
          own = own.with(vocabulary);
        }
        descriptor = dataset.descriptor().orElse(null);
        own = own.with(descriptor);
      }
    }
    importer = importer.withVocabularies(own.vocabularies());
    String title = descriptor == null ? name(path) : descriptor.title();
    Publication.Builder builder =
        Publication.titled(title, own.today())
            .with(own.vocabularies())
            .with(own.gazetteer())
            .with(descriptor);
    Class<? extends Entry> type = importer.detectType(path).orElse(Initiative.class);
    Report report = Report.keeping(1);
    try (EntryReader<? extends Entry> reader = importer.open(path, type, report);
        Checker.Run run = own.start(report)) {
      add(reader, run, builder, path);
      if (reader.stopped() && builder.size() == 0) {
        throw new RequestException("source-unreadable", name(path));
      }
    }
    return builder.build();
  }

  private void add(
      EntryReader<? extends Entry> reader, Checker.Run run, Publication.Builder builder, Path path)
      throws RequestException {
    for (Located<? extends Entry> row : reader) {
      if (!run.accept(row)) {
        builder.refuse();
      } else {
        builder.add(row.value());
      }
      if (builder.size() > records) {
        throw new RequestException("source-too-large", name(path), String.valueOf(records));
      }
    }
  }
}
