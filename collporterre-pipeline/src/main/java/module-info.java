import org.jspecify.annotations.NullMarked;

/** Large files of the Collporterre format, with several threads. */
@NullMarked
module org.collporterre.pipeline {
  requires transitive org.collporterre.export;
  requires transitive org.collporterre.imports;

  exports org.collporterre.pipeline;
}
