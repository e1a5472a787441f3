package org.collporterre.imports;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.collporterre.constraint.WebUrl;
import org.collporterre.model.ExternalId;
import org.collporterre.model.LocalizedText;
import org.collporterre.model.RecordRef;
import org.collporterre.model.Territory;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;
import org.collporterre.schema.Term;
import org.collporterre.vocabulary.Concept;
import org.collporterre.vocabulary.LicenseAddresses;
import org.collporterre.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/** Reads the values of properties that are no records: what the exporter writes, backwards. */
final class JsonLdValues {
  private static final int MOST_LICENSES = 256;
  private static final String VOCABULARY = "/vocabulaire/";

  /** Properties whose value may also be given as a node that has, or is, an address. */
  private static final Set<String> ADDRESSES = Set.of("url", "contentUrl", "license", "sameAs");

  private final JsonBinder<?> binder;
  private final Vocabularies vocabularies;
  private final Map<String, Set<String>> sets = new HashMap<>();
  private final Map<String, String> licenses = new HashMap<>();
  private String base = "";

  JsonLdValues(JsonBinder<?> binder, Vocabularies vocabularies) {
    this.binder = binder;
    this.vocabularies = vocabularies;
  }

  /** Goes on to a record of which references begin with an address. */
  void begin(String beginning) {
    base = beginning;
  }

  /** Reads a value into the row; false when it is none of the field's. */
  boolean take(
      JsonLdPlan.Target target,
      JsonLdNode.Value value,
      JsonLdRow row,
      String path,
      JsonLdBinder<?> owner) {
    Field field = (Field) target.component();
    JsonLdTerm term = target.term();
    Class<?> type = field.valueClass();
    JsonLdNode node = value.node();
    if (target.own()) {
      Object read = node == null ? binder.one(field, value.source()) : null;
      return read == null ? node == null : row.add(field, read, value.source());
    } else if (type == LocalizedText.class) {
      Object text = node == null ? binder.one(field, value.source()) : null;
      return text != null && row.addText(field, text.toString(), value.language(), value.source());
    } else if (type == ExternalId.class) {
      return add(field, externalId(value), value, row);
    } else if (type == Territory.class) {
      return add(field, territory(value), value, row);
    } else if (type == RecordRef.class) {
      boolean taken = add(field, reference(field, value), value, row);
      if (taken && node != null) {
        owner.rest(node, List.of("version"), path);
      }
      return taken;
    } else if (term.node().equals("DefinedTerm") && node != null) {
      return concept(field, node, row);
    } else if (term.node().equals("DefinedTerm")) {
      return false;
    } else if (term.value().equals("keywords")) {
      boolean taken = keywords(field, value, row);
      if (taken && node != null) {
        // The code that a keyword has in a vocabulary which is none of ours, say.
        owner.rest(node, List.of("name"), path);
      }
      return taken;
    } else if (!term.node().isEmpty() && node != null) {
      return wrapped(field, term, node, row, path, owner);
    }
    return !term.node().equals("PropertyValue") && plain(field, term, value, row);
  }

  private static boolean add(
      Field field, @Nullable Object value, JsonLdNode.Value from, JsonLdRow row) {
    return value != null && row.add(field, value, from.source());
  }

  private static @Nullable ExternalId externalId(JsonLdNode.Value value) {
    JsonLdNode node = value.node();
    if (node == null) {
      return value.source().isText() ? ExternalId.at(value.source().text()) : null;
    } else if (node.isReference()) {
      return ExternalId.at(Objects.requireNonNull(node.id()));
    }
    String register = node.text("propertyID");
    return register.indexOf(':') >= 0
        ? null
        : ExternalId.parse(register + ":" + node.text("value"));
  }

  private static @Nullable Territory territory(JsonLdNode.Value value) {
    JsonLdNode node = value.node();
    if (node == null) {
      return value.source().isText() ? named(value.source().text()) : null;
    }
    for (JsonLdNode.Value each : node.values("identifier")) {
      JsonLdNode code = each.node();
      Territory found =
          code == null ? null : Territory.registered(code.text("propertyID"), code.text("value"));
      if (found != null) {
        return found;
      }
    }
    String name = node.text("name");
    return node.types().contains("Place") && name.equals("Monde")
        ? Territory.parse("monde")
        : named(name);
  }

  private static @Nullable Territory named(String name) {
    return Territory.parse("libre:" + name);
  }

  private @Nullable RecordRef reference(Field field, JsonLdNode.Value value) {
    JsonLdNode node = value.node();
    String address = node == null ? text(value.source()) : node.id();
    if (address == null || field.refersTo() == null) {
      return null;
    }
    Schema<?> schema = Schema.of(field.refersTo());
    boolean compatible =
        node == null
            || node.types().isEmpty()
            || JsonLdTypes.record(node.types(), true) == field.refersTo();
    String prefix = base + schema.name() + "/";
    String target = address.startsWith(prefix) ? address.substring(prefix.length()) : address;
    if (!compatible || target.indexOf(':') < 0 && !address.startsWith(prefix)) {
      return null;
    }
    String version = node == null ? "" : node.text("version");
    return RecordRef.parse(version.isEmpty() ? target : target + "@" + version);
  }

  private static @Nullable String text(JsonNode source) {
    return source.isText() ? source.text() : null;
  }

  private boolean concept(Field field, JsonLdNode node, JsonLdRow row) {
    JsonNode code = node.plain("termCode");
    String set = node.text("inDefinedTermSet");
    String address = set.isEmpty() ? node.reference("inDefinedTermSet") : set;
    if (code == null
        || address == null
        || !isOf(address, Objects.requireNonNull(field.codeList()))) {
      return false;
    }
    Object value = binder.one(field, code);
    return value == null || row.add(field, value, code);
  }

  private boolean isOf(String set, String vocabulary) {
    return set.endsWith(VOCABULARY + vocabulary)
        || sets.computeIfAbsent(vocabulary, this::addresses).contains(set);
  }

  /** Concepts with addresses of their own are in the set of these. */
  private Set<String> addresses(String vocabulary) {
    Set<String> found = new HashSet<>();
    for (Concept concept : vocabularies.get(vocabulary).concepts()) {
      if (concept.uri() != null) {
        found.add(concept.uri().substring(0, Math.max(0, concept.uri().lastIndexOf('/'))));
      }
    }
    return found;
  }

  /** A comma parts keywords, see schema.org; a term of a vocabulary is one keyword. */
  private boolean keywords(Field field, JsonLdNode.Value value, JsonLdRow row) {
    JsonLdNode node = value.node();
    JsonNode source = node == null ? value.source() : node.plain("name");
    if (source == null) {
      return false;
    }
    Object text = binder.one(field, source);
    if (text == null) {
      return true;
    } else if (node != null || text.toString().indexOf(',') < 0) {
      return row.add(field, text, source);
    }
    for (String part : text.toString().split(",", -1)) {
      if (!part.isBlank()) {
        row.add(field, part.strip(), source);
      }
    }
    return true;
  }

  private boolean wrapped(
      Field field,
      JsonLdTerm term,
      JsonLdNode node,
      JsonLdRow row,
      String path,
      JsonLdBinder<?> owner) {
    boolean register = term.node().equals("PropertyValue");
    String id = term.propertyId().isEmpty() ? field.key() : term.propertyId();
    boolean mine =
        register
            ? node.text("propertyID").equals(id)
            : !term.property().equals("text") || node.types().contains(term.node());
    JsonNode inner = mine ? node.plain(term.property()) : null;
    if (inner == null) {
      return node.types().contains("HowToDirection") && direction(node, row, path, owner);
    }
    Object value = binder.one(field, inner);
    if (value != null && !row.add(field, value, inner)) {
      return false;
    }
    if (path.indexOf('.') < 0 && term.propertyId().equals("collporterre") && value != null) {
      binder.put(field, value, inner);
    }
    owner.rest(node, List.of(term.property(), "propertyID"), path);
    return true;
  }

  /** Adds a direction to the text of its step, on a line of its own. */
  private boolean direction(JsonLdNode node, JsonLdRow row, String path, JsonLdBinder<?> owner) {
    Field text = text(row.schema());
    JsonNode given = node.plain("text") == null ? node.plain("name") : node.plain("text");
    Object value = text == null || given == null ? null : binder.one(text, given);
    if (text == null || given == null || value == null) {
      return false;
    }
    Object before = row.get(text);
    row.set(text, before == null ? value : before + "\n" + value, given);
    owner.rest(node, List.of(node.plain("text") == null ? "name" : "text", "position"), path);
    return true;
  }

  private static @Nullable Field text(Schema<?> schema) {
    for (Field field : schema.fields()) {
      for (Term term : field.terms()) {
        if (term.value().equals("text") && field.valueClass() == String.class) {
          return field;
        }
      }
    }
    return null;
  }

  private boolean plain(Field field, JsonLdTerm term, JsonLdNode.Value value, JsonLdRow row) {
    JsonNode source = value.source();
    String text = source.text();
    JsonLdNode node = value.node();
    if (node != null) {
      source = ADDRESSES.contains(term.value()) ? node.plain("url") : node.plain("name");
      text = source == null ? node.id() : source.text();
      if (source == null && (!ADDRESSES.contains(term.value()) || text == null)) {
        return false;
      }
      source = source == null ? value.source() : source;
    }
    if (term.value().equals("license") && text != null) {
      String id = license(text);
      if (id != null || WebUrl.Validator.matches(text)) {
        return id != null && row.add(field, id, source);
      }
    } else if (term.value().equals("additionalType") && text != null) {
      return kind(field, text, source, row);
    }
    if (node != null && !source.isScalar()) {
      return text != null && row.add(field, text, source);
    }
    Object read = binder.one(field, source);
    return read == null ? source.isScalar() : row.add(field, read, source);
  }

  /** The same few licences are in all records. */
  private @Nullable String license(String address) {
    String known = licenses.get(address);
    if (known == null) {
      known = LicenseAddresses.id(address);
      if (known != null && licenses.size() < MOST_LICENSES) {
        licenses.put(address, known);
      }
    }
    return known;
  }

  /** A kind is an address that ends with its code; any other address says something else. */
  private static boolean kind(Field field, String text, JsonNode source, JsonLdRow row) {
    int at = text.lastIndexOf(VOCABULARY + field.codeList() + "/");
    if (at >= 0) {
      String code = text.substring(text.lastIndexOf('/') + 1);
      return row.add(field, code, source);
    }
    return false;
  }
}
