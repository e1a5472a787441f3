/** Findings and what becomes of them. */
package org.collporterre.report;
