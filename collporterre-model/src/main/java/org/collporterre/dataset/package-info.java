/** What is said of a dataset as a whole, and the tables it has beside its records. */
package org.collporterre.dataset;
