package org.collporterre.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the texts of a {@link Recipe} come from. */
sealed interface Making {
  /** Returns the texts; none when there is nothing. */
  List<String> texts(Recipe.Sources sources);

  /** Adds the sources it asks for. */
  void addSources(Set<String> all);

  /** Returns how many texts it asks for. */
  int weight();

  /** Tells whether there can be a text when only these sources are there. */
  boolean canBeMadeOf(Set<String> present);

  /** The texts of the first source that holds any. */
  record First(List<String> sources) implements Making {
    @Override
    public List<String> texts(Recipe.Sources from) {
      for (String source : sources) {
        List<String> texts = from.texts(source);
        if (!texts.isEmpty()) {
          return texts;
        }
      }
      return List.of();
    }

    @Override
    public void addSources(Set<String> all) {
      all.addAll(sources);
    }

    @Override
    public int weight() {
      return sources.size();
    }

    @Override
    public boolean canBeMadeOf(Set<String> present) {
      return sources.stream().anyMatch(present::contains);
    }
  }

  /** The texts of all sources in one, with something between them. */
  record Joined(List<String> sources, String between) implements Making {
    @Override
    public List<String> texts(Recipe.Sources from) {
      List<String> texts = new ArrayList<>();
      sources.forEach(source -> texts.addAll(from.texts(source)));
      return texts.isEmpty() ? texts : List.of(String.join(between, texts));
    }

    @Override
    public void addSources(Set<String> all) {
      all.addAll(sources);
    }

    @Override
    public int weight() {
      return sources.size();
    }

    @Override
    public boolean canBeMadeOf(Set<String> present) {
      return sources.stream().anyMatch(present::contains);
    }
  }

  /** The same text for every record. */
  record Constant(String text) implements Making {
    @Override
    public List<String> texts(Recipe.Sources from) {
      return List.of(text);
    }

    @Override
    public void addSources(Set<String> all) {}

    @Override
    public int weight() {
      return 1;
    }

    @Override
    public boolean canBeMadeOf(Set<String> present) {
      return true;
    }
  }

  /**
   * A text with places for others; nothing when one of them is empty. When one place holds several
   * texts, there is one text for each.
   */
  record Template(List<Part> parts) implements Making {
    /**
     * One part.
     *
     * @param literal the text before the place; or the last of the template
     * @param source the source of the place, or null
     * @param field what makes the field of the place, or null
     */
    record Part(String literal, @Nullable String source, @Nullable Recipe field) {
      List<String> texts(Recipe.Sources from) {
        if (source != null) {
          return from.texts(source);
        }
        return field == null ? List.of("") : field.items(from, Recipe.Notes.NONE);
      }

      boolean canBeMadeOf(Set<String> present) {
        return source != null
            ? present.contains(source)
            : field == null || field.canBeMadeOf(present);
      }
    }

    @Override
    public List<String> texts(Recipe.Sources from) {
      List<List<String>> places = new ArrayList<>();
      int many = 0;
      int most = 1;
      for (Part part : parts) {
        List<String> texts = part.texts(from);
        if (texts.isEmpty()) {
          return List.of();
        }
        many += texts.size() > 1 ? 1 : 0;
        most = Math.max(most, texts.size());
        places.add(texts);
      }
      List<String> made = new ArrayList<>();
      for (int i = 0; i < (many == 1 ? most : 1); i++) {
        made.add(filled(places, i, many > 1));
      }
      return made;
    }

    private String filled(List<List<String>> places, int item, boolean together) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < parts.size(); i++) {
        List<String> texts = places.get(i);
        text.append(parts.get(i).literal());
        text.append(together ? String.join(", ", texts) : texts.get(texts.size() > 1 ? item : 0));
      }
      return text.toString();
    }

    @Override
    public void addSources(Set<String> all) {
      for (Part part : parts) {
        if (part.source() != null) {
          all.add(part.source());
        } else if (part.field() != null) {
          all.addAll(part.field().sources());
        }
      }
    }

    @Override
    public boolean canBeMadeOf(Set<String> present) {
      return parts.stream().allMatch(part -> part.canBeMadeOf(present));
    }

    @Override
    public int weight() {
      return parts.stream().mapToInt(p -> p.field() == null ? 1 : p.field().weight()).sum();
    }
  }
}
