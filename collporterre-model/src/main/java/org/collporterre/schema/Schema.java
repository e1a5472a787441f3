package org.collporterre.schema;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.collporterre.constraint.CountryCode;
import org.collporterre.constraint.LanguageTag;
import org.collporterre.constraint.SpdxLicense;
import org.collporterre.model.Actor;
import org.collporterre.model.ExternalId;
import org.collporterre.model.IsoDuration;
import org.collporterre.model.LocalizedText;
import org.collporterre.model.Media;
import org.collporterre.model.PartialDate;
import org.collporterre.model.RecordRef;
import org.collporterre.model.Reference;
import org.collporterre.model.Territory;
import org.collporterre.vocabulary.Coded;
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

  private static final Map<Class<?>, ValueType<?>> TYPES =
      Map.ofEntries(
          Map.entry(LocalizedText.class, Values.LOCALIZED),
          Map.entry(Boolean.class, Values.BOOLEAN),
          Map.entry(Integer.class, Values.INTEGER),
          Map.entry(Double.class, Values.DEGREES),
          Map.entry(BigDecimal.class, Values.AMOUNT),
          Map.entry(LocalDate.class, Dates.DAY),
          Map.entry(PartialDate.class, Dates.PARTIAL),
          Map.entry(IsoDuration.class, Values.DURATION),
          Map.entry(Territory.class, Values.TERRITORY),
          Map.entry(RecordRef.class, Values.REFERENCE),
          Map.entry(ExternalId.class, Values.EXTERNAL_ID),
          Map.entry(Media.class, Values.MEDIA),
          Map.entry(Reference.class, Values.SOURCE),
          Map.entry(Actor.class, Values.ACTOR));

  private final Class<R> type;
  private final EntryType entryType;
  private final String name;
  private final List<Field> fields;
  private final List<Component> components;
  private final List<Field> references;
  private final Map<String, Field> byKey = new HashMap<>();
  private final Map<String, Field> byHeader = new HashMap<>();
  private final Node root;

  /** A record class: how it is made and read, and of its groups the same. */
  private static final class Node {
    final MethodHandle constructor;
    final RecordReader reader;
    final List<Component> components;

    /** In the order of the components; null for what is no group with columns. */
    final @Nullable Node[] inner;

    Node(Class<?> type, List<Component> components, @Nullable Node[] inner) {
      this.constructor = constructor(type);
      this.reader = RecordReader.of(type);
      this.components = components;
      this.inner = inner;
    }
  }

  private Schema(Class<R> type) {
    this.type = type;
    EntryType declared = type.getAnnotation(EntryType.class);
    if (declared == null || !type.isRecord()) {
      throw new IllegalArgumentException("no record of the format: " + type);
    }
    this.entryType = declared;
    this.name = declared.name();
    List<Field> found = new ArrayList<>();
    this.root = node(type, null, found);
    this.fields = List.copyOf(found);
    this.components = root.components;
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

  /** Returns the components in order; a group's own are those of {@link #componentsOf}. */
  public List<Component> components() {
    return components;
  }

  /** Returns the components of a group of this schema, in order. */
  public List<Component> componentsOf(Group group) {
    return find(root, group).components;
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
  @SuppressWarnings("unchecked")
  public R create(@Nullable Object[] values, Map<String, String> extensions) {
    return (R) create(root, values, extensions);
  }

  private static Object create(
      Node node, @Nullable Object[] values, Map<String, String> extensions) {
    @Nullable Object[] arguments = new @Nullable Object[node.components.size()];
    for (int i = 0; i < arguments.length; i++) {
      Component component = node.components.get(i);
      if (component instanceof Field field) {
        Object value = values[field.index()];
        arguments[i] = value == null && field.isList() ? List.of() : value;
      } else if (component instanceof Group group) {
        arguments[i] = create(group, node.inner[i], values, extensions);
      } else {
        arguments[i] = extensions;
      }
    }
    try {
      return (Object) node.constructor.invokeExact(arguments);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static @Nullable Object create(
      Group group, @Nullable Node node, @Nullable Object[] values, Map<String, String> extensions) {
    if (node == null) {
      return List.of();
    }
    boolean empty = (group.isOptional() || group.isList()) && isEmpty(node, values);
    if (group.isList()) {
      return empty ? List.of() : List.of(create(node, values, extensions));
    }
    return empty ? null : create(node, values, extensions);
  }

  /**
   * Returns the values of all fields of a record, by {@link Field#index()}; null where there is
   * none. The counterpart of {@link #create}; of lists of records it holds the first.
   */
  public @Nullable Object[] values(R entry) {
    @Nullable Object[] values = new @Nullable Object[fields.size()];
    read(root, entry, values);
    return values;
  }

  private static void read(Node node, Object owner, @Nullable Object[] values) {
    @Nullable Object[] found = node.reader.read(owner);
    for (int i = 0; i < found.length; i++) {
      Component component = node.components.get(i);
      Node inner = node.inner[i];
      if (component instanceof Field field) {
        values[field.index()] = found[i];
      } else if (inner != null) {
        Object record =
            found[i] instanceof List<?> list ? list.isEmpty() ? null : list.get(0) : found[i];
        if (record != null) {
          read(inner, record, values);
        }
      }
    }
  }

  private static boolean isEmpty(Node node, @Nullable Object[] values) {
    for (Component component : node.components) {
      if (component instanceof Field field && values[field.index()] != null) {
        return false;
      }
    }
    return true;
  }

  private static Node node(Class<?> type, @Nullable Group group, List<Field> fields) {
    RecordComponent[] declared = type.getRecordComponents();
    List<Component> components = new ArrayList<>();
    @Nullable Node[] inner = new @Nullable Node[declared.length];
    for (int i = 0; i < declared.length; i++) {
      Column column = declared[i].getAnnotation(Column.class);
      if (column != null) {
        Field field = field(declared[i], column, group, fields.size());
        fields.add(field);
        components.add(field);
      } else if (declared[i].isAnnotationPresent(Extensions.class)) {
        components.add(new Component.Rest(new Getter(declared[i])));
      } else {
        Group nested = group(declared[i], group);
        components.add(nested);
        if (nested.child() == null || nested.child().inline()) {
          inner[i] = node(nested.type(), nested, fields);
        }
      }
    }
    return new Node(type, List.copyOf(components), inner);
  }

  private static Node find(Node node, Group group) {
    for (int i = 0; i < node.inner.length; i++) {
      Node inner = node.inner[i];
      if (inner != null && node.components.get(i) == group) {
        return inner;
      } else if (inner != null && inner.components.contains(group)) {
        return find(inner, group);
      }
    }
    throw new IllegalArgumentException(group.path() + " has no columns in this schema");
  }

  private static Field field(
      RecordComponent component, Column column, @Nullable Group group, int index) {
    boolean list = component.getType() == List.class;
    Class<?> value = list ? itemType(component) : component.getType();
    Class<?> owner = component.getDeclaringRecord();
    CodeList codes = component.getAnnotation(CodeList.class);
    CodeList closed = value.getAnnotation(CodeList.class);
    Refers refers = component.getAnnotation(Refers.class);
    Field.Annotations annotations =
        new Field.Annotations(
            component.isAnnotationPresent(SheetNode.class),
            component.getAnnotation(Confidential.class),
            codes != null ? codes.value() : closed != null ? closed.value() : null,
            codes != null,
            refers == null ? null : refers.value(),
            refers == null ? "" : refers.acyclic(),
            component.getAnnotation(Child.class));
    return new Field(
        component.getName(),
        column,
        index,
        group,
        value,
        valueType(owner, component, value, codes),
        list,
        new Getter(component),
        terms(component),
        annotations);
  }

  @SuppressWarnings("unchecked")
  private static ValueType<Object> valueType(
      Class<?> owner, RecordComponent component, Class<?> value, @Nullable CodeList codes) {
    ValueType<?> type;
    if (value == String.class) {
      type = textType(owner, component, codes);
    } else if (Coded.class.isAssignableFrom(value)) {
      type = Values.closedCodes(value.asSubclass(Coded.class));
    } else {
      type = TYPES.get(value);
    }
    if (type == null) {
      throw new IllegalStateException("no value type for " + value + " of " + component);
    }
    return (ValueType<Object>) type;
  }

  /** Texts of a certain form say so by their constraint, so there is no second declaration. */
  private static ValueType<String> textType(
      Class<?> owner, RecordComponent component, @Nullable CodeList codes) {
    if (codes != null) {
      return Values.openCodes(codes.value());
    }
    java.lang.reflect.Field field;
    try {
      field = owner.getDeclaredField(component.getName());
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(e);
    }
    return field.isAnnotationPresent(SpdxLicense.class)
        ? Values.LICENSE
        : field.isAnnotationPresent(LanguageTag.class)
            ? Values.LANGUAGE
            : field.isAnnotationPresent(CountryCode.class) ? Values.COUNTRY : Values.TEXT;
  }

  private static Group group(RecordComponent component, @Nullable Group outer) {
    Child child = component.getAnnotation(Child.class);
    Class<?> type = child == null ? component.getType() : itemType(component);
    if (!type.isRecord()) {
      throw new IllegalStateException("neither a field nor a record: " + component);
    }
    boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    return new Group(
        component.getName(),
        type,
        outer,
        optional,
        component.isAnnotationPresent(SheetNode.class),
        child,
        new Getter(component),
        terms(component));
  }

  private static List<Term> terms(RecordComponent component) {
    return Arrays.asList(component.getAnnotationsByType(Term.class));
  }

  private static Class<?> itemType(RecordComponent component) {
    Type item = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
    return (Class<?>) item;
  }

  private static MethodHandle constructor(Class<?> type) {
    Class<?>[] parameters =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      MethodHandle handle =
          MethodHandles.lookup()
              .findConstructor(type, MethodType.methodType(void.class, parameters));
      return handle
          .asType(handle.type().generic())
          .asSpreader(Object[].class, parameters.length)
          .asType(MethodType.methodType(Object.class, Object[].class));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("record must have a public constructor: " + type, e);
    }
  }
}
