package org.collporterre.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.collporterre.report.Location;
import org.collporterre.vocabulary.Nearest;
import org.junit.jupiter.api.Test;

class EntryIndexTest {
  private static final String[] TYPES = {"initiative", "portrait", "methodologie"};

  @Test
  void agrees_with_a_map_over_two_hundred_thousand_records() {
    Random random = new Random(42);
    EntryIndex index = new EntryIndex();
    Map<String, Integer> numbers = new HashMap<>();
    List<String> keys = new ArrayList<>();
    List<Location> places = new ArrayList<>();
    for (int i = 0; i < 200_000; i++) {
      String type = TYPES[random.nextInt(3)];
      String id = id(random);
      Location place = new Location("f" + random.nextInt(50) + ".csv", i + 1, i % 7 + 1);
      Integer earlier = numbers.get(type + " " + id);
      index.add(type, id, place);
      if (index.duplicateOf() != (earlier == null ? -1 : earlier)) {
        assertThat(index.duplicateOf())
            .as(type + " " + id)
            .isEqualTo(earlier == null ? -1 : earlier);
      }
      if (earlier == null) {
        numbers.put(type + " " + id, keys.size());
        keys.add(type + " " + id);
        places.add(place);
      }
    }
    assertThat(keys).hasSizeBetween(100_000, 190_000);
    assertThat(index.size()).isEqualTo(keys.size());
    for (int number = 0; number < keys.size(); number++) {
      String key = index.type(number) + " " + index.id(number);
      if (!key.equals(keys.get(number))
          || !index.location(number).equals(places.get(number))
          || index.find(index.type(number), index.id(number)) != number) {
        assertThat(key).isEqualTo(keys.get(number));
        assertThat(index.location(number)).isEqualTo(places.get(number));
        assertThat(index.find(index.type(number), index.id(number))).isEqualTo(number);
      }
    }
  }

  /** Many are met twice, some in two types, some are no identifiers at all. */
  private static String id(Random random) {
    String number = Integer.toString(random.nextInt(60_000), 36);
    return switch (random.nextInt(4)) {
      case 0 -> "fiche-" + number;
      case 1 -> "É-été-" + number;
      case 2 -> "🌱".repeat(random.nextInt(20)) + number;
      default -> number;
    };
  }

  @Test
  void proposes_the_first_of_the_nearest_of_the_type() {
    EntryIndex index = new EntryIndex();
    Location place = Location.startOf("a.csv");
    index.add("portrait", "jardin-partage", place);
    index.add("initiative", "jardin-partages", place);
    index.add("initiative", "jardin-partagee", place);
    index.add("initiative", "four-solaire", place);
    assertThat(index.nearest("initiative", "jardin-partage")).isEqualTo("jardin-partages");
    assertThat(index.nearest("initiative", "fuor-solaire")).isEqualTo("four-solaire");
    assertThat(index.nearest("initiative", "epicerie")).isNull();
    assertThat(index.nearest("methodologie", "four-solaire")).isNull();
  }

  @Test
  void proposes_for_many_texts_at_once_what_comparing_each_with_all_finds() {
    Random random = new Random(7);
    EntryIndex index = new EntryIndex();
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      String id = "jardin-".repeat(random.nextInt(4)) + Integer.toString(random.nextInt(), 36);
      ids.add(id);
      index.add("initiative", id, Location.startOf("a.csv"));
    }
    Map<EntryIndex.Wanted, String> expected = new HashMap<>();
    List<EntryIndex.Wanted> texts = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      String text = edited(ids.get(random.nextInt(ids.size())), i % 7 - 3, random);
      EntryIndex.Wanted wanted = new EntryIndex.Wanted("initiative", text);
      String nearest = Nearest.of(text, ids);
      texts.add(wanted);
      if (nearest != null) {
        expected.put(wanted, nearest);
      }
    }
    assertThat(expected).hasSizeBetween(200, 350);
    assertThat(index.nearest(texts)).isEqualTo(expected);
  }

  /** Returns the text with so many letters more, or less. */
  private static String edited(String text, int more, Random random) {
    StringBuilder edited = new StringBuilder(text);
    for (int i = 0; i < Math.abs(more) && edited.length() > 0; i++) {
      int at = random.nextInt(edited.length());
      if (more > 0) {
        edited.insert(at, 'x');
      } else {
        edited.deleteCharAt(at);
      }
    }
    return edited.toString();
  }

  @Test
  void does_not_know_what_it_has_not_met() {
    EntryIndex index = new EntryIndex();
    assertThat(index.find("initiative", "a")).isEqualTo(-1);
    assertThat(index.duplicateOf()).isEqualTo(-1);
    assertThat(index.nearest("initiative", "jardin-partage")).isNull();
    index.add("initiative", "a", Location.startOf("a.csv"));
    assertThat(index.find("portrait", "a")).isEqualTo(-1);
    assertThat(index.find("initiative", "")).isEqualTo(-1);
    index.add("initiative", "a", Location.startOf("b.csv"));
    assertThat(index.duplicateOf()).isZero();
    index.add("initiative", "b", Location.startOf("b.csv"));
    assertThat(index.duplicateOf()).isEqualTo(-1);
    assertThat(index.location(0)).isEqualTo(Location.startOf("a.csv"));
  }

  @Test
  void identifiers_too_long_to_be_any_are_cut_but_keep_their_place() {
    EntryIndex index = new EntryIndex();
    List<String> long_ids = new ArrayList<>();
    for (int length : new int[] {65_534, 65_535, 65_536, 65_537, 200_000, 1_000_000}) {
      long_ids.add(Integer.toString(length).repeat(length / 5 + 1).substring(0, length));
      // Cut in the middle of a character of two bytes.
      long_ids.add("x" + length + "é".repeat(length));
    }
    long_ids.forEach(id -> index.add("initiative", id, Location.startOf("")));
    for (int i = 0; i < 1_000; i++) {
      index.add("initiative", "fiche-" + i, Location.startOf(""));
    }
    for (int i = 0; i < long_ids.size(); i++) {
      assertThat(index.find("initiative", long_ids.get(i))).isEqualTo(i);
    }
    assertThat(index.find("initiative", "")).isEqualTo(-1);
    assertThat(index.find("initiative", "fiche-999")).isEqualTo(long_ids.size() + 999);
  }

  @Test
  void more_files_than_it_can_name_do_not_disturb_the_records() {
    EntryIndex index = new EntryIndex();
    for (int i = 0; i < 9_000; i++) {
      index.add("portrait", "p" + i, new Location("f" + i, i + 1, 1));
    }
    for (int i = 0; i < 9_000; i += 100) {
      assertThat(index.find("portrait", "p" + i)).isEqualTo(i);
      assertThat(index.type(i)).isEqualTo("portrait");
      assertThat(index.location(i).line()).isEqualTo(i + 1);
      assertThat(index.location(i).file()).isEqualTo("f" + Math.min(i, 8_191));
    }
  }
}
