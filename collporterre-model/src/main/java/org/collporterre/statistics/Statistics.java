package org.collporterre.statistics;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a dataset holds, how complete and how fresh it is. Made by {@link Survey}. Its components
 * are plain values that any JSON binder writes.
 *
 * @param today the day from which freshness is counted
 * @param records how many records there are, by type
 * @param located initiatives that have a valid position
 * @param fresh records that somebody verified, or else changed, in the last {@link #MONTHS} months
 * @param undated records that say neither when they were verified nor when they were changed
 * @param documented methodologies that have at least one step
 * @param tallies how often each code occurs, by type and field, in the order of the columns
 * @param departments French departments in which initiatives are, by number
 * @param regions French regions in which initiatives are, by number
 * @param countries other countries in which initiatives are, by number
 * @param placeless initiatives that name no territory or place that can be counted
 * @param fields which fields are filled, by type, in the order of the columns
 */
public record Statistics(
    LocalDate today,
    Map<String, Integer> records,
    Share located,
    Share fresh,
    int undated,
    Share documented,
    List<Tally> tallies,
    List<TerritoryCount> departments,
    List<TerritoryCount> regions,
    List<TerritoryCount> countries,
    int placeless,
    List<FieldCoverage> fields) {
  /** After how many months what was verified is no longer fresh. */
  public static final int MONTHS = 24;

  public Statistics {
    records = Collections.unmodifiableMap(new LinkedHashMap<>(records));
    tallies = List.copyOf(tallies);
    departments = List.copyOf(departments);
    regions = List.copyOf(regions);
    countries = List.copyOf(countries);
    fields = List.copyOf(fields);
  }
}
