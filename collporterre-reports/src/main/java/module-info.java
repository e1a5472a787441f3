import org.jspecify.annotations.NullMarked;

/** What a check found, for people, programs and forges. */
@NullMarked
module org.collporterre.reports {
  requires transitive org.collporterre.model;
  requires java.xml;
  requires org.eclipse.yasson;

  exports org.collporterre.reports;
  exports org.collporterre.reports.page;
  exports org.collporterre.reports.statistics;

  // The JSON binder asks by a public lookup, which only sees what is open to all.
  opens org.collporterre.reports.bound;
  opens org.collporterre.reports.statistics;
}
