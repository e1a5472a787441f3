/** Renderers of statistics: one class each, see {@link StatisticsRenderer}. */
package org.collporterre.reports.statistics;
