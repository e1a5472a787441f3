package org.collporterre.reports;

import java.util.List;
import org.collporterre.report.Severity;

/**
 * A rule of which something was found.
 *
 * @param code its code
 * @param severity how bad the worst of its findings is
 * @param count how many findings there were
 * @param shown those that the page shows, in file order
 */
record PageRule(String code, Severity severity, int count, List<PageFinding> shown) {}
