import org.jspecify.annotations.NullMarked;

/** The gazetteer of France. */
@NullMarked
module org.collporterre.gazetteer.fr {
  requires transitive org.collporterre.model;

  exports org.collporterre.gazetteer.fr;
}
