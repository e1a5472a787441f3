package org.collporterre.cli;

import java.util.List;
import java.util.Map;
import org.collporterre.imports.Corrections;
import org.collporterre.report.Report;

/**
 * What came of correcting a dataset.
 *
 * @param applied how many corrections were made, by rule
 * @param left those that cannot be made
 * @param unsafe how many need a person's agreement, by rule
 * @param unsettled how many were still proposed after the last pass
 * @param report what is wrong with the corrected files
 */
record FixResult(
    Map<String, Integer> applied,
    List<Corrections.Left> left,
    Map<String, Integer> unsafe,
    int unsettled,
    Report report) {}
