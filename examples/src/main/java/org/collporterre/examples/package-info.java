/** Programs that README and documentation quote. */
package org.collporterre.examples;
