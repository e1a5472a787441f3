package org.collporterre.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Declares a record class as a node of the format. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EntryType {
  /** The schema.org type of the node; a {@link LinkedNode} may refine it. */
  String value();

  /** For record types: the name in files, findings and IRIs ({@code initiative}); else empty. */
  String name() default "";
}
