import org.jspecify.annotations.NullMarked;

/** An application of the model alone. */
@NullMarked
module org.collporterre.tests.consumer.model {
  requires org.collporterre.model;
}
