package org.collporterre.check;

import java.lang.annotation.Annotation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value that violates a constraint.
 *
 * @param template the message of the constraint, or its key in braces
 * @param path the names of the components from the record on, with dots between
 * @param places where in lists, from the outermost on
 */
record Violation(
    Annotation constraint,
    String template,
    String path,
    List<Integer> places,
    @Nullable Object value) {}
