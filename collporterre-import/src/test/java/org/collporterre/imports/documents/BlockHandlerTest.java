package org.collporterre.imports.documents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.SAXParserFactory;
import org.collporterre.model.Media;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlockHandlerTest {
  private static BlockHandler read(String page, int maxCharacters) throws Exception {
    BlockHandler handler = new BlockHandler(maxCharacters);
    SAXParserFactory factory = SAXParserFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.newSAXParser().parse(new ByteArrayInputStream(page.getBytes(UTF_8)), handler);
    return handler;
  }

  private static String shown(Block block) {
    String kind = block.isHeading() ? "H" + block.level() : block.kind().name().substring(0, 1);
    return kind + " " + block.text().replace("\n", "/");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "<p>a</p><p>b</p> # P a|P b",
        "a<p>b</p>c # P a|P b|P c",
        "a<b>b</b>c # P abc",
        "<h1>a</h1><h6>b</h6>c # H1 a|H6 b|P c",
        "<ul><li>a</li></ul><p>b</p> # B a|P b",
        "<ol><li>a</li><li>b</li></ol> # N a|N b",
        "<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol><p>d</p> # N a|B b|N c|P d",
        "<ul><li>a<ol><li>b</li></ol></li><li>c</li></ul> # B a|N b|B c",
        "<li>a</li> # B a",
        "<p>a<br/>b</p> # P a/b",
        "<p> a  b </p><p> </p> # P a b",
        "<script>x<p>y</p></script>a<nav><ul><li>z</li></ul></nav>b # P ab",
        "<td>a</td><td>b</td> # P a|P b"
      })
  void aPageIsABlockForEachPieceOfText(String page, String blocks) throws Exception {
    assertThat(
            read("<body>" + page + "</body>", 100).blocks().stream()
                .map(BlockHandlerTest::shown)
                .collect(Collectors.joining("|")))
        .isEqualTo(blocks);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "<html lang='fr'><body lang='en'>a</body></html> # fr",
        "<html><body lang='br'><p lang='en'>a</p></body></html> # br",
        "<html><p lang='en'>a</p></html> #"
      })
  void theLanguageIsThatOfTheWholePage(String page, String language) throws Exception {
    assertThat(read(page, 100).language()).isEqualTo(language);
  }

  @Test
  void moreTextThanAllowedIsRefused() throws Exception {
    String page = "<p>abc<b>de</b></p>";

    assertThat(read(page, 5).blocks()).containsExactly(Block.of(Block.Kind.PARAGRAPH, "abcde"));
    assertThatThrownBy(() -> read(page, 4)).isInstanceOf(BlockHandler.TooLong.class);
  }

  private static String repeated(int count, String piece) {
    return "<p>"
        + IntStream.range(0, count).mapToObj(i -> piece.formatted(i)).collect(Collectors.joining())
        + "</p>";
  }

  @Test
  void picturesAndLinksAreThoseOfThePageUpToALimit() throws Exception {
    String long300 = "x".repeat(300);
    BlockHandler few =
        read(
            "<p><img src='https://a.example/1.png' alt='Un'/><img src='2.png'/>"
                + "<img src='https://a.example/1.png' alt='Deux'/>"
                + "<img src='https://a.example/3.png' alt=' '/>"
                + "<img src='https://a.example/4.png' alt='"
                + long300
                + "'/><img src='https://a.example/5.png' alt='"
                + long300
                + "x'/><a href='/ici'/><a name='x'/></p>",
            10);

    assertThat(few.pictures())
        .extracting(Media::url, Media::alt)
        .containsExactly(
            tuple("https://a.example/1.png", "Un"),
            tuple("https://a.example/3.png", null),
            tuple("https://a.example/4.png", long300),
            tuple("https://a.example/5.png", null));
    assertThat(few.links()).containsExactly("/ici");
    assertThat(read(repeated(101, "<img src='https://a.example/%d'/>"), 9).pictures()).hasSize(100);
    assertThat(read(repeated(1001, "<a href='%d'/>"), 9).links()).hasSize(1000);
  }
}
