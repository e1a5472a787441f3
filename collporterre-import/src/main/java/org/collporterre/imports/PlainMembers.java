package org.collporterre.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.collporterre.model.Entry;
import org.collporterre.schema.Field;
import org.collporterre.schema.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * Reads the members of objects straight into the values of a record, where there is nothing to say
 * of them: known names, and values that are read without a note. Of anything else the binder of the
 * record is asked. When it has something to say too, the record is not plain: then it is to be read
 * again in the way in which that is said. Used by one thread.
 */
final class PlainMembers<E extends Entry> {
  /** What is known of a name. */
  private static final class Member {
    private final String name;
    private final JsonBinder.@Nullable Named named;
    private final @Nullable Field field;
    private final boolean table;
    private final CellCache cache = new CellCache();
    private boolean direct;
    private long seen;

    Member(String name, JsonBinder.@Nullable Named named) {
      this.name = name;
      this.named = named;
      this.field = named == null ? null : named.source();
      this.table = named != null && named.table() != null;
    }
  }

  private final JsonBinder<E> binder;
  private final boolean exact;
  private final CellReader cells;
  private final Field id;
  private final JsonNames names = new JsonNames();
  private final List<Member> members = new ArrayList<>();
  private final List<JsonNode> last = new ArrayList<>(0);
  private final long[] fields;
  private final long[] seen;
  private long record;
  private boolean odd;
  private @Nullable Object[] items = new @Nullable Object[16];

  /**
   * @param binder told to attempt a record before its members are read
   * @param exact whether texts are what a program wrote for this library
   */
  PlainMembers(JsonBinder<E> binder, ImportSettings settings, boolean exact) {
    this.binder = binder;
    this.exact = exact;
    this.id = binder.schema().requireField("id");
    this.cells = new CellReader(settings, (code, field, value, expected, fix) -> odd = true, id);
    this.seen = new long[binder.schema().fields().size()];
    this.fields = new long[(seen.length + Long.SIZE - 1) / Long.SIZE];
  }

  /** Begins a record. */
  void begin() {
    record++;
    odd = false;
    Arrays.fill(fields, 0);
    last.clear();
  }

  /** Reads an object of members; false when it is not plain. */
  boolean read(JsonCursor in) {
    if (!in.take('{')) {
      return false;
    }
    if (in.peek() != '}') {
      do {
        if (!member(in)) {
          return false;
        }
      } while (in.comma());
    }
    return in.take('}') && ended();
  }

  /** Translations come when the text they belong to is known. */
  private boolean ended() {
    for (int i = 0; i < last.size(); i++) {
      binder.member(last.get(i));
    }
    return !odd && !binder.isDoubtful();
  }

  private boolean member(JsonCursor in) {
    Member member = in.peek() == '"' && in.string() ? known(in) : null;
    if (member == null || member.seen == record || !in.take(':')) {
      return false;
    }
    member.seen = record;
    int b = in.peek();
    Field field = member.field;
    member.direct = member.direct || isDirect(member);
    if (b == 'n') {
      return member.direct ? in.literal("null") : other(member, in);
    }
    if (field != null && !take(field) || member.table && b != '[') {
      return false;
    }
    if (field == null || b == '{' || !member.direct) {
      return other(member, in);
    }
    return b == '[' ? list(member, field, in) : value(member, field, in, b);
  }

  private @Nullable Member known(JsonCursor in) {
    int number = names.number(in);
    if (number == members.size()) {
      String name = in.text();
      if (name == null) {
        odd = true;
      }
      members.add(new Member(String.valueOf(name), name == null ? null : binder.named(name)));
    }
    Member member = number < 0 ? null : members.get(number);
    return member == null || member.named == null ? null : member;
  }

  /** Tells whether a name is that of a field, and all is said that there is to say of that. */
  private boolean isDirect(Member member) {
    Field field = member.field;
    return field != null
        && member.named != null
        && !member.named.secret()
        && !member.table
        && (member.name.equals(field.key()) || binder.isTold("header-alias-used", member.name));
  }

  /** Marks a field as read; false when it was already. */
  boolean take(Field field) {
    int index = field.index();
    boolean first = seen[index] != record;
    seen[index] = record;
    fields[index >> 6] |= 1L << index;
    return first;
  }

  private boolean value(Member member, Field field, JsonCursor in, int b) {
    Object value = one(field, member.cache, in, b);
    if (odd) {
      return false;
    }
    binder.give(
        field,
        value == null || !field.isList() || value instanceof List<?> ? value : List.of(value));
    return true;
  }

  private boolean list(Member member, Field field, JsonCursor in) {
    if (!field.isList()) {
      return other(member, in);
    }
    int start = in.at();
    int surplus = in.surplus();
    int lines = in.lines();
    int count = 0;
    in.take('[');
    if (in.peek() != ']') {
      do {
        int b = in.peek();
        if (b == '{' || b == '[') {
          in.back(start, surplus);
          return lines == in.lines() && other(member, in);
        }
        Object value = b == 'n' ? null : one(field, member.cache, in, b);
        if (odd || b == 'n' && !in.literal("null")) {
          return false;
        }
        count = value == null ? count : add(value, count);
      } while (in.comma());
    }
    binder.give(field, count == 0 ? null : List.of(Arrays.copyOf(items, count)));
    return !odd && in.take(']');
  }

  private int add(Object value, int count) {
    int size = count;
    if (value instanceof List<?> several) {
      for (int i = 0; i < several.size(); i++) {
        size = add(several.get(i), size);
      }
      return size;
    }
    for (int i = 0; i < count && !exact; i++) {
      odd |= value.equals(items[i]);
    }
    if (count == items.length) {
      items = Arrays.copyOf(items, count * 2);
    }
    items[size] = value;
    return size + 1;
  }

  /** Reads a value that is neither object nor array nor null, as {@link JsonCells#one} does. */
  private @Nullable Object one(Field field, CellCache cache, JsonCursor in, int b) {
    boolean text = b == '"';
    boolean token =
        text
            ? in.string()
            : b == 't' || b == 'f'
                ? in.literal(b == 't' ? "true" : "false")
                : (b == '-' || b >= '0' && b <= '9') && in.number();
    if (!token) {
      odd = true;
      return null;
    }
    if (!text) {
      return read(field, b == 't' ? "true" : b == 'f' ? "false" : in.digits());
    }
    return isNumber(field) ? doubtful() : text(field, cache, in);
  }

  private static boolean isNumber(Field field) {
    ValueType.Kind kind = field.type().kind();
    return field.codeList() == null
        && (kind == ValueType.Kind.NUMBER || kind == ValueType.Kind.INTEGER);
  }

  private @Nullable Object doubtful() {
    odd = true;
    return null;
  }

  /** Reads the last string as the value of a field, or takes that of the same bytes before. */
  private @Nullable Object text(Field field, CellCache cache, JsonCursor in) {
    int slot = cache.slot(in.bytes(), in.from(), in.to());
    Object known = slot < 0 ? null : cache.get(slot, in.bytes(), in.from(), in.to());
    if (known != null) {
      return known;
    }
    String text = in.text();
    if (text == null || isPadded(text)) {
      return doubtful();
    }
    Object value = text.isEmpty() ? null : read(field, text);
    if (slot >= 0 && value != null && !odd) {
      cache.put(slot, in.bytes(), in.from(), in.to(), value);
    }
    return value;
  }

  private boolean isPadded(String text) {
    return !exact && text.strip().length() < text.length();
  }

  private @Nullable Object read(Field field, String text) {
    return exact ? cells.readOne(field, text) : cells.read(field, text);
  }

  /** Has the binder look at a member. */
  private boolean other(Member member, JsonCursor in) {
    JsonNode node = in.node(member.name, 0);
    if (node == null) {
      return false;
    }
    if (member.name.indexOf('@') > 0) {
      last.add(node);
    } else {
      binder.member(node);
    }
    return !binder.isDoubtful();
  }

  /** Takes an identifier from outside; false when the members have another. */
  boolean identify(String given) {
    if (take(id)) {
      binder.give(id, given.isBlank() || isPadded(given) ? doubtful() : read(id, given));
    } else {
      Object own = binder.value(id);
      odd |= own == null || !own.equals(given);
    }
    return !odd;
  }

  /** Returns the fields that were read, as bits by {@link Field#index()}. */
  long[] fields() {
    return fields.clone();
  }
}
