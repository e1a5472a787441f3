import org.jspecify.annotations.NullMarked;

/** The Collporterre model: records, schema, vocabularies, findings, checks. */
@NullMarked
module org.collporterre.model {
  requires transitive jakarta.json;
  requires transitive jakarta.json.bind;
  requires transitive jakarta.validation;
  requires transitive org.jspecify;
  requires transitive org.locationtech.jts;
  requires static io.soabase.recordbuilder.core;
  requires static java.compiler;

  exports org.collporterre.check;
  exports org.collporterre.constraint;
  exports org.collporterre.dataset;
  exports org.collporterre.files;
  exports org.collporterre.geo;
  exports org.collporterre.json;
  exports org.collporterre.lineage;
  exports org.collporterre.model;
  exports org.collporterre.report;
  exports org.collporterre.schema;
  exports org.collporterre.statistics;
  exports org.collporterre.update;
  exports org.collporterre.vocabulary;

  // Validators and JSON binders of any vendor read the records' fields.
  opens org.collporterre.model;
  opens org.collporterre.constraint;
}
