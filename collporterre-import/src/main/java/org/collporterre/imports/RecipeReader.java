package org.collporterre.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.collporterre.model.Initiative;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;
import org.collporterre.schema.TableTexts;
import org.collporterre.vocabulary.Vocabularies;
import org.collporterre.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/** Reads what a mapping says of one field. */
final class RecipeReader {
  /** The most texts that one field may be made of, those of other fields in it included. */
  static final int HEAVIEST = 200;

  /** A place of a template may be anything. */
  private static final Field ANY_TEXT = Schema.of(Initiative.class).requireField("titre");

  private static final String FIELD = "field:";
  private static final String FIRST = "first";
  private static final String LAST = "last";
  private static final List<String> MAKINGS = List.of("from", "join", "template", "constant");
  private static final List<String> MEMBERS =
      List.of(
          "from",
          "join",
          "with",
          "where",
          "template",
          "constant",
          "date",
          "separator",
          "take",
          "values",
          "default");

  private final StrictJson reader;
  private final Set<String> ignored;
  private final Function<String, @Nullable Field> fields;

  /** Gives what makes another field. */
  interface Others {
    /** Returns the recipe of a field; null when there is none, which has then been reported. */
    @Nullable Recipe recipe(JsonNode at, String key);
  }

  /**
   * @param ignored texts that mean nothing
   * @param fields gives the field of a key, or null
   */
  RecipeReader(StrictJson reader, Set<String> ignored, Function<String, @Nullable Field> fields) {
    this.reader = reader;
    this.ignored = ignored;
    this.fields = fields;
  }

  /** Reads the definition of a field; null when it is wrong, which has been reported. */
  @Nullable Recipe read(JsonNode node, Field field, Others others) {
    if (node.isText()) {
      return source(node) ? Recipe.of(new Making.First(List.of(node.text())), ignored) : null;
    }
    Making making = node.isObject() ? making(node, field, others) : null;
    if (!node.isObject()) {
      reader.malformed(node, "\"…\", {\"from\": …}");
    }
    if (making == null) {
      return null;
    }
    JsonNode fallback = node.get("default");
    Recipe recipe =
        new Recipe(
            making,
            ignored,
            dates(node.get("date")),
            reader.texts(node.get("separator")),
            values(node.get("values"), field),
            fallback == null ? null : constant(fallback, field),
            isLast(node.get("take")),
            making instanceof Making.Template ? purpose(field) : Recipe.Purpose.TEXT);
    if (recipe.weight() > HEAVIEST) {
      reader.say("mapping-malformed", node, Integer.toString(recipe.weight()), "≤ " + HEAVIEST);
      return null;
    }
    return recipe;
  }

  private static Recipe.Purpose purpose(Field field) {
    return switch (field.key()) {
      case "id" -> Recipe.Purpose.IDENTIFIER;
      case "identifiants_externes" -> Recipe.Purpose.CODE;
      default -> Recipe.Purpose.TEXT;
    };
  }

  /** Tells whether the last item is wanted; the first when nothing is said. */
  private boolean isLast(@Nullable JsonNode node) {
    String text = node == null ? FIRST : node.text();
    if (node != null && !text.equals(FIRST) && !text.equals(LAST)) {
      reader.malformed(node, FIRST + ", " + LAST);
    }
    return text.equals(LAST);
  }

  private @Nullable Making making(JsonNode node, Field field, Others others) {
    if (!reader.known(node, MEMBERS)) {
      return null;
    }
    List<JsonNode> makings =
        node.children().stream().filter(member -> MAKINGS.contains(member.name())).toList();
    JsonNode with = node.get("with");
    JsonNode where = node.get("where");
    if (makings.size() != 1
        || with != null && node.get("join") == null
        || where != null && node.get("template") == null) {
      reader.malformed(node, String.join(" | ", MAKINGS));
      return null;
    }
    JsonNode how = makings.get(0);
    return switch (Objects.requireNonNull(how.name())) {
      case "from" -> sources(how) ? new Making.First(reader.texts(how)) : null;
      case "join" ->
          sources(how)
              ? new Making.Joined(reader.texts(how), with == null ? " " : between(with))
              : null;
      case "template" -> templates(how, where, others);
      default -> new Making.Constant(constant(how, field));
    };
  }

  private String between(JsonNode with) {
    if (!with.isText()) {
      reader.malformed(with, "\" \"");
    }
    return with.text();
  }

  private boolean sources(JsonNode node) {
    if (!node.isArray()) {
      return source(node);
    }
    boolean right = !node.children().isEmpty();
    if (!right) {
      reader.malformed(node, "[\"…\"]");
    }
    for (JsonNode item : node.children()) {
      right &= source(item);
    }
    return right;
  }

  private boolean source(JsonNode node) {
    String source = reader.text(node);
    if (source.startsWith("/") && !MappingSourceReader.POINTER.matcher(source).matches()) {
      reader.malformed(node, "/a/b");
      return false;
    }
    return !source.isEmpty();
  }

  private @Nullable Making templates(JsonNode node, @Nullable JsonNode where, Others others) {
    Map<String, Recipe> places = places(where, others);
    if (places == null) {
      return null;
    } else if (!node.isArray()) {
      return template(node, places, others);
    }
    if (node.children().isEmpty()) {
      reader.malformed(node, "[\"…{…}…\"]");
    }
    List<Making.Template> all = new ArrayList<>();
    for (JsonNode item : node.children()) {
      Making.Template template = template(item, places, others);
      if (template == null) {
        return null;
      }
      all.add(template);
    }
    return new Making.Several(List.copyOf(all));
  }

  /** Returns what makes the places of a template that are no sources; null when it is wrong. */
  private @Nullable Map<String, Recipe> places(@Nullable JsonNode where, Others others) {
    Map<String, Recipe> places = new HashMap<>();
    if (where != null && !where.isObject()) {
      reader.malformed(where, "{\"…\": {\"from\": …}}");
      return null;
    }
    for (JsonNode place : where == null ? List.<JsonNode>of() : where.children()) {
      Recipe recipe = read(place, ANY_TEXT, others);
      if (recipe == null) {
        return null;
      }
      places.put(Objects.requireNonNull(place.name()), recipe);
    }
    return places;
  }

  private Making.@Nullable Template template(
      JsonNode node, Map<String, Recipe> places, Others others) {
    String text = reader.text(node);
    List<Making.Template.Part> parts = new ArrayList<>();
    int from = 0;
    for (int at = text.indexOf('{'); at >= 0; at = text.indexOf('{', from)) {
      int end = text.indexOf('}', at);
      if (end <= at + 1) {
        reader.malformed(node, "…{…}…");
        return null;
      }
      Making.Template.Part part =
          part(node, text.substring(from, at), text.substring(at + 1, end), places, others);
      if (part == null) {
        return null;
      }
      parts.add(part);
      from = end + 1;
    }
    if (parts.isEmpty()) {
      reader.malformed(node, "…{…}…");
      return null;
    }
    parts.add(new Making.Template.Part(text.substring(from), null, null));
    return new Making.Template(List.copyOf(parts));
  }

  private Making.Template.@Nullable Part part(
      JsonNode node, String before, String place, Map<String, Recipe> places, Others others) {
    Recipe own = places.get(place);
    if (own != null) {
      return new Making.Template.Part(before, null, own);
    } else if (!place.startsWith(FIELD)) {
      return new Making.Template.Part(before, place, null);
    }
    String key = place.substring(FIELD.length());
    if (fields.apply(key) == null) {
      reader.say("mapping-key-unknown", node, key, null);
      return null;
    }
    Recipe other = others.recipe(node, key);
    return other == null ? null : new Making.Template.Part(before, null, other);
  }

  private List<DateForm> dates(@Nullable JsonNode node) {
    List<DateForm> forms = new ArrayList<>();
    for (String pattern : reader.texts(node)) {
      try {
        forms.add(DateForm.of(pattern));
      } catch (IllegalArgumentException | java.time.DateTimeException e) {
        reader.say("mapping-pattern-invalid", Objects.requireNonNull(node), pattern, "dd/MM/yyyy");
      }
    }
    return forms;
  }

  private @Nullable ValueTable values(@Nullable JsonNode node, Field field) {
    if (node == null) {
      return null;
    }
    if (!node.isObject()) {
      reader.malformed(node, "{\"…\": \"…\"}");
      return null;
    }
    Map<String, List<String>> codes = new LinkedHashMap<>();
    for (JsonNode value : node.children()) {
      List<JsonNode> items = value.isArray() ? value.children() : List.of(value);
      List<String> own = new ArrayList<>();
      for (JsonNode item : items) {
        if (item.isText() && item.text().isEmpty()) {
          continue;
        }
        own.add(constant(item, field));
      }
      codes.put(TableTexts.trim(Objects.requireNonNull(value.name())), List.copyOf(own));
    }
    return new ValueTable(codes);
  }

  /** Returns a text of the mapping itself; a code that a closed vocabulary lacks is reported. */
  private String constant(JsonNode node, Field field) {
    String text = node.isScalar() && !node.isText() ? node.text() : reader.text(node);
    String codeList = field.codeList();
    if (codeList != null && !field.isOpen() && !text.isEmpty()) {
      Vocabulary vocabulary = Vocabularies.standard().get(codeList);
      for (String code : TableTexts.split(text, '|')) {
        if (vocabulary.resolve(code) == null) {
          reader.say("mapping-value-unknown", node, code, vocabulary.nearest(code));
        }
      }
    }
    return text;
  }
}
