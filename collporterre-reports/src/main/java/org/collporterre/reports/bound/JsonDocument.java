package org.collporterre.reports.bound;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A report for programs.
 *
 * @param version the version of the library that made it
 * @param profile the profile the data was judged in
 * @param summary the counts, of everything
 * @param findings the findings kept, in file order
 */
@JsonbPropertyOrder({"version", "profile", "summary", "findings"})
public record JsonDocument(String version, String profile, Summary summary, List<Item> findings) {
  /**
   * The counts.
   *
   * @param records records by type
   * @param located initiatives with a valid position
   * @param unlocated initiatives without
   * @param findings findings by severity
   * @param byRule findings by rule, kept or not
   * @param accepted findings that a baseline accepts; they are nowhere else
   */
  @JsonbPropertyOrder({"records", "located", "unlocated", "findings", "byRule", "accepted"})
  public record Summary(
      Map<String, Integer> records,
      int located,
      int unlocated,
      Map<String, Integer> findings,
      Map<String, Integer> byRule,
      int accepted) {}

  /**
   * A finding, see {@link org.collporterre.report.Finding}, with its sentences and its fingerprint,
   * see {@link org.collporterre.report.Fingerprints}.
   */
  @JsonbPropertyOrder({
    "code",
    "severity",
    "profile",
    "file",
    "line",
    "column",
    "pointer",
    "type",
    "id",
    "field",
    "value",
    "expected",
    "fix",
    "message",
    "messageFr",
    "messageEn",
    "fingerprint"
  })
  public record Item(
      String code,
      String severity,
      String profile,
      String file,
      int line,
      int column,
      @Nullable String pointer,
      @Nullable String type,
      @Nullable String id,
      @Nullable String field,
      @Nullable String value,
      @Nullable String expected,
      @Nullable Correction fix,
      String message,
      String messageFr,
      String messageEn,
      String fingerprint) {}

  /** A correction, see {@link org.collporterre.report.Fix}. */
  @JsonbPropertyOrder({"safe", "cells"})
  public record Correction(boolean safe, Map<String, String> cells) {}
}
