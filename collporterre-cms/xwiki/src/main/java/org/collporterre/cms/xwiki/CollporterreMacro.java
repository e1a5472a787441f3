package org.collporterre.cms.xwiki;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;
import org.collporterre.cms.page.Assets;
import org.collporterre.cms.page.Fragments;
import org.collporterre.cms.page.Publications;
import org.collporterre.cms.page.RequestException;
import org.collporterre.cms.page.ViewRequest;
import org.collporterre.gazetteer.fr.FrenchGazetteer;
import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;
import org.xwiki.rendering.block.Block;
import org.xwiki.rendering.block.RawBlock;
import org.xwiki.rendering.block.XDOM;
import org.xwiki.rendering.macro.AbstractMacro;
import org.xwiki.rendering.syntax.Syntax;
import org.xwiki.rendering.transformation.MacroTransformationContext;

/** Shows a dataset in a page: {@code {{collporterre vue="carte" source="jardins.csv"/}}}. */
@Component
@Named("collporterre")
@Singleton
public class CollporterreMacro extends AbstractMacro<CollporterreParameters> {
  private final Publications publications = Publications.create().with(FrenchGazetteer.load());
  @Inject private SourceResolver sources;
  @Inject private Settings settings;
  @Inject private Logger logger;

  /** Made by XWiki, which gives it the rest. */
  @SuppressWarnings("NullAway.Init")
  public CollporterreMacro() {
    super(
        "Collporterre",
        "Shows initiatives, portraits and methodologies of a dataset: map, list, sheet, numbers.",
        CollporterreParameters.class);
    setDefaultCategories(Set.of(DEFAULT_CATEGORY_CONTENT));
  }

  @Override
  public boolean supportsInlineMode() {
    return false;
  }

  @Override
  public List<Block> execute(
      CollporterreParameters parameters, String content, MacroTransformationContext context) {
    Locale locale = locale();
    List<Block> blocks = new ArrayList<>();
    try {
      ViewRequest request = ViewRequest.of(parameters.texts(), locale);
      blocks.add(html(show(request)));
      if (settings.get(Settings.ASSETS).isEmpty()) {
        addOnce(html(Assets.inline(request.view())), blocks, context);
      }
    } catch (RequestException e) {
      blocks.add(html(Fragments.problem(e.text(locale), locale)));
    }
    return blocks;
  }

  private static Block html(String text) {
    return new RawBlock(text, Syntax.HTML_5_0);
  }

  /** Adds a block, unless another macro of ours in the page has brought it. */
  private static void addOnce(Block block, List<Block> blocks, MacroTransformationContext context) {
    XDOM page = context.getXDOM();
    if (page == null || page.getBlocks(block::equals, Block.Axes.DESCENDANT).isEmpty()) {
      blocks.add(block);
    }
  }

  private String show(ViewRequest request) throws RequestException {
    String source = request.source();
    try {
      Fragments fragments =
          Fragments.of(publications.get(sources.resolve(source)), request.locale());
      String assets = settings.get(Settings.ASSETS);
      return (assets.isEmpty() ? fragments : fragments.withAssets(withSlash(assets))).show(request);
    } catch (IOException | RuntimeException e) {
      // XWiki shows what is thrown to readers, with its trace.
      logger.warn("Dataset cannot be shown: {}", source, e);
      throw new RequestException("source-unreadable", source);
    }
  }

  private static String withSlash(String address) {
    return address.endsWith("/") ? address : address + "/";
  }

  private Locale locale() {
    String told = settings.get(Settings.LANGUAGE);
    return told.isEmpty() ? Locale.FRENCH : Locale.forLanguageTag(told);
  }
}
