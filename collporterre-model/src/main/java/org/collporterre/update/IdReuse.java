package org.collporterre.update;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.model.LocalizedText;
import org.collporterre.schema.ChildTable;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;
import org.collporterre.vocabulary.Folding;
import org.jspecify.annotations.Nullable;

/** Tells whether two records of one identifier can be of one thing. */
final class IdReuse {
  /** What many things of one file have in common. */
  private static final Set<String> COMMON =
      Set.of("langue", "licence", "licence_texte", "verifie_par", "collecte_par", "code_pays");

  private static final int LONG_WORD = 3;

  private IdReuse() {}

  /**
   * Tells whether two records have nothing in common: no word of the title, and no other text,
   * reference or place that both have. Where titles are all there is to compare, they may have been
   * changed.
   */
  static boolean haveNothingInCommon(Entry one, Entry other) {
    if (!disjoint(words(one), words(other)) || sharesPlace(one, other)) {
      return false;
    }
    Schema<?> schema = Schema.of(one);
    Map<String, Object> parts = RecordParts.of(one);
    Map<String, Object> others = RecordParts.of(other);
    boolean compared = false;
    for (Map.Entry<String, Object> part : parts.entrySet()) {
      Object value = others.get(part.getKey());
      if (value != null && isTelling(schema, part.getKey())) {
        compared = true;
        if (shares(part.getValue(), value)) {
          return false;
        }
      }
    }
    return compared;
  }

  private static boolean isTelling(Schema<?> schema, String part) {
    if (part.startsWith(RecordParts.EXTENSION) || RecordParts.translated(part) != null) {
      return false;
    }
    ChildTable table = RecordParts.table(schema, part);
    Field field = schema.field(part);
    if (table != null || field == null) {
      return table != null;
    }
    Class<?> type = field.valueClass();
    boolean free = type == String.class || type == LocalizedText.class;
    return free
        ? field.codeList() == null
            && !Set.of("id", "titre").contains(part)
            && !COMMON.contains(part)
        : part.equals("identifiants_externes");
  }

  private static boolean shares(Object value, Object other) {
    return value instanceof Iterable<?> items && other instanceof Iterable<?> others
        ? anyEqual(items, others)
        : value.equals(other);
  }

  private static boolean anyEqual(Iterable<?> items, Iterable<?> others) {
    for (Object item : items) {
      for (Object other : others) {
        if (item.equals(other)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean sharesPlace(Entry one, Entry other) {
    return one instanceof Initiative first
        && other instanceof Initiative second
        && !disjoint(municipalities(first), municipalities(second));
  }

  private static Set<String> municipalities(Initiative initiative) {
    Set<String> found = new TreeSet<>();
    Schema<Initiative> schema = Schema.of(Initiative.class);
    for (ChildTable table : schema.childTables()) {
      if (table.isInline()) {
        for (Object place : table.from(initiative)) {
          add(found, table.schema().requireField("commune").text(place));
          add(found, table.schema().requireField("code_insee").text(place));
        }
      }
    }
    return found;
  }

  private static void add(Set<String> to, String text) {
    if (!text.isEmpty()) {
      to.add(Folding.fold(text));
    }
  }

  private static Set<String> words(Entry entry) {
    @Nullable LocalizedText title = entry.title();
    Set<String> words = new TreeSet<>();
    if (title != null) {
      for (String word : Folding.fold(title.text()).split(" ", -1)) {
        if (word.length() >= LONG_WORD) {
          words.add(word);
        }
      }
    }
    return words;
  }

  private static boolean disjoint(Set<String> some, Set<String> others) {
    return some.stream().noneMatch(others::contains);
  }
}
