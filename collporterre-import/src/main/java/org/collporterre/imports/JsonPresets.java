package org.collporterre.imports;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.collporterre.json.RecordJsonWriter;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.schema.Schema;
import org.jspecify.annotations.Nullable;

/** Chooses one of {@link Presets} for a file of JSON by the first record in it. */
final class JsonPresets {
  /** How far is looked for the first record. */
  private static final int HEAD = 1 << 18;

  private static final Set<String> OWN = Set.of(RecordJsonWriter.TYPE, "titre");

  private final String file;
  private final ImportSettings settings;
  private final Findings findings;

  /** Gives the first record where a pointer says, or where records are without one. */
  private interface Firsts {
    /** Returns a record; null when there is none. */
    @Nullable First at(List<String> pointer);
  }

  /**
   * A record.
   *
   * @param names the names of what it has, as headers are compared
   */
  private record First(JsonNode value, Set<String> names) {
    static First of(JsonNode value, Set<String> outside) {
      Set<String> names = new HashSet<>(outside);
      value.children().forEach(one -> names.add(Schema.foldHeader(String.valueOf(one.name()))));
      return new First(value, names);
    }

    boolean has(String name) {
      return name.startsWith("/")
          ? !JsonSources.at(value, JsonPath.segments(name)).isEmpty()
          : names.contains(Schema.foldHeader(name));
    }

    boolean isOurs() {
      return OWN.stream().anyMatch(names::contains);
    }
  }

  private JsonPresets(String file, ImportSettings settings, Findings findings) {
    this.file = file;
    this.settings = settings;
    this.findings = findings;
  }

  /**
   * Returns the settings to read a file of records with: those given, or those of a preset, and of
   * several pointers the first that leads to a record.
   *
   * @param in the file, afterwards where it was before
   * @param type the type of the records wanted
   * @param findings told which preset was chosen
   */
  static ImportSettings ofRecords(
      BufferedInputStream in,
      String file,
      Class<?> type,
      ImportSettings settings,
      Findings findings)
      throws IOException {
    JsonPresets presets = new JsonPresets(file, settings, findings);
    List<String> pointers = settings.records();
    if (pointers.size() < 2 && !Presets.mayBeChosen(settings)) {
      return settings;
    }
    byte[] head = head(in);
    Map<List<String>, Optional<First>> known = new HashMap<>();
    Firsts firsts =
        pointer ->
            known
                .computeIfAbsent(pointer, at -> Optional.ofNullable(presets.first(head, at)))
                .orElse(null);
    if (Presets.mayBeChosen(settings)) {
      return presets.choose(type, firsts);
    }
    for (String pointer : pointers) {
      if (firsts.at(List.of(pointer)) != null) {
        return settings.changed(builder -> builder.toldRecords(List.of(pointer)));
      }
    }
    return settings;
  }

  /** Returns the settings to read a file of features with. */
  static ImportSettings ofFeatures(
      BufferedInputStream in, String file, ImportSettings settings, Findings findings)
      throws IOException {
    if (!Presets.mayBeChosen(settings)) {
      return settings;
    }
    JsonScanner scanner = new JsonScanner(new ByteArrayInputStream(head(in)));
    JsonNode feature = null;
    try {
      feature = new JsonItems(scanner, Set.of("features"), node -> {}).next();
    } catch (JsonFault e) {
      // What is wrong with it, if it is not only cut, its reader says.
    }
    JsonNode properties = feature == null ? null : feature.get("properties");
    return properties == null
        ? settings
        : ofRecord(properties, file, Initiative.class, settings, findings);
  }

  /** Returns the settings to read records with of which the first is known. */
  static ImportSettings ofRecord(
      JsonNode record, String file, Class<?> type, ImportSettings settings, Findings findings) {
    if (!Presets.mayBeChosen(settings)) {
      return settings;
    }
    First first = First.of(record, Set.of());
    return new JsonPresets(file, settings, findings).choose(type, pointer -> first);
  }

  private static byte[] head(BufferedInputStream in) throws IOException {
    in.mark(HEAD);
    byte[] head = in.readNBytes(HEAD);
    in.reset();
    return head;
  }

  private @Nullable First first(byte[] head, List<String> pointer) {
    ImportSettings own = settings.changed(builder -> builder.toldRecords(pointer));
    BufferedInputStream in = new BufferedInputStream(new ByteArrayInputStream(head));
    OverpassElements elements = new OverpassElements();
    try {
      JsonRecords records = new JsonRecords(in, file, own, node -> {});
      for (JsonNode item = records.next(); item != null; item = records.next()) {
        if (!records.isOverpass()) {
          return item.isObject() ? First.of(item, Set.of()) : null;
        } else if (elements.isRecord(item)) {
          return First.of(Objects.requireNonNull(item.get("tags")), Set.of("@id"));
        }
      }
      return null;
    } catch (IOException | JsonFault e) {
      // What is wrong with it, if it is not only cut, its reader says.
      return null;
    }
  }

  private ImportSettings choose(Class<?> type, Firsts firsts) {
    // Then presets need not be read.
    First usual = settings.toldRecords().isEmpty() ? firsts.at(List.of()) : null;
    if (usual != null && usual.isOurs()) {
      return settings;
    }
    int most = 0;
    JsonNode place = null;
    ImportSettings best = settings;
    for (Mapping preset : Presets.all()) {
      boolean fits = type == Entry.class || preset.type().map(type::equals).orElse(true);
      for (List<String> pointer : fits ? pointers(preset) : List.<List<String>>of()) {
        First first = firsts.at(pointer);
        int size = first == null || first.isOurs() ? 0 : preset.recognised(first::has);
        if (first != null && size > most) {
          most = size;
          place = first.value();
          best = settings.changed(builder -> builder.mapping(preset).toldRecords(pointer));
        }
      }
    }
    if (place != null) {
      String name = best.mapping().name();
      findings.report(Presets.CHOSEN, place.location(file), null, null, name, null, null);
    }
    return best;
  }

  /** Returns each place where a preset says records are; one that is none when it does not say. */
  private List<List<String>> pointers(Mapping preset) {
    List<String> said =
        settings.toldRecords().isEmpty() ? preset.source().records() : settings.toldRecords();
    return said.isEmpty() ? List.of(List.of()) : said.stream().map(List::of).toList();
  }
}
