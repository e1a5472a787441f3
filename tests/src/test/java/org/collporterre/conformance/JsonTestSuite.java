package org.collporterre.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.collporterre.report.Finding;

/** JSON that must be read, must be refused, or may be either. */
final class JsonTestSuite implements Suite {
  /** Found in text that is not JSON at all. */
  private static final Set<String> SYNTAX =
      Set.of("json-malformed", "json-limit", "encoding-not-utf8", "file-empty", "file-not-text");

  @Override
  public String name() {
    return "JSONTestSuite";
  }

  @Override
  public String folder() {
    return "JSONTestSuite";
  }

  @Override
  public String shows() {
    return "JSON is accepted and anything else refused, with line and column";
  }

  @Override
  public List<Case> run(Path folder) throws IOException {
    List<Case> cases = new ArrayList<>();
    for (Path file : GeoJsonReading.files(folder, ".json")) {
      String name = Objects.requireNonNull(file.getFileName()).toString();
      List<Finding> faults =
          GeoJsonReading.of(Files.readAllBytes(file)).findings().stream()
              .filter(finding -> SYNTAX.contains(finding.code()))
              .toList();
      cases.add(one(name, faults));
    }
    return cases;
  }

  private static Case one(String name, List<Finding> faults) {
    return switch (name.charAt(0)) {
      case 'y' -> faults.isEmpty() ? Case.passed(name) : Case.failed(name, "refused");
      case 'n' ->
          faults.size() == 1 && faults.get(0).location().line() > 0
              ? Case.passed(name)
              : Case.failed(name, "accepted");
      default -> Case.outOfScope(name, "implementation defined; it gives no exception");
    };
  }
}
