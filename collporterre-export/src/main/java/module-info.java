import org.jspecify.annotations.NullMarked;

/** Writers of the Collporterre format. */
@NullMarked
module org.collporterre.export {
  requires transitive org.collporterre.model;

  exports org.collporterre.export;
}
