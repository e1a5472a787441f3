package org.collporterre.report;

import org.jspecify.annotations.Nullable;

/**
 * One thing found in the data. It holds facts, no sentence: {@link Messages} makes the sentence in
 * the reader's language.
 *
 * @param code the rule's code, kebab-case, permanent
 * @param severity how bad it is in this profile
 * @param profile the profile it was judged in
 * @param location where it is
 * @param type the record type's name ({@code initiative}…), or null for what concerns a file
 * @param id the record's identifier, or null when it has none
 * @param field the key of the field, or the header of a column the format does not know; null for
 *     what concerns a whole record
 * @param value the text found, at most {@value #VALUE_LIMIT} code points; null when it is missing
 *     or must not be shown
 * @param expected what would have been right, in a form that needs no language: a pattern, a range,
 *     the nearest known code; null when there is nothing to say
 * @param fix a correction a machine can make, or null
 */
public record Finding(
    String code,
    Severity severity,
    Profile profile,
    Location location,
    @Nullable String type,
    @Nullable String id,
    @Nullable String field,
    @Nullable String value,
    @Nullable String expected,
    @Nullable Fix fix) {
  /** The number of code points after which a found value is cut. */
  public static final int VALUE_LIMIT = 80;

  public Finding {
    value = value == null ? null : OneLine.cut(value, VALUE_LIMIT);
  }
}
