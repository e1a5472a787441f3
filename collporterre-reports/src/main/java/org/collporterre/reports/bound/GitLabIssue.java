package org.collporterre.reports.bound;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;

/** A finding as GitLab's code quality reports have it; names and meanings are theirs. */
@JsonbPropertyOrder({"description", "checkName", "fingerprint", "severity", "location"})
public record GitLabIssue(
    String description,
    @JsonbProperty("check_name") String checkName,
    String fingerprint,
    String severity,
    Location location) {
  /** Where it is. */
  @JsonbPropertyOrder({"path", "lines"})
  public record Location(String path, Lines lines) {}

  /** The lines, of which only the first is needed. */
  public record Lines(int begin) {}
}
