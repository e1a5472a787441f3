package org.collporterre.schema;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record class as a tree: how it is made and read, and of the records inside it the same. Values
 * lie flat, by {@link Field#index()}.
 */
final class RecordTree {
  private final RecordMaker maker;
  private final RecordReader reader;
  private final List<Component> components;

  /** In the order of the components, which value each is; −1 for what is no field. */
  private final int[] places;

  /** In the order of the components, whether an absent value is an empty list. */
  private final boolean[] lists;

  /** In the order of the components; null for what is no group with columns. */
  private final @Nullable RecordTree[] inner;

  /** In the order of the components; null for what has no child table. */
  private final @Nullable ChildTable[] tables;

  private RecordTree(
      Class<?> type,
      List<Component> components,
      @Nullable RecordTree[] inner,
      @Nullable ChildTable[] tables) {
    this.maker = new RecordMaker(type);
    this.reader = RecordReader.of(type);
    this.components = components;
    this.inner = inner;
    this.tables = tables;
    this.places = new int[components.size()];
    this.lists = new boolean[components.size()];
    for (int i = 0; i < places.length; i++) {
      boolean isField = components.get(i) instanceof Field;
      places[i] = isField ? ((Field) components.get(i)).index() : -1;
      lists[i] = isField && ((Field) components.get(i)).isList();
    }
  }

  /** Returns the tree of a record class, and adds its fields and child tables to the lists. */
  static RecordTree of(Class<?> type, List<Field> fields, List<ChildTable> tables) {
    return tree(type, null, fields, tables);
  }

  /** Returns the components of the record class, in order. */
  List<Component> components() {
    return components;
  }

  /** Makes a record; see {@link Schema#create}. */
  Object create(
      @Nullable Object[] values, @Nullable List<?>[] children, Map<String, String> extensions) {
    @Nullable Object[] arguments = new @Nullable Object[places.length];
    for (int i = 0; i < arguments.length; i++) {
      int place = places[i];
      ChildTable table = children.length == 0 ? null : tables[i];
      List<?> rows = table == null ? null : children[table.index()];
      if (rows != null) {
        arguments[i] = rows;
      } else if (place >= 0) {
        Object value = values[place];
        arguments[i] = value == null && lists[i] ? List.of() : value;
      } else if (components.get(i) instanceof Group group) {
        arguments[i] = create(group, inner[i], values, children, extensions);
      } else {
        arguments[i] = extensions;
      }
    }
    return maker.make(arguments);
  }

  private static @Nullable Object create(
      Group group,
      @Nullable RecordTree tree,
      @Nullable Object[] values,
      @Nullable List<?>[] children,
      Map<String, String> extensions) {
    if (tree == null) {
      return List.of();
    }
    boolean empty = (group.isOptional() || group.isList()) && tree.isEmpty(values);
    if (group.isList()) {
      return empty ? List.of() : List.of(tree.create(values, children, extensions));
    }
    return empty ? null : tree.create(values, children, extensions);
  }

  /** Reads a record; see {@link Schema#values}. */
  void read(Object owner, @Nullable Object[] values) {
    @Nullable Object[] found = reader.read(owner);
    for (int i = 0; i < found.length; i++) {
      int place = places[i];
      RecordTree nested = inner[i];
      if (place >= 0) {
        values[place] = found[i];
      } else if (nested != null) {
        Object record =
            found[i] instanceof List<?> list ? list.isEmpty() ? null : list.get(0) : found[i];
        if (record != null) {
          nested.read(record, values);
        }
      }
    }
  }

  private boolean isEmpty(@Nullable Object[] values) {
    for (int place : places) {
      if (place >= 0 && values[place] != null) {
        return false;
      }
    }
    return true;
  }

  private static RecordTree tree(
      Class<?> type, @Nullable Group group, List<Field> fields, List<ChildTable> tables) {
    RecordComponent[] declared = type.getRecordComponents();
    List<Component> components = new ArrayList<>();
    @Nullable RecordTree[] inner = new @Nullable RecordTree[declared.length];
    @Nullable ChildTable[] own = new @Nullable ChildTable[declared.length];
    for (int i = 0; i < declared.length; i++) {
      Column column = declared[i].getAnnotation(Column.class);
      if (column != null) {
        Field field = Declarations.field(declared[i], column, group, fields.size());
        fields.add(field);
        components.add(field);
        if (field.child() != null) {
          own[i] =
              new ChildTable(declared[i], field.child(), field.valueClass(), field, tables.size());
          tables.add(own[i]);
        }
      } else if (declared[i].isAnnotationPresent(Extensions.class)) {
        components.add(new Component.Rest(new Getter(declared[i])));
      } else {
        Group nested = Declarations.group(declared[i], group);
        components.add(nested);
        if (nested.child() != null) {
          own[i] =
              new ChildTable(declared[i], nested.child(), nested.type(), nested, tables.size());
          tables.add(own[i]);
        }
        if (nested.child() == null || nested.child().inline()) {
          inner[i] = tree(nested.type(), nested, fields, tables);
        }
      }
    }
    return new RecordTree(type, List.copyOf(components), inner, own);
  }

  /** Returns the tree of a group below this one. */
  RecordTree find(Group group) {
    for (int i = 0; i < inner.length; i++) {
      RecordTree nested = inner[i];
      if (nested != null && components.get(i) == group) {
        return nested;
      } else if (nested != null && nested.components.contains(group)) {
        return nested.find(group);
      }
    }
    throw new IllegalArgumentException(group.path() + " has no columns in this schema");
  }
}
