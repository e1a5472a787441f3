package org.collporterre.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.collporterre.internal.IntList;
import org.collporterre.internal.Numbered;
import org.collporterre.internal.NumberedTexts;
import org.collporterre.internal.PackedInts;
import org.collporterre.internal.UsualInts;
import org.collporterre.model.Entry;
import org.collporterre.model.RecordRef;
import org.collporterre.report.Located;
import org.collporterre.report.Location;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The references between the records of a run, packed, for all rules about them. References to
 * other datasets are left out: nothing is known of what they lead to. Which record a reference
 * leads to is known when the run ends, when those met later have passed.
 *
 * <p>Memory: 9 bytes per cell that refers to records (in JSON also its pointer), 4 per reference, 4
 * more where one is pinned to a version, per reference to a record that comes later what {@link
 * NumberedTexts} keeps of its identifier, and what {@link RecordFacts} says. Used by one thread.
 */
public final class References {
  private static final int ALONE = 1;
  private static final int REPEATED = 2;
  private static final int FLAGS = 2;

  private final EntryIndex entries;
  private final RecordFacts facts = new RecordFacts();
  private final Numbered<String> versions = new Numbered<>();

  /** The fields that refer, in the order in which they were met. */
  private final List<Field> fields = new ArrayList<>();

  /** Per cell: the number of its record, its field with flags, its place, where its edges end. */
  private final PackedInts sources = new PackedInts();

  private final IntList kinds = new IntList();
  private final Places places = new Places();
  private final PackedInts ends = new PackedInts();

  /**
   * Per reference: the number of the record it leads to; of one that comes later, or never, −1 −
   * its place among {@link #later}. And the version it is pinned to, in words.
   */
  private final IntList targets = new IntList();

  private final UsualInts pins = new UsualInts(0);

  /** The identifiers that were not known when they were met. */
  private final NumberedTexts later = new NumberedTexts();

  References(EntryIndex entries) {
    this.entries = entries;
  }

  /** One reference of a record to a record. Valid until the run ends. */
  public final class Edge {
    private final int cell;
    private final int number;

    private Edge(int cell, int number) {
      this.cell = cell;
      this.number = number;
    }

    /** Returns the number of the record that refers; see {@link EntryIndex}. */
    public int source() {
      return sources.get(cell);
    }

    /** Returns the number of the record referred to, or −1 when there is none of that type. */
    public int target() {
      return Math.max(targets.get(number), -1);
    }

    /** Returns the field that refers. */
    public Field field() {
      return References.this.field(cell);
    }

    /** Returns where the field's value begins. */
    public Location place() {
      return places.get(cell);
    }

    /** Returns the identifier it was written with. */
    public String id() {
      int target = targets.get(number);
      return target < 0 ? later(target) : entries.id(target);
    }

    /** Returns the version it is pinned to, or null. */
    public @Nullable String version() {
      return versions.get(pins.get(number));
    }

    /** Tells whether it is all that its cell holds. */
    public boolean isAlone() {
      return (kinds.get(cell) & ALONE) != 0;
    }

    /** Tells whether it is of a record whose identifier an earlier one has. */
    public boolean isRepeated() {
      return (kinds.get(cell) & REPEATED) != 0;
    }

    /** Tells whether it leads to the record that it is of. */
    public boolean isLoop() {
      return targets.get(number) == sources.get(cell);
    }

    /** Tells whether it leads to a record, and not to its own. */
    boolean isResolved() {
      return targets.get(number) >= 0 && !isLoop();
    }

    /** Returns the name of the type of the records that the field refers to. */
    public String targetType() {
      return typeName(field());
    }

    /**
     * Returns the name of another record type that has a record of the identifier, when the type
     * meant has none; else null.
     */
    @Nullable String otherType() {
      return targets.get(number) >= 0 ? null : typeOf(later(targets.get(number)));
    }
  }

  /** Shows every reference, in the order in which they were met. */
  public void each(Consumer<Edge> visitor) {
    for (int cell = 0; cell < places.size(); cell++) {
      for (int i = start(cell); i < ends.get(cell); i++) {
        visitor.accept(new Edge(cell, i));
      }
    }
  }

  /** Shows every reference of a field, by its key, in the order in which they were met. */
  public void each(String key, Consumer<Edge> visitor) {
    eachCell(key, edges -> edges.forEach(visitor));
  }

  /** Shows the references of a field, those of one record together. */
  void eachCell(String key, Consumer<List<Edge>> visitor) {
    for (int cell = 0; cell < places.size(); cell++) {
      if (field(cell).key().equals(key)) {
        List<Edge> together = new ArrayList<>();
        for (int i = start(cell); i < ends.get(cell); i++) {
          together.add(new Edge(cell, i));
        }
        visitor.accept(together);
      }
    }
  }

  /** Returns what is remembered of the records themselves. */
  RecordFacts facts() {
    return facts;
  }

  /** Returns the identifiers and numbers of the records. */
  EntryIndex entries() {
    return entries;
  }

  /** Remembers the record met last. */
  void add(Located<? extends Entry> row, @Nullable Object[] values) {
    int earlier = entries.duplicateOf();
    if (earlier < 0) {
      facts.add(row.value());
    }
    int source = earlier < 0 ? entries.size() - 1 : earlier;
    List<Field> referring = Schema.of(row.value()).references();
    for (int i = 0; i < referring.size(); i++) {
      Field field = referring.get(i);
      if (values[field.index()] instanceof List<?> refs && !refs.isEmpty()) {
        add(row, source, earlier >= 0, field, refs);
      }
    }
  }

  private void add(
      Located<? extends Entry> row, int source, boolean repeated, Field field, List<?> refs) {
    int before = targets.size();
    String type = typeName(field);
    for (Object ref : refs) {
      RecordRef one = (RecordRef) ref;
      if (one.isLocal()) {
        edge(type, one);
      }
    }
    if (targets.size() == before) {
      return;
    }
    int flags = (refs.size() == 1 ? ALONE : 0) | (repeated ? REPEATED : 0);
    sources.add(source);
    kinds.add(number(field) << FLAGS | flags);
    ends.add(targets.size());
    places.add(row.origin().field(field.key()));
  }

  private void edge(String type, RecordRef ref) {
    int number = entries.find(type, ref.target());
    if (number < 0) {
      number = -1 - later.size();
      later.add(NumberedTexts.bytes(ref.target()));
    }
    pins.add(versions.number(ref.version()));
    targets.add(number);
  }

  /** Returns the identifier of a record that comes later, or never, by its negative number. */
  private String later(int target) {
    return later.get(-1 - target);
  }

  /** Finds out where references to records that came later lead, when all have passed. */
  void resolve() {
    for (int cell = 0; cell < places.size(); cell++) {
      String type = typeName(field(cell));
      for (int i = start(cell); i < ends.get(cell); i++) {
        int number = targets.get(i) < 0 ? entries.find(type, later(targets.get(i))) : -1;
        if (number >= 0) {
          targets.set(i, number);
        }
      }
    }
  }

  private Field field(int cell) {
    return fields.get(kinds.get(cell) >> FLAGS);
  }

  private int start(int cell) {
    return cell == 0 ? 0 : ends.get(cell - 1);
  }

  private @Nullable String typeOf(String id) {
    for (Class<? extends Entry> type : Entry.TYPES) {
      String name = Schema.of(type).name();
      if (entries.find(name, id) >= 0) {
        return name;
      }
    }
    return null;
  }

  private int number(Field field) {
    int found = fields.indexOf(field);
    if (found < 0) {
      fields.add(field);
      return fields.size() - 1;
    }
    return found;
  }

  private static String typeName(Field field) {
    return Schema.of(Objects.requireNonNull(field.refersTo())).name();
  }
}
