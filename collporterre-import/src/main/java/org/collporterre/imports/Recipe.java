package org.collporterre.imports;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.collporterre.schema.TableTexts;
import org.jspecify.annotations.Nullable;

/**
 * How the text of a field is made from the texts of a record's sources: columns of a table, members
 * of a JSON object. Immutable; it knows neither rows nor JSON.
 *
 * @param making where the texts come from
 * @param ignored texts that stand for nothing
 * @param dates the forms in which a date may be written; empty when it is no date
 * @param separators what parts the items in one text; empty when nothing does
 * @param values the codes that stand for the items, or null
 * @param fallback what stands when nothing else does, or null
 * @param last whether of a field that holds one value the last item stays, and not the first
 * @param purpose what the text is for
 */
record Recipe(
    Making making,
    Set<String> ignored,
    List<DateForm> dates,
    List<String> separators,
    @Nullable ValueTable values,
    @Nullable String fallback,
    boolean last,
    Purpose purpose) {
  private static final char BAR = '|';
  private static final List<String> BARS = List.of("|");

  /** What a text is for. */
  enum Purpose {
    /** To be read. */
    TEXT,
    /** To hold codes: {@code 8724.0} is the code 8724 that a spreadsheet took for a number. */
    CODE,
    /** To hold codes, and be made into an identifier. */
    IDENTIFIER
  }

  /** Gives the texts of one record. */
  interface Sources {
    /** Returns the texts of a source, as they are: none, one, or those of a list. */
    List<String> texts(String source);
  }

  /** Receives what was done to texts. */
  interface Notes {
    /** Says nothing to anyone. */
    Notes NONE = new Notes() {};

    /** A table turned a text into others; none when it stands for nothing. */
    default void mapped(String found, List<String> codes) {}

    /** A date was written in another form than ours. */
    default void dated(String found, String date) {}

    /** A code had become a number. */
    default void numbered(String found, String code) {}

    /** An item held a bar, which would part it in two. */
    default void barred(String found, String repaired) {}
  }

  /** Returns the recipe of one source and nothing else. */
  static Recipe of(String source) {
    return of(new Making.First(List.of(source)), Set.of());
  }

  /** Returns the recipe of texts as they are, but for those that stand for nothing. */
  static Recipe of(Making making, Set<String> ignored) {
    return new Recipe(making, ignored, List.of(), List.of(), null, null, false, Purpose.TEXT);
  }

  /**
   * Tells whether the text is that of a source as it is, but for those that stand for nothing; of
   * the first that holds any, when there are several.
   */
  boolean isPlain() {
    return making instanceof Making.First
        && dates.isEmpty()
        && separators.isEmpty()
        && values == null
        && fallback == null
        && purpose == Purpose.TEXT;
  }

  /** Returns the sources it asks for, in order, each once. */
  Set<String> sources() {
    Set<String> sources = new LinkedHashSet<>();
    making.addSources(sources);
    return sources;
  }

  /** Returns this recipe with the names that are meant in the place of beginnings of names. */
  Recipe expanded(List<String> names) {
    return new Recipe(
        making.expanded(names), ignored, dates, separators, values, fallback, last, purpose);
  }

  /** Tells whether there can be a text when only these sources are there. */
  boolean canBeMadeOf(Set<String> present) {
    return fallback != null || making.canBeMadeOf(present);
  }

  /** Returns how many texts it is made of at most, as written in the mapping. */
  int weight() {
    return making.weight();
  }

  /**
   * Returns the text of a cell in our own form.
   *
   * @param list whether the field holds several values: they are delimited by bars. Of a field that
   *     holds one, a separator leaves the first item
   * @return the text without blanks around; null when nothing is there
   */
  @Nullable String text(Sources sources, boolean list, Notes notes) {
    // Without a separator of its own, a cell of a list is written as ours are.
    List<String> items = items(sources, list && separators.isEmpty() ? BARS : separators, notes);
    if (items.isEmpty()) {
      return null;
    }
    if (!list) {
      return one(items, notes);
    }
    List<String> safe = new ArrayList<>(items.size());
    for (String item : items) {
      if (item.indexOf(BAR) >= 0) {
        String repaired = item.replace(BAR, '/');
        notes.barred(item, repaired);
        safe.add(repaired);
      } else {
        safe.add(item);
      }
    }
    return String.join("|", safe);
  }

  /**
   * Where texts are parted although the field holds one, it is the first that is wanted, or the
   * last; of several templates it is the first that can be filled.
   */
  private String one(List<String> items, Notes notes) {
    if (making instanceof Making.Several) {
      return items.get(0);
    }
    String all = String.join(", ", items);
    if (separators.isEmpty() || items.size() == 1) {
      return all;
    }
    String kept = items.get(last ? items.size() - 1 : 0);
    notes.mapped(all, List.of(kept));
    return kept;
  }

  /** Returns the items, where a bar means itself; none when nothing is there. */
  List<String> items(Sources sources, Notes notes) {
    return items(sources, separators, notes);
  }

  private List<String> items(Sources sources, List<String> parting, Notes notes) {
    List<String> items = new ArrayList<>();
    for (String made : making.texts(text -> cleaned(sources.texts(text), notes))) {
      String dated = dated(made, notes);
      for (String item : parted(dated, parting)) {
        if (values == null) {
          items.add(item);
        } else {
          items.addAll(values.codes(item, notes));
        }
      }
    }
    if (purpose == Purpose.IDENTIFIER) {
      items.replaceAll(IdMaker::slug);
    }
    items.removeIf(String::isEmpty);
    if (items.isEmpty() && fallback != null) {
      items.add(fallback);
    }
    return items;
  }

  private List<String> cleaned(List<String> texts, Notes notes) {
    List<String> kept = new ArrayList<>(texts.size());
    for (String text : texts) {
      String trimmed = TableTexts.trim(text);
      if (ignored.contains(trimmed)) {
        notes.mapped(trimmed, List.of());
      } else if (!trimmed.isEmpty()) {
        kept.add(purpose == Purpose.TEXT ? trimmed : code(trimmed, notes));
      }
    }
    return kept;
  }

  private static String code(String text, Notes notes) {
    int point = text.indexOf('.');
    boolean number = point > 0 && point < text.length() - 1;
    for (int i = 0; i < text.length() && number; i++) {
      char c = text.charAt(i);
      number = i == point || (i < point ? c >= '0' && c <= '9' : c == '0');
    }
    if (!number) {
      return text;
    }
    notes.numbered(text, text.substring(0, point));
    return text.substring(0, point);
  }

  private String dated(String text, Notes notes) {
    for (DateForm form : dates) {
      String date = form.date(text);
      if (date != null) {
        if (!date.equals(text)) {
          notes.dated(text, date);
        }
        return date;
      }
    }
    return text;
  }

  private static List<String> parted(String text, List<String> separators) {
    List<String> parts = List.of(text);
    for (String separator : separators) {
      List<String> finer = new ArrayList<>();
      for (String part : parts) {
        int from = 0;
        for (int at = part.indexOf(separator); at >= 0; at = part.indexOf(separator, from)) {
          finer.add(TableTexts.trim(part.substring(from, at)));
          from = at + separator.length();
        }
        finer.add(TableTexts.trim(part.substring(from)));
      }
      parts = finer;
    }
    return parts;
  }
}
