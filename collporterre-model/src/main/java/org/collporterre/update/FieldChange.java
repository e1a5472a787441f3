package org.collporterre.update;

/**
 * What happens to one field of a record.
 *
 * @param field the key; with {@code @} and a language for a translation, the name of the table for
 *     rows that have no key, the header of a column the format does not know
 * @param before the text before; empty for none. Of a table of as many rows as after only what
 *     differs
 * @param after the text that comes; empty for none
 * @param conflicting whether both sides changed it, and differently
 */
public record FieldChange(String field, String before, String after, boolean conflicting) {}
