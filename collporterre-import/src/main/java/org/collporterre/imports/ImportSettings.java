package org.collporterre.imports;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.collporterre.report.Profile;
import org.collporterre.schema.Schema;
import org.collporterre.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/**
 * What all importers can be told.
 *
 * @param profile says how bad each finding is
 * @param vocabularies whose labels are understood as codes
 * @param chosen the keys the caller chose, by header or property name
 * @param generatesIds whether records without an identifier are given one
 * @param dialect how a file is written
 * @param crs the reference system of positions that are not WGS 84, {@code EPSG:2154}, or null
 * @param repairs whether what has a safe repair, and is otherwise only reported, is repaired
 * @param refused the codes of the normalizations and guesses that are not made
 * @param records JSON Pointers to where the records of a document may be; empty when not said
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
record ImportSettings(
    Profile profile,
    Vocabularies vocabularies,
    Map<String, String> chosen,
    boolean generatesIds,
    TableDialect dialect,
    @Nullable String crs,
    boolean repairs,
    Set<String> refused,
    List<String> records) {
  static final ImportSettings STANDARD =
      new ImportSettings(
          Profile.ECHANGE,
          Vocabularies.standard(),
          Map.of(),
          false,
          TableDialect.UNSAID,
          null,
          false,
          Set.of(),
          List.of());

  /** Returns these settings with something changed. */
  ImportSettings changed(Consumer<ImportSettingsBuilder> change) {
    ImportSettingsBuilder builder = ImportSettingsBuilder.builder(this);
    change.accept(builder);
    return builder.build();
  }

  /** Tells whether a normalization or guess may be made; its finding has this code. */
  boolean allows(String code) {
    return !refused.contains(code);
  }

  ImportSettings with(String header, String key) {
    Map<String, String> more = new LinkedHashMap<>(chosen);
    more.put(header.strip(), key);
    return changed(builder -> builder.chosen(Collections.unmodifiableMap(more)));
  }

  /** Returns these settings with the chosen keys that a schema has. */
  ImportSettings forSchema(Schema<?> schema) {
    Map<String, String> known = new LinkedHashMap<>(chosen);
    known
        .values()
        .removeIf(
            keys -> Arrays.stream(keys.split(",", -1)).anyMatch(key -> schema.field(key) == null));
    return changed(builder -> builder.chosen(Collections.unmodifiableMap(known)));
  }
}
