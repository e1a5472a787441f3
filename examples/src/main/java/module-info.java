import org.jspecify.annotations.NullMarked;

/** Programs that README and documentation quote. */
@NullMarked
module org.collporterre.examples {
  requires org.collporterre.cms.connect;
  requires org.collporterre.cms.page;
  requires org.collporterre.export;
  requires org.collporterre.imports;
  requires org.collporterre.pipeline;

  // The validator of an embedding application reads its beans.
  opens org.collporterre.examples;
}
