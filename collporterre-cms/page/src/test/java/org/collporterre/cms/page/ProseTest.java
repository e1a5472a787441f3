package org.collporterre.cms.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProseTest {
  private static Document parsed(String text) {
    return Jsoup.parseBodyFragment(Prose.html(text, 3));
  }

  @Test
  void HTML_in_it_is_shown_as_text() {
    Document html = parsed("Un <b>gras</b>\n\n<script>alert(1)</script>\n");

    assertThat(html.select("b, script")).isEmpty();
    assertThat(html.text()).isEqualTo("Un <b>gras</b> <script>alert(1)</script>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[x](javascript:alert(1))",
        "[x](JAVASCRIPT:alert(1))",
        "[x](data:text/html,<script>)",
        "![x](javascript:alert(1))",
        "<javascript:alert(1)>",
        "[x]: javascript:alert(1)\n\n[x]"
      })
  void a_link_that_runs_something_leads_nowhere(String text) {
    assertThat(parsed(text).select("a"))
        .allSatisfy(link -> assertThat(link.attr("href")).isEmpty());
    assertThat(parsed(text).select("img")).isEmpty();
  }

  @Test
  void headings_stand_below_those_of_the_page() {
    assertThat(parsed("# Un\n\n## Deux\n\n##### Cinq").select("h3, h4, h6").eachText())
        .containsExactly("Un", "Deux", "Cinq");
  }

  @Test
  void a_picture_becomes_a_link_as_nobody_said_who_may_count_readers() {
    Document html = parsed("![Des tomates](https://exemple.org/t.jpg)");

    assertThat(html.select("img")).isEmpty();
    assertThat(html.expectFirst("a").attr("href")).isEqualTo("https://exemple.org/t.jpg");
    assertThat(html.expectFirst("a").text()).isEqualTo("Des tomates");
  }

  @Test
  void what_turns_the_direction_of_writing_is_seen() {
    assertThat(parsed("abc\u202Edef\nghi").text()).isEqualTo("abc‹U+202E›def ghi");
  }
}
