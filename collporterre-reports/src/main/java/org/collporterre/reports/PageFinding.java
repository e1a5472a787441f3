package org.collporterre.reports;

import org.collporterre.report.Finding;

/**
 * A finding that a page shows.
 *
 * @param number its place among those of the page, from 0
 * @param finding the finding
 * @param record the record, or the file as a whole, that it is about
 */
record PageFinding(int number, Finding finding, PageRecord record) {}
