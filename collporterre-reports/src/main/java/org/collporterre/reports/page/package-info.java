/** What every HTML page is made with: one file, nothing loaded, French and English. */
package org.collporterre.reports.page;
