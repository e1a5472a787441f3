package org.collporterre.cms.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.collporterre.geo.Commune;
import org.collporterre.geo.Gazetteer;
import org.collporterre.model.Entry;
import org.collporterre.model.Header;
import org.collporterre.model.Initiative;
import org.collporterre.model.Methodology;
import org.collporterre.model.Place;
import org.collporterre.model.Portrait;
import org.collporterre.model.Territory;
import org.collporterre.schema.Schema;
import org.collporterre.vocabulary.FieldOfAction;
import org.collporterre.vocabulary.Folding;
import org.collporterre.vocabulary.Sdg;
import org.collporterre.vocabulary.Vocabulary;

/**
 * Which records of a dataset a page shows: those that have one of the values of each key.
 *
 * @param types names of record types: {@code initiative}, {@code portrait}, {@code methodologie}
 * @param fieldsOfAction codes of the vocabulary {@code champs-action}
 * @param themes codes of the vocabulary {@code themes}, or texts not listed there
 * @param sdgs numbers, 1 to 17
 * @param territories the territories a record is about or lies in
 * @param text words that titles, summaries or keywords hold, folded; empty for any
 */
public record Filter(
    Set<String> types,
    Set<String> fieldsOfAction,
    Set<String> themes,
    Set<String> sdgs,
    Set<Territory> territories,
    List<String> text) {
  /** Shows everything. */
  public static final Filter ALL =
      new Filter(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), List.of());

  private static final Map<String, String> KEYS =
      Map.ofEntries(
          Map.entry("type", "type"),
          Map.entry("champ", "champ"),
          Map.entry("champs_action", "champ"),
          Map.entry("field", "champ"),
          Map.entry("theme", "theme"),
          Map.entry("themes", "theme"),
          Map.entry("odd", "odd"),
          Map.entry("sdg", "odd"),
          Map.entry("territoire", "territoire"),
          Map.entry("territoires", "territoire"),
          Map.entry("territory", "territoire"),
          Map.entry("texte", "texte"),
          Map.entry("text", "texte"));

  public Filter {
    types = Set.copyOf(types);
    fieldsOfAction = Set.copyOf(fieldsOfAction);
    themes = Set.copyOf(themes);
    sdgs = Set.copyOf(sdgs);
    territories = Set.copyOf(territories);
    text = List.copyOf(text);
  }

  /**
   * Reads {@code champ=innovation-sociale,collaboration-ouverte; odd=11; texte=jardin}. Keys are
   * type, champ, theme, odd, territoire (written form or name) and texte, or in English type,
   * field, theme, sdg, territory and text; values are codes or labels. Values stand apart by commas
   * or bars, keys by semicolons.
   *
   * @throws RequestException when a key or a code means nothing
   */
  public static Filter parse(String text, Publication publication) throws RequestException {
    Map<String, Set<String>> values = new LinkedHashMap<>();
    for (String part : text.split(";", -1)) {
      if (part.isBlank()) {
        continue;
      }
      int equals = part.indexOf('=');
      String key = equals < 0 ? "" : part.substring(0, equals).strip().toLowerCase(Locale.ROOT);
      String known = KEYS.get(key);
      if (known == null) {
        throw new RequestException(
            "unknown-filter", part.strip(), "type, champ, theme, odd, territoire, texte");
      }
      Set<String> of = values.computeIfAbsent(known, k -> new TreeSet<>());
      for (String value : part.substring(equals + 1).split("[,|]", -1)) {
        if (!value.isBlank()) {
          of.add(value.strip());
        }
      }
    }
    return of(values, publication);
  }

  private static Filter of(Map<String, Set<String>> values, Publication publication)
      throws RequestException {
    Set<String> types = new TreeSet<>();
    for (String value : values.getOrDefault("type", Set.of())) {
      types.add(type(value));
    }
    Set<Territory> territories = new HashSet<>();
    for (String value : values.getOrDefault("territoire", Set.of())) {
      territories.addAll(territory(value, publication.gazetteer()));
    }
    List<String> words = new ArrayList<>();
    for (String value : values.getOrDefault("texte", Set.of())) {
      words.addAll(List.of(Folding.fold(value).split(" ", -1)));
    }
    words.removeIf(String::isEmpty);
    return new Filter(
        types,
        codes(values.getOrDefault("champ", Set.of()), publication, "champs-action", false),
        codes(values.getOrDefault("theme", Set.of()), publication, "themes", true),
        codes(values.getOrDefault("odd", Set.of()), publication, "odd", false),
        territories,
        words);
  }

  private static String type(String value) throws RequestException {
    String folded = Folding.fold(value);
    for (Class<? extends Entry> type : Entry.TYPES) {
      String name = Schema.of(type).name();
      boolean same = folded.equals(name) || folded.equals(name + "s");
      if (same || folded.startsWith("methodolog") && type == Methodology.class) {
        return name;
      }
    }
    throw new RequestException("unknown-value", value, "initiative, portrait, methodologie");
  }

  private static Set<String> codes(
      Set<String> values, Publication publication, String vocabulary, boolean open)
      throws RequestException {
    Set<String> codes = new TreeSet<>();
    Vocabulary listed = publication.vocabularies().get(vocabulary);
    for (String value : values) {
      String code = listed.resolve(value);
      if (code == null && !open) {
        throw new RequestException(
            "unknown-value",
            value,
            String.join(", ", listed.concepts().stream().map(concept -> concept.code()).toList()));
      }
      codes.add(code == null ? value : code);
    }
    return codes;
  }

  private static List<Territory> territory(String value, Gazetteer gazetteer)
      throws RequestException {
    Territory written = Territory.parse(value);
    if (written != null && written.kind() != Territory.Kind.LIBRE) {
      return List.of(written);
    }
    List<Territory> named = gazetteer.territories(value);
    if (named.isEmpty() && written == null) {
      throw new RequestException("unknown-value", value, "reg:53, dep:29, com:29019, Finistère…");
    }
    return named.isEmpty() ? List.of(written) : named.subList(0, 1);
  }

  /** Tells whether a record is shown. */
  boolean test(Entry entry, Gazetteer gazetteer) {
    if (equals(ALL)) {
      return true;
    }
    if (!types.isEmpty() && !types.contains(Schema.of(entry).name())) {
      return false;
    }
    boolean facets =
        any(fieldsOfAction, entry, i -> i.fieldsOfAction().stream().map(FieldOfAction::code))
            && any(themes, entry, i -> i.themes().stream())
            && any(sdgs, entry, i -> i.sdgs().stream().map(Sdg::code));
    return facets && isInTerritory(entry, gazetteer) && holdsText(entry.header());
  }

  private interface Codes {
    Stream<String> of(Initiative initiative);
  }

  private static boolean any(Set<String> wanted, Entry entry, Codes codes) {
    return wanted.isEmpty()
        || entry instanceof Initiative initiative
            && codes.of(initiative).anyMatch(wanted::contains);
  }

  private boolean isInTerritory(Entry entry, Gazetteer gazetteer) {
    if (territories.isEmpty()) {
      return true;
    }
    if (territoriesOf(entry).stream().anyMatch(territories::contains)) {
      return true;
    }
    for (Commune commune : communes(entry, gazetteer)) {
      for (Territory territory : territories) {
        if (Boolean.TRUE.equals(gazetteer.isIn(commune, territory))) {
          return true;
        }
      }
    }
    return false;
  }

  private static List<Commune> communes(Entry entry, Gazetteer gazetteer) {
    List<Commune> communes = new ArrayList<>();
    List<String> codes = new ArrayList<>();
    if (entry instanceof Initiative initiative) {
      initiative.locations().stream()
          .map(Place::insee)
          .filter(Objects::nonNull)
          .forEach(codes::add);
    }
    territoriesOf(entry).stream()
        .filter(territory -> territory.kind() == Territory.Kind.COM)
        .forEach(territory -> codes.add(territory.code()));
    for (String code : codes) {
      Commune commune = gazetteer.commune(code);
      if (commune != null) {
        communes.add(commune);
      }
    }
    return communes;
  }

  static List<Territory> territoriesOf(Entry entry) {
    if (entry instanceof Initiative initiative) {
      return initiative.territories();
    } else if (entry instanceof Portrait portrait) {
      return portrait.territories();
    }
    return ((Methodology) entry).adaptedFor();
  }

  private boolean holdsText(Header header) {
    if (text.isEmpty()) {
      return true;
    }
    StringBuilder all = new StringBuilder(header.title().text());
    header.title().translations().values().forEach(one -> all.append(' ').append(one));
    if (header.summary() != null) {
      all.append(' ').append(header.summary().text());
      header.summary().translations().values().forEach(one -> all.append(' ').append(one));
    }
    header.alternateTitles().forEach(one -> all.append(' ').append(one));
    header.keywords().forEach(one -> all.append(' ').append(one));
    String folded = Folding.fold(all);
    return text.stream().allMatch(folded::contains);
  }
}
