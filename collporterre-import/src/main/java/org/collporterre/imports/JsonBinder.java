package org.collporterre.imports;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.zip.CRC32C;
import org.collporterre.constraint.LanguageTag;
import org.collporterre.model.Entry;
import org.collporterre.model.ExternalId;
import org.collporterre.model.LocalizedText;
import org.collporterre.report.FindingSink;
import org.collporterre.report.Fix;
import org.collporterre.report.Located;
import org.collporterre.report.Location;
import org.collporterre.schema.ChildTable;
import org.collporterre.schema.Field;
import org.collporterre.schema.PositionText;
import org.collporterre.schema.Schema;
import org.collporterre.schema.TableTexts;
import org.collporterre.vocabulary.Nearest;
import org.jspecify.annotations.Nullable;

/**
 * Makes records of one type from JSON members that are named as the fields are: by key, English key
 * or alias. One record at a time: {@link #begin}, then values, then {@link #finish}.
 */
final class JsonBinder<E extends Entry> implements JsonCells.Owner {
  private static final int MOST_EXTENSIONS = 10_000;

  /** Of longer names, which no field has, only this much is remembered. */
  private static final int LONGEST_NAME = 200;

  private static final String ID = "id";

  /** What the name of a member stands for. */
  record Named(boolean secret, @Nullable ChildTable table, @Nullable Field field) {
    /** Returns the field that has its value from such a member, or null. */
    @Nullable Field source() {
      return table == null ? field : table.field();
    }
  }

  private final Schema<E> schema;
  private final ImportSettings settings;
  private final String file;
  private final Findings findings;
  private final JsonCells cells;
  private final boolean exact;
  private final @Nullable IdMaker ids;
  private final @Nullable JsonMapped mapped;
  private final Field id;
  private final Field title;
  private final @Nullable Field locality;
  private final Map<String, ChildTable> tables = new HashMap<>();
  private final Map<String, Named> names = new HashMap<>();
  private final RowPlace place;
  private final RowMemory memory;
  private final Set<String> extensionNames = new LinkedHashSet<>();

  private final @Nullable Object[] values;
  private final @Nullable List<?>[] children;
  private Map<String, String> extensions = Map.of();
  private final Map<String, JsonNode> outside = new HashMap<>();
  private @Nullable JsonNode record;
  private @Nullable JsonOrigin origin;
  private boolean publicFormat;
  private boolean attempted;
  private boolean doubtful;

  /**
   * @param exact whether texts are what a program wrote for this library: blanks, bars and
   *     sentinels in them mean themselves
   */
  JsonBinder(Class<E> type, ImportSettings settings, String file, FindingSink sink, boolean exact) {
    this(type, settings, file, sink, exact, RowMemory.inOrder());
  }

  private JsonBinder(
      Class<E> type,
      ImportSettings settings,
      String file,
      FindingSink sink,
      boolean exact,
      RowMemory memory) {
    this.memory = memory;
    this.schema = Schema.of(type);
    this.settings = settings;
    this.file = file;
    this.findings = Findings.of(sink, settings, schema.name());
    this.exact = exact;
    this.id = schema.requireField(ID);
    this.title = schema.requireField("titre");
    this.locality = schema.field("commune");
    this.cells = new JsonCells(settings, id, exact, this);
    this.place = new RowPlace(schema, settings, this::placeFinding, memory);
    this.ids = settings.generatesIds() ? new IdMaker() : null;
    this.values = new @Nullable Object[schema.fields().size()];
    this.children = new @Nullable List<?>[schema.childTables().size()];
    Mapping mapping = settings.mapping();
    this.mapped = mapping.isNone() ? null : new JsonMapped(mapping, this, cells);
    schema.childTables().forEach(table -> tables.put(table.name(), table));
  }

  /**
   * Leaves out what a person agreed to: the file is in a format that is public by itself, and what
   * is kept as an extension is passed on to every format.
   */
  JsonBinder<E> ofPublicFormat() {
    publicFormat = true;
    return this;
  }

  /** Returns one that makes records of the same file apart from each other. */
  JsonBinder<E> apart(FindingSink own) {
    return new JsonBinder<>(schema.type(), settings, file, own, exact, memory.apart());
  }

  /** Begins with records that are read apart from those before. */
  void beginApart() {
    memory.begin();
  }

  /** Tells whether it matters what was read before, see {@link RowMemory}. */
  boolean isUnsettled() {
    return memory.isUnsettled();
  }

  /** Takes note of a record that was read apart. */
  void passed(E entry) {
    entry.sheet().extensions().keySet().forEach(this::remember);
    if (ids != null) {
      ids.take(entry.id());
    }
  }

  private boolean isOfConsent(String name) {
    return publicFormat && ConsentNames.contains(name, schema.type());
  }

  Schema<E> schema() {
    return schema;
  }

  /** Returns the names of extensions so far, in the order of their first appearance. */
  List<String> extensions() {
    return new ArrayList<>(extensionNames);
  }

  /** Begins a record. */
  void begin(JsonNode node) {
    record = node;
    origin = new JsonOrigin(file, node, schema);
    clear();
    outside.clear();
  }

  /**
   * Tells whether records can be attempted: nothing but their members says what becomes of them.
   */
  boolean canAttempt() {
    return mapped == null;
  }

  /**
   * Begins a record that is thought to be plain. Whatever there would be to say of it is not said
   * but makes it doubtful: then it is to be begun once more.
   */
  void attempt() {
    attempted = true;
    doubtful = false;
    record = null;
    origin = null;
    clear();
  }

  private void clear() {
    Arrays.fill(values, null);
    Arrays.fill(children, null);
    extensions = Map.of();
  }

  /** Tells whether there is something to say of a record that was thought to be plain. */
  boolean isDoubtful() {
    return doubtful;
  }

  /** Tells whether a record whose members have all been taken is plain. */
  boolean isPlain() {
    return !doubtful && (ids == null || values[id.index()] instanceof String);
  }

  /** Ends the attempt, whether the record was plain or not. */
  void endAttempt() {
    attempted = false;
  }

  /** Ends a record that turned out to be plain. */
  Located<E> finish(JsonOrigin from) {
    origin = from;
    extensions.keySet().forEach(this::remember);
    return finish();
  }

  /** Gives the record a source that stands outside of its members; before they are taken. */
  void outside(String source, JsonNode value) {
    outside.put(source, value);
  }

  /** Tells whether a mapping says where a field comes from, or what becomes of a source outside. */
  boolean isMapped(String keyOrSource) {
    return mapped != null
        && (mapped.targets(keyOrSource)
            || mapped.asksFor(keyOrSource)
            || mapped.drops(keyOrSource));
  }

  /**
   * Takes the members of an object: what a mapping says of them, then the identifier first, so that
   * every finding about the record can name it; translations last, when the text they belong to is
   * known.
   */
  void members(JsonNode object, Set<String> except) {
    List<JsonNode> members = unmapped(object, except);
    List<JsonNode> last = new ArrayList<>();
    for (JsonNode member : members) {
      if (isIdentifier(Objects.requireNonNull(member.name()))) {
        member(member);
      }
    }
    for (JsonNode member : members) {
      String name = Objects.requireNonNull(member.name());
      if (isIdentifier(name)) {
        continue;
      }
      if (name.indexOf('@') > 0) {
        last.add(member);
      } else {
        member(member);
      }
    }
    last.forEach(this::member);
  }

  /** Takes what the mapping says of an object, and returns the members of which it says nothing. */
  private List<JsonNode> unmapped(JsonNode object, Set<String> except) {
    if (mapped != null) {
      mapped.take(object, outside);
    }
    List<JsonNode> members = new ArrayList<>(object.children().size());
    for (JsonNode member : object.children()) {
      JsonNode rest = mapped == null ? member : mapped.rest(member);
      if (rest == member && !except.contains(member.name())) {
        members.add(member);
      } else if (rest != null && rest != member) {
        foreign(rest);
      }
    }
    return members;
  }

  private boolean isIdentifier(String name) {
    String key = settings.chosen().get(name);
    return key == null ? named(name).field() == id : key.equals(ID);
  }

  /** Names repeat in every record, so what they stand for is worked out once. */
  Named named(String name) {
    Named known = names.get(name);
    if (known == null) {
      known = new Named(TableTexts.isSecret(name), tables.get(name), schema.byHeader(name));
      if (names.size() < MOST_EXTENSIONS && name.length() <= LONGEST_NAME) {
        names.put(name, known);
      }
    }
    return known;
  }

  /** Returns the member of an object that gives the identifier, or null when none has a value. */
  @Nullable JsonNode identifierIn(JsonNode object) {
    for (JsonNode member : object.children()) {
      if (member.name() != null
          && isIdentifier(member.name())
          && member.isScalar()
          && !member.text().isBlank()) {
        return member;
      }
    }
    return null;
  }

  /** Takes a member to where its name says it belongs. */
  void member(JsonNode member) {
    String name = Objects.requireNonNull(member.name());
    Named named = named(name);
    if (named.secret()) {
      nameFinding("secret-column", name, member, null, null);
      return;
    } else if (mapped != null && mapped.isStrict()) {
      foreign(member);
      return;
    }
    ChildTable table = named.table();
    if (table != null && isMapped(table.name())) {
      nameFinding("header-duplicate", name, member, table.name(), null);
      extend(name, member);
      return;
    } else if (table != null && isRows(table, member)) {
      children(table, member);
      return;
    }
    Field field = named.field();
    if (field != null) {
      field(name, field, member);
    } else if (!translation(name, member)) {
      unknown(name, member);
    }
  }

  /** Tells whether a value of the name of a child table is rows of it; null is none. */
  private static boolean isRows(ChildTable table, JsonNode member) {
    return member.isArray() || member.isNull() || table.field() == null && member.isObject();
  }

  /**
   * Reads a text of a latitude and a longitude, and gives each to its field; says when there are
   * not two.
   *
   * @param key the keys of the two fields, with a comma between them
   */
  void pair(String key, JsonNode member, BiConsumer<Field, @Nullable Object> taker) {
    int comma = key.indexOf(',');
    Field first = schema.requireField(key.substring(0, comma));
    Field second = schema.requireField(key.substring(comma + 1));
    PositionText.Read position = member.isNull() ? null : cells.position(first, member);
    if (position != null) {
      boolean swapped = first.key().equals("longitude");
      taker.accept(first, swapped ? position.longitude() : position.latitude());
      taker.accept(second, swapped ? position.latitude() : position.longitude());
    }
  }

  private void field(String name, Field field, JsonNode member) {
    if (member.isNull()) {
      return;
    }
    boolean taken = mapped != null && mapped.targets(field.key());
    if (taken
        || values[field.index()] != null && origin != null && origin.text(field.key()) != null) {
      if (member.isText() && member.text().isBlank()) {
        return;
      }
      nameFinding("header-duplicate", name, member, field.key(), null);
      extend(name, member);
      return;
    }
    if (!name.equals(field.key())) {
      nameFinding("header-alias-used", name, member, field.key(), Fix.safe(name, field.key()));
    }
    mapped(field, member);
  }

  /** Takes a value that is that of a field; objects are rows of its child table. */
  void mapped(Field field, JsonNode value) {
    ChildTable table = field.child() == null ? null : tables.get(field.child().value());
    if (table != null && (value.isObject() || value.hasObject())) {
      children(table, value);
    } else {
      set(field, value);
    }
  }

  private boolean translation(String name, JsonNode member) {
    int at = name.lastIndexOf('@');
    Field field = at < 1 ? null : schema.byHeader(name.substring(0, at));
    String language = name.substring(at + 1);
    if (field == null
        || !field.isLocalized()
        || !LanguageTag.Validator.matches(language)
        || !member.isText()) {
      return false;
    }
    if (values[field.index()] instanceof LocalizedText) {
      translate(field, language, member.text());
    } else {
      extend(name, member);
    }
    return true;
  }

  /** Gives the text of a field a translation; of no text there is none. */
  void translate(Field field, String language, String text) {
    if (values[field.index()] instanceof LocalizedText own) {
      values[field.index()] = own.with(language, text);
    }
  }

  /** Gives the record an identifier that another register gave it. */
  void identify(String external, JsonNode from) {
    ExternalId known = ExternalId.parse(external);
    if (known != null) {
      put(schema.requireField("identifiants_externes"), List.of(known), from);
    }
  }

  /** Keeps a value under a name that is no field's, unless the name is that of a secret. */
  void other(String name, JsonNode value) {
    if (TableTexts.isSecret(name.substring(name.lastIndexOf('.') + 1))) {
      nameFinding("secret-column", name, value, null, null);
    } else {
      unknown(name, value);
    }
  }

  private void unknown(String name, JsonNode member) {
    if (isOfConsent(name)) {
      nameFinding("consent-exported", name, member, null, null);
      return;
    }
    if (isTold("header-unknown", name)) {
      extend(name, member);
      return;
    }
    String nearest = exact ? null : Nearest.of(Schema.foldHeader(name), schema.headers());
    Field meant = nearest == null ? null : schema.byHeader(nearest);
    String key = meant == null ? null : meant.key();
    nameFinding("header-unknown", name, member, key, key == null ? null : Fix.unsafe(name, key));
    extend(name, member);
  }

  /** Keeps a member that is not where fields are, under its name, unless that is taken. */
  void foreign(JsonNode member) {
    String name = Objects.requireNonNull(member.name());
    if (mapped != null && mapped.drops(name)) {
      return;
    } else if (TableTexts.isSecret(name)) {
      nameFinding("secret-column", name, member, null, null);
    } else if (isOfConsent(name)) {
      nameFinding("consent-exported", name, member, null, null);
    } else if (extensions.containsKey(name)) {
      nameFinding("header-duplicate", name, member, null, null);
    } else {
      nameFinding("header-unknown", name, member, null, null);
      extend(name, member);
    }
  }

  /** Keeps the members of an object that are extensions by their place. */
  void extensions(JsonNode object) {
    for (JsonNode member : object.children()) {
      String name = Objects.requireNonNull(member.name());
      if (TableTexts.isSecret(name)) {
        nameFinding("secret-column", name, member, null, null);
      } else {
        extend(name, member);
      }
    }
  }

  /** Keeps a value that the format has no field for; null is no value. */
  @Override
  public void extend(String name, JsonNode value) {
    if (value.hasHalfSurrogate()) {
      finding("half-surrogate", value, name, value.text(), null, null);
    }
    String text = value.text();
    if (value.isNull() || text.isEmpty() && !exact) {
      return;
    }
    if (extensions.isEmpty()) {
      extensions = new LinkedHashMap<>();
    }
    extensions.put(name, text);
    if (!attempted) {
      remember(name);
    }
  }

  private void remember(String extension) {
    if (extensionNames.size() < MOST_EXTENSIONS) {
      extensionNames.add(extension);
    }
  }

  /** Reads a value into a field; says what is wrong with it. */
  void set(Field field, JsonNode node) {
    if (!node.isNull()) {
      put(field, cells.read(field, node), node);
    }
  }

  /** Reads a value without giving it to the field; of a list field a list or an item. */
  @Nullable Object one(Field field, JsonNode node) {
    return cells.one(field, node);
  }

  /** Gives a field a value that was worked out from a node. */
  void put(Field field, @Nullable Object value, JsonNode from) {
    values[field.index()] = value;
    if (origin != null) {
      origin.source(field, from);
    }
  }

  /** Gives a field a value of a record that is thought to be plain. */
  void give(Field field, @Nullable Object value) {
    values[field.index()] = value;
  }

  /** Returns the value of a field so far. */
  @Nullable Object value(Field field) {
    return values[field.index()];
  }

  /** Returns where the value of a field comes from, or null. */
  @Nullable JsonNode source(Field field) {
    return origin == null ? null : origin.source(field);
  }

  /** Reads the rows of a child table from an array of objects or compact texts. */
  void children(ChildTable table, JsonNode array) {
    if (array.isNull()) {
      return;
    }
    List<Object> rows = new ArrayList<>();
    List<JsonNode> nodes = array.isArray() ? array.children() : List.of(array);
    for (int i = 0; i < nodes.size(); i++) {
      Object row = cells.row(table, nodes.get(i), table.name() + "[" + i + "]");
      if (row != null) {
        rows.add(row);
      }
    }
    children(table, rows, array);
  }

  /** Gives a child table rows that were worked out from a node. */
  void children(ChildTable table, List<?> rows, JsonNode from) {
    children[table.index()] = List.copyOf(rows);
    if (origin != null && table.field() != null) {
      origin.source(table.field(), from);
    }
  }

  /** Returns the rows of a child table so far, or null. */
  @Nullable List<?> children(ChildTable table) {
    return children[table.index()];
  }

  /** Says what there is to say of the file as a whole. */
  void end() {
    if (mapped != null) {
      mapped.end();
    }
  }

  /** Says that none of the sources of a field was in any record. */
  void missing(String target, String wanted, @Nullable String near) {
    Location start = Location.startOf(file);
    findings.report("mapping-source-missing", start, null, target, wanted, near, null);
  }

  /** Looks at the place of a record whose position is among its members, see {@link RowPlace}. */
  void settle() {
    if (!exact) {
      place.settle(values);
    }
  }

  private void placeFinding(
      String code, Field field, String value, @Nullable String expected, @Nullable Fix fix) {
    JsonNode at = source(field);
    finding(
        code, at == null ? Objects.requireNonNull(record) : at, field.key(), value, expected, fix);
  }

  /** Ends the record. */
  Located<E> finish() {
    JsonOrigin from = Objects.requireNonNull(origin);
    if (ids != null) {
      identify(ids);
    }
    E entry = schema.create(values, children, extensions);
    return new Located<>(entry, from);
  }

  private void identify(IdMaker maker) {
    if (values[id.index()] instanceof String given) {
      take(maker, given);
    } else if (memory.mustWait()) {
      return;
    } else if (values[title.index()] instanceof LocalizedText text) {
      Object where = locality == null ? null : values[locality.index()];
      CRC32C checksum = new CRC32C();
      JsonNode node = Objects.requireNonNull(record);
      checksum.update(node.compact().getBytes(StandardCharsets.UTF_8));
      String made =
          maker.make(
              values[schema.requireField("identifiants_externes").index()],
              text.text(),
              where == null ? "" : where.toString(),
              (int) checksum.getValue());
      values[id.index()] = made;
      finding("id-generated", node, ID, made, null, Fix.unsafe(ID, made));
    }
  }

  /** Records read apart are taken note of in file order, see {@link #passed}. */
  private void take(IdMaker maker, String given) {
    if (!memory.isApart()) {
      maker.take(given);
    }
  }

  /** Says something about a name, once per file. */
  @Override
  public void nameFinding(
      String code, String name, JsonNode at, @Nullable String expected, @Nullable Fix fix) {
    if (!isTold(code, name) && (attempted || memory.isFirst(about(code, name)))) {
      finding(code, at, name, name, expected, fix);
    }
  }

  /** Tells whether nothing more is said about a name. */
  boolean isTold(String code, String name) {
    return memory.size() >= MOST_EXTENSIONS || memory.isSaid(about(code, name));
  }

  private static String about(String code, String name) {
    String start = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    return code + ' ' + start;
  }

  /** Says something about a value of the record. */
  @Override
  public void finding(
      String code,
      JsonNode at,
      @Nullable String field,
      @Nullable String value,
      @Nullable String expected,
      @Nullable Fix fix) {
    if (attempted) {
      doubtful = true;
      return;
    }
    if (origin != null && findings.isError(code)) {
      origin.error();
    }
    Location location = at.location(file);
    Object known = values[id.index()];
    findings.report(
        code, location, known == null ? null : known.toString(), field, value, expected, fix);
  }
}
