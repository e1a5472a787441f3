package org.collporterre.reports.statistics;

import java.util.Locale;
import org.collporterre.statistics.Statistics;
import org.collporterre.vocabulary.Vocabularies;

/**
 * The statistics of a dataset, for {@link StatisticsRenderer}s.
 *
 * @param title what was counted, in the caller's words: the dataset's title, else its path
 * @param statistics the numbers
 * @param vocabularies the labels of codes
 * @param attribution whose list of municipalities was used; empty for none
 * @param locale the language, French or English
 * @param version the version of the library
 */
public record StatisticsOutcome(
    String title,
    Statistics statistics,
    Vocabularies vocabularies,
    String attribution,
    Locale locale,
    String version) {}
