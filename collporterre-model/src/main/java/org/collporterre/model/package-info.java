/** The records of the format and the small values they are made of. */
package org.collporterre.model;
