/** The fields of the format, read once from the records: one declaration drives every format. */
package org.collporterre.schema;
