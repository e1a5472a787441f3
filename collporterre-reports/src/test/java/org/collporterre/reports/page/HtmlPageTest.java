package org.collporterre.reports.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HtmlPageTest {
  private static String page(HtmlPage.Body body) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    HtmlPage.in(Locale.FRENCH, new Both("Titre", "Title"))
        .withScript("document.title += '\u00e9';\n")
        .write(out, body);
    return out.toString(StandardCharsets.UTF_8);
  }

  /** Content Security Policy 3, 6.7.3.3: the base64 of the hash of the element's text. */
  @Test
  void the_policy_has_the_hash_of_each_script_and_style() throws Exception {
    String html = page(body -> body.element("h1", "x"));
    Matcher inline = Pattern.compile("<(script|style)>(.*?)</\\1>", Pattern.DOTALL).matcher(html);
    int found = 0;
    while (inline.find()) {
      byte[] text = inline.group(2).getBytes(StandardCharsets.UTF_8);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text);
      String source = "sha256-" + Base64.getEncoder().encodeToString(hash);
      assertThat(html).contains(source.replace("'", "&#39;"));
      found++;
    }
    assertThat(found).isEqualTo(3);
    assertThat(html).contains("default-src &#39;none&#39;").doesNotContain("unsafe-inline");
  }

  @Test
  void texts_and_attributes_are_escaped_and_hidden_characters_shown() throws IOException {
    String html =
        page(body -> body.element("p", "<b>&\"'\u202E\n", "title", "\"><script>x</script>"));

    assertThat(html)
        .contains(
            "<p title=\"&quot;&gt;&lt;script&gt;x&lt;/script&gt;\">"
                + "&lt;b&gt;&amp;&quot;&#39;‹U+202E›⏎</p>");
  }

  @Test
  void only_addresses_of_the_web_are_links() throws IOException {
    String html =
        page(
            body -> {
              body.linked("https://exemple.org/a?b=c&d");
              body.linked("javascript:alert(1)");
              body.linked(" https://exemple.org");
              body.linked("https://exemple.org/\u202Ex");
              body.linked("voir https://exemple.org");
            });

    assertThat(html.split("<a href=\"http", -1)).hasSize(2);
    assertThat(html)
        .contains("<a href=\"https://exemple.org/a?b=c&amp;d\" rel=\"noopener noreferrer\">");
  }

  @Test
  void a_text_in_two_languages_is_written_once_when_both_are_the_same() throws IOException {
    String html =
        page(body -> body.text(new Both("oui", "yes")).element("i", new Both("non", "non")));

    assertThat(html).contains("<span lang=\"fr\">oui</span><span lang=\"en\">yes</span><i>non</i>");
  }

  @Test
  void json_in_a_page_cannot_end_its_element() throws IOException {
    assertThat(HtmlText.json("</script><!-- \"\\ & \u2028"))
        .isEqualTo("\"\\u003c/script\\u003e\\u003c!-- \\\"\\\\ \\u0026 ‹U+2028›\"");
    assertThatThrownBy(() -> page(body -> body.data("x", "\"</SCRIPT>\"")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void scripts_and_styles_that_would_end_their_element_are_refused() {
    HtmlPage page = HtmlPage.in(Locale.ENGLISH, Both.same("x"));

    assertThatThrownBy(() -> page.withScript("'</script>'"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> page.withScript("'<!--'"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> page.withStyle("a{content:'</STYLE'}"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
