package org.collporterre.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTextTest {
  @ParameterizedTest
  @ValueSource(strings = {"48.39,-4.48", "48.39, -4.48", "48.39 , -4.48", "+48.39, -4.480"})
  void two_decimal_numbers_with_a_comma_are_the_plain_form(String text) {
    assertThat(PositionText.of(text, false)).isEqualTo(new PositionText.Read(48.39, -4.48, true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "48.39 -4.48",
        "48.39;-4.48",
        "48.39 | -4.48",
        "48.39/-4.48",
        "48,39 ; -4,48",
        "48,39, -4,48",
        "48,39 ,-4,48",
        "48,39 -4,48",
        "48,39,-4,48",
        "(48.39, -4.48)",
        "[48.39,-4.48]",
        "48.39, \u22124.48",
        "48.39,\u00A0-4.48",
        "geo:48.39,-4.48",
        "geo:48.39,-4.48,12;crs=wgs84;u=35",
        "POINT (-4.48 48.39)",
        "point(-4.48 48.39)",
        "POINT Z (-4.48 48.39 12)",
        "SRID=4326;POINT(-4.48 48.39)",
        "{\"type\":\"Point\",\"coordinates\":[-4.48,48.39]}",
        "{\"coordinates\": [-4.48, 48.39, 7], \"type\": \"Point\"}",
        "{'type': 'Point', 'coordinates': [-4.48, 48.39]}",
        "48°23'24\"N 4°28'48\"O",
        "48°23'24\"N 4°28'48\"W",
        "48° 23' 24\" N, 4° 28' 48\" Ouest",
        "4°28'48\"O 48°23'24\"N",
        "48°23′24″N 4°28′48″W",
        "48º23’24”N 4º28’48”W",
        "48°23'24''N 4°28'48''W",
        "48°23,4'N 4°28.8'W",
        "N 48°23.4 W 4°28.8",
        "48 23 24 N 4 28 48 W",
        "N48.39 W4.48",
        "48.39° N, 4.48° W",
        "48.39 °N 4.48 °W",
        "48.39° -4.48°",
        "48°23'24\" -4°28'48\"",
        "48°23'24\u2033N\u00A0/\u00A04°28'48\u2033W"
      })
  void other_spellings_of_the_same_place_are_read_and_told_from_the_plain_form(String text) {
    assertThat(PositionText.of(text, false)).isEqualTo(new PositionText.Read(48.39, -4.48, false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "90°N 180°E|90|180",
        "90°S 180°W|-90|-180",
        "48°N 100°W|48|-100",
        "48° -4°|48|-4",
        // 24 minutes are 0.4 of a degree, 36 seconds 0.01.
        "48°24' -4°30'|48.4|-4.5",
        "48°36''N 4°36''W|48.01|-4.01",
        "48°23'24\" 4 28' 48\"|48.39|4.48",
        "0°30'N 0°30'W|0.5|-0.5"
      })
  void angles_are_read_up_to_poles_and_antimeridian(
      String text, double latitude, double longitude) {
    assertThat(PositionText.of(text, false))
        .isEqualTo(new PositionText.Read(latitude, longitude, false));
  }

  @Test
  void of_two_numbers_the_longitude_comes_first_when_it_is_said_so() {
    assertThat(PositionText.of("-4.48, 48.39", true))
        .isEqualTo(new PositionText.Read(48.39, -4.48, true));
    assertThat(PositionText.of("-4.48° 48.39°", true))
        .isEqualTo(new PositionText.Read(48.39, -4.48, false));
    assertThat(PositionText.of("48.39°N 4.48°W", true))
        .isEqualTo(new PositionText.Read(48.39, -4.48, false));
    assertThat(PositionText.of("geo:48.39,-4.48", true))
        .isEqualTo(new PositionText.Read(48.39, -4.48, false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0 0",
        "0,0",
        "0.0, 0.0",
        "0;0",
        ",",
        " ; ",
        "null,null",
        "NaN, NaN",
        "POINT(0 0)",
        "POINT EMPTY",
        "0°0'0\"N 0°0'0\"E",
        "{\"type\":\"Point\",\"coordinates\":[0,0]}"
      })
  void zeros_and_empty_parts_are_nothing(String text) {
    assertThat(PositionText.of(text, false)).isEqualTo(new PositionText.Nothing());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "48.39",
        "48,39,5",
        "48.39,",
        ", -4.48",
        "48.39, -4.48, 12",
        "a, b",
        "1e3, 2",
        "Brest",
        "Point Stop",
        "POINT (-4.48)",
        "POINT (-4.48, 48.39)",
        "SRID=2154;POINT(146700 6838700)",
        "SRID=4326",
        "geo:48.39",
        "geo:48.39,-4.48;crs=epsg:2154",
        "{\"type\":\"LineString\",\"coordinates\":[-4.48,48.39]}",
        "{\"type\":\"Point\",\"coordinates\":[]}",
        "{\"type\":\"Point\"}",
        "48°23'24\"N",
        "48°23'24\"N 4°28'48\"N",
        "4°28'48\"E 4°28'48\"W",
        "48°60'N 4°28'W",
        "48°23'60\"N 4°28'W",
        "48°23'61\"N 4°28'W",
        "48' 4°",
        "48\" 4°",
        "48.5°23'N 4°28'W",
        ".5°N 4°W",
        "48°N -4°W",
        "91°S 4°W",
        "48°N 181°W",
        "91°N 4°W",
        "-48°N 4°W",
        "48'23°N 4°W",
        "48°23'24'N 4°W"
      })
  void what_cannot_be_understood_is_not_guessed(String text) {
    assertThat(PositionText.of(text, false)).isInstanceOf(PositionText.Malformed.class);
  }

  @Test
  void an_example_of_the_form_meant_is_given() {
    assertThat(PositionText.of("POINT (1, 2)", false))
        .isEqualTo(new PositionText.Malformed("POINT (-4.48 48.39)"));
    assertThat(PositionText.of("48", false)).isEqualTo(new PositionText.Malformed("48.39, -4.48"));
    assertThat(PositionText.of("48", true)).isEqualTo(new PositionText.Malformed("-4.48, 48.39"));
  }

  @Test
  void a_long_text_is_refused_at_once() {
    for (String part : new String[] {"1", "1 ", "°", "{\"type\":", "POINT ( ", "48°23'", "N"}) {
      String text = part.repeat(400 / part.length());
      PositionText read =
          assertTimeoutPreemptively(Duration.ofSeconds(2), () -> PositionText.of(text, false));
      assertThat(read).isInstanceOf(PositionText.Malformed.class);
      assertThat(PositionText.of(part.repeat(100_000), false))
          .isInstanceOf(PositionText.Malformed.class);
    }
  }
}
