package org.collporterre.export;

import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.collporterre.dataset.DatasetContributor;
import org.collporterre.dataset.DatasetDescriptor;
import org.collporterre.dataset.DatasetLicense;
import org.collporterre.dataset.DatasetSource;
import org.collporterre.dataset.FormatBlock;
import org.collporterre.model.Territory;
import org.jspecify.annotations.Nullable;

/** Writes the manifest of a dataset: a tabular data package of Frictionless, version 1. */
final class ManifestWriter {
  private ManifestWriter() {}

  /**
   * Returns a manifest as JSON in UTF-8.
   *
   * @param schemas the Table Schemas by the name of their table, in the order of the tables
   */
  static byte[] write(DatasetDescriptor dataset, Map<String, Map<String, Object>> schemas) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("profile", "tabular-data-package");
    put(all, "name", dataset.name());
    put(all, "title", dataset.title());
    put(all, "description", dataset.description());
    put(all, "version", dataset.version());
    if (dataset.created() != null) {
      all.put("created", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(dataset.created()));
    }
    putAll(all, "licenses", dataset.licenses().stream().map(ManifestWriter::license).toList());
    putAll(
        all,
        "contributors",
        dataset.contributors().stream().map(ManifestWriter::contributor).toList());
    putAll(all, "sources", dataset.sources().stream().map(ManifestWriter::source).toList());
    put(all, "homepage", dataset.homepage());
    putAll(all, "keywords", dataset.keywords());
    all.put("collporterre", block(dataset.collporterre()));
    List<Object> resources = new ArrayList<>();
    schemas.forEach((table, schema) -> resources.add(resource(table, schema)));
    all.put("resources", resources);
    return JsonTree.write(all).getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, Object> license(DatasetLicense license) {
    Map<String, Object> made = new LinkedHashMap<>();
    put(made, "name", license.name());
    put(made, "path", license.path());
    put(made, "title", license.title());
    return made;
  }

  private static Map<String, Object> contributor(DatasetContributor contributor) {
    Map<String, Object> made = new LinkedHashMap<>();
    put(made, "title", contributor.title());
    putAll(made, "roles", contributor.roles());
    put(made, "email", contributor.email());
    put(made, "path", contributor.path());
    return made;
  }

  private static Map<String, Object> source(DatasetSource source) {
    Map<String, Object> made = new LinkedHashMap<>();
    put(made, "title", source.title());
    put(made, "path", source.path());
    return made;
  }

  private static Map<String, Object> block(FormatBlock block) {
    Map<String, Object> made = new LinkedHashMap<>();
    put(made, "version_format", block.versionFormat());
    put(made, "base_uri", block.baseUri());
    put(made, "langue", block.language());
    putAll(made, "territoires", block.territories().stream().map(Territory::toString).toList());
    put(made, "couverture_temporelle", block.temporalCoverage());
    put(made, "profil", block.profile() == null ? null : block.profile().label());
    putAll(made, "vocabulaires", block.vocabularies());
    put(made, "empreinte", block.fingerprint());
    return made;
  }

  private static Map<String, Object> resource(String table, Map<String, Object> schema) {
    Map<String, Object> dialect = new LinkedHashMap<>();
    dialect.put("delimiter", ",");
    dialect.put("lineTerminator", "\n");
    dialect.put("quoteChar", "\"");
    dialect.put("doubleQuote", true);
    dialect.put("header", true);
    Map<String, Object> made = new LinkedHashMap<>();
    made.put("name", table);
    made.put("path", table + ".csv");
    made.put("profile", "tabular-data-resource");
    made.put("format", "csv");
    made.put("mediatype", "text/csv");
    made.put("encoding", "utf-8");
    made.put("dialect", dialect);
    made.put("schema", schema);
    return made;
  }

  private static void put(Map<String, Object> all, String name, @Nullable String text) {
    if (text != null && !text.isEmpty()) {
      all.put(name, text);
    }
  }

  private static void putAll(Map<String, Object> all, String name, List<?> items) {
    if (!items.isEmpty()) {
      all.put(name, items);
    }
  }
}
