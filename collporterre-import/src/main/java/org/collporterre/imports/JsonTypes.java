package org.collporterre.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.collporterre.json.RecordJsonWriter;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.model.Methodology;
import org.collporterre.model.Portrait;
import org.collporterre.schema.Schema;
import org.jspecify.annotations.Nullable;

/** Tells of what type the records of a JSON file are. */
final class JsonTypes {
  /** What a record may say it is. */
  static final String NAMES =
      Entry.TYPES.stream().map(type -> Schema.of(type).name()).collect(Collectors.joining("|"));

  /** The arrays of records that say of what type they are. */
  private static final Map<String, Class<? extends Entry>> ARRAYS =
      Map.of(
          "initiatives", Initiative.class,
          "portraits", Portrait.class,
          "methodologies", Methodology.class);

  private final Class<? extends Entry> wanted;
  private @Nullable Class<? extends Entry> usual;

  /**
   * @param wanted the type asked for; {@code Entry.class} for any
   * @param mapping what may say of what type others' records are
   */
  JsonTypes(Class<? extends Entry> wanted, Mapping mapping) {
    this.wanted = wanted;
    this.usual = mapping.type().orElse(null);
  }

  /**
   * Returns the type of a record, or null when nothing tells.
   *
   * @param array the name of the array it is from, empty for none
   * @param foreign whether the file is another platform's: its records are all of one type
   */
  @Nullable Class<? extends Entry> of(JsonNode record, String array, boolean foreign) {
    JsonNode own = record.get(RecordJsonWriter.TYPE);
    if (own != null && !own.isNull()) {
      return own.isText() ? named(own.text()) : null;
    }
    Class<? extends Entry> named = ARRAYS.get(array);
    if (named != null) {
      return named;
    } else if (wanted != Entry.class) {
      return wanted;
    }
    return foreign || usual != null ? usual(record) : null;
  }

  private static @Nullable Class<? extends Entry> named(String name) {
    return Entry.TYPES.stream()
        .filter(type -> Schema.of(type).name().equals(name))
        .findFirst()
        .orElse(null);
  }

  /** Returns the type that knows the names in the first record best. */
  private @Nullable Class<? extends Entry> usual(JsonNode record) {
    if (usual == null) {
      List<Integer> known = new ArrayList<>();
      for (Class<? extends Entry> type : Entry.TYPES) {
        Schema<?> schema = Schema.of(type);
        known.add(
            (int)
                record.children().stream()
                    .filter(member -> schema.byHeader(String.valueOf(member.name())) != null)
                    .count());
      }
      usual = Importer.mostKnown(known).orElse(null);
    }
    return usual;
  }
}
