package org.collporterre.export;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.collporterre.dataset.DatasetDescriptor;
import org.collporterre.dataset.DatasetDescriptorBuilder;
import org.collporterre.dataset.Fingerprint;
import org.collporterre.dataset.FormatBlockBuilder;
import org.collporterre.dataset.ProvenanceRow;
import org.collporterre.dataset.Relation;
import org.collporterre.dataset.RelationBuilder;
import org.collporterre.dataset.VocabularyRow;
import org.collporterre.files.WorkFolder;
import org.collporterre.model.Entry;
import org.collporterre.model.LocalizedText;
import org.collporterre.model.RecordRef;
import org.collporterre.model.Step;
import org.collporterre.report.FindingSink;
import org.collporterre.schema.ChildTable;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;
import org.collporterre.update.Provenance;
import org.collporterre.vocabulary.Concept;
import org.collporterre.vocabulary.DerivationKind;
import org.collporterre.vocabulary.RecordStatus;
import org.collporterre.vocabulary.RelationKind;
import org.collporterre.vocabulary.Vocabularies;
import org.collporterre.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/** Writes records of any type into the tables of a dataset. */
final class PackageWriter<E extends Entry> implements DatasetWriter<E> {
  private final Map<Field, FieldRehearsal> rehearsals = new HashMap<>();

  /** A table of the format: what its rows are, and the columns that link them. */
  private record Shape(Schema<?> schema, List<String> links) {}

  private static final Map<String, Shape> SHAPES = shapes();

  private final WorkFolder staging;
  private final PackageTarget target;
  private final DatasetDescriptor descriptor;
  private final Map<Class<? extends Entry>, Set<String>> deleted = new HashMap<>();
  private Provenance provenance = Provenance.create();
  private final Vocabularies vocabularies;
  private final Losses losses;
  private final FindingSink sink;
  private final Map<String, StagedTable> tables = new LinkedHashMap<>();

  PackageWriter(
      WorkFolder staging,
      PackageTarget target,
      DatasetDescriptor descriptor,
      Map<Class<? extends Entry>, List<String>> deleted,
      Vocabularies vocabularies,
      Losses losses,
      FindingSink sink) {
    this.staging = staging;
    this.target = target;
    this.descriptor = descriptor;
    deleted.forEach((type, ids) -> ids.forEach(id -> delete(type, id)));
    this.vocabularies = vocabularies;
    this.losses = losses;
    this.sink = sink;
  }

  private static Map<String, Shape> shapes() {
    Map<String, Shape> all = new LinkedHashMap<>();
    Entry.TYPES.forEach(
        type -> all.put(table(Schema.of(type)), new Shape(Schema.of(type), List.of())));
    for (Class<? extends Entry> type : Entry.TYPES) {
      for (ChildTable table : Schema.of(type).childTables()) {
        all.put(table.name(), new Shape(table.schema(), table.links()));
      }
    }
    all.put(Relation.TABLE, new Shape(Schema.of(Relation.class), List.of()));
    all.put(VocabularyRow.TABLE, new Shape(Schema.of(VocabularyRow.class), List.of()));
    all.put(ProvenanceRow.TABLE, new Shape(Schema.of(ProvenanceRow.class), List.of()));
    return all;
  }

  /** Returns the names of all tables of the format. */
  static Set<String> tables() {
    return SHAPES.keySet();
  }

  private static String table(Schema<?> schema) {
    return schema.name() + "s";
  }

  private StagedTable staged(String name) throws IOException {
    StagedTable table = tables.get(name);
    if (table == null) {
      Shape shape = Objects.requireNonNull(SHAPES.get(name));
      List<String> columns = new ArrayList<>(shape.links());
      shape.schema().fields().forEach(field -> columns.add(field.key()));
      table = new StagedTable(name, columns, staging.path());
      tables.put(name, table);
    }
    return table;
  }

  @Override
  public void write(E entry) throws IOException {
    Schema<E> schema = Schema.of(entry);
    StagedTable table = staged(table(schema));
    @Nullable Object[] values = schema.values(entry);
    cells(table, schema, values, 0, schema.name());
    extensions(table, schema, entry, values);
    table.endRow();
    for (ChildTable child : schema.childTables()) {
      children(child, schema, entry);
    }
  }

  private void cells(
      StagedTable table, Schema<?> schema, @Nullable Object[] values, int first, String type) {
    for (Field field : schema.fields()) {
      Object value = values[field.index()];
      if (value == null) {
        continue;
      }
      String text = text(schema, field, value);
      if (field.child() != null && !target.holds(text)) {
        // Its child table says it all.
        continue;
      }
      table.cell(first + field.index(), text);
      if (value instanceof LocalizedText localized) {
        localized
            .translations()
            .forEach((language, other) -> table.translation(field.key(), language, other));
      }
      boolean kept = field.child() != null || keeps(field, value, text);
      if (!kept) {
        String key = field.key();
        losses.field(type, schema.name().isEmpty() ? table.name() + "." + key : key);
      }
    }
  }

  private static String text(Schema<?> schema, Field field, Object value) {
    if (field.child() != null) {
      for (ChildTable child : schema.childTables()) {
        if (child.field() == field) {
          return child.compact((List<?>) value);
        }
      }
    }
    return field.write(value);
  }

  /** Tells whether a reader finds again what is written; translations have columns of their own. */
  private boolean keeps(Field field, Object value, String text) {
    if (!target.holds(text)) {
      return false;
    }
    FieldRehearsal rehearsal = rehearsals.computeIfAbsent(field, FieldRehearsal::new);
    if (value instanceof LocalizedText localized && !localized.translations().isEmpty()) {
      return rehearsal.givesBack(LocalizedText.of(localized.text()), text)
          && localized.translations().values().stream().allMatch(this::keeps);
    }
    return rehearsal.givesBack(value, text);
  }

  private boolean keeps(String text) {
    return CellRehearsal.isKept(text) && target.holds(text);
  }

  /** Tells whether the compact column, which the target holds, says all of some rows. */
  private boolean isCompact(ChildTable child, List<?> rows) {
    return child.isCompact(rows) && target.holds(child.compact(rows));
  }

  private void extensions(StagedTable table, Schema<E> schema, E entry, @Nullable Object[] values)
      throws IOException {
    Map<String, RelationBuilder> relations = new LinkedHashMap<>();
    for (Map.Entry<String, String> own : entry.sheet().extensions().entrySet()) {
      String name = own.getKey();
      String text = own.getValue();
      if (isRelation(name, text, entry, schema, values, relations)) {
        continue;
      }
      int at = name.lastIndexOf('@');
      Field field = at < 1 ? null : schema.byHeader(name.substring(0, at));
      boolean possible = table.canExtend(name) && name.equals(name.strip()) && field == null;
      if (possible && target.holds(name) && keeps(text)) {
        table.extension(name, text);
      } else {
        losses.field(schema.name(), name);
      }
    }
    for (RelationBuilder relation : relations.values()) {
      row(Relation.TABLE, Schema.of(Relation.class), relation.build());
    }
  }

  /** What the record keeps of a relation for want of a field goes back into its table. */
  private boolean isRelation(
      String name,
      String text,
      E entry,
      Schema<E> schema,
      @Nullable Object[] values,
      Map<String, RelationBuilder> relations) {
    RecordRef source = entry.id() == null ? null : RecordRef.parse(entry.id());
    if (source == null || !name.startsWith("relation:") || !CellRehearsal.isKept(text)) {
      return false;
    }
    for (RelationKind kind : RelationKind.values()) {
      Field field = schema.field(Relation.fieldOf(kind));
      if (field == null || !(values[field.index()] instanceof List<?> refs)) {
        continue;
      }
      for (Object ref : refs) {
        RecordRef to = (RecordRef) ref;
        RelationBuilder relation =
            RelationBuilder.builder()
                .source(source)
                .relation(kind)
                .target(RecordRef.to(to.target()))
                .version(to.version());
        String key = kind + " " + to;
        if (name.equals(Relation.noteKey(kind, to))) {
          relations.computeIfAbsent(key, any -> relation).note(text);
          return true;
        }
        DerivationKind derivation = derivation(text);
        if (derivation != null && name.equals(Relation.kindKey(kind, to))) {
          relations.computeIfAbsent(key, any -> relation).kind(derivation);
          return true;
        }
      }
    }
    return false;
  }

  private static @Nullable DerivationKind derivation(String code) {
    for (DerivationKind kind : DerivationKind.values()) {
      if (kind.code().equals(code)) {
        return kind;
      }
    }
    return null;
  }

  private void children(ChildTable child, Schema<E> schema, E entry) throws IOException {
    List<?> rows = child.from(entry);
    if (rows.isEmpty() || child.field() != null && isCompact(child, rows)) {
      return;
    }
    String id = entry.id();
    if (id == null) {
      losses.field(schema.name(), child.name());
      return;
    }
    for (int i = 0; i < rows.size(); i++) {
      Object row = rows.get(i);
      boolean flat = child.isInline() && i == 0 && !isEmpty(child.schema(), row);
      if (!flat) {
        child(child, schema.name(), id, i + 1, 0, row);
      }
      if (row instanceof Step step) {
        pictures(schema.name(), id, i + 1, step);
      }
    }
    if (child.type() == Step.class && !isInOrder(rows)) {
      losses.field(schema.name(), child.name());
    }
  }

  private static boolean isInOrder(List<?> steps) {
    int last = 0;
    for (Object one : steps) {
      Integer position = ((Step) one).position();
      int now = position == null ? Integer.MAX_VALUE : position;
      if (now < last) {
        return false;
      }
      last = now;
    }
    return true;
  }

  private void pictures(String type, String id, int place, Step step) throws IOException {
    ChildTable media = Schema.of(Step.class).childTables().get(0);
    if (!isCompact(media, step.media())) {
      for (int i = 0; i < step.media().size(); i++) {
        child(media, type, id, i + 1, place, step.media().get(i));
      }
    }
  }

  private void child(ChildTable child, String type, String id, int rank, int step, Object row)
      throws IOException {
    StagedTable table = staged(child.name());
    for (int i = 0; i < child.links().size(); i++) {
      table.cell(
          i,
          switch (child.links().get(i)) {
            case "type" -> type;
            case "rang" -> Integer.toString(rank);
            case "etape" -> step == 0 ? "" : Integer.toString(step);
            default -> id;
          });
    }
    cells(table, child.schema(), values(child.schema(), row), child.links().size(), type);
    table.endRow();
  }

  @SuppressWarnings("unchecked") // the row is of the class of the schema
  private static @Nullable Object[] values(Schema<?> schema, Object row) {
    return ((Schema<Object>) schema).values(row);
  }

  private static boolean isEmpty(Schema<?> schema, Object row) {
    for (Object value : values(schema, row)) {
      if (value != null) {
        return false;
      }
    }
    return true;
  }

  private <R> void row(String name, Schema<R> schema, R row) throws IOException {
    StagedTable table = staged(name);
    cells(table, schema, schema.values(row), 0, name);
    table.endRow();
  }

  @Override
  public void delete(Class<? extends Entry> type, String id) {
    deleted.computeIfAbsent(type, any -> new LinkedHashSet<>()).add(id);
  }

  private void deletions() throws IOException {
    for (Class<? extends Entry> type : Entry.TYPES) {
      Schema<?> schema = Schema.of(type);
      for (String id : deleted.getOrDefault(type, Set.of())) {
        StagedTable table = staged(table(schema));
        table.cell(schema.requireField("id").index(), id);
        table.cell(schema.requireField("statut_fiche").index(), RecordStatus.ARCHIVED.code());
        table.endRow();
      }
    }
  }

  private List<String> concepts() throws IOException {
    List<String> extended = new ArrayList<>();
    Map<String, Vocabulary> standard = new LinkedHashMap<>();
    Vocabularies.standard().all().forEach(one -> standard.put(one.name(), one));
    for (Vocabulary vocabulary : vocabularies.all()) {
      Vocabulary known = standard.get(vocabulary.name());
      for (Concept concept : vocabulary.concepts()) {
        if (known == null || !concept.equals(known.concept(concept.code()))) {
          row(VocabularyRow.TABLE, Schema.of(VocabularyRow.class), row(vocabulary, concept));
          if (!extended.contains(vocabulary.name())) {
            extended.add(vocabulary.name());
          }
        }
      }
    }
    return extended;
  }

  private static VocabularyRow row(Vocabulary vocabulary, Concept concept) {
    Map<String, String> labels = concept.labels();
    return new VocabularyRow(
        vocabulary.name(),
        concept.code(),
        labels.get("fr"),
        labels.get("en"),
        labels.get("br"),
        concept.uri());
  }

  @Override
  public void provenance(Provenance known) {
    provenance = known;
  }

  @Override
  public void commit() throws IOException {
    deletions();
    for (Provenance.Line line : provenance.lines()) {
      row(ProvenanceRow.TABLE, Schema.of(ProvenanceRow.class), ProvenanceFile.row(line));
    }
    List<String> extended = concepts();
    if (tables.isEmpty()) {
      // A data package has at least one table.
      staged(table(Schema.of(Entry.TYPES.get(0))));
    }
    for (StagedTable table : tables.values()) {
      target.requireRoom(table);
    }
    Fingerprint fingerprint = Fingerprint.create();
    Map<String, Map<String, Object>> schemas = new LinkedHashMap<>();
    for (Map.Entry<String, Shape> one : SHAPES.entrySet()) {
      StagedTable table = tables.get(one.getKey());
      if (table != null) {
        Shape shape = one.getValue();
        target.table(table, fingerprint);
        schemas.put(one.getKey(), TableSchemas.of(shape.schema(), shape.links(), table.header()));
      }
    }
    DatasetDescriptor said =
        DatasetDescriptorBuilder.builder(descriptor)
            .collporterre(
                FormatBlockBuilder.builder(descriptor.collporterre())
                    .vocabularies(extended)
                    .fingerprint(fingerprint.value())
                    .build())
            .build();
    target.manifest(said, ManifestWriter.write(said, schemas));
    target.commit();
    losses.report(sink);
  }

  @Override
  public void close() throws IOException {
    List<Closeable> all = new ArrayList<>();
    all.add(target);
    all.addAll(tables.values());
    all.add(staging);
    Closing.all(all.iterator());
  }
}
