package org.collporterre.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out how persons and organizations inside a record can be reached, and when and where they
 * live: a record has no field for it, and extensions are passed on to every format. What belongs to
 * the record itself, or to a place in it, is none of that.
 */
final class JsonLdContacts {
  private static final String CODE = "personal-data-dropped";

  private static final Set<String> CONTACTS =
      Set.of("email", "telephone", "faxNumber", "contactPoint", "birthDate");

  /** Types of nodes whose address and telephone are those of a place or an office. */
  private static final Set<String> PLACES = Set.of("Place", "PostalAddress", "ContactPoint");

  private static final Pattern INDEX = Pattern.compile("\\[[0-9]+]");

  private final JsonBinder<?> binder;

  JsonLdContacts(JsonBinder<?> binder) {
    this.binder = binder;
  }

  /** Returns the properties of a node inside a record that are to be read, and reports others. */
  List<JsonLdNode.Property> without(JsonLdNode node, JsonLdPlan into, String path) {
    List<JsonLdNode.Property> kept = new ArrayList<>(node.properties().size());
    for (JsonLdNode.Property property : node.properties()) {
      boolean read =
          into.inner(property.term()) != null || !into.targets(property.term()).isEmpty();
      if (read || !isDropped(node, property, path)) {
        kept.add(property);
      }
    }
    return kept;
  }

  /** Tells whether a property is not to be kept, and reports it then. */
  boolean isDropped(JsonLdNode node, JsonLdNode.Property property, String path) {
    boolean dropped = isContact(property.term(), node.types());
    if (dropped) {
      report(path + property.member().name(), property.member());
    }
    return dropped;
  }

  /** Returns what an extension may hold of a value inside a record. */
  JsonNode keepable(JsonNode value, String path) {
    return value.without(
        member -> {
          JsonNode owner = member.parent();
          boolean dropped =
              owner != null && isContact(local(member.name()), types(owner.get("@type")));
          if (dropped) {
            report(path + "." + member.name(), member);
          }
          return dropped;
        });
  }

  private static boolean isContact(String term, List<String> types) {
    return CONTACTS.contains(term) && types.stream().noneMatch(PLACES::contains)
        || term.equals("address") && types.contains("Person");
  }

  /** The place in a list does not count: once per file and property. */
  private void report(String name, JsonNode member) {
    binder.nameFinding(CODE, INDEX.matcher(name).replaceAll(""), member, null, null);
  }

  private static List<String> types(@Nullable JsonNode type) {
    if (type == null) {
      return List.of();
    }
    List<JsonNode> all = type.isArray() ? type.children() : List.of(type);
    return all.stream().map(each -> local(each.text())).toList();
  }

  /** Returns a name without the prefix or the address of its vocabulary. */
  private static String local(@Nullable String name) {
    return name == null ? "" : name.substring(name.lastIndexOf(':') + 1).replaceFirst(".*/", "");
  }
}
