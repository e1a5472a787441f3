package org.collporterre.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OneLineTest {
  @Test
  void usual_texts_stay_as_they_are() {
    for (String text :
        new String[] {
          "", "Jardin « partagé » — n° 5", "👩\u200D🌾 e\u0301", "日本語 العربية", "می\u200Cخواهم"
        }) {
      assertThat(OneLine.of(text)).isEqualTo(text);
    }
  }

  @Test
  void line_breaks_are_shown_and_tabs_are_blanks() {
    assertThat(OneLine.of("a\nb\r\nc\rd\te")).isEqualTo("a⏎b⏎c⏎d e");
    assertThat(OneLine.of("a\u2028b\u2029c")).isEqualTo("a‹U+2028›b‹U+2029›c");
  }

  @Test
  void nothing_is_left_that_a_terminal_obeys() {
    assertThat(OneLine.of("\u001b[31m\u0007\u0000\u009b2J\u007f")).isEqualTo("�[31m���2J�");
  }

  @Test
  void what_turns_or_hides_text_is_shown() {
    assertThat(OneLine.of("a\u202Egnp.exe")).isEqualTo("a‹U+202E›gnp.exe");
    assertThat(OneLine.of("\u2066x\u2069\u200B\uFEFF\u00AD"))
        .isEqualTo("‹U+2066›x‹U+2069›‹U+200B›‹U+FEFF›‹U+00AD›");
    assertThat(OneLine.of(Character.toString(0xE0041))).isEqualTo("‹U+E0041›");
  }

  @Test
  void what_no_file_can_hold_is_replaced() {
    assertThat(OneLine.of("a\uD800b\uDC00\uFFFE\uFFFF")).isEqualTo("a�b���");
    assertThat(OneLine.of("🌱")).isEqualTo("🌱");
  }
}
