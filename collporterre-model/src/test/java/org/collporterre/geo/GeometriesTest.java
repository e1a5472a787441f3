package org.collporterre.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Objects;
import org.collporterre.model.Initiative;
import org.collporterre.model.Place;
import org.collporterre.model.PlaceBuilder;
import org.collporterre.vocabulary.PositionPrecision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class GeometriesTest {
  private static Geometry wkt(String text) throws ParseException {
    return new WKTReader().read(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POINT (-4.49 48.39)",
        "MULTIPOINT ((-4.49 48.39), (-1.68 48.11))",
        "MULTIPOINT ((180 -90), (-180 90), (2.3 48.8))"
      })
  void points_survive_the_way_through_places(String text) throws ParseException {
    Geometry geometry = wkt(text);
    List<Place> places = Geometries.places(geometry);
    Initiative initiative = Initiative.named("a", "Titre").locations(places).build();
    Geometry back = Objects.requireNonNull(Geometries.of(initiative));
    assertThat((Object) back).isEqualTo(geometry);
    assertThat(back.getSRID()).isEqualTo(Geometries.WGS_84);
    assertThat(places).extracting(Place::precision).containsOnlyNulls();
  }

  @Test
  void altitudes_and_empty_parts_are_dropped_and_collections_opened() throws ParseException {
    assertThat(Geometries.places(wkt("POINT Z (-4.49 48.39 120)")))
        .containsExactly(Place.at(48.39, -4.49));
    assertThat(
            Geometries.places(
                wkt("GEOMETRYCOLLECTION (POINT (1 2), MULTIPOINT (EMPTY, (3 4)), POINT EMPTY)")))
        .containsExactly(Place.at(2, 1), Place.at(4, 3));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POINT EMPTY",
        "MULTIPOINT EMPTY",
        "LINESTRING EMPTY",
        "POLYGON EMPTY",
        "MULTIPOLYGON EMPTY",
        "GEOMETRYCOLLECTION EMPTY"
      })
  void an_empty_geometry_is_nowhere(String text) throws ParseException {
    assertThat(Geometries.places(wkt(text))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))",
        // The centroid of these two is not in them.
        "POLYGON ((0 0, 10 0, 10 1, 1 1, 1 9, 10 9, 10 10, 0 10, 0 0))",
        "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0), (1 1, 9 1, 9 9, 1 9, 1 1))",
        "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 1, 0 0)), ((8 8, 9 8, 9 9, 8 9, 8 8)))",
        "LINESTRING (0 0, 5 5, 10 0)"
      })
  void an_area_is_one_territory_at_a_point_inside(String text) throws ParseException {
    Geometry area = wkt(text);
    List<Place> places = Geometries.places(area);
    assertThat(places).hasSize(1);
    assertThat(places.get(0).precision()).isEqualTo(PositionPrecision.TERRITORY);
    assertThat(area.intersects(Objects.requireNonNull(places.get(0).point()))).isTrue();
  }

  @Test
  void places_without_a_valid_position_are_not_on_the_map() {
    Place address = PlaceBuilder.builder().locality("Brest").build();
    assertThat((Object) Geometries.of(Initiative.named("a", "Titre").build())).isNull();
    assertThat(
            (Object)
                Geometries.of(
                    Initiative.named("a", "Titre")
                        .locations(List.of(address, Place.at(0, 0), Place.at(91, 0)))
                        .build()))
        .isNull();
    assertThat(
            (Object)
                Geometries.of(
                    Initiative.named("a", "Titre")
                        .locations(List.of(address, Place.at(48.39, -4.49)))
                        .build()))
        .isEqualTo(Geometries.point(-4.49, 48.39));
  }

  @ParameterizedTest
  @CsvSource({
    "-4.49, 48.39, true",
    "-6, 41, true",
    "10, 52, true",
    "-6.0001, 45, false",
    "0, 52.0001, false",
    "NaN, 45, false"
  })
  void a_box_holds_its_border(double longitude, double latitude, boolean inside) {
    assertThat(new BoundingBox(-6, 41, 10, 52).contains(longitude, latitude)).isEqualTo(inside);
  }

  @Test
  void a_box_is_drawn_around_a_geometry_and_as_one() throws ParseException {
    BoundingBox box = BoundingBox.around(wkt("MULTIPOINT ((-4 48), (-1 49))"));
    assertThat(box).isEqualTo(new BoundingBox(-4, 48, -1, 49));
    assertThat(box.toGeometry().getArea()).isEqualTo(3);
    assertThat(BoundingBox.around(box.toGeometry())).isEqualTo(box);
    assertThat((Object) new BoundingBox(1, 2, 1, 2).toGeometry()).isEqualTo(Geometries.point(1, 2));
  }

  @ParameterizedTest
  @CsvSource({"1, 0, 0, 1", "0, 1, 1, 0", "NaN, 0, 1, 1", "0, 0, 1, NaN"})
  void bounds_in_the_wrong_order_are_no_box(double west, double south, double east, double north) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BoundingBox(west, south, east, north));
  }

  @Test
  void there_is_no_box_around_nothing() throws ParseException {
    Geometry nothing = wkt("POINT EMPTY");
    assertThatIllegalArgumentException().isThrownBy(() -> BoundingBox.around(nothing));
  }
}
