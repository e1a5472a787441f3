package org.collporterre.imports;

import java.util.List;

/**
 * What a mapping says of a list of records inside a record. Only JSON has them.
 *
 * @param name the name of the child table, {@code etapes}
 * @param each the JSON Pointer to the items, {@code *} for each of an array
 * @param fields what is made of an item
 * @param json what the mapping says, without blanks
 */
record MappedTable(String name, String each, List<MappedField> fields, String json) {}
