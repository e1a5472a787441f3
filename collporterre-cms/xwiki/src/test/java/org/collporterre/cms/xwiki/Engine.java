package org.collporterre.cms.xwiki;

import java.io.StringReader;
import org.xwiki.component.embed.EmbeddableComponentManager;
import org.xwiki.rendering.block.XDOM;
import org.xwiki.rendering.parser.Parser;
import org.xwiki.rendering.renderer.BlockRenderer;
import org.xwiki.rendering.renderer.printer.DefaultWikiPrinter;
import org.xwiki.rendering.syntax.Syntax;
import org.xwiki.rendering.transformation.Transformation;
import org.xwiki.rendering.transformation.TransformationContext;

/** What makes pages of XWiki: its parser, its macros, its renderer; without the wiki around. */
final class Engine {
  private final EmbeddableComponentManager components = new EmbeddableComponentManager();

  Engine() {
    components.initialize(Engine.class.getClassLoader());
  }

  EmbeddableComponentManager components() {
    return components;
  }

  /** Returns the HTML of a page. */
  String html(String wiki) throws Exception {
    Parser parser = components.getInstance(Parser.class, Syntax.XWIKI_2_1.toIdString());
    XDOM page = parser.parse(new StringReader(wiki));
    Transformation macros = components.getInstance(Transformation.class, "macro");
    macros.transform(page, new TransformationContext(page, Syntax.XWIKI_2_1));
    DefaultWikiPrinter out = new DefaultWikiPrinter();
    components
        .<BlockRenderer>getInstance(BlockRenderer.class, Syntax.HTML_5_0.toIdString())
        .render(page, out);
    return out.toString();
  }
}
