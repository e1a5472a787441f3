package org.collporterre.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NumberedTextsTest {
  private static final long SEED = 21;

  @Test
  void texts_are_given_back_across_blocks_whatever_letters_they_have() {
    NumberedTexts texts = new NumberedTexts(16);
    Random random = new Random(SEED);
    List<String> added = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      added.add(
          "jardin-partagé-de-" + Integer.toString(random.nextInt(), 36) + "\uD83C\uDF31ÿ" + i);
      texts.add(NumberedTexts.bytes(added.get(i)));
    }
    for (int i = 0; i < added.size(); i++) {
      assertThat(texts.get(i)).isEqualTo(added.get(i));
    }
  }

  @Test
  void texts_of_any_bytes_and_lengths_are_given_back() {
    NumberedTexts texts = new NumberedTexts(8);
    Random random = new Random(SEED);
    List<byte[]> added = new ArrayList<>();
    for (int length : List.of(0, 1, 127, 128, 16_383, 16_384, 65_535, 0, 300, 65_535, 2, 9, 8, 7)) {
      for (int i = 0; i < 5; i++) {
        byte[] text = new byte[length];
        random.nextBytes(text);
        added.add(text);
        texts.add(text);
      }
    }
    NumberedTexts.Cursor cursor = texts.new Cursor();
    for (int i = 0; i < added.size(); i++) {
      assertThat(cursor.at(i).isEqualTo(added.get(i))).as("text %d", i).isTrue();
      assertThat(cursor.length()).isEqualTo(added.get(i).length);
    }
  }

  @Test
  void texts_that_resemble_each_other_take_a_third_of_their_bytes() {
    List<byte[]> sample = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      sample.add(NumberedTexts.bytes("https://transiscope.example.org/fiche/" + i * 7919));
    }
    Symbols symbols = Symbols.of(sample);
    byte[] to = new byte[200];
    int bytes = 0;
    int written = 0;
    for (byte[] text : sample) {
      bytes += text.length;
      int size = symbols.writer().write(text, 0, text.length, to);
      written += size;
      byte[] read = new byte[200];
      int length = symbols.read(to, 0, size, read);
      assertThat(new String(read, 0, length, StandardCharsets.UTF_8))
          .isEqualTo(new String(text, StandardCharsets.UTF_8));
    }
    assertThat(written).isLessThan(bytes / 3);
  }

  @Test
  void long_texts_do_not_wait_for_many_others_to_be_packed() {
    NumberedTexts texts = new NumberedTexts();
    byte[] text = NumberedTexts.bytes("collège ".repeat(8_000));
    for (int i = 0; i < 40; i++) {
      texts.add(text);
    }
    NumberedTexts.Cursor cursor = texts.new Cursor();
    for (int i = 0; i < 40; i++) {
      assertThat(cursor.at(i).isEqualTo(text)).isTrue();
    }
  }

  @Test
  void a_cursor_goes_on_seeing_its_text_when_more_are_added() {
    NumberedTexts texts = new NumberedTexts(8);
    texts.add(NumberedTexts.bytes("premier"));
    NumberedTexts.Cursor cursor = texts.new Cursor().at(0);
    for (int i = 0; i < 20; i++) {
      texts.add(NumberedTexts.bytes("suivant " + i));
    }
    assertThat(cursor).hasToString("premier").hasSize(7);
  }

  @Test
  void a_cursor_is_the_characters_of_its_text() {
    NumberedTexts texts = new NumberedTexts();
    assertThat(texts.size()).isZero();
    texts.add(NumberedTexts.bytes("jardin"));
    texts.add(NumberedTexts.bytes("four"));

    NumberedTexts.Cursor cursor = texts.new Cursor().at(0);

    assertThat(texts.size()).isEqualTo(2);
    assertThat(cursor.length()).isEqualTo(6);
    assertThat(cursor.charAt(0)).isEqualTo('j');
    assertThat(cursor.charAt(5)).isEqualTo('n');
    assertThat(cursor.subSequence(1, 4)).isEqualTo("ard");
    assertThat(cursor.at(1)).hasToString("four");
  }
}
