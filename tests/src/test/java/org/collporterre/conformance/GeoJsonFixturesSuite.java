package org.collporterre.conformance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Every kind of geometry, with and without altitude. */
final class GeoJsonFixturesSuite implements Suite {
  @Override
  public String name() {
    return "geojson-fixtures";
  }

  @Override
  public String folder() {
    return "geojson-fixtures";
  }

  @Override
  public String shows() {
    return "every kind of geometry gives a place, without error";
  }

  @Override
  public List<Case> run(Path folder) throws IOException {
    List<Case> cases = new ArrayList<>();
    for (Path file : GeoJsonReading.files(folder, ".geojson")) {
      String name = folder.resolve("data").relativize(file).toString().replace('\\', '/');
      GeoJsonReading reading = GeoJsonReading.ofGeometryOrFeature(file);
      boolean located =
          !reading.records().isEmpty()
              && reading.records().stream().noneMatch(record -> record.locations().isEmpty());
      if (located && reading.errors().isEmpty()) {
        cases.add(Case.passed(name));
      } else {
        cases.add(Case.failed(name, "gives " + reading.errors()));
      }
    }
    return cases;
  }
}
