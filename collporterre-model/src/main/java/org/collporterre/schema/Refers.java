package org.collporterre.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.collporterre.model.Entry;

/** Says which record type the references of a component lead to. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Refers {
  /** The record type referred to. */
  Class<? extends Entry> value();

  /** The code of the rule that refuses a cycle of such references; empty where cycles are legal. */
  String acyclic() default "";
}
