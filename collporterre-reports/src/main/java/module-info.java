import org.jspecify.annotations.NullMarked;

/** What a check found, for people, programs and forges. */
@NullMarked
module org.collporterre.reports {
  requires transitive org.collporterre.model;

  exports org.collporterre.reports;
}
