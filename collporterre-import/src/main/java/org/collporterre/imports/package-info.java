/** Readers of the format. */
package org.collporterre.imports;
