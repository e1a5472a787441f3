package org.collporterre.imports;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.collporterre.report.Profile;
import org.collporterre.schema.Schema;
import org.collporterre.vocabulary.Vocabularies;

/**
 * What all importers can be told.
 *
 * @param profile says how bad each finding is
 * @param vocabularies whose labels are understood as codes
 * @param chosen the keys the caller chose, by header or property name
 * @param generatesIds whether records without an identifier are given one
 */
record ImportSettings(
    Profile profile, Vocabularies vocabularies, Map<String, String> chosen, boolean generatesIds) {
  static final ImportSettings STANDARD =
      new ImportSettings(Profile.ECHANGE, Vocabularies.standard(), Map.of(), false);

  ImportSettings with(Profile other) {
    return new ImportSettings(other, vocabularies, chosen, generatesIds);
  }

  ImportSettings with(Vocabularies other) {
    return new ImportSettings(profile, other, chosen, generatesIds);
  }

  ImportSettings with(String header, String key) {
    Map<String, String> more = new LinkedHashMap<>(chosen);
    more.put(header.strip(), key);
    return new ImportSettings(
        profile, vocabularies, Collections.unmodifiableMap(more), generatesIds);
  }

  /** Returns these settings with the chosen keys that a schema has. */
  ImportSettings forSchema(Schema<?> schema) {
    Map<String, String> known = new LinkedHashMap<>(chosen);
    known
        .values()
        .removeIf(
            keys -> Arrays.stream(keys.split(",", -1)).anyMatch(key -> schema.field(key) == null));
    return new ImportSettings(
        profile, vocabularies, Collections.unmodifiableMap(known), generatesIds);
  }

  ImportSettings withGeneratedIds() {
    return new ImportSettings(profile, vocabularies, chosen, true);
  }
}
