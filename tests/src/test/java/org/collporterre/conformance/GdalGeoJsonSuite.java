package org.collporterre.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The GeoJSON file of GDAL's tests: identifiers that are numbers, null, or stand twice. */
final class GdalGeoJsonSuite implements Suite {
  private static final String FILE = "ids_0_1_null_1_null.json";

  @Override
  public String name() {
    return "GDAL autotest (GeoJSON)";
  }

  @Override
  public String folder() {
    return "gdal";
  }

  @Override
  public String shows() {
    return "identifiers that are numbers, null or not unique all come out as they are";
  }

  @Override
  public List<Case> run(Path folder) throws IOException {
    GeoJsonReading reading = GeoJsonReading.of(Files.readAllBytes(folder.resolve(FILE)));
    List<String> ids = reading.records().stream().map(record -> record.header().id()).toList();
    boolean same = ids.equals(Arrays.asList("0", "1", null, "1", null));
    return List.of(same ? Case.passed(FILE) : Case.failed(FILE, "gives " + ids));
  }
}
