package org.collporterre.imports;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.collporterre.check.RuleSettings;
import org.collporterre.report.Profile;
import org.collporterre.schema.Schema;
import org.collporterre.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/**
 * What all importers can be told.
 *
 * @param profile says how bad each finding is
 * @param rules says it of some rules, whatever the profile
 * @param vocabularies whose labels are understood as codes
 * @param mapping where the texts of fields come from, when it is not what their names say
 * @param generatesIds whether records without an identifier are given one
 * @param toldDialect how a file is written, as far as the caller says it
 * @param toldCrs the reference system of positions that the caller says, {@code EPSG:2154}, or null
 * @param repairs whether what has a safe repair, and is otherwise only reported, is repaired
 * @param refused the codes of the normalizations and guesses that are not made
 * @param toldRecords JSON Pointers to where the records of a document may be; empty when the caller
 *     does not say
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
record ImportSettings(
    Profile profile,
    RuleSettings rules,
    Vocabularies vocabularies,
    Mapping mapping,
    boolean generatesIds,
    TableDialect toldDialect,
    @Nullable String toldCrs,
    boolean repairs,
    Set<String> refused,
    List<String> toldRecords) {
  static final ImportSettings STANDARD =
      new ImportSettings(
          Profile.ECHANGE,
          RuleSettings.NONE,
          Vocabularies.standard(),
          Mapping.NONE,
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
    Mapping more = mapping.with(header.strip(), key);
    return changed(builder -> builder.mapping(more));
  }

  /** Returns these settings with what the mapping says of a schema. */
  ImportSettings forSchema(Schema<?> schema) {
    Mapping own = mapping.forSchema(schema);
    return changed(builder -> builder.mapping(own));
  }

  /** Returns how a file is written: what the caller says, else what the mapping says. */
  TableDialect dialect() {
    return toldDialect.or(mapping.source().dialect());
  }

  /** Returns the reference system of positions that are not WGS 84, or null. */
  @Nullable String crs() {
    return toldCrs == null ? mapping.source().crs() : toldCrs;
  }

  /** Returns JSON Pointers to where the records of a document may be; none when nothing says. */
  List<String> records() {
    return toldRecords.isEmpty() ? mapping.source().records() : toldRecords;
  }

  /** Returns the keys of the sources that are taken as they are, by header or property name. */
  Map<String, String> chosen() {
    return mapping.chosen();
  }
}
