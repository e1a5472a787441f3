package org.collporterre.reports.bound;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What we use of SARIF 2.1.0 (OASIS); names and meanings are the standard's. */
@JsonbPropertyOrder({"schema", "version", "runs"})
public record SarifLog(@JsonbProperty("$schema") String schema, String version, List<Run> runs) {
  /** One check. */
  @JsonbPropertyOrder({"tool", "language", "columnKind", "invocations", "results"})
  public record Run(
      Tool tool,
      String language,
      String columnKind,
      List<Invocation> invocations,
      List<Result> results) {}

  /** What checked. */
  public record Tool(Driver driver) {}

  /** What checked. */
  @JsonbPropertyOrder({"name", "version", "informationUri", "rules"})
  public record Driver(String name, String version, String informationUri, List<Rule> rules) {}

  /** A rule that found something. */
  @JsonbPropertyOrder({
    "id",
    "name",
    "shortDescription",
    "fullDescription",
    "help",
    "helpUri",
    "defaultConfiguration"
  })
  public record Rule(
      String id,
      String name,
      Message shortDescription,
      Message fullDescription,
      Message help,
      @Nullable String helpUri,
      Configuration defaultConfiguration) {}

  /** How bad the findings of a rule are. */
  public record Configuration(String level) {}

  /** A text, perhaps also with markup. */
  @JsonbPropertyOrder({"text", "markdown"})
  public record Message(String text, @Nullable String markdown) {}

  /** How the check went. */
  @JsonbPropertyOrder({"executionSuccessful", "toolExecutionNotifications"})
  public record Invocation(
      boolean executionSuccessful, List<Notification> toolExecutionNotifications) {}

  /** Something to know about the check itself. */
  @JsonbPropertyOrder({"level", "message"})
  public record Notification(String level, Message message) {}

  /** A finding. */
  @JsonbPropertyOrder({
    "ruleId",
    "ruleIndex",
    "level",
    "message",
    "locations",
    "partialFingerprints"
  })
  public record Result(
      String ruleId,
      int ruleIndex,
      String level,
      Message message,
      List<Location> locations,
      Map<String, String> partialFingerprints) {}

  /** Where something is, in a file and in the data. */
  @JsonbPropertyOrder({"physicalLocation", "logicalLocations"})
  public record Location(
      @Nullable PhysicalLocation physicalLocation,
      @Nullable List<LogicalLocation> logicalLocations) {}

  /** Where something is in a file. */
  @JsonbPropertyOrder({"artifactLocation", "region"})
  public record PhysicalLocation(ArtifactLocation artifactLocation, Region region) {}

  /** A file. */
  @JsonbPropertyOrder({"uri", "uriBaseId"})
  public record ArtifactLocation(String uri, String uriBaseId) {}

  /** A place in a file. */
  @JsonbPropertyOrder({"startLine", "startColumn"})
  public record Region(int startLine, int startColumn) {}

  /** A record or a value. */
  @JsonbPropertyOrder({"fullyQualifiedName", "kind"})
  public record LogicalLocation(String fullyQualifiedName, String kind) {}
}
