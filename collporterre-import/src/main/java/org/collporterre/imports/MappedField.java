package org.collporterre.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mapping says of a field.
 *
 * @param target as it is written: a key, two keys of a position in one text, or a key with
 *     {@code @} and a language
 * @param keys the keys
 * @param language of a translation, its language, or null
 * @param recipe how its text is made
 * @param json what the mapping says, without blanks
 */
record MappedField(
    String target, List<String> keys, @Nullable String language, Recipe recipe, String json) {
  /** Returns a field that is what one source holds. */
  static MappedField of(String source, String target) {
    return new MappedField(
        target, List.of(target.split(",", -1)), null, Recipe.of(source), JsonNode.quoted(source));
  }

  /** Returns this field as what the first of some sources holds. */
  MappedField ofSources(List<String> sources) {
    String texts = String.join(",", sources.stream().map(JsonNode::quoted).toList());
    String own = sources.size() == 1 ? texts : "{\"from\":[" + texts + "]}";
    Recipe first = Recipe.of(new Making.First(List.copyOf(sources)), recipe.ignored());
    return new MappedField(target, keys, language, first, own);
  }

  /** Returns this field with the names that are meant in the place of beginnings of names. */
  MappedField expanded(List<String> names) {
    return recipe.sources().stream().anyMatch(Making::isBeginning)
        ? new MappedField(target, keys, language, recipe.expanded(names), json)
        : this;
  }

  /** Tells whether the text is both coordinates. */
  boolean isPair() {
    return keys.size() > 1;
  }

  /** Tells whether both are for a same field in a same language. */
  boolean isAlso(MappedField other) {
    return language == null && other.language == null
        ? keys.stream().anyMatch(other.keys::contains)
        : target.equals(other.target);
  }
}
