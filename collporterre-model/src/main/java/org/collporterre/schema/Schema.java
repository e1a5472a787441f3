package org.collporterre.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a record class declares, read once: its fields in column order, and the tree of its
 * components. Immutable and thread-safe.
 *
 * @param <R> the record class
 */
public final class Schema<R> {
  private static final ClassValue<Schema<?>> SCHEMAS =
      new ClassValue<>() {
        @Override
        protected Schema<?> computeValue(Class<?> type) {
          return new Schema<>(type);
        }
      };

  private static final @Nullable List<?>[] NO_CHILDREN = {};

  private final Class<R> type;
  private final EntryType entryType;
  private final String name;
  private final List<Field> fields;
  private final List<Component> components;
  private final List<Field> references;
  private final List<ChildTable> childTables;
  private final Map<String, Field> byKey = new HashMap<>();
  private final Map<String, Field> byHeader = new HashMap<>();
  private final RecordTree root;

  /** Reads the declarations anew; {@link #of} keeps what was read. */
  Schema(Class<R> type) {
    this.type = type;
    EntryType declared = type.getAnnotation(EntryType.class);
    if (declared == null || !type.isRecord()) {
      throw new IllegalArgumentException("no record of the format: " + type);
    }
    this.entryType = declared;
    this.name = declared.name();
    List<Field> found = new ArrayList<>();
    List<ChildTable> tables = new ArrayList<>();
    this.root = RecordTree.of(type, found, tables);
    this.fields = List.copyOf(found);
    this.childTables = List.copyOf(tables);
    this.components = root.components();
    this.references = fields.stream().filter(field -> field.refersTo() != null).toList();
    for (Field field : fields) {
      if (byKey.put(field.key(), field) != null) {
        throw new IllegalStateException(type + " declares twice " + field.key());
      }
    }
    fields.forEach(field -> byHeader.put(foldHeader(field.key()), field));
    fields.forEach(field -> byHeader.putIfAbsent(foldHeader(field.englishKey()), field));
    for (Field field : fields) {
      field.aliases().forEach(alias -> byHeader.putIfAbsent(foldHeader(alias), field));
    }
  }

  /**
   * Returns the schema of a record class.
   *
   * @throws IllegalArgumentException when the class is not annotated as one: an error of the
   *     program
   */
  @SuppressWarnings("unchecked")
  public static <R> Schema<R> of(Class<R> type) {
    return (Schema<R>) SCHEMAS.get(type);
  }

  /** Returns the schema of the class of a record. */
  @SuppressWarnings("unchecked")
  public static <R> Schema<R> of(R entry) {
    return (Schema<R>) SCHEMAS.get(entry.getClass());
  }

  /** Returns the record class. */
  public Class<R> type() {
    return type;
  }

  /**
   * Returns the name in files, findings and addresses: {@code initiative}; empty for small ones.
   */
  public String name() {
    return name;
  }

  /** Returns the schema.org type, unless the record itself is a {@link LinkedNode}. */
  public String nodeType() {
    return entryType.value();
  }

  /** Returns all fields in column order, those of groups in their place. */
  public List<Field> fields() {
    return fields;
  }

  /** Returns the fields that refer to records, in column order. */
  public List<Field> references() {
    return references;
  }

  /** Returns the lists of records that have a table of their own, in column order. */
  public List<ChildTable> childTables() {
    return childTables;
  }

  /** Returns the components in order; a group's own are those of {@link #componentsOf}. */
  public List<Component> components() {
    return components;
  }

  /** Returns the components of a group of this schema, in order. */
  public List<Component> componentsOf(Group group) {
    return root.find(group).components();
  }

  /** Returns the field of a key, or null. */
  public @Nullable Field field(String key) {
    return byKey.get(key);
  }

  /**
   * Returns the field of a key.
   *
   * @throws IllegalArgumentException when there is none: an error of the program
   */
  public Field requireField(String key) {
    Field field = byKey.get(key);
    if (field == null) {
      throw new IllegalArgumentException("no field " + key + " in " + type.getSimpleName());
    }
    return field;
  }

  /**
   * Returns the field that a header stands for: by its key, its English key or an alias, whatever
   * the case, with blanks and hyphens as underscores; or null.
   */
  public @Nullable Field byHeader(String header) {
    return byHeader.get(foldHeader(header));
  }

  /** Returns everything {@link #byHeader} knows, folded; for proposing the nearest. */
  public Iterable<String> headers() {
    return Collections.unmodifiableSet(byHeader.keySet());
  }

  /** Returns the form in which headers are compared. */
  public static String foldHeader(String header) {
    return header.strip().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
  }

  /**
   * Makes a record from the values of its fields.
   *
   * @param values one per field, by {@link Field#index()}; null for none, also for an empty list
   * @param extensions columns the format does not know
   */
  public R create(@Nullable Object[] values, Map<String, String> extensions) {
    return create(values, NO_CHILDREN, extensions);
  }

  /**
   * Makes a record from the values of its fields and the rows of its child tables.
   *
   * @param values one per field, by {@link Field#index()}; null for none, also for an empty list
   * @param children one per child table, by {@link ChildTable#index()}: all its rows, or null to
   *     take what the values hold
   * @param extensions columns the format does not know
   */
  @SuppressWarnings("unchecked")
  public R create(
      @Nullable Object[] values, @Nullable List<?>[] children, Map<String, String> extensions) {
    return (R) root.create(values, children, extensions);
  }

  /**
   * Returns the values of all fields of a record, by {@link Field#index()}; null where there is
   * none. The counterpart of {@link #create}; of lists of records it holds the first.
   */
  public @Nullable Object[] values(R entry) {
    @Nullable Object[] values = new @Nullable Object[fields.size()];
    root.read(entry, values);
    return values;
  }
}
