package org.collporterre.constraint;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The form of the texts that a constraint, or a class of values, accepts: for schemas in other
 * languages. Every text accepted has the form; some that have it are refused all the same, since a
 * form knows neither check digits nor lists of codes nor the calendar.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.ANNOTATION_TYPE, ElementType.TYPE})
public @interface TextForm {
  /**
   * A regular expression that the whole text matches, without anchors, in what XML Schema, ECMA
   * 262, Java and Python have in common.
   */
  String value();
}
