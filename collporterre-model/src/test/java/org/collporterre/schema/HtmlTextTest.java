package org.collporterre.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTextTest {
  private static final int MEBIBYTE = 1 << 20;

  @Test
  void entities_are_decoded_once() {
    assertPlain("Caf&eacute; &amp; th&#233; l&#39;&#xE9;t&#xe9;", "Café & thé l'été");
    assertPlain("&amp;eacute;", "&eacute;");
    assertPlain("10&nbsp;&euro;", "10\u00A0€");
    assertPlain("&lt;b&gt;", "<b>");
    assertPlain("&#128512;", "\uD83D\uDE00");
  }

  @Test
  void blocks_end_with_a_line_break_and_items_begin_with_a_dash() {
    assertPlain("<p>Un</p><p>Deux</p>", "Un\nDeux");
    assertPlain("Un<br>Deux<BR/>Trois", "Un\nDeux\nTrois");
    assertPlain("<ul><li>Un</li><li>Deux</li></ul>fin", "- Un\n- Deux\nfin");
    assertPlain("<b>Gras</b> et <a href=\"https://exemple.org\">lien</a>", "Gras et lien");
    assertPlain("<tr><td>a</td><td>b</td></tr>", "a b");
  }

  @Test
  void what_nobody_sees_is_left_out() {
    assertPlain("avant<script>alert('<p>')</script>après", "avantaprès");
    assertPlain("<style type='text/css'>p { }</STYLE>texte", "texte");
    assertPlain("a<!-- <b> -->b", "ab");
    assertPlain("a<script>jamais fermé", "a");
  }

  @Test
  void blocks_and_cells_are_parted_even_behind_a_single_letter() {
    assertPlain("a<p>b", "a\nb");
    assertPlain("a<td>b</td>c", "ab c");
    assertPlain("<tr><th>a</th><th>b</th></tr>", "a b");
    assertPlain("<blockquote>a</blockquote>b<hr/>c", "a\nb\nc");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<b z=1>x",
        "<b A=1>x",
        "<b Z=1>x",
        "<b x0=1>x",
        "<b x9=1>x",
        "<b data-x='1'>x",
        "<b xml:lang = 'fr'>x",
        "<b\n\tid='1'>x",
        "<b >x",
        "<B>x</b >",
        "x<script>y</script",
        "x<style>y</styl></STYLE >"
      })
  void a_tag_may_have_attributes_of_any_name_and_blanks(String text) {
    assertThat(HtmlText.of(text).hasTags()).isTrue();
    assertPlain(text, "x");
  }

  @Test
  void only_numbers_of_characters_that_may_stand_in_a_text_are_decoded() {
    assertPlain("a&#10;b&#9;c&#32;d&#126;", "a\nb\tc d~");
    assertPlain("a&#160;b", "a\u00A0b");
    assertPlain("&#xD7FF;&#XE000;", "\uD7FF\uE000");
    assertPlain("&#x10FFFF;", "\uDBFF\uDFFF");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "&#31;",
        "&#127;",
        "&#128;",
        "&#159;",
        "&#xDFFF;",
        "&#x110000;",
        "a <b c=1",
        "a <b c",
        "<!-- a <!-- b",
        "<b é=1>",
        "<b c d>",
        "<b=1>",
        "AT&T",
        "R&D; et plus",
        "a < b et c > d",
        "<https://exemple.org>",
        "<jean@exemple.org>",
        "a<b",
        "si a <b alors",
        "a <b et c> d",
        "<p sans fin",
        "a <!-- b",
        "&inconnue;",
        "&#0;",
        "&#xD800;",
        "&#99999999;",
        "&#146;",
        "& ;",
        "<",
        "&",
        "x <- y",
        "<inconnu>"
      })
  void what_is_no_html_stays(String text) {
    HtmlText html = HtmlText.of(text);

    assertThat(html.hasTags()).isFalse();
    assertThat(html.hasEntities()).isFalse();
    assertThat(html.plain()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<",
        "&",
        "<p",
        "<b ",
        "<!--",
        "<script>",
        "</",
        "<script></",
        "&amp",
        "<p>",
        "&#x"
      })
  void a_hostile_text_takes_time_in_proportion_to_its_length(String part) {
    String text = part.repeat(MEBIBYTE / part.length());

    assertTimeoutPreemptively(Duration.ofSeconds(5), () -> HtmlText.of(text));
  }

  @Test
  void html_is_only_changed_when_repairs_are_asked_for() {
    assertText(false, "Caf&eacute;", "Caf&eacute;", "entities-in-text → Café");
    assertText(true, "Caf&eacute;", "Café", "entities-in-text → Café");
    assertText(false, "<p>a</p>", "<p>a</p>", "html-in-text → a");
    assertText(true, "<p>a &amp; b</p>", "a & b", "html-in-text → a & b");
    assertText(true, "AT&T", "AT&T");
  }

  @Test
  void an_address_that_begins_with_www_has_its_scheme_added_when_repairs_are_asked_for() {
    Noted repairing = new Noted(true);
    Noted reporting = new Noted();

    assertThat(Values.ADDRESS.read("www.exemple.org", repairing))
        .isEqualTo("https://www.exemple.org");
    assertThat(repairing.said).containsExactly("url-scheme-added → https://www.exemple.org");
    assertThat(Values.ADDRESS.read("www.exemple.org", reporting)).isEqualTo("www.exemple.org");
    assertThat(reporting.said).isEmpty();
    assertThat(Values.ADDRESS.read("exemple", new Noted(true))).isEqualTo("exemple");
  }

  private static void assertText(boolean repairs, String text, String value, String... notes) {
    Noted said = new Noted(repairs);
    assertThat(Values.TEXT.read(text, said)).isEqualTo(value);
    assertThat(said.said).containsExactly(notes);
  }

  private static void assertPlain(String text, String plain) {
    assertThat(HtmlText.of(text).plain()).isEqualTo(plain);
  }
}
