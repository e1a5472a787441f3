package org.collporterre.schema;

import java.lang.reflect.RecordComponent;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A list of records inside a record, see {@link Child}: a table of its own in a dataset package, an
 * array of objects in native JSON. Immutable.
 */
public final class ChildTable {
  /** The linking columns that may be missing: the order is then that of the rows. */
  public static final Set<String> OPTIONAL_LINKS = Set.of("rang", "etape");

  private static final String STEPS = "etapes";
  private static final String MEDIA = "medias";

  private final Class<?> owner;
  private final String name;
  private final Child child;
  private final Class<?> type;
  private final Component component;
  private final int index;

  ChildTable(RecordComponent declared, Child child, Class<?> type, Component component, int index) {
    this.owner = declared.getDeclaringRecord();
    this.name = declared.getName();
    this.child = child;
    this.type = type;
    this.component = component;
    this.index = index;
  }

  /** Returns the name of the table, without its extension: {@code etapes}. */
  public String name() {
    return child.value();
  }

  /** Returns the record class that declares the list. */
  Class<?> owner() {
    return owner;
  }

  /** Returns the name of the record component that holds the list. */
  String component() {
    return name;
  }

  /** Returns the record class of its rows. */
  public Class<?> type() {
    return type;
  }

  /** Returns the schema of its rows. */
  public Schema<?> schema() {
    return Schema.of(type);
  }

  /**
   * Returns the keys of the columns that link a row to its record, which stand before those of
   * {@link #schema()}: the table of steps names its methodology, the others type, identifier and
   * rank; that of media also the place, from 1, of the step whose picture it is.
   */
  public List<String> links() {
    return switch (name()) {
      case STEPS -> List.of("methodologie");
      case MEDIA -> List.of("type", "id", "rang", "etape");
      default -> List.of("type", "id", "rang");
    };
  }

  /** Returns the place among the child tables of the schema, from 0. */
  public int index() {
    return index;
  }

  /** Returns the column of the parent that holds the rows in compact form, or null. */
  public @Nullable Field field() {
    return component instanceof Field field ? field : null;
  }

  /** Tells whether a component of the schema is the list of its rows. */
  public boolean isOf(Component other) {
    return component == other;
  }

  /** Tells whether the first row is flattened into columns of the parent. */
  public boolean isInline() {
    return child.inline();
  }

  /** Returns the rows of a record of the schema; empty when there are none. */
  public List<?> from(Object entry) {
    Object rows =
        component instanceof Field field ? field.from(entry) : ((Group) component).from(entry);
    return rows == null ? List.of() : (List<?>) rows;
  }

  /**
   * Returns what the compact column of the parent says of some rows: each text once that can stand
   * in a list; empty when there is no such column.
   */
  public String compact(List<?> rows) {
    Field field = field();
    if (field == null) {
      return "";
    }
    Set<String> texts = new LinkedHashSet<>();
    for (Object row : rows) {
      String text = field.type().write(row);
      if (isItem(field, text)) {
        texts.add(text);
      }
    }
    return String.join("|", texts);
  }

  /** Tells whether the compact column of the parent says all of some rows. */
  public boolean isCompact(List<?> rows) {
    Field field = field();
    Set<String> texts = new HashSet<>();
    for (Object row : rows) {
      if (field == null || !field.type().isWhole(row)) {
        return false;
      }
      String text = field.type().write(row);
      if (!isItem(field, text) || !texts.add(text)) {
        return false;
      }
    }
    return true;
  }

  /** What has to be there for a reader to find in a cell the item that was written. */
  private static boolean isItem(Field field, String text) {
    return !text.isEmpty()
        && !TableTexts.isSentinel(field, text)
        && text.equals(text.strip())
        && text.chars().noneMatch(c -> c == '|' || c < ' ');
  }

  @Override
  public String toString() {
    return name();
  }
}
