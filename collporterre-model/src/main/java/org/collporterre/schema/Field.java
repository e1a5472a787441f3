package org.collporterre.schema;

import java.util.List;
import org.collporterre.model.Entry;
import org.jspecify.annotations.Nullable;

/** A field of the format, as declared by an annotated record component. Immutable. */
public final class Field implements Component {
  private final Class<?> owner;
  private final String component;
  private final String key;
  private final Column column;
  private final int index;
  private final @Nullable Group group;
  private final Class<?> valueClass;
  private final ValueType<Object> type;
  private final boolean list;
  private final Getter getter;
  private final List<Term> terms;
  private final Annotations annotations;

  /** The annotations that are not on every field. */
  record Annotations(
      boolean onSheet,
      @Nullable Confidential confidential,
      @Nullable String codeList,
      boolean open,
      @Nullable Class<? extends Entry> refersTo,
      String acyclic,
      @Nullable Child child) {}

  Field(
      Class<?> owner,
      String component,
      Column column,
      int index,
      @Nullable Group group,
      Class<?> valueClass,
      ValueType<Object> type,
      boolean list,
      Getter getter,
      List<Term> terms,
      Annotations annotations) {
    this.owner = owner;
    this.component = component;
    // An annotation answers through a proxy, which is slow.
    this.key = column.value();
    this.column = column;
    this.index = index;
    this.group = group;
    this.valueClass = valueClass;
    this.type = type;
    this.list = list;
    this.getter = getter;
    this.terms = terms;
    this.annotations = annotations;
  }

  /** Returns the key: CSV column, GeoJSON property, JSON key. */
  public String key() {
    return key;
  }

  /** Returns the English key. */
  public String englishKey() {
    return column.en();
  }

  /** Returns further headers accepted on import. */
  public List<String> aliases() {
    return List.of(column.aliases());
  }

  /** Returns the name of the record component. */
  public String component() {
    return component;
  }

  /** Returns the path from the record type, {@code header.title}; of an inline list its first. */
  public String path() {
    return group == null ? component : group.path() + "." + component;
  }

  /** Returns the record class that declares it. */
  Class<?> owner() {
    return owner;
  }

  /** Returns the place in the record type's columns, from 0. */
  public int index() {
    return index;
  }

  /** Returns the group this field is in, or null when the record type itself declares it. */
  public @Nullable Group group() {
    return group;
  }

  /** Returns the Java type of one value: of a list, that of its items. */
  public Class<?> valueClass() {
    return valueClass;
  }

  /** Returns how one value is read and written. */
  public ValueType<Object> type() {
    return type;
  }

  /** Tells whether a cell holds several values. */
  public boolean isList() {
    return list;
  }

  /** Tells whether it is a text with translations. */
  public boolean isLocalized() {
    return type == (Object) Values.LOCALIZED;
  }

  /** Tells whether people write in it what they like: neither codes nor numbers nor addresses. */
  public boolean isProse() {
    return isLocalized() || type == (Object) Values.TEXT;
  }

  /** Tells whether it is long text, see {@link Column#detail()}. */
  public boolean isDetail() {
    return column.detail();
  }

  /** Returns the protection from public formats, or null for none. */
  public @Nullable Confidential confidential() {
    return annotations.confidential();
  }

  /**
   * Tells whether it may be published of a record: nothing protects it, or the record lifts that.
   */
  public boolean isPublicOf(Object entry) {
    Confidential confidential = annotations.confidential();
    return confidential == null
        || !confidential.unless().isEmpty()
            && Boolean.TRUE.equals(
                Schema.of(entry).requireField(confidential.unless()).from(entry));
  }

  /** Returns the name of the vocabulary of its codes, or null when it holds no codes. */
  public @Nullable String codeList() {
    return annotations.codeList();
  }

  /** Tells whether its vocabulary is open: any text is a code, listed or not. */
  public boolean isOpen() {
    return annotations.codeList() != null && annotations.open();
  }

  /** Returns the record type its references lead to, or null when it holds no references. */
  public @Nullable Class<? extends Entry> refersTo() {
    return annotations.refersTo();
  }

  /** Returns the code of the rule that refuses cycles of its references; empty for none. */
  public String acyclic() {
    return annotations.acyclic();
  }

  /** Returns the child table that holds whole records of the list, or null. */
  public @Nullable Child child() {
    return annotations.child();
  }

  @Override
  public List<Term> terms() {
    return terms;
  }

  @Override
  public boolean onSheet() {
    return annotations.onSheet();
  }

  @Override
  public @Nullable Object in(Object owner) {
    return getter.of(owner);
  }

  /**
   * Returns the value of this field in an entry; null when it, or the group it is in, is absent.
   */
  public @Nullable Object from(Object entry) {
    Object owner = group == null ? entry : group.ownerFrom(entry);
    return owner == null ? null : getter.of(owner);
  }

  /** Returns the cell text of this field in an entry, empty when it has no value. */
  public String text(Object entry) {
    Object value = from(entry);
    return value == null ? "" : write(value);
  }

  /** Returns the cell text of a value: of a list, its items joined with {@code |}. */
  public String write(Object value) {
    if (!list) {
      return type.write(value);
    }
    List<?> items = (List<?>) value;
    if (items.isEmpty()) {
      return "";
    }
    if (items.size() == 1) {
      return type.write(items.get(0));
    }
    StringBuilder joined = new StringBuilder();
    for (Object item : items) {
      joined.append(joined.length() == 0 ? "" : "|").append(type.write(item));
    }
    return joined.toString();
  }

  /** Tells whether the written form keeps all of a value, of a list each item. */
  public boolean isWhole(Object value) {
    if (type.keepsAll()) {
      return true;
    }
    if (!list) {
      return type.isWhole(value);
    }
    for (Object item : (List<?>) value) {
      if (!type.isWhole(item)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return key();
  }
}
