/** Renderers of what a check found: one class each, see {@link ReportRenderer}. */
package org.collporterre.reports;
