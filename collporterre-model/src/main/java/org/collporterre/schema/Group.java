package org.collporterre.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A component that is itself a record, or a list of records: its fields are columns of the record
 * type, or of a child table. Immutable.
 */
public final class Group implements Component {
  private final String name;
  private final Class<?> type;
  private final @Nullable Group group;
  private final boolean optional;
  private final boolean onSheet;
  private final @Nullable Child child;
  private final Getter getter;
  private final List<Term> terms;

  Group(
      String name,
      Class<?> type,
      @Nullable Group group,
      boolean optional,
      boolean onSheet,
      @Nullable Child child,
      Getter getter,
      List<Term> terms) {
    this.name = name;
    this.type = type;
    this.group = group;
    this.optional = optional;
    this.onSheet = onSheet;
    this.child = child;
    this.getter = getter;
    this.terms = terms;
  }

  /** Returns the record class. */
  public Class<?> type() {
    return type;
  }

  /** Returns the path from the record type; of an inline list that of its first record. */
  public String path() {
    String own = child != null && child.inline() ? name + "[0]" : name;
    return group == null ? own : group.path() + "." + own;
  }

  /** Returns the group this group is in, or null. */
  @Nullable Group group() {
    return group;
  }

  /** Tells whether it may be null when none of its fields has a value. */
  public boolean isOptional() {
    return optional;
  }

  /** Tells whether the component is a list, of which at most the first record has columns here. */
  public boolean isList() {
    return child != null;
  }

  /** Returns the child table, or null when the component is one record. */
  public @Nullable Child child() {
    return child;
  }

  @Override
  public List<Term> terms() {
    return terms;
  }

  @Override
  public boolean onSheet() {
    return onSheet;
  }

  @Override
  public @Nullable Object in(Object owner) {
    return getter.of(owner);
  }

  /** Returns the value of this component in an entry; null when it is absent. */
  @Nullable Object from(Object entry) {
    Object outer = group == null ? entry : group.ownerFrom(entry);
    return outer == null ? null : getter.of(outer);
  }

  /** Returns the record whose components are this group's fields; of a list the first; or null. */
  @Nullable Object ownerFrom(Object entry) {
    Object value = from(entry);
    if (value instanceof List<?> records) {
      return records.isEmpty() ? null : records.get(0);
    }
    return value;
  }
}
