/** Rules and the checker that runs them. */
package org.collporterre.check;
