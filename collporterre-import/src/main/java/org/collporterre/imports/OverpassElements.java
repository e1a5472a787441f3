package org.collporterre.imports;

import java.util.Objects;
import java.util.Set;
import org.collporterre.schema.Field;
import org.jspecify.annotations.Nullable;

/**
 * The nodes, ways and relations of OpenStreetMap in the JSON of its Overpass API. Those without
 * tags are only the shape of others, and no records.
 */
final class OverpassElements {
  /** What is said of the whole answer; the rest of it is told as not kept. */
  static final Set<String> HEAD = Set.of("version", "generator", "osm3s");

  private static final String TAGS = "tags";
  private static final Set<String> TYPES = Set.of("node", "way", "relation");

  private int untagged;
  private @Nullable JsonNode firstUntagged;

  /** Tells whether an array holds such elements. */
  static boolean isIn(JsonNode head, String array) {
    return array.equals("elements")
        && (head.get("osm3s") != null
            || head.get("generator") != null && head.get("version") != null);
  }

  /** Returns the identifier in OpenStreetMap, {@code node/123}; null when it cannot be told. */
  static @Nullable String id(JsonNode element) {
    JsonNode type = element.get("type");
    JsonNode id = element.get("id");
    return type == null || id == null || !TYPES.contains(type.text()) || !id.isNumber()
        ? null
        : type.text() + "/" + id.text();
  }

  /** Tells whether an element is a record; counts those that are not. */
  boolean isRecord(JsonNode element) {
    JsonNode tags = element.get(TAGS);
    if (tags != null && tags.isObject() && !tags.children().isEmpty()) {
      return true;
    }
    untagged++;
    firstUntagged = firstUntagged == null ? element : firstUntagged;
    return false;
  }

  /** Gives a binder what an element says. */
  static void bind(JsonNode element, JsonBinder<?> binder) {
    JsonNode tags = Objects.requireNonNull(element.get(TAGS));
    String id = id(element);
    JsonNode number = element.get("id");
    if (id != null && number != null) {
      binder.outside("@id", JsonNode.text(id, number));
    }
    binder.members(tags, Set.of());
    if (id != null && number != null && !binder.isMapped("@id")) {
      binder.identify("osm:" + id, number);
    }
    JsonNode center = element.get("center");
    position(center == null ? element : center, "lat", "latitude", binder);
    position(center == null ? element : center, "lon", "longitude", binder);
  }

  private static void position(JsonNode owner, String member, String key, JsonBinder<?> binder) {
    JsonNode number = owner.get(member);
    Field field = binder.schema().field(key);
    if (binder.isMapped(key)) {
      return;
    } else if (number != null && field != null) {
      binder.set(field, number);
    } else if (number != null) {
      binder.foreign(number);
    }
  }

  /** Returns how many elements were no records. */
  int untagged() {
    return untagged;
  }

  /** Returns the first element that was no record, or null. */
  @Nullable JsonNode firstUntagged() {
    return firstUntagged;
  }
}
