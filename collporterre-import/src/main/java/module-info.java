import org.jspecify.annotations.NullMarked;

/** Readers of the Collporterre format. */
@NullMarked
module org.collporterre.imports {
  requires static io.soabase.recordbuilder.core;
  requires static java.compiler;
  requires static java.sql;
  requires static org.apache.tika.parser.html;
  requires static org.apache.tika.parser.microsoft;
  requires static org.apache.tika.parser.miscoffice;
  requires static org.apache.tika.parser.pdf;
  requires static org.commonmark;
  requires static org.snakeyaml.engine.v2;
  requires java.xml;
  requires org.apache.tika.core;
  requires proj4j;
  requires transitive org.collporterre.model;

  exports org.collporterre.imports;
  exports org.collporterre.imports.documents;
}
