package org.collporterre.cms.connect;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads JSON of others: what is not of the form expected is as if it were not there. */
final class Members {
  private Members() {}

  /** Returns what stands under names inside one another, or null in JSON. */
  static JsonValue at(@Nullable JsonValue value, String... names) {
    JsonValue found = value;
    for (String name : names) {
      found = found instanceof JsonObject object ? object.get(name) : null;
    }
    return found == null ? JsonValue.NULL : found;
  }

  /** Returns the text or number under names inside one another, or an empty text. */
  static String text(@Nullable JsonValue value, String... names) {
    JsonValue found = at(value, names);
    if (found instanceof JsonString string) {
      return string.getString();
    }
    return found instanceof JsonNumber number ? number.toString() : "";
  }

  /** Tells whether there is anything under a name but false. */
  static boolean has(@Nullable JsonValue value, String name) {
    JsonValue found = at(value, name);
    return found != JsonValue.NULL
        && found.getValueType() != JsonValue.ValueType.NULL
        && found.getValueType() != JsonValue.ValueType.FALSE;
  }

  /** Returns the items of a list under names inside one another; none when there is no list. */
  static List<JsonValue> items(@Nullable JsonValue value, String... names) {
    return at(value, names) instanceof JsonArray array ? array : List.of();
  }
}
