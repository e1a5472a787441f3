package org.collporterre.statistics;

/**
 * How many records of a type say something in a field.
 *
 * @param type the record type's name
 * @param field the key of the field
 * @param filled how many do
 */
public record FieldCoverage(String type, String field, Share filled) {}
