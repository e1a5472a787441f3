package org.collporterre.conformance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** GeoJSON files that are right, and files that are wrong in one way each. */
final class GeoJsonHintSuite implements Suite {
  private static final String WINDING =
      "rings may wind either way: RFC 7946 asks readers not to refuse them";
  private static final String ADVICE = "advice to writers, nothing is wrong";

  /** Of these the suite itself says that they are no errors. */
  private static final Map<String, String> ADVISED =
      Map.of(
          "bad-polygon-interiorring-rhr.geojson",
          WINDING,
          "polygon_winding_order.geojson",
          WINDING,
          "excessive_precision_truncated.geojson",
          ADVICE,
          "geometrycollection_nested.geojson",
          ADVICE,
          "geometrycollection_single.geojson",
          ADVICE);

  @Override
  public String name() {
    return "geojsonhint";
  }

  @Override
  public String folder() {
    return "geojsonhint";
  }

  @Override
  public String shows() {
    return "every kind of wrong GeoJSON gives a finding, right GeoJSON no error";
  }

  @Override
  public List<Case> run(Path folder) throws IOException {
    List<Case> cases = new ArrayList<>();
    for (Path file : GeoJsonReading.files(folder, ".geojson")) {
      String name = Objects.requireNonNull(file.getFileName()).toString();
      GeoJsonReading reading = GeoJsonReading.ofGeometryOrFeature(file);
      String advised = ADVISED.get(name);
      if (file.startsWith(folder.resolve("good"))) {
        List<String> errors = reading.errors();
        cases.add(errors.isEmpty() ? Case.passed(name) : Case.failed(name, "gives " + errors));
      } else if (advised != null) {
        cases.add(Case.outOfScope(name, advised));
      } else {
        boolean found =
            reading.codes().stream().anyMatch(code -> !code.equals("geometry-not-point"));
        cases.add(found ? Case.passed(name) : Case.failed(name, "gives no finding"));
      }
    }
    return cases;
  }
}
