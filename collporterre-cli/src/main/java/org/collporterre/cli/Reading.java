package org.collporterre.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.collporterre.check.BuiltInRules;
import org.collporterre.check.Checker;
import org.collporterre.export.EntryWriter;
import org.collporterre.imports.CsvImporter;
import org.collporterre.imports.EntryReader;
import org.collporterre.imports.Importer;
import org.collporterre.imports.Mapping;
import org.collporterre.model.Entry;
import org.collporterre.pipeline.Pipeline;
import org.collporterre.report.Finding;
import org.collporterre.report.FindingSink;
import org.collporterre.report.Located;
import org.collporterre.report.Location;
import org.collporterre.report.Severity;
import org.jspecify.annotations.Nullable;

/** Reads the files of a dataset one after the other and has each record checked. */
final class Reading {
  /** Takes all records. */
  interface Rows {
    /** Takes a record, with whether it passes and what it was read with. */
    void accept(Located<? extends Entry> row, boolean passes, Importer<?> from) throws IOException;
  }

  /**
   * A file with what reads it.
   *
   * @param type the type of its records
   * @param before how it was when it was first looked at; of a pipe nothing
   */
  record Source(
      DatasetFile file,
      Importer<?> importer,
      Class<? extends Entry> type,
      Optional<FileState> before) {}

  private final Session session;
  private final DatasetOptions options;
  private final FindingSink sink;
  private final Interruption interruption;
  private final Progress progress;
  private final Pipeline pipeline;
  private final Map<String, String> columns;
  private final List<Source> sources = new ArrayList<>();
  private final Map<Path, Path> places;
  private final Map<Class<? extends Entry>, Set<String>> deleted = new LinkedHashMap<>();
  private boolean refused;
  private boolean stopped;

  /** Prepares to read records as they are, with what a checker knows. */
  static Reading of(
      Session session,
      DatasetOptions options,
      Checker checker,
      Dataset dataset,
      FindingSink sink,
      Interruption interruption)
      throws IOException, Misuse {
    return new Reading(
        session,
        options,
        importer -> importer.withVocabularies(checker.vocabularies()),
        dataset,
        sink,
        interruption);
  }

  /** Prepares to read records and to give an identifier to those that have none. */
  static Reading withIds(
      Session session,
      DatasetOptions options,
      Checker checker,
      Dataset dataset,
      FindingSink sink,
      Interruption interruption)
      throws IOException, Misuse {
    return new Reading(
        session,
        options,
        importer -> importer.withVocabularies(checker.vocabularies()).withGeneratedIds(),
        dataset,
        sink,
        interruption);
  }

  /**
   * Finds out what each file is and what it holds.
   *
   * @param prepare gives an importer what all files are read with
   */
  private Reading(
      Session session,
      DatasetOptions options,
      UnaryOperator<Importer<?>> prepare,
      Dataset dataset,
      FindingSink sink,
      Interruption interruption)
      throws IOException, Misuse {
    this.session = session;
    this.options = options;
    this.sink = sink;
    this.interruption = interruption;
    this.columns = options.columns(session);
    this.places = Map.of();
    options.requireRules(session);
    this.pipeline = options.pipeline().until(interruption::isRequested);
    this.progress = Progress.of(session, options.quiet, dataset.size());
    MappingChoice mappings = MappingChoice.of(options, sink, session);
    refused = options.settings.isRefused(sink);
    for (DatasetFile file : refused ? List.<DatasetFile>of() : dataset.files()) {
      if (file.isChildTable()) {
        reportChildTable(file);
        continue;
      }
      Optional<FileState> before =
          file.isPipe() ? Optional.empty() : Optional.of(FileState.of(file.path()));
      Importer<?> base = prepare.apply(options.prepared(file.importer()));
      Optional<Importer<?>> importer = mappings.on(file, base);
      if (importer.isEmpty()) {
        refused = true;
        continue;
      }
      Class<? extends Entry> type = type(file, importer.get());
      sources.add(new Source(file, options.mapped(importer.get(), columns, type), type, before));
    }
  }

  private Reading(Reading other, Map<Path, Path> places, FindingSink sink) {
    this.session = other.session;
    this.options = other.options;
    this.sink = sink;
    this.interruption = other.interruption;
    this.progress = other.progress;
    this.pipeline = other.pipeline;
    this.columns = other.columns;
    this.places = Map.copyOf(places);
    this.sources.addAll(other.sources);
  }

  /**
   * Returns what reads the same files in the same way once more.
   *
   * @param places the files in the stead of which others are read, which findings then name
   * @param sink told what is wrong with them
   */
  Reading again(Map<Path, Path> places, FindingSink sink) {
    return new Reading(this, places, sink);
  }

  /** Returns the files with what reads them. */
  List<Source> sources() {
    return Collections.unmodifiableList(sources);
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
  private Class<? extends Entry> type(DatasetFile file, Importer<?> importer)
      throws IOException, Misuse {
    Class<? extends Entry> asked = options.type;
    if (asked != null && file.named()) {
      return asked;
    }
    if (file.isPipe()) {
      Class<? extends Entry> any =
          importer instanceof CsvImporter ? Entry.TYPES.get(0) : Entry.class;
      return importer.mapping().flatMap(Mapping::type).orElse(any);
    }
    Importer<?> mapped = importer;
    for (Map.Entry<String, String> column : columns.entrySet()) {
      mapped = mapped.withColumn(column.getKey(), column.getValue());
    }
    Class<? extends Entry> detected = mapped.detectType(file.path()).orElse(asked);
    if (detected == null && mapped.mapping().isPresent()) {
      // Who maps the columns of a table made for something else means the main type.
      return Entry.TYPES.get(0);
    } else if (detected == null) {
      throw session.misuse("misuse.type", file.path());
    }
    return detected;
  }

  /**
   * Tells whether settings or a mapping are wrong, so that files are not read; its findings say
   * why.
   */
  boolean isRefused() {
    return refused;
  }

  /** Returns the record types of the files, each once; {@code Entry.class} for files of several. */
  Set<Class<? extends Entry>> types() {
    Set<Class<? extends Entry>> types = new LinkedHashSet<>();
    sources.forEach(source -> types.add(source.type()));
    return types;
  }

  /** Returns the columns of files of a type that the format does not know, each once. */
  List<String> extensions(Class<? extends Entry> type) throws IOException {
    Set<String> names = new LinkedHashSet<>();
    for (Source source : sources) {
      boolean has = source.type() == type || source.type() == Entry.class;
      if (has && !source.file().isPipe()) {
        names.addAll(source.importer().extensions(source.file().path(), type));
      }
    }
    return new ArrayList<>(names);
  }

  /** Reads and checks everything. */
  void check(Checker.Run run) throws IOException {
    readAll(run, (row, passes, from) -> {});
  }

  /** Reads everything. */
  void readAll(Checker.Run run, Rows rows) throws IOException {
    readFiles(
        (reader, source) ->
            pipeline.check(
                reader,
                run,
                (row, passes) -> {
                  rows.accept(row, passes, source.importer());
                  progress.record();
                }));
  }

  /**
   * Reads everything and writes the records that pass.
   *
   * @param only the type of those to be written, or null for all
   * @param written told of each of them
   */
  void convert(
      Checker.Run run,
      EntryWriter<Entry> out,
      @Nullable Class<? extends Entry> only,
      Runnable written)
      throws IOException {
    readFiles(
        (reader, source) -> {
          boolean all = only == null || only == source.type();
          Pipeline.Rows<Entry> rows =
              (row, passes) -> {
                boolean meant = passes && (only == null || only.isInstance(row.value()));
                if (meant && !all) {
                  out.write(row.value());
                }
                if (meant) {
                  written.run();
                }
                progress.record();
              };
          if (all) {
            pipeline.convert(reader, run, out, rows);
          } else {
            pipeline.check(reader, run, rows);
          }
        });
  }

  /** Does what is to be done with one file. */
  private interface Files {
    void read(EntryReader<?> reader, Source source) throws IOException;
  }

  private void readFiles(Files work) throws IOException {
    try {
      for (Source source : sources) {
        if (interruption.isRequested()) {
          return;
        }
        try (EntryReader<?> reader = open(source)) {
          work.read(reader, source);
          finish(reader);
        }
        if (source.before().isPresent()) {
          source.before().get().requireUnchanged(session.phrases().text("failure.changed"));
        }
      }
    } finally {
      progress.clear();
    }
  }

  /** Reads everything once more, without checks; not for what can be read only once. */
  void readAgain(Consumer<Located<? extends Entry>> rows) throws IOException {
    try {
      for (Source source : sources) {
        try (EntryReader<?> reader = open(source)) {
          for (Located<? extends Entry> row : reader) {
            if (interruption.isRequested()) {
              return;
            }
            rows.accept(row);
          }
        }
      }
    } finally {
      progress.clear();
    }
  }

  private void finish(EntryReader<?> reader) {
    stopped |= reader.stopped();
    reader
        .deleted()
        .forEach(
            (type, ids) -> deleted.computeIfAbsent(type, t -> new LinkedHashSet<>()).addAll(ids));
  }

  private EntryReader<? extends Entry> open(Source source) throws IOException {
    DatasetFile file = source.file();
    Importer<?> importer = source.importer();
    Path instead = places.get(file.path());
    if (instead != null) {
      return importer.open(instead, source.type(), sink);
    }
    if (!file.isPipe() && (!progress.isShown() || importer.needsFile())) {
      return importer.open(file.path(), source.type(), sink);
    }
    InputStream in = new Counted(file.stream(), progress);
    return importer.open(in, file.path().toString(), source.type(), sink);
  }

  /** Returns the identifiers of the records that the files say are deleted, by type. */
  Map<Class<? extends Entry>, Set<String>> deleted() {
    return deleted;
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
