package org.collporterre.imports;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.proj4j.BasicCoordinateTransform;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.ProjCoordinate;

class ReferenceSystemTest {
  private static final double CENTIMETRE = 1.5e-7;

  static IntStream metric() {
    return Stream.of(
            IntStream.of(2154, 27572, 5490, 4559, 2972, 2975, 4471, 3857),
            IntStream.rangeClosed(3942, 3950),
            IntStream.rangeClosed(32601, 32660),
            IntStream.rangeClosed(32701, 32760))
        .flatMapToInt(numbers -> numbers);
  }

  /** The register says the parameters, so a slip in one of ours shows as another place. */
  @ParameterizedTest
  @MethodSource("metric")
  void positions_are_those_of_the_epsg_register(int number) {
    CRSFactory register = new CRSFactory();
    var transform =
        new BasicCoordinateTransform(
            register.createFromName("EPSG:" + number), register.createFromName("EPSG:4326"));
    boolean small = number == 3857 || number > 30_000 || number == 27572;
    for (double[] point :
        new double[][] {
          {700_000, 6_600_000}, {146_700, 6_838_700}, {400_000, small ? 1_800_000 : 7_500_000}
        }) {
      ProjCoordinate expected = new ProjCoordinate();
      transform.transform(new ProjCoordinate(point[0], point[1]), expected);

      ReferenceSystem.Position found =
          requireNonNull(ReferenceSystem.of("EPSG:" + number)).toWgs84(point[0], point[1]);

      assertThat(requireNonNull(found).longitude()).isCloseTo(expected.x, within(CENTIMETRE));
      assertThat(found.latitude()).isCloseTo(expected.y, within(CENTIMETRE));
    }
  }

  /** Origin of the projection: by definition at 3° east and 46.5° north. */
  @Test
  void the_origin_of_lambert_93_is_where_its_definition_says() {
    assertThat(requireNonNull(ReferenceSystem.of("EPSG:2154")).toWgs84(700_000, 6_600_000))
        .isEqualTo(new ReferenceSystem.Position(46.5, 3));
  }

  @Test
  void names_are_known_in_their_usual_spellings() {
    for (String name :
        new String[] {
          "EPSG:2154",
          "epsg:2154 ",
          "urn:ogc:def:crs:EPSG::2154",
          "http://www.opengis.net/def/crs/EPSG/0/2154"
        }) {
      assertThat(requireNonNull(ReferenceSystem.of(name)).name()).isEqualTo("EPSG:2154");
    }
    for (String name :
        new String[] {
          "", "2154", "EPSG:", "EPSG:31370", "EPSG:32661", "EPSG:99999999999", "RGF93"
        }) {
      assertThat(ReferenceSystem.of(name)).as(name).isNull();
    }
  }

  @Test
  void wgs_84_and_the_european_systems_are_taken_as_they_are() {
    for (String name : new String[] {"EPSG:4326", "EPSG:4258", "EPSG:4171"}) {
      ReferenceSystem system = requireNonNull(ReferenceSystem.of(name));
      assertThat(system.isDegrees()).isTrue();
      assertThat(system.toWgs84(-4.4812345678, 48.39))
          .isEqualTo(new ReferenceSystem.Position(48.39, -4.4812345678));
    }
  }

  @Test
  void degrees_are_not_taken_for_metres() {
    assertThat(requireNonNull(ReferenceSystem.of("EPSG:2154")).toWgs84(-4.48, 48.39)).isNull();
  }
}
