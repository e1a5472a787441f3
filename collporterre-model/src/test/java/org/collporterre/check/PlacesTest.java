package org.collporterre.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.collporterre.report.Location;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacesTest {
  @ParameterizedTest
  @CsvSource({"0, 1", "0, 3", "40, 1", "15, 2", "16, 1", "17, 100", "200, 1"})
  void places_are_given_back_with_their_pointers(int withoutPointer, int every) {
    Places places = new Places();
    List<Location> added = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      String pointer = i >= withoutPointer && i % every == 0 ? "/records/" + i : "";
      added.add(new Location("f" + i / 10 % 3 + ".json", i * 7 + 1, i % 5 + 1, pointer));
      places.add(added.get(i));
    }

    assertThat(places.size()).isEqualTo(120);
    for (int i = 0; i < 120; i++) {
      assertThat(places.get(i)).isEqualTo(added.get(i));
    }
  }

  @Test
  void a_record_has_the_place_it_was_given_or_none() {
    RecordPlaces places = new RecordPlaces();
    for (int i = 0; i < 100; i++) {
      places.add(i * 3, new Location("a.csv", i + 1, 2));
    }
    List<String> shown = new ArrayList<>();
    places.each((number, place) -> shown.add(number + " " + place.line()));

    assertThat(places.of(0)).isEqualTo(new Location("a.csv", 1, 2));
    assertThat(places.of(297)).isEqualTo(new Location("a.csv", 100, 2));
    assertThat(places.of(1)).isNull();
    assertThat(places.of(300)).isNull();
    assertThat(shown).hasSize(100).startsWith("0 1", "3 2").endsWith("297 100");
    assertThat(new RecordPlaces().of(0)).isNull();
  }
}
