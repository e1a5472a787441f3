package org.collporterre.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The tokenizer of the HTML standard decides; § stands for the type that is looked for, ␀ for the
 * character 0.
 */
class HtmlScriptsTest {
  /** A start tag with that type and nothing more has 33 characters. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "<script type=\"§\">{}</script> ~ 1:36 {}",
        "<SCRIPT TYPE=Application/LD+JSON>1</SCRIPT> ~ 1:34 1",
        "<script type = '§'>1</script > ~ 1:38 1",
        "<script type='§; charset=utf-8'>1</script> ~ 1:51 1",
        "<script type='application/ld&#43;json'>1</script> ~ 1:40 1",
        "<script/type=§>1</script> ~ 1:34 1",
        "<script a=b/c d e='>' type=§>1</script> ~ 1:48 1",
        "<script type=§ type=a>1</script> ~ 1:41 1",
        "<script type=a type=§>1</script> ~ ``",
        "<script data-type=§>1</script> ~ ``",
        "<script type=§/>1</script> ~ ``",
        "<script type>1</script> ~ ``",
        "<scripts type=§>1</scripts> ~ ``",
        "<script type=§></script> ~ `1:34 `",
        "a␀<script type=§>1␀2</script> ~ 1:36 1␀2",
        "<script type=§>{} ~ 1:34 {}",
        "<script type=§>1</scripts>2</script> ~ 1:34 1</scripts>2",
        "<script type=§>1</script><script type=§>2</script> ~ 1:34 1|1:77 2"
      })
  void scriptsAreFoundByTheirType(String page, String expected) throws Exception {
    assertThat(scripts(page)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "<!-- @1 --> ~ ``",
        "<!-- - -> > @1 --> ~ ``",
        "<!-->@1 ~ 1",
        "<!--->@1 ~ 1",
        "<!-- --!>@1 ~ 1",
        "<!-- --->@1 ~ 1",
        "<!--a-b-->@1 ~ 1",
        "<!doctype html>@1 ~ 1",
        "<!-x>@1 ~ 1",
        "<? @1 ~ ``",
        "</p @1 ~ ``",
        "</p>@1 ~ 1",
        "<1@1 ~ 1",
        "< @1 ~ 1",
        "<p title='<!--'>@1 ~ 1",
        "<p title='\"'>@1 ~ 1",
        "<p title=\"'\">@1 ~ 1",
        "<p title='@1 ~ ``",
        "<a title='@1'>@2 ~ 2",
        "<z title='@1'>@2 ~ 2",
        "<A title='@1'>@2 ~ 2",
        "<Z title='@1'>@2 ~ 2",
        "a␀<p␀ ␀ a=␀ b='␀'>@1 ~ 1",
        "<? ␀>@1 ~ 1",
        "<!-- ␀ -->@1 ~ 1",
        "<title>␀@1</title>@2 ~ 2",
        "<title>@1</title>@2 ~ 2",
        "<TEXTAREA>@1</textarea >@2 ~ 2",
        "<style></styles>@1</style/>@2 ~ 2",
        "<titles>@1</titles> ~ 1",
        "<script>'@1'@2 ~ 2",
        "<script><!--<script></script>@1--></script>@2 ~ 2",
        "<script><!-- </script>@2 ~ 2",
        "<script><!-- <scripts></script>@2 ~ 2",
        "<script><!-- <script>--></script>@2 ~ 2",
        "<script><script></script>@2 ~ 2",
        "<title><!-- <script> </title>@2 ~ 2"
      })
  void scriptsInCommentsAndTextsAreNone(String page, String expected) throws Exception {
    String found =
        scripts(page.replaceAll("@([12])", "<script type=§>$1</script>"))
            .replaceAll("[0-9]+:[0-9]+ ", "");

    assertThat(found).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "`a\r\nb\rc\n<script type=§>1</script>` ~ 4:34 1",
        "`é🌱<script type=§>1</script>` ~ 1:37 1",
        "`<script type=§> {} \n</script>` ~ 1:35 {}",
        "`<script type=§>\r\n\r{}</script>` ~ 3:1 {}",
        "`<script type=§>\n<!--\n{}\n//-->\n</script>` ~ 3:1 {}",
        "`<script type=§>//<![CDATA[\n{}\n//]]></script>` ~ 2:1 {}",
        "`<script type=§>/*<![CDATA[*/{}/*]]>*/</script>` ~ 1:47 {}",
        "`<script type=§>--></script>` ~ `1:37 `"
      })
  void whatScriptsAreWrappedInIsTakenOff(String page, String expected) throws Exception {
    assertThat(scripts(page)).isEqualTo(expected);
  }

  private static String scripts(String page) throws Exception {
    byte[] bytes = page.replace("§", "application/ld+json").replace('␀', '\0').getBytes(UTF_8);
    String once = scripts(new ByteArrayInputStream(bytes));
    assertThat(scripts(new Drops(bytes))).isEqualTo(once);
    return once;
  }

  private static String scripts(InputStream in) throws Exception {
    HtmlScripts page = new HtmlScripts(in);
    List<String> found = new ArrayList<>();
    for (HtmlScripts.Script one = page.next(); one != null; one = page.next()) {
      String text = new String(one.bytes(), one.from(), one.length(), UTF_8);
      found.add(one.line() + ":" + one.column() + " " + text);
    }
    return String.join("|", found).replace('\0', '␀');
  }
}
