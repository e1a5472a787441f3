package org.collporterre.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Puts a component into the node of the sheet ({@code #fiche}) instead of the node of the thing
 * described. schema.org's {@code Project} is an organization: it has neither licence nor dates, so
 * these belong to the page about it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface SheetNode {}
