package org.collporterre.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Keeps a field out of public formats (GeoJSON, JSON-LD, pages). */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Confidential {
  /** The key of a yes-or-no field of the same record that lifts the protection; empty for never. */
  String unless() default "";
}
