package org.collporterre.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextsTest {
  @Test
  void texts_of_any_length_are_given_back_whatever_was_added_before() {
    Texts texts = new Texts();
    List<String> added = new ArrayList<>();
    List<Long> places = new ArrayList<>();
    for (int length : List.of(0, 3, 1_100, 5, 60_000, 65_535, 1, 65_535, 65_535, 65_535, 7)) {
      added.add("x".repeat(length));
      places.add(texts.add(added.get(added.size() - 1)));
    }
    for (int i = 0; i < added.size(); i++) {
      assertThat(texts.get(places.get(i))).isEqualTo(added.get(i));
    }
  }

  @Test
  void a_cursor_goes_on_seeing_its_text_when_more_are_added() {
    Texts texts = new Texts();
    Texts.Cursor cursor = texts.new Cursor().at(texts.add("premier"));
    texts.add("x".repeat(5_000));
    assertThat(cursor).hasToString("premier");
  }

  @Test
  void a_cursor_looks_at_one_text_among_others() {
    Texts texts = new Texts();
    texts.add("avant");
    long place = texts.add("x".repeat(300) + "yz");
    texts.add("apres");
    Texts.Cursor cursor = texts.new Cursor().at(place);
    assertThat(cursor.length()).isEqualTo(302);
    assertThat(cursor.charAt(0)).isEqualTo('x');
    assertThat(cursor.charAt(300)).isEqualTo('y');
    assertThat(cursor.charAt(301)).isEqualTo('z');
    assertThat(cursor.subSequence(299, 302)).hasToString("xyz");
  }

  @Test
  void a_cursor_is_the_characters_of_its_text() {
    Texts texts = new Texts();
    texts.add("four");
    long place = texts.add("jardin");

    Texts.Cursor cursor = texts.new Cursor().at(place);

    assertThat(cursor.length()).isEqualTo(6);
    assertThat(cursor.charAt(0)).isEqualTo('j');
    assertThat(cursor.charAt(5)).isEqualTo('n');
    assertThat(cursor.subSequence(1, 4)).isEqualTo("ard");
    assertThat(cursor).hasToString("jardin");
  }
}
