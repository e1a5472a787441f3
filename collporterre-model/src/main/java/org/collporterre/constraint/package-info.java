/** Jakarta Validation constraints of the format, usable on any bean. */
package org.collporterre.constraint;
