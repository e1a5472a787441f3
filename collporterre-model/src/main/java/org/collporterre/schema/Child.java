package org.collporterre.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a list of records that has a table of its own in a dataset package. In a lone CSV file,
 * {@link #inline()} flattens the first record of the list into columns of the parent; a list with a
 * {@link Column} writes one compact item each; a list with neither has no place in a lone file.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Child {
  /** The name of the child table, without its extension: {@code etapes}. */
  String value();

  /** Whether the first record of the list is flattened into the parent's columns. */
  boolean inline() default false;
}
