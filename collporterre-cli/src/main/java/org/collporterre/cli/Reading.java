package org.collporterre.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.collporterre.check.BuiltInRules;
import org.collporterre.check.Checker;
import org.collporterre.imports.CsvImporter;
import org.collporterre.imports.EntryReader;
import org.collporterre.imports.PackageImporter;
import org.collporterre.model.Entry;
import org.collporterre.report.Finding;
import org.collporterre.report.FindingSink;
import org.collporterre.report.Located;
import org.collporterre.report.Location;
import org.collporterre.report.Severity;
import org.jspecify.annotations.Nullable;

/** Reads the files of a dataset one after the other and has each record checked. */
final class Reading {
  /** Takes the records that pass. */
  interface Consumer {
    void accept(Entry entry) throws IOException;
  }

  private final Session session;
  private final DatasetOptions options;
  private final FindingSink sink;
  private final Interruption interruption;
  private final Progress progress;
  private final Map<String, String> columns;
  private final CsvImporter base;
  private final PackageImporter packages;
  private final Map<DatasetFile, Class<? extends Entry>> types = new LinkedHashMap<>();
  private boolean stopped;

  /** Prepares to read; finds out the record type of each file. */
  Reading(
      Session session,
      DatasetOptions options,
      CsvImporter base,
      PackageImporter packages,
      Dataset dataset,
      FindingSink sink,
      Interruption interruption)
      throws IOException, Misuse {
    this.session = session;
    this.options = options;
    this.sink = sink;
    this.interruption = interruption;
    this.columns = options.columns(session);
    this.base = base.withProfile(options.profile);
    this.packages = mapped(packages.withProfile(options.profile));
    this.progress = Progress.of(session, options.quiet, dataset.size());
    for (DatasetFile file : dataset.files()) {
      if (file.isChildTable()) {
        reportChildTable(file);
      } else {
        types.put(file, type(file));
      }
    }
  }

  private PackageImporter mapped(PackageImporter importer) {
    PackageImporter mapped = importer;
    for (Map.Entry<String, String> column : columns.entrySet()) {
      mapped = mapped.withColumn(column.getKey(), column.getValue());
    }
    return mapped;
  }

  private void reportChildTable(DatasetFile file) {
    String code = "child-table-not-read";
    Severity severity = BuiltInRules.severity(code, options.profile);
    if (severity != null) {
      Location place = Location.startOf(file.path().toString());
      String name = file.name();
      sink.report(
          new Finding(code, severity, options.profile, place, null, null, null, name, null, null));
    }
  }

  /** A file that was itself named is what the caller says; others may tell for themselves. */
  private Class<? extends Entry> type(DatasetFile file) throws IOException, Misuse {
    Class<? extends Entry> asked = options.type;
    if (file.isPackage()) {
      return asked == null ? Entry.class : asked;
    }
    if (asked != null && file.named()) {
      return asked;
    }
    if (!file.isRegular()) {
      return Entry.TYPES.get(0);
    }
    CsvImporter mapped = base;
    for (Map.Entry<String, String> column : columns.entrySet()) {
      mapped = mapped.withColumn(column.getKey(), column.getValue());
    }
    Class<? extends Entry> detected = mapped.detectType(file.path()).orElse(asked);
    if (detected == null && !columns.isEmpty()) {
      // Who maps the columns of a table made for something else means the main type.
      return Entry.TYPES.get(0);
    } else if (detected == null) {
      throw session.misuse("misuse.type", file.path());
    }
    return detected;
  }

  /** Returns the record types of the files, each once. */
  Set<Class<? extends Entry>> types() {
    return new LinkedHashSet<>(types.values());
  }

  /** Returns the columns of files of a type that the format does not know, each once. */
  List<String> extensions(Class<? extends Entry> type) throws IOException {
    Set<String> names = new LinkedHashSet<>();
    for (Map.Entry<DatasetFile, Class<? extends Entry>> file : types.entrySet()) {
      if (file.getValue() == type && file.getKey().isRegular()) {
        try (EntryReader<?> reader = open(file.getKey(), type, finding -> {})) {
          names.addAll(reader.extensions());
        }
      }
    }
    return new ArrayList<>(names);
  }

  /** Reads everything. */
  void read(Checker.Run run, Consumer passing) throws IOException {
    try {
      for (Map.Entry<DatasetFile, Class<? extends Entry>> file : types.entrySet()) {
        try (EntryReader<?> reader = open(file.getKey(), file.getValue(), sink)) {
          read(reader, run, passing);
        }
      }
    } finally {
      progress.clear();
    }
  }

  private void read(EntryReader<?> reader, Checker.Run run, Consumer passing) throws IOException {
    for (Located<? extends Entry> row : reader) {
      if (interruption.isRequested()) {
        return;
      }
      if (run.accept(row)) {
        passing.accept(row.value());
      }
      progress.record();
    }
    stopped |= reader.stopped();
  }

  private EntryReader<? extends Entry> open(
      DatasetFile file, Class<? extends Entry> type, FindingSink findings) throws IOException {
    if (file.isPackage()) {
      return packages.open(file.path(), type, findings);
    }
    CsvImporter importer = options.importer(base, columns, type);
    if (!progress.isShown()) {
      return importer.open(file.path(), type, findings);
    }
    InputStream in = new Counted(Files.newInputStream(file.path()), progress);
    return importer.open(in, file.path().toString(), type, findings);
  }

  /** Tells whether a file could not be read to its end; its findings say why. */
  boolean stopped() {
    return stopped;
  }

  /** Tells the progress line how far reading has come. */
  private static final class Counted extends FilterInputStream {
    private final Progress progress;

    Counted(InputStream in, Progress progress) {
      super(in);
      this.progress = progress;
    }

    @Override
    public int read() throws IOException {
      int b = in.read();
      progress.bytes(b < 0 ? 0 : 1);
      return b;
    }

    @Override
    public int read(byte @Nullable [] bytes, int from, int length) throws IOException {
      int read = in.read(bytes, from, length);
      progress.bytes(Math.max(read, 0));
      return read;
    }
  }
}
