package org.collporterre.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.collporterre.schema.Schema;
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

  /** Returns this with the names that are meant in the place of those that are only beginnings. */
  default Making expanded(List<String> names) {
    return this;
  }

  /** Tells whether a source is every name that begins so: {@code Tag*}, but not {@code Tag *}. */
  static boolean isBeginning(String source) {
    int star = source.length() - 1;
    return star > 0
        && source.charAt(0) != '/'
        && source.charAt(star) == '*'
        && !Character.isWhitespace(source.charAt(star - 1));
  }

  /** Tells whether a name is meant by a source that is only its beginning. */
  static boolean begins(String name, String source) {
    String beginning = Schema.foldHeader(source.substring(0, source.length() - 1));
    return Schema.foldHeader(name).startsWith(beginning);
  }

  private static List<String> expanded(List<String> sources, List<String> names) {
    List<String> all = new ArrayList<>();
    for (String source : sources) {
      if (isBeginning(source) && !names.contains(source)) {
        names.stream().filter(name -> begins(name, source)).forEach(all::add);
      } else {
        all.add(source);
      }
    }
    return all;
  }

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
    public Making expanded(List<String> names) {
      return new First(Making.expanded(sources, names));
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
    public Making expanded(List<String> names) {
      return new Joined(Making.expanded(sources, names), between);
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

  /** The texts of each of several templates of which nothing is empty. */
  record Several(List<Template> templates) implements Making {
    @Override
    public List<String> texts(Recipe.Sources from) {
      List<String> texts = new ArrayList<>();
      templates.forEach(template -> texts.addAll(template.texts(from)));
      return texts;
    }

    @Override
    public void addSources(Set<String> all) {
      templates.forEach(template -> template.addSources(all));
    }

    @Override
    public boolean canBeMadeOf(Set<String> present) {
      return templates.stream().anyMatch(template -> template.canBeMadeOf(present));
    }

    @Override
    public int weight() {
      return templates.stream().mapToInt(Template::weight).sum();
    }
  }
}
