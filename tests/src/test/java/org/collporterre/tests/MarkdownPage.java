package org.collporterre.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * A page of the documentation, as a reader of Markdown sees it.
 *
 * @param file where it is
 * @param links what its links and pictures lead to, as written
 * @param anchors the names of its headings, as GitHub makes them, and of anchors in HTML
 * @param blocks its fenced blocks
 */
record MarkdownPage(Path file, List<String> links, Set<String> anchors, List<Block> blocks) {
  private static final Parser PARSER =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();
  private static final Pattern NAMED = Pattern.compile("<a (?:id|name)=\"([^\"]+)\"");
  private static final Pattern NO_PART_OF_ANCHORS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}_\\- ]");

  /**
   * A fenced block.
   *
   * @param info what stands behind the fence
   * @param text its lines
   */
  record Block(String info, String text) {}

  static MarkdownPage read(Path file) throws IOException {
    Reading reading = new Reading();
    PARSER.parse(Files.readString(file)).accept(reading);
    return new MarkdownPage(
        file.normalize(), reading.links, Set.copyOf(reading.anchors), reading.blocks);
  }

  /** Returns what a link of this page leads to, without the place in it. */
  Path target(String link) {
    String path = link.replaceFirst("[#?].*", "");
    return path.isEmpty() ? file : file.resolveSibling(path).normalize();
  }

  private static final class Reading extends AbstractVisitor {
    private final List<String> links = new ArrayList<>();
    private final Set<String> anchors = new HashSet<>();
    private final List<Block> blocks = new ArrayList<>();

    @Override
    public void visit(Link link) {
      links.add(link.getDestination());
      visitChildren(link);
    }

    @Override
    public void visit(Image image) {
      links.add(image.getDestination());
      visitChildren(image);
    }

    @Override
    public void visit(Heading heading) {
      String name =
          NO_PART_OF_ANCHORS
              .matcher(text(heading).toLowerCase(Locale.ROOT))
              .replaceAll("")
              .replace(' ', '-');
      String free = name;
      for (int i = 1; !anchors.add(free); i++) {
        free = name + "-" + i;
      }
      visitChildren(heading);
    }

    @Override
    public void visit(FencedCodeBlock block) {
      blocks.add(new Block(block.getInfo(), block.getLiteral()));
    }

    @Override
    public void visit(HtmlBlock html) {
      named(html.getLiteral());
    }

    @Override
    public void visit(HtmlInline html) {
      named(html.getLiteral());
    }

    private void named(String html) {
      Matcher anchor = NAMED.matcher(html);
      while (anchor.find()) {
        anchors.add(anchor.group(1));
      }
    }

    private static String text(Node node) {
      StringBuilder text = new StringBuilder();
      node.accept(
          new AbstractVisitor() {
            @Override
            public void visit(Text part) {
              text.append(part.getLiteral());
            }

            @Override
            public void visit(Code part) {
              text.append(part.getLiteral());
            }
          });
      return text.toString();
    }
  }
}
