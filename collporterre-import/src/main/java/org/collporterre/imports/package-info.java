/**
 * Readers of the format and, by mappings, of files made for something else; corrections in files.
 */
package org.collporterre.imports;
