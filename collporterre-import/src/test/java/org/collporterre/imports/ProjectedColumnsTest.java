package org.collporterre.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.model.Portrait;
import org.collporterre.schema.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Coordinates in metres count where a reference system is declared and no degrees are there. */
class ProjectedColumnsTest {
  private static String chosen(CsvImporter importer, Class<? extends Entry> type, String columns) {
    List<String> names = Arrays.asList(columns.split(" ", -1));
    Mapping made = ProjectedColumns.mapping(importer.settings(), Schema.of(type), names);
    return made.chosen().toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "titre x y # {x=longitude, y=latitude}",
        "COORD_X Northing # {COORD_X=longitude, Northing=latitude}",
        "x x_l93 y # {x=longitude, y=latitude}",
        "x # {x=longitude}",
        "x y lat # {}",
        "longitude x y # {}",
        "titre z # {}"
      })
  void columnsOfMetresAreTaken(String columns, String expected) {
    CsvImporter lambert = CsvImporter.create().withCrs("EPSG:2154");
    assertThat(chosen(lambert, Initiative.class, columns)).isEqualTo(expected);
    assertThat(chosen(lambert, Portrait.class, columns)).isEqualTo("{}");
    assertThat(chosen(CsvImporter.create(), Initiative.class, columns)).isEqualTo("{}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "x # titre # x y # {x=titre, y=latitude}",
        "z # latitude # x y z # {z=latitude}",
        "z # latitude # x y # {z=latitude, x=longitude}",
        "z # longitude # x y # {z=longitude, y=latitude}",
        "lat # titre # x y lat # {lat=titre, x=longitude, y=latitude}"
      })
  void whatTheCallerSaysStays(String source, String key, String columns, String expected) {
    CsvImporter own = CsvImporter.create().withCrs("EPSG:2154").withColumn(source, key);
    assertThat(chosen(own, Initiative.class, columns)).isEqualTo(expected);
  }
}
