package org.collporterre.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.collporterre.report.Finding;
import org.collporterre.report.Location;
import org.collporterre.report.Profile;
import org.collporterre.report.Report;
import org.collporterre.report.Severity;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.autolink.AutolinkType;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownReportTest {
  private static final List<Extension> GITHUB =
      List.of(
          TablesExtension.create(),
          AutolinkExtension.builder().linkTypes(AutolinkType.URL, AutolinkType.WWW).build());

  /** Extended autolinks, GitHub Flavored Markdown 6.9; the library finds more than that. */
  private static final Pattern ADDRESS = Pattern.compile("[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+");

  /** What a page made of Markdown holds that is more than text. */
  private static final class Markup extends AbstractVisitor {
    private final List<String> links = new ArrayList<>();
    private final List<String> html = new ArrayList<>();
    private final List<Integer> cells = new ArrayList<>();

    static Markup of(String markdown) {
      Markup markup = new Markup();
      Parser.builder().extensions(GITHUB).build().parse(markdown).accept(markup);
      return markup;
    }

    @Override
    public void visit(Link link) {
      links.add(link.getDestination());
    }

    @Override
    public void visit(Image image) {
      links.add(image.getDestination());
    }

    @Override
    public void visit(Emphasis emphasis) {
      html.add("emphasis");
    }

    @Override
    public void visit(HtmlInline inline) {
      html.add(inline.getLiteral());
    }

    @Override
    public void visit(HtmlBlock block) {
      html.add(block.getLiteral());
    }

    @Override
    public void visit(CustomNode node) {
      if (node instanceof TableRow) {
        int count = 0;
        for (Node cell = node.getFirstChild(); cell != null; cell = cell.getNext()) {
          count += cell instanceof TableCell ? 1 : 0;
        }
        cells.add(count);
      }
      visitChildren(node);
    }
  }

  @Test
  void a_summary_is_a_table_of_rules_with_findings_to_unfold() {
    Report report = Report.create();
    report.report(Outcomes.SWAPPED);
    String text = Outcomes.render(new MarkdownReport(), Outcomes.of(report, Locale.FRENCH));

    assertThat(text)
        .isEqualTo(
            """
            ## Les jardins

            ❌ **1 erreur, 0 avertissement, 0 information (profil echange)**

            Fiches : 1 initiative (initiatives situées : 0, non situées : 1)

            | | Règle | | Nombre |
            |---|---|---|--:|
            | ❌ erreur | [coordinates-swapped](https://collporterre.org/rules/coordinates-swapped) | La latitude et la longitude sont inversées | 1 |

            <details><summary>coordinates-swapped (1)</summary>

            | Où | Fiche | Ce qui est signalé |
            |---|---|---|
            | données/à corriger.csv:2:26 | jardin | %s |

            </details>
            """
                .formatted(Outcomes.of(report, Locale.FRENCH).messages().text(Outcomes.SWAPPED)));
  }

  @Test
  void nothing_found_is_a_good_summary() {
    assertThat(Outcomes.render(new MarkdownReport(), Outcomes.of()))
        .startsWith("## Les jardins\n\n✅ **0 errors, 0 warnings, 0 notes (profile echange)**\n")
        .doesNotContain("|", "<details>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script><img src=x onerror=alert(1)>",
        "</details></td></table><iframe src='javascript:alert(1)'>",
        "| a | b |\n|---|---|\n| c |",
        "[clic](https://e.example) ![x](https://e.example/x.png) <https://e.example>",
        "https://e.example www.e.example WWW.E.EXAMPLE http://x ftp://x a@e.example",
        "[x]: https://e.example",
        "*a* _b_ **c** `d` ~~e~~ $f$ \\*g\\* &lt;b&gt; &#42;h&#42;",
        "\u202Egnp.exe \u001b[31m \u0000 \u2028"
      })
  void texts_of_data_are_only_text(String hostile) {
    String text = Outcomes.render(new MarkdownReport(), Outcomes.of(Outcomes.hostile(hostile)));
    Markup markup = Markup.of(text);

    assertThat(text).doesNotContainPattern(ADDRESS);
    assertThat(markup.links).containsExactly("https://collporterre.org/rules/html-in-text");
    assertThat(markup.html)
        .containsExactly("<details><summary>html-in-text (1)</summary>", "</details>");
    assertThat(markup.cells).containsExactly(4, 4, 3, 3);
  }

  @Test
  void a_title_is_only_text_too() {
    String text =
        Outcomes.render(
            new MarkdownReport(),
            Outcomes.of(
                "# <b>[x](https://e.example)\n* @marie",
                Report.create(),
                Locale.ENGLISH,
                Map.of(),
                0));
    assertThat(Markup.of(text).links).isEmpty();
    assertThat(Markup.of(text).html).isEmpty();
  }

  @Test
  void forges_find_no_mentions_and_no_issues() {
    assertThat(MarkdownText.of("@marie a/b#12 GH-3 !4 ~label %5 a@b.c 5 % & co"))
        .isEqualTo(
            "@\u200Bmarie a/b\\#\u200B12 GH-\u200B3 \\!\u200B4 \\~\u200Blabel %\u200B5"
                + " a@\u200Bb.c 5 % &amp; co");
  }

  @Test
  void a_long_report_fits_a_comment_and_says_what_is_left_out() {
    Report report = Report.create();
    for (int rule = 0; rule < 400; rule++) {
      for (int line = 1; line <= 30; line++) {
        report.report(
            new Finding(
                "rule-of-our-own-" + rule,
                Severity.WARNING,
                Profile.ECHANGE,
                new Location("initiatives.csv", line, 1),
                "initiative",
                "i" + line,
                "titre",
                "é".repeat(80),
                null,
                null));
      }
    }
    String text = Outcomes.render(new MarkdownReport(), Outcomes.of(report, Locale.ENGLISH));
    assertThat(text)
        .hasSizeLessThan(65_536)
        .contains("The first 20 of 30 findings.")
        .containsPattern("\nFor want of room the findings of \\d+ rules are not shown\\.\n$");
  }
}
