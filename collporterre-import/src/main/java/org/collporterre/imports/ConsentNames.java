package org.collporterre.imports;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.collporterre.model.Entry;
import org.collporterre.model.Portrait;
import org.collporterre.schema.Schema;

/** The names under which files tell what the subject of a portrait agreed to. */
final class ConsentNames {
  private static final String GROUP = "consent.";

  private static final Set<String> NAMES =
      Schema.of(Portrait.class).fields().stream()
          .filter(field -> field.path().startsWith(GROUP))
          .flatMap(field -> Stream.of(field.key(), field.englishKey()))
          .map(Schema::foldHeader)
          .collect(Collectors.toUnmodifiableSet());

  private ConsentNames() {}

  /**
   * Tells whether a name, or the last of a path, is one of them; of records that are no portrait
   * only a name that says so itself, since {@code minor} is also a road.
   */
  static boolean contains(String path, Class<? extends Entry> type) {
    int end = Math.max(path.lastIndexOf('.'), path.lastIndexOf(':'));
    String name = Schema.foldHeader(path.substring(end + 1));
    return NAMES.contains(name) && (type == Portrait.class || name.startsWith("consent"));
  }
}
