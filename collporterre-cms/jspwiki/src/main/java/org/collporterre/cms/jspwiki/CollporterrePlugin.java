package org.collporterre.cms.jspwiki;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.apache.wiki.api.core.Context;
import org.apache.wiki.api.exceptions.ProviderException;
import org.apache.wiki.api.plugin.Plugin;
import org.apache.wiki.preferences.Preferences;
import org.collporterre.cms.page.Fragments;
import org.collporterre.cms.page.RequestException;
import org.collporterre.cms.page.ViewRequest;

/**
 * Shows a dataset in a page: {@code [{Collporterre vue='carte' source='jardins.csv'}]}. For its
 * parameters see {@link ViewRequest}; {@code source} is an attachment, {@code fichier.csv} or
 * {@code Page/fichier.csv}, or else a file in the wiki's folder of datasets.
 */
public final class CollporterrePlugin implements Plugin {
  private static final Logger LOGGER = System.getLogger(CollporterrePlugin.class.getName());

  @Override
  public String execute(Context context, Map<String, String> parameters) {
    Locale locale = Preferences.getLocale(context);
    try {
      ViewRequest request = ViewRequest.of(parameters, locale);
      return show(context, request);
    } catch (RequestException e) {
      return Fragments.problem(e.text(locale), locale);
    }
  }

  private static String show(Context context, ViewRequest request) throws RequestException {
    Sources sources = Sources.of(context.getEngine());
    String source = request.source();
    try {
      Path file = sources.file(context, source);
      return Fragments.of(sources.publications().get(file), request.locale())
          .withAssets(context.getEngine().getBaseURL() + "/collporterre/")
          .show(request);
    } catch (IOException | ProviderException | RuntimeException e) {
      // A wiki shows what is thrown to readers, with its trace when a page asks for it.
      LOGGER.log(Level.WARNING, "Dataset cannot be shown: " + source, e);
      throw new RequestException("source-unreadable", source);
    }
  }
}
