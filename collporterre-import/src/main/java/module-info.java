import org.jspecify.annotations.NullMarked;

/** Readers of the Collporterre format. */
@NullMarked
module org.collporterre.imports {
  requires java.xml;
  requires transitive org.collporterre.model;

  exports org.collporterre.imports;
}
