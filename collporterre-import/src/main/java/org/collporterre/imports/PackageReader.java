package org.collporterre.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.collporterre.dataset.DatasetDescriptor;
import org.collporterre.dataset.Fingerprint;
import org.collporterre.dataset.ProvenanceRow;
import org.collporterre.dataset.Relation;
import org.collporterre.dataset.VocabularyRow;
import org.collporterre.model.Entry;
import org.collporterre.report.FindingSink;
import org.collporterre.report.Located;
import org.collporterre.report.Location;
import org.collporterre.schema.ChildTable;
import org.collporterre.schema.Schema;
import org.collporterre.update.Provenance;
import org.collporterre.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records of a dataset: the rows of the tables that belong to records are read first and
 * kept, then the records come as they are asked for.
 */
final class PackageReader<E extends Entry> extends LookaheadReader<E> implements DatasetReader<E> {
  private final PackageTables tables;
  private final Class<E> wanted;
  private final List<Class<? extends Entry>> types;
  private final FindingSink sink;
  private final Findings findings;
  private final ChildRows children;
  private final RelationRows relations;
  private final Map<Class<? extends Entry>, List<String>> deleted = new HashMap<>();
  private final Set<String> extensions = new LinkedHashSet<>();

  private ImportSettings settings;
  private @Nullable DatasetDescriptor descriptor;
  private @Nullable Fingerprint fingerprint;
  private @Nullable String found;
  private Provenance provenance = Provenance.create();
  private boolean stopped;
  private @Nullable Iterator<? extends Located<? extends Entry>> rows;
  private boolean finished;
  private int next;
  private @Nullable EntryReader<? extends Entry> current;

  private PackageReader(
      PackageTables tables, Class<E> type, ImportSettings settings, FindingSink sink) {
    this.tables = tables;
    this.wanted = type;
    this.types =
        Entry.TYPES.stream()
            .filter(one -> type.isAssignableFrom(one) && tables.names().contains(table(one)))
            .toList();
    this.sink = sink;
    this.findings = Findings.of(sink, settings, null);
    this.settings = settings;
    this.children = new ChildRows(settings, sink);
    this.relations = new RelationRows(settings, sink);
  }

  /** Opens a dataset; the reader closes the tables, and so does a failure. */
  static <E extends Entry> PackageReader<E> open(
      PackageTables tables, Class<E> type, ImportSettings settings, FindingSink sink)
      throws IOException {
    boolean opened = false;
    try {
      DeferredFindings findings = new DeferredFindings(sink);
      PackageReader<E> reader = new PackageReader<>(tables, type, settings, findings);
      reader.readAhead(findings);
      reader.begin();
      opened = true;
      return reader;
    } finally {
      if (!opened) {
        tables.close();
      }
    }
  }

  /** Returns a reader of nothing, in the stead of a file that was refused; says why. */
  static <E extends Entry> PackageReader<E> refused(
      FileRefused refused, String name, Class<E> type, ImportSettings settings, FindingSink sink) {
    PackageReader<E> reader = new PackageReader<>(new NoTables(name), type, settings, sink);
    reader.refuse(refused);
    return reader;
  }

  private void begin() throws IOException {
    try {
      descriptor = manifest();
      if (tables.names().stream().noneMatch(PackageReader::isKnown)) {
        file("file-missing", tables.name(), table(Entry.TYPES.get(0)) + ".csv");
        stopped = true;
        return;
      }
      boolean marked = descriptor != null && descriptor.collporterre().fingerprint() != null;
      fingerprint = marked && isWhole() ? Fingerprint.create() : null;
      if (tables.names().contains(VocabularyRow.TABLE)) {
        VocabularyRows rows = new VocabularyRows(settings, sink);
        Vocabularies own = rows.read(tables, fingerprint);
        settings = settings.changed(builder -> builder.vocabularies(own));
        stopped |= rows.stopped();
      }
      if (tables.names().contains(ProvenanceRow.TABLE)) {
        ProvenanceRows rows = new ProvenanceRows(settings, sink);
        provenance = rows.read(tables, fingerprint);
        stopped |= rows.stopped();
      }
      readChildren();
    } catch (FileRefused refused) {
      refuse(refused);
    }
  }

  private void refuse(FileRefused refused) {
    stopped = true;
    refused.report(findings, tables.name());
  }

  /** Tells whether a dataset can have a table of this name. */
  static boolean isKnown(String name) {
    return shape(name) != null;
  }

  /** Returns the shape of a table by its name, or null for one that no dataset has. */
  static @Nullable TableShape shape(String name) {
    for (Class<? extends Entry> type : Entry.TYPES) {
      if (name.equals(table(type))) {
        return TableShape.ofRecords(Schema.of(type));
      }
      for (ChildTable child : Schema.of(type).childTables()) {
        if (name.equals(child.name())) {
          return TableShape.of(child);
        }
      }
    }
    return switch (name) {
      case VocabularyRow.TABLE -> VocabularyRows.shape();
      case ProvenanceRow.TABLE -> ProvenanceRows.shape();
      case Relation.TABLE -> RelationRows.shape();
      default -> null;
    };
  }

  /** Returns the name of the table of the records of a type. */
  static String table(Class<? extends Entry> type) {
    return Schema.of(type).name() + "s";
  }

  /** Tells whether all records are wanted: what belongs to none of them is then a fault. */
  private boolean isWhole() {
    return wanted == Entry.class;
  }

  private @Nullable DatasetDescriptor manifest() throws IOException {
    try (InputStream in = tables.manifest()) {
      if (in == null) {
        if (tables.expectsManifest()) {
          file("manifest-missing", tables.name(), null);
        }
        return null;
      }
      ManifestReader reader = new ManifestReader(tables.manifestFile(), findings);
      DatasetDescriptor read = reader.read(in);
      compare(reader.paths());
      return read;
    }
  }

  private void compare(Map<String, Location> paths) {
    Set<String> listed = new TreeSet<>();
    paths.forEach(
        (path, place) -> {
          String table = path.endsWith(".csv") ? path.substring(0, path.length() - 4) : path;
          listed.add(table);
          if (path.endsWith(".csv") && !tables.names().contains(table)) {
            findings.report("file-missing", place, null, "path", path, null, null);
          }
        });
    for (String table : tables.names()) {
      if (!paths.isEmpty() && !listed.contains(table)) {
        file("file-extra", tables.file(table), table);
      }
    }
  }

  private void file(String code, String name, @Nullable String value) {
    findings.report(code, Location.startOf(name), null, null, value, null, null);
  }

  private void readChildren() throws IOException {
    Map<String, ChildTable> all = new TreeMap<>();
    for (Class<? extends Entry> type : isWhole() ? Entry.TYPES : types) {
      Schema.of(type).childTables().forEach(table -> all.put(table.name(), table));
    }
    for (ChildTable table : all.values()) {
      if (tables.names().contains(table.name())) {
        children.read(tables, table, fingerprint);
      }
    }
    if (tables.names().contains(Relation.TABLE)) {
      relations.read(tables, fingerprint);
    }
    stopped |= children.stopped() || relations.stopped();
  }

  @Override
  public Optional<DatasetDescriptor> descriptor() {
    return Optional.ofNullable(descriptor);
  }

  @Override
  public Provenance provenance() {
    return provenance;
  }

  @Override
  public Vocabularies vocabularies() {
    return settings.vocabularies();
  }

  @Override
  public List<String> extensions() {
    return new ArrayList<>(extensions);
  }

  @Override
  public Map<Class<? extends Entry>, List<String>> deleted() {
    return Map.copyOf(deleted);
  }

  @Override
  public boolean stopped() {
    return stopped;
  }

  /** The records of one table after those of another. */
  @Override
  @SuppressWarnings("unchecked") // only tables of the type wanted are opened
  @Nullable Located<E> read() throws IOException {
    try {
      while (rows == null || !rows.hasNext()) {
        rows = null;
        finishTable();
        if (stopped || next == types.size()) {
          finish();
          return null;
        }
        EntryReader<? extends Entry> reader = openTable(types.get(next++));
        current = reader;
        rows = reader.iterator();
      }
      return (Located<E>) rows.next();
    } catch (FileRefused refused) {
      refuse(refused);
    } catch (UncheckedIOException e) {
      if (!(e.getCause() instanceof FileRefused refused)) {
        throw e;
      }
      refuse(refused);
    }
    rows = null;
    return null;
  }

  private <T extends Entry> EntryReader<T> openTable(Class<T> type) throws IOException {
    Schema<T> schema = Schema.of(type);
    ImportSettings own = settings.forSchema(schema);
    PackageTables.OpenTable open =
        tables.open(table(type), TableShape.ofRecords(schema), own, sink);
    CsvReader<T> reader =
        new CsvReader<>(
            open.source(), schema, own, open.head(), sink, row -> assemble(schema, row));
    reader.digest(fingerprint, table(type));
    return reader;
  }

  private <T extends Entry> T assemble(Schema<T> schema, RowBinder row) {
    @Nullable Object[] values = row.values();
    Map<String, String> extra = relations.apply(schema, values, row.extensions());
    T base = schema.create(values, extra);
    @Nullable List<?> @Nullable [] lists = children.take(schema, base, row.origin());
    return lists == null ? base : schema.create(values, lists, extra);
  }

  private void finishTable() throws IOException {
    EntryReader<? extends Entry> reader = current;
    if (reader != null) {
      stopped |= reader.stopped();
      extensions.addAll(reader.extensions());
      deleted.putAll(reader.deleted());
      reader.close();
      current = null;
    }
  }

  private void finish() {
    if (stopped || finished) {
      return;
    }
    finished = true;
    if (isWhole()) {
      children.reportOrphans();
      relations.reportOrphans();
    }
    if (fingerprint != null && descriptor != null) {
      found = fingerprint.value();
      if (!found.equals(descriptor.collporterre().fingerprint())) {
        file("fingerprint-differs", tables.manifestFile(), found);
      }
    }
  }

  /**
   * Returns the fingerprint of the tables when all are read; null before that, when not all could
   * be, and when the manifest has none.
   */
  @Nullable String fingerprint() {
    return found;
  }

  @Override
  public void close() throws IOException {
    try {
      EntryReader<? extends Entry> reader = current;
      if (reader != null) {
        reader.close();
        stopped |= reader.stopped();
      }
      stopped |= isAhead();
    } finally {
      tables.close();
    }
  }
}
