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
import org.collporterre.model.Entry;
import org.collporterre.report.FindingSink;
import org.collporterre.schema.Schema;
import org.jspecify.annotations.Nullable;

/** Reads a mapping and says, with line, column and pointer, what is wrong with it. */
final class MappingReader {
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

  private final StrictJson json;

  MappingReader(String file, FindingSink sink) {
    this.json = new StrictJson("mapping", file, sink);
  }

  /** Reads a mapping; empty when anything is wrong. */
  Optional<Mapping> read(InputStream in) throws IOException {
    JsonNode root = json.read(in, "{\"fields\": {…}}");
    if (root == null) {
      return Optional.empty();
    }
    Mapping mapping = mapping(root);
    return json.isClean() ? Optional.of(mapping) : Optional.empty();
  }

  private Mapping mapping(JsonNode root) {
    json.known(root, MEMBERS);
    JsonNode fields = root.get(FIELDS);
    if (fields == null || !fields.isObject()) {
      json.malformed(fields == null ? root : fields, "{\"fields\": {…}}");
    }
    Class<? extends Entry> type = type(root.get("type"));
    Set<String> ignored = new LinkedHashSet<>(json.texts(root.get("ignore_values")));
    MappedFieldsReader reader = new MappedFieldsReader(json, schemas(type), ignored);
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
            new MappingSourceReader(json).read(root.get("source")),
            reader.fields(),
            reader.tables(),
            json.texts(root.get("drop")),
            ignored,
            json.flag(root.get("strict"))),
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
      json.malformed(node, NAME.pattern());
    }
    return node.text();
  }

  private Map<String, String> titles(@Nullable JsonNode node) {
    Map<String, String> titles = new LinkedHashMap<>();
    if (node != null && node.isObject()) {
      for (JsonNode title : node.children()) {
        titles.put(Objects.requireNonNull(title.name()), json.text(title));
      }
    } else if (node != null) {
      titles.put("", json.text(node));
    }
    return titles;
  }

  private @Nullable Class<? extends Entry> type(@Nullable JsonNode node) {
    if (node == null) {
      return null;
    }
    List<String> names = Entry.TYPES.stream().map(type -> Schema.of(type).name()).toList();
    int at = names.indexOf(json.text(node));
    if (at < 0) {
      json.malformed(node, String.join(", ", names));
      return null;
    }
    return Entry.TYPES.get(at);
  }

  /** Returns the names of one form, or those of each when there are several. */
  private List<List<String>> fingerprints(@Nullable JsonNode node) {
    if (node == null) {
      return List.of();
    }
    boolean several = node.children().stream().anyMatch(JsonNode::isArray);
    List<List<String>> all = new ArrayList<>();
    for (JsonNode form : several ? node.children() : List.of(node)) {
      all.add(json.texts(form));
    }
    return List.copyOf(all);
  }
}
