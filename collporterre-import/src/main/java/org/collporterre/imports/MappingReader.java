package org.collporterre.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.collporterre.check.RuleSettings;
import org.collporterre.model.Entry;
import org.collporterre.report.FindingSink;
import org.collporterre.report.Location;
import org.collporterre.report.Profile;
import org.collporterre.schema.Schema;
import org.collporterre.vocabulary.Nearest;
import org.jspecify.annotations.Nullable;

/** Reads a mapping and says, with line, column and pointer, what is wrong with it. */
final class MappingReader {
  static final String MALFORMED = "mapping-malformed";

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
  private static final String FIELDS = "fields";
  private static final List<String> MEMBERS =
      List.of(
          "$schema",
          "name",
          "title",
          "type",
          "fingerprint",
          "source",
          FIELDS,
          "drop",
          "ignore_values",
          "strict");

  private final String file;
  private final Findings findings;
  private int errors;

  MappingReader(String file, FindingSink sink) {
    this.file = file;
    this.findings = new Findings(sink, Profile.ECHANGE, RuleSettings.NONE, null);
  }

  /** Reads a mapping; empty when anything is wrong. */
  Optional<Mapping> read(InputStream in) throws IOException {
    JsonNode root;
    try {
      JsonScanner scanner = new JsonScanner(in);
      root = JsonNode.read(scanner, scanner.next(), null, null, 0, this::twice);
      scanner.next();
    } catch (JsonFault fault) {
      Location place = new Location(file, fault.line(), fault.column());
      say(MALFORMED, place, fault.value(), fault.expected() == null ? "JSON" : fault.expected());
      return Optional.empty();
    }
    if (!root.isObject()) {
      malformed(root, "{\"fields\": {…}}");
      return Optional.empty();
    }
    Mapping mapping = mapping(root);
    return errors == 0 ? Optional.of(mapping) : Optional.empty();
  }

  private Mapping mapping(JsonNode root) {
    known(root, MEMBERS);
    JsonNode fields = root.get(FIELDS);
    if (fields == null || !fields.isObject()) {
      malformed(fields == null ? root : fields, "{\"fields\": {…}}");
    }
    Class<? extends Entry> type = type(root.get("type"));
    Set<String> ignored = new LinkedHashSet<>(texts(root.get("ignore_values")));
    MappedFieldsReader reader = new MappedFieldsReader(this, schemas(type), ignored);
    if (fields != null && fields.isObject()) {
      reader.read(fields);
    }
    Map<String, String> members = new LinkedHashMap<>();
    for (JsonNode member : root.children()) {
      if (!FIELDS.equals(member.name())) {
        members.put(Objects.requireNonNull(member.name()), member.compact());
      }
    }
    return Mapping.of(
        new Mapping.Content(name(root.get("name")), titles(root.get("title")), type),
        new Mapping.Rules(
            fingerprints(root.get("fingerprint")),
            new MappingSourceReader(this).read(root.get("source")),
            reader.fields(),
            reader.tables(),
            texts(root.get("drop")),
            ignored,
            flag(root.get("strict"))),
        members);
  }

  private static List<Schema<?>> schemas(@Nullable Class<? extends Entry> type) {
    return type == null
        ? Entry.TYPES.stream().<Schema<?>>map(Schema::of).toList()
        : List.of(Schema.of(type));
  }

  private String name(@Nullable JsonNode node) {
    if (node == null) {
      return "";
    }
    if (!node.isText() || !NAME.matcher(node.text()).matches()) {
      malformed(node, NAME.pattern());
    }
    return node.text();
  }

  private Map<String, String> titles(@Nullable JsonNode node) {
    Map<String, String> titles = new LinkedHashMap<>();
    if (node != null && node.isObject()) {
      for (JsonNode title : node.children()) {
        titles.put(Objects.requireNonNull(title.name()), text(title));
      }
    } else if (node != null) {
      titles.put("", text(node));
    }
    return titles;
  }

  private @Nullable Class<? extends Entry> type(@Nullable JsonNode node) {
    if (node == null) {
      return null;
    }
    List<String> names = Entry.TYPES.stream().map(type -> Schema.of(type).name()).toList();
    int at = names.indexOf(text(node));
    if (at < 0) {
      malformed(node, String.join(", ", names));
      return null;
    }
    return Entry.TYPES.get(at);
  }

  /** Returns true or false; anything else is malformed, and nothing is false. */
  boolean flag(@Nullable JsonNode node) {
    if (node == null || node.kind() == JsonNode.Kind.FALSE) {
      return false;
    }
    if (node.kind() != JsonNode.Kind.TRUE) {
      malformed(node, "true, false");
    }
    return true;
  }

  /** Returns the names of one form, or those of each when there are several. */
  private List<List<String>> fingerprints(@Nullable JsonNode node) {
    if (node == null) {
      return List.of();
    }
    boolean several = node.children().stream().anyMatch(JsonNode::isArray);
    List<List<String>> all = new ArrayList<>();
    for (JsonNode form : several ? node.children() : List.of(node)) {
      all.add(texts(form));
    }
    return List.copyOf(all);
  }

  /** Returns a text that is not empty; anything else is malformed. */
  String text(JsonNode node) {
    if (!node.isText() || node.text().isEmpty()) {
      malformed(node, "\"…\"");
    }
    return node.isText() ? node.text() : "";
  }

  /** Returns the texts of an array, or a single one; of nothing, none. */
  List<String> texts(@Nullable JsonNode node) {
    if (node == null) {
      return List.of();
    }
    if (!node.isArray()) {
      return List.of(text(node));
    }
    List<String> texts = new ArrayList<>();
    node.children().forEach(item -> texts.add(text(item)));
    return List.copyOf(texts);
  }

  /** Tells whether the members of an object are all known, and reports those that are not. */
  boolean known(JsonNode object, List<String> names) {
    int before = errors;
    for (JsonNode member : object.children()) {
      String name = Objects.requireNonNull(member.name());
      if (!names.contains(name)) {
        String near = Nearest.of(name, names);
        say(MALFORMED, member.location(file), name, near == null ? String.join(", ", names) : near);
      }
    }
    return errors == before;
  }

  void malformed(JsonNode node, String expected) {
    say(MALFORMED, node.location(file), node.compact(), expected);
  }

  /** Reports something about a place in the mapping. */
  void say(String code, JsonNode node, @Nullable String value, @Nullable String expected) {
    say(code, node.location(file), value, expected);
  }

  private void twice(JsonNode node) {
    say("mapping-key-twice", node.location(file), node.name(), null);
  }

  private void say(String code, Location place, @Nullable String value, @Nullable String expected) {
    errors += findings.isError(code) ? 1 : 0;
    findings.report(code, place, null, null, value, expected, null);
  }
}
