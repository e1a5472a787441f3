/** Codes and their labels. */
package org.collporterre.vocabulary;
