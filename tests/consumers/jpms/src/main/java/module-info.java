import org.jspecify.annotations.NullMarked;

/** An application of the library. */
@NullMarked
module org.collporterre.tests.consumer {
  requires org.collporterre.cms.page;
  requires org.collporterre.gazetteer.fr;
  requires org.collporterre.pipeline;
  requires org.collporterre.reports;

  exports org.collporterre.tests.consumer;
}
