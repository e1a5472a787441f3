import org.jspecify.annotations.NullMarked;

/** Publishes records on the sites of others, and reads them back. */
@NullMarked
module org.collporterre.cms.connect {
  requires java.net.http;
  requires transitive org.collporterre.model;
  requires org.collporterre.export;
  requires org.collporterre.imports;

  exports org.collporterre.cms.connect;
}
