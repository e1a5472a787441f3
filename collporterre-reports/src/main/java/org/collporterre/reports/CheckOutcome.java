package org.collporterre.reports;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.collporterre.check.Census;
import org.collporterre.report.Finding;
import org.collporterre.report.Fingerprints;
import org.collporterre.report.Location;
import org.collporterre.report.Messages;
import org.collporterre.report.Profile;
import org.collporterre.report.Report;
import org.jspecify.annotations.Nullable;

/**
 * What one run over a dataset found, for {@link ReportRenderer}s.
 *
 * @param title what was checked, in the caller's words: the dataset's title, else its path
 * @param files the files that were read, as the caller named them
 * @param report the findings
 * @param census the counts of the records
 * @param profile the profile the data was judged in
 * @param messages the sentences, in the language asked for
 * @param version the version of the library
 * @param accepted how many findings a baseline accepts; they are not in the report
 * @param rows records with findings, by where they begin, in file order, a bounded number; empty
 *     when the caller did not keep them
 * @param points positions of records, a bounded number; empty when the caller did not keep them
 * @param met how many findings a baseline accepts, or took up, by plain fingerprint: the numbers of
 *     others go on from there
 * @param unmet how many findings a baseline accepts that were not found
 */
public record CheckOutcome(
    String title,
    List<String> files,
    Report report,
    Census census,
    Profile profile,
    Messages messages,
    String version,
    int accepted,
    Map<Location, Row> rows,
    List<Point> points,
    Map<String, Integer> met,
    int unmet) {
  /** Makes what a run without baseline found, whose records were not kept unless given. */
  public CheckOutcome(
      String title,
      List<String> files,
      Report report,
      Census census,
      Profile profile,
      Messages messages,
      String version,
      int accepted,
      Map<Location, Row> rows,
      List<Point> points) {
    this(
        title, files, report, census, profile, messages, version, accepted, rows, points, Map.of(),
        0);
  }

  public CheckOutcome {
    met = Map.copyOf(met);
    files = List.copyOf(files);
    rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
    points = List.copyOf(points);
  }

  /** Returns the fingerprints of findings of this report, in their order. */
  public List<String> fingerprints(List<Finding> findings) {
    return Fingerprints.of(findings, met);
  }

  /**
   * A record as it was read.
   *
   * @param type the record type's name
   * @param id its identifier, or null
   * @param title its title, or null
   * @param cells the texts of its fields that have one, by key, in column order, cut; none that is
   *     confidential
   */
  public record Row(
      String type, @Nullable String id, @Nullable String title, Map<String, String> cells) {
    public Row {
      cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }
  }

  /**
   * Where a record is.
   *
   * @param record where the record begins, a key of the rows when it has findings
   * @param id its identifier
   * @param title its title
   * @param latitude in degrees WGS 84
   * @param longitude in degrees WGS 84
   */
  public record Point(
      Location record, String id, String title, double latitude, double longitude) {}
}
