/** What changed between two states of a dataset, and how they are brought together. */
package org.collporterre.update;
