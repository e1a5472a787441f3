package org.collporterre.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackedPositionsTest {
  /** A degree of a great circle is 111 195 m; of the parallel of 60° half as much. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, 0, 0",
    "48, -4, 49, -4, 111195",
    "-33, 151, -34, 151, 111195",
    "60, 10, 60, 11, 55598",
    "0, 179.9, 0, -179.9, 22239",
    "0, -179.9, 0, 179.9, 22239",
    "89.5, 0, 90, 0, 55598",
    "0, 0, 0.003, 0.004, 556"
  })
  void distances_are_those_on_a_sphere(
      double latitude, double longitude, double otherLatitude, double otherLongitude, int metres) {
    assertThat(
            PackedPositions.metres(
                PackedPositions.pack(latitude, longitude),
                PackedPositions.pack(otherLatitude, otherLongitude)))
        .isCloseTo(metres, within(12.0));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-75, -33.9, -0.001, 0, 45.02, 48.39, 69})
  void positions_nearer_than_half_a_side_share_a_square_and_none_when_far(double latitude) {
    Random random = new Random(3);
    for (int i = 0; i < 500; i++) {
      double longitude = random.nextDouble() * 300 - 150;
      double angle = random.nextDouble() * 2 * Math.PI;
      long here = PackedPositions.pack(latitude, longitude);
      assertThat(shared(here, away(latitude, longitude, 240, angle))).isPositive();
      assertThat(shared(here, away(latitude, longitude, 800, angle))).isZero();
    }
  }

  private static long away(double latitude, double longitude, double metres, double angle) {
    double degrees = metres / 111_195;
    return PackedPositions.pack(
        latitude + degrees * Math.sin(angle),
        longitude + degrees * Math.cos(angle) / Math.cos(Math.toRadians(latitude)));
  }

  private static int shared(long here, long there) {
    int shared = 0;
    for (int grid = 0; grid < 4; grid++) {
      shared +=
          PackedPositions.cell(here, 520, grid) == PackedPositions.cell(there, 520, grid) ? 1 : 0;
    }
    return shared;
  }
}
