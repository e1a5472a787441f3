package org.collporterre.imports;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the names in a JSON-LD document mean: schema.org's context, which is known and never
 * fetched, and terms, prefixes, vocabulary and language that the document declares itself.
 * Immutable.
 */
final class JsonLdContext {
  /** The meaning of nothing but keywords and full addresses. */
  static final JsonLdContext NONE = new JsonLdContext(null, Map.of(), Set.of(), null);

  private static final String SCHEMA = "https://schema.org/";
  private static final String OURS = "https://collporterre.org/ns#";

  /** What schema.org's own context declares beside its vocabulary, as far as it matters here. */
  private static final Map<String, String> DECLARED =
      Map.of("id", "@id", "type", "@type", "schema", SCHEMA);

  private static final Set<String> IGNORED =
      Set.of("@version", "@protected", "@propagate", "@base");
  private static final Set<String> DEFINITION = Set.of("@id", "@type", "@container", "@prefix");

  private final @Nullable String vocabulary;
  private final Map<String, String> terms;
  private final Set<String> references;
  private final @Nullable String language;

  private JsonLdContext(
      @Nullable String vocabulary,
      Map<String, String> terms,
      Set<String> references,
      @Nullable String language) {
    this.vocabulary = vocabulary;
    this.terms = terms;
    this.references = references;
    this.language = language;
  }

  /** Returns the language of texts that state none, or null. */
  @Nullable String language() {
    return language;
  }

  /** Tells whether texts under a name are addresses of nodes. */
  boolean isReference(String name) {
    return references.contains(name);
  }

  /**
   * Returns this context with what a document adds to it.
   *
   * @throws JsonFault when it is another's that we do not know, or declares what we cannot follow
   */
  JsonLdContext with(JsonNode context) throws JsonFault {
    return switch (context.kind()) {
      case NULL -> NONE;
      case TEXT -> remote(context);
      case ARRAY -> {
        JsonLdContext all = this;
        for (JsonNode item : context.children()) {
          all = all.with(item);
        }
        yield all;
      }
      case OBJECT -> inline(context);
      default -> throw unsupported(context);
    };
  }

  private JsonLdContext remote(JsonNode address) throws JsonFault {
    if (!isSchemaOrg(address.text())) {
      throw new JsonFault(
          "context-unknown",
          address.line(),
          address.column(),
          address.text(),
          "https://schema.org");
    }
    Map<String, String> all = new HashMap<>(terms);
    all.putAll(DECLARED);
    return new JsonLdContext(SCHEMA, all, references, language);
  }

  private static boolean isSchemaOrg(String address) {
    String plain = canonical(address.endsWith("/") ? address : address + "/");
    return plain.isEmpty()
        || plain.equals("#/")
        || plain.equals("docs/jsonldcontext.json/")
        || plain.equals("docs/jsonldcontext.jsonld/");
  }

  private JsonLdContext inline(JsonNode context) throws JsonFault {
    String vocab = vocabulary;
    String tag = language;
    Map<String, String> all = new HashMap<>(terms);
    Set<String> ids = new HashSet<>(references);
    for (JsonNode member : context.children()) {
      String name = Objects.requireNonNull(member.name());
      if (name.equals("@vocab") && (member.isText() || member.isNull())) {
        vocab = member.isNull() ? null : vocabulary(address(member.text()));
      } else if (name.equals("@language") && (member.isText() || member.isNull())) {
        tag = member.isNull() ? null : member.text();
      } else if (name.equals("_")) {
        // Names that begin with it are those of blank nodes, whatever is declared.
        ids.remove(name);
      } else if (!name.startsWith("@")) {
        define(name, member, all, ids);
      } else if (!IGNORED.contains(name)) {
        throw unsupported(member);
      }
    }
    JsonLdContext raw = new JsonLdContext(vocab, all, ids, tag);
    Map<String, String> expanded = new HashMap<>();
    all.forEach((name, meaning) -> expanded.put(name, raw.expanded(meaning)));
    return new JsonLdContext(vocab, Map.copyOf(expanded), Set.copyOf(ids), tag);
  }

  private static String vocabulary(String address) {
    return isSchemaOrg(address) ? SCHEMA : address;
  }

  private static void define(
      String name, JsonNode definition, Map<String, String> all, Set<String> ids) throws JsonFault {
    JsonNode id = definition.isObject() ? definition.get("@id") : definition;
    ids.remove(name);
    if (definition.isNull() || id != null && id.isNull()) {
      all.put(name, "");
      return;
    }
    if (id != null && !id.isText() || id == null && !definition.isObject()) {
      throw unsupported(definition);
    }
    for (JsonNode part : definition.children()) {
      String key = Objects.requireNonNull(part.name());
      boolean known = DEFINITION.contains(key);
      if (key.equals("@container")) {
        known = part.text().equals("@set") || part.text().equals("@list");
      } else if (key.equals("@type") && part.isText() && part.text().equals("@id")) {
        ids.add(name);
      } else if (key.equals("@type") && part.text().equals("@json")) {
        // The names in such a value mean nothing, and would here.
        known = false;
      }
      if (!known) {
        throw unsupported(part);
      }
    }
    if (id != null) {
      all.put(name, id.text());
    }
  }

  private static JsonFault unsupported(JsonNode what) {
    String name = what.name();
    return new JsonFault(
        "context-unsupported",
        what.line(),
        what.column(),
        name == null ? what.text() : name,
        "https://schema.org");
  }

  /** Returns a declared meaning as an address; declarations may use each other. */
  private String expanded(String meaning) {
    String address = meaning;
    for (int i = 0; i < 8 && !address.startsWith("@"); i++) {
      int colon = address.indexOf(':');
      String prefix = colon < 0 ? null : terms.get(address.substring(0, colon));
      if (prefix == null || address.startsWith("//", colon + 1)) {
        boolean bare = colon < 0 && !address.isEmpty() && vocabulary != null;
        return bare ? vocabulary + address : address;
      }
      address = prefix + address.substring(colon + 1);
    }
    return address;
  }

  /**
   * Returns what a name means: a keyword, a property or type of schema.org by its name, one of ours
   * with {@code cpt:}, another by its address; null when it means nothing.
   */
  @Nullable String term(String name) {
    if (name.startsWith("@")) {
      return name;
    }
    String declared = terms.get(name);
    if (declared != null) {
      return declared.isEmpty() ? null : canonical(declared);
    }
    if (name.indexOf(':') > 0) {
      return canonical(address(name));
    }
    if (vocabulary == null) {
      return null;
    }
    return vocabulary.equals(SCHEMA) ? name : canonical(vocabulary + name);
  }

  /** Returns the address that a text is, which may begin with a prefix. */
  String address(String text) {
    int colon = text.indexOf(':');
    String prefix = colon < 1 ? null : terms.get(text.substring(0, colon));
    return prefix == null || prefix.startsWith("@") || text.startsWith("//", colon + 1)
        ? text
        : prefix + text.substring(colon + 1);
  }

  private static String canonical(String address) {
    if (address.startsWith(OURS)) {
      return "cpt:" + address.substring(OURS.length());
    }
    int from = address.startsWith("https://") ? 8 : address.startsWith("http://") ? 7 : -1;
    if (from > 0) {
      from = address.startsWith("www.", from) ? from + 4 : from;
      if (address.startsWith("schema.org/", from)) {
        return address.substring(from + 11);
      }
    }
    return address;
  }
}
