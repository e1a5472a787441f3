package org.collporterre.imports;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.collporterre.model.Entry;
import org.collporterre.report.FindingSink;
import org.collporterre.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Says how files that were made for something else are read: for each field, where its text comes
 * from. Written as JSON, see {@code docs/mapping.md}. Immutable and thread-safe.
 */
public final class Mapping {
  /** The name of the file that is looked for beside data. */
  public static final String FILE = "collporterre.mapping.json";

  /** The mapping that says nothing. */
  static final Mapping NONE =
      new Mapping(new Content("", Map.of(), null), Rules.NONE, Map.of(), Set.of(), false);

  private static final String FIELDS = "fields";

  private final Content content;
  private final Rules rules;
  private final Map<String, String> members;
  private final Set<String> added;
  private final boolean preset;
  private final Map<String, String> chosen;
  private final Map<String, String> sources;

  /**
   * What a mapping is.
   *
   * @param titles the title by language; under "" when the language is not said
   * @param type the type of the records, or null
   */
  record Content(String name, Map<String, String> titles, @Nullable Class<? extends Entry> type) {}

  /**
   * What it says.
   *
   * @param fingerprints names that files of this kind all have, for each form they come in
   * @param drop the sources that are not kept
   * @param strict whether only the fields named are read
   */
  record Rules(
      List<List<String>> fingerprints,
      MappingSource source,
      List<MappedField> fields,
      List<MappedTable> tables,
      List<String> drop,
      Set<String> ignored,
      boolean strict) {
    static final Rules NONE =
        new Rules(
            List.of(), MappingSource.UNSAID, List.of(), List.of(), List.of(), Set.of(), false);
  }

  /**
   * @param members what is said beside the fields, as JSON without blanks, by name and in order
   * @param added the targets that were added to what is written
   * @param preset whether it is one of {@link Presets}
   */
  private Mapping(
      Content content,
      Rules rules,
      Map<String, String> members,
      Set<String> added,
      boolean preset) {
    this.content = content;
    this.rules = rules;
    this.members = members;
    this.added = added;
    this.preset = preset;
    this.chosen = plain(rules.fields());
    this.sources = sources(rules.fields());
  }

  /**
   * @param members what is said beside the fields, as JSON without blanks, by name and in order
   */
  static Mapping of(Content content, Rules rules, Map<String, String> members) {
    return new Mapping(content, rules, members, Set.of(), false);
  }

  /** Returns this mapping as one that files are not told of when they lack its sources. */
  Mapping asPreset() {
    return new Mapping(content, rules, members, added, true);
  }

  private static Map<String, String> sources(List<MappedField> fields) {
    Map<String, String> sources = new TreeMap<>(Comparator.comparing(Schema::foldHeader));
    for (MappedField field : fields) {
      field.recipe().sources().forEach(source -> sources.putIfAbsent(source, field.target()));
    }
    return Collections.unmodifiableMap(sources);
  }

  /** Returns the targets of the sources that are taken as they are. */
  private static Map<String, String> plain(List<MappedField> fields) {
    Map<String, String> plain = new LinkedHashMap<>();
    for (MappedField field : fields) {
      if (field.language() == null && field.recipe().isPlain()) {
        field.recipe().sources().forEach(source -> plain.putIfAbsent(source, field.target()));
      }
    }
    return Collections.unmodifiableMap(plain);
  }

  /**
   * Reads a mapping from a file; empty when it is wrong, and then the findings say why.
   *
   * @param sink told what is wrong with it
   * @throws IOException when it cannot be read
   */
  public static Optional<Mapping> read(Path file, FindingSink sink) throws IOException {
    Importer.requireFile(file);
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, file.toString(), sink);
    }
  }

  /**
   * Reads a mapping from a stream, which is not closed; empty when it is wrong, and then the
   * findings say why.
   *
   * @param name what findings call it
   * @param sink told what is wrong with it
   * @throws IOException when it cannot be read
   */
  public static Optional<Mapping> read(InputStream in, String name, FindingSink sink)
      throws IOException {
    return new MappingReader(name, sink).read(new BufferedInputStream(in));
  }

  /** Returns the JSON Schema of mappings. */
  public static String schema() {
    try (InputStream in = Mapping.class.getResourceAsStream("mapping.schema.json")) {
      if (in == null) {
        throw new IllegalStateException("mapping.schema.json is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Returns the name: lower-case letters, digits and hyphens; empty when it has none. */
  public String name() {
    return content.name();
  }

  /** Returns the title in a language, else in any; the name when it has none. */
  public String title(Locale locale) {
    Map<String, String> titles = content.titles();
    String own = titles.get(locale.getLanguage());
    return own != null ? own : titles.values().stream().findFirst().orElse(name());
  }

  /** Returns the type of the records it is for; empty when it can be any. */
  public Optional<Class<? extends Entry>> type() {
    return Optional.ofNullable(content.type());
  }

  /**
   * Returns the names of columns or members that files of this kind all have, for each form they
   * come in; or none. A name with a slash first is a JSON Pointer within a record.
   */
  public List<List<String>> fingerprints() {
    return rules.fingerprints();
  }

  /**
   * Returns how many names the longest of its fingerprints has of which all are there; 0 for none.
   */
  int recognised(Predicate<String> there) {
    return rules.fingerprints().stream()
        .filter(names -> names.stream().allMatch(there))
        .mapToInt(List::size)
        .max()
        .orElse(0);
  }

  /** Returns what it says of fields as they are written: the keys, in its order. */
  public List<String> targets() {
    return rules.fields().stream().map(MappedField::target).toList();
  }

  /**
   * Writes it as JSON in UTF-8; reading that gives an equal mapping.
   *
   * @throws IOException when it cannot be written
   */
  public void write(OutputStream out) throws IOException {
    List<String> lines = new ArrayList<>();
    members.forEach((name, json) -> lines.add("  " + JsonNode.quoted(name) + ": " + json));
    List<String> fields = new ArrayList<>();
    rules.fields().forEach(field -> fields.add(line(field.target(), field.json())));
    rules.tables().forEach(table -> fields.add(line(table.name(), table.json())));
    lines.add("  \"" + FIELDS + "\": {\n" + String.join(",\n", fields) + "\n  }");
    String text = "{\n" + String.join(",\n", lines) + "\n}\n";
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String line(String name, String json) {
    return "    " + JsonNode.quoted(name) + ": " + json;
  }

  /**
   * Returns this mapping with a field that is what a source holds, instead of what it said of that
   * field. Of several sources named so one after the other, the first that holds anything counts.
   */
  Mapping with(String source, String target) {
    MappedField own = MappedField.of(source, target);
    List<MappedField> fields = new ArrayList<>();
    for (MappedField field : rules.fields()) {
      if (!field.isAlso(own)) {
        fields.add(field.recipe().isPlain() ? without(source, field) : field);
      } else if (added.contains(target) && field.target().equals(target)) {
        own = first(field, source);
      }
    }
    fields.removeIf(field -> field.recipe().isPlain() && field.recipe().sources().isEmpty());
    fields.add(own);
    Set<String> targets = new LinkedHashSet<>(added);
    targets.add(target);
    return new Mapping(content, rules(fields), members, targets, preset);
  }

  /** Returns what this mapping says of the fields that a schema has. */
  Mapping forSchema(Schema<?> schema) {
    List<MappedField> fields =
        rules.fields().stream()
            .filter(field -> field.keys().stream().allMatch(key -> schema.field(key) != null))
            .toList();
    return fields.size() == rules.fields().size()
        ? this
        : new Mapping(content, rules(fields), members, added, preset);
  }

  private static MappedField without(String source, MappedField field) {
    return field.recipe().sources().contains(source)
        ? field.ofSources(
            field.recipe().sources().stream().filter(one -> !one.equals(source)).toList())
        : field;
  }

  private static MappedField first(MappedField field, String source) {
    List<String> sources = new ArrayList<>(field.recipe().sources());
    sources.remove(source);
    sources.add(source);
    return field.ofSources(sources);
  }

  private Rules rules(List<MappedField> fields) {
    return new Rules(
        rules.fingerprints(),
        rules.source(),
        List.copyOf(fields),
        rules.tables(),
        rules.drop(),
        rules.ignored(),
        rules.strict());
  }

  /** Returns what it says of fields, in its order. */
  List<MappedField> fields() {
    return rules.fields();
  }

  /** Returns what it says of lists of records. */
  List<MappedTable> tables() {
    return rules.tables();
  }

  /** Returns the fields that were added to what is written. */
  List<MappedField> columns() {
    return rules.fields().stream().filter(field -> added.contains(field.target())).toList();
  }

  /** Tells whether it says nothing. */
  boolean isNone() {
    return this == NONE;
  }

  /** Tells whether it is one of {@link Presets}, which name more than any file has. */
  boolean isPreset() {
    return preset;
  }

  /** Returns a target by each source that is asked for; names are looked up as headers are. */
  Map<String, String> sources() {
    return sources;
  }

  /** Returns what it says of how files are written, as JSON, or null when it says nothing. */
  @Nullable String sourceJson() {
    return members.get("source");
  }

  MappingSource source() {
    return rules.source();
  }

  /**
   * Returns the targets of the sources that are taken as they are, but for {@link #ignored}, by
   * source.
   */
  Map<String, String> chosen() {
    return chosen;
  }

  /** Returns the texts that mean nothing, beside those that never mean anything. */
  Set<String> ignored() {
    return rules.ignored();
  }

  /** Tells whether only the fields named are read. */
  boolean isStrict() {
    return rules.strict();
  }

  /** Returns JSON Pointers to what is not kept. */
  List<String> droppedPointers() {
    return rules.drop().stream().filter(drop -> drop.startsWith("/")).toList();
  }

  /** Tells whether a source that no field uses is not kept. */
  boolean drops(String source) {
    for (String drop : rules.drop()) {
      boolean dropped =
          drop.endsWith("*")
              ? source.startsWith(drop.substring(0, drop.length() - 1))
              : source.equals(drop);
      if (dropped) {
        return true;
      }
    }
    return false;
  }
}
