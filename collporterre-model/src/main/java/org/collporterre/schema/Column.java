package org.collporterre.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a record component as a field of the format: its key is the CSV column, the GeoJSON
 * property and the native JSON key. Everything else about the field (Java type, optional or not,
 * constraints) is read from the component itself.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Column {
  /** The key, French {@code snake_case}; permanent API. */
  String value();

  /** The English key, accepted on import and written when an English header is asked for. */
  String en();

  /** Further headers accepted on import, as the peers of the format write them. */
  String[] aliases() default {};

  /** Long text: written to GeoJSON only when the full record is asked for. */
  boolean detail() default false;
}
