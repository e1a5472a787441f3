package org.collporterre.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the vocabulary of codes. On an enum: its closed vocabulary. On a text component: its open
 * vocabulary, which a dataset or an application may extend.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.RECORD_COMPONENT})
public @interface CodeList {
  /** The vocabulary's name, {@code themes} for instance. */
  String value();
}
