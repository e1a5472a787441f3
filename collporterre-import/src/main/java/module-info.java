import org.jspecify.annotations.NullMarked;

/** Readers of the Collporterre format. */
@NullMarked
module org.collporterre.imports {
  requires static io.soabase.recordbuilder.core;
  requires static java.compiler;
  requires static org.snakeyaml.engine.v2;
  requires java.xml;
  requires org.apache.tika.core;
  requires transitive org.collporterre.model;

  exports org.collporterre.imports;
}
