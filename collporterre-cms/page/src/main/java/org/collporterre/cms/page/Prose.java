package org.collporterre.cms.page;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.collporterre.report.OneLine;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Makes HTML of the long texts of records, CommonMark without HTML: markup in them is shown as
 * text, and a link leads to the web or to a mail address or is none.
 */
final class Prose {
  private static final Parser PARSER =
      Parser.builder().extensions(List.of(AutolinkExtension.create())).build();
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder()
          .escapeHtml(true)
          .sanitizeUrls(true)
          .urlSanitizer(new DefaultUrlSanitizer(List.of("http", "https", "mailto")))
          .attributeProviderFactory(context -> Prose::attributes)
          .build();

  private Prose() {}

  /**
   * Returns a text as HTML.
   *
   * @param level the level of headings that are the highest in the text
   */
  static String html(String text, int level) {
    String visible = text.lines().map(OneLine::of).collect(Collectors.joining("\n"));
    Node document = PARSER.parse(visible);
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Heading heading) {
            heading.setLevel(Math.min(6, level + heading.getLevel() - 1));
            visitChildren(heading);
          }

          @Override
          public void visit(Image image) {
            // A picture of nobody knows whom would tell its server who reads this.
            Link link = new Link(image.getDestination(), image.getTitle());
            for (Node child = image.getFirstChild(); child != null; ) {
              Node next = child.getNext();
              link.appendChild(child);
              child = next;
            }
            image.insertBefore(link);
            image.unlink();
          }
        });
    return RENDERER.render(document);
  }

  private static void attributes(Node node, String tag, Map<String, String> attributes) {
    if (tag.equals("a")) {
      attributes.put("rel", "noopener noreferrer nofollow");
    } else if (tag.equals("p") || tag.equals("li") || tag.startsWith("h")) {
      attributes.put("dir", "auto");
    }
  }
}
