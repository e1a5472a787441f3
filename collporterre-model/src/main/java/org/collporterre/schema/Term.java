package org.collporterre.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says how a field is written in JSON-LD. A term is a schema.org property name, or {@code cpt:name}
 * for a property of the Collporterre namespace. Repeat it to give another term on certain node
 * types; the annotation that names the node type wins over the one that names none. One with {@link
 * #unless()} or {@link #when()} stands beside that one, for the values it speaks of.
 *
 * @see <a href="https://schema.org/docs/full.html">schema.org</a>
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
@Repeatable(Term.List.class)
public @interface Term {
  /** The property: a schema.org name or {@code cpt:name}. */
  String value();

  /** The node types ({@code Project}, {@code Article}…) this term is for; empty for all. */
  String[] on() default {};

  /** Wraps each value into a node of this type; {@code DefinedTerm} also adds code and set. */
  String node() default "";

  /** With {@link #node()}: the property of that node which holds the value. */
  String property() default "name";

  /**
   * With {@link #node()} {@code PropertyValue}: the name of the register the value is from; empty
   * for the key of the field.
   */
  String propertyId() default "";

  /** Writes the term inside an intermediate node, as {@code address} around a street. */
  String in() default "";

  /** With {@link #in()}: the type of the intermediate node. */
  String inType() default "";

  /** The key of a field of the same record that, when it has a value, is written instead. */
  String unless() default "";

  /** The {@link LinkedNode#relation() relations} this term is for; empty for all others. */
  String[] when() default {};

  /**
   * Where the sheet is a node of its own, see {@link SheetNode}: writes the term there, because
   * schema.org has it for works only.
   */
  boolean sheet() default false;

  /** The terms of a field. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.RECORD_COMPONENT)
  @interface List {
    Term[] value();
  }
}
