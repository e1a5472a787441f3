package org.collporterre.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.collporterre.geo.BoundingBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PositionsTest {
  /** On a sphere of 6371 km a degree of a great circle is 111.195 km. */
  @ParameterizedTest
  @CsvSource({
    "48, -4, 48, -4, 0",
    "48, -4, 49, -4, 111.195",
    "-1, 7, 1, 7, 222.390",
    "0, 0, 0, 90, 10007.543",
    "0, 0, 0, 180, 20015.087",
    // Over the pole.
    "60, 0, 60, 180, 6671.696",
    "80, 20, 70, -160, 3335.848",
    // An equilateral triangle with a right angle in each corner.
    "90, 45, 0, 12, 10007.543"
  })
  void distances_are_those_on_a_sphere(
      double latitude, double longitude, double latitude2, double longitude2, double kilometres) {
    assertThat(Positions.distance(latitude, longitude, latitude2, longitude2))
        .isCloseTo(kilometres, within(0.01));
    assertThat(Positions.distance(latitude2, longitude2, latitude, longitude))
        .isCloseTo(kilometres, within(0.01));
  }

  @Test
  void a_position_is_in_one_of_several_boxes_or_in_none() {
    List<BoundingBox> boxes =
        List.of(new BoundingBox(-6, 41, 10, 52), new BoundingBox(55, -22, 56, -20));

    assertThat(Positions.isIn(boxes, -4.48, 48.39)).isTrue();
    assertThat(Positions.isIn(boxes, 55.5, -21.1)).isTrue();
    assertThat(Positions.isIn(boxes, 48.39, -4.48)).isFalse();
    assertThat(Positions.isIn(List.of(), -4.48, 48.39)).isFalse();
    assertThat(Positions.text(48.39, -4)).isEqualTo("48.39, -4");
  }
}
