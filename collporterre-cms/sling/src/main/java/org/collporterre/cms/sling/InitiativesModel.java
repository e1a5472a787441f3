package org.collporterre.cms.sling;

import java.io.IOException;
import java.util.Locale;
import javax.inject.Inject;
import org.apache.sling.api.SlingHttpServletRequest;
import org.apache.sling.api.resource.Resource;
import org.apache.sling.models.annotations.Model;
import org.apache.sling.models.annotations.injectorspecific.OSGiService;
import org.apache.sling.models.annotations.injectorspecific.Self;
import org.collporterre.cms.page.Fragments;
import org.collporterre.cms.page.RequestException;
import org.collporterre.cms.page.ViewRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the component {@code collporterre/components/initiatives} shows. */
@Model(adaptables = SlingHttpServletRequest.class)
public final class InitiativesModel {
  private static final Logger LOG = LoggerFactory.getLogger(InitiativesModel.class);
  private static final String ASSETS = "/static/clientlibs/collporterre/";

  private final SlingHttpServletRequest request;
  private final Datasets datasets;

  /** Takes a request for the component. */
  @Inject
  public InitiativesModel(@Self SlingHttpServletRequest request, @OSGiService Datasets datasets) {
    this.request = request;
    this.datasets = datasets;
  }

  /** Returns HTML in which everything that data and authors wrote is escaped. */
  public String getHtml() {
    Resource resource = request.getResource();
    Locale locale = Source.locale(resource, request.getLocale());
    ClassLoader before = Providers.enter();
    try {
      ViewRequest asked = Source.of(resource, locale);
      return Fragments.of(
              datasets.get(request.getResourceResolver(), Source.path(resource, asked)), locale)
          .withAssets(request.getContextPath() + ASSETS)
          .show(asked);
    } catch (RequestException e) {
      return Fragments.problem(e.text(locale), locale);
    } catch (IOException e) {
      LOG.warn("{} cannot be shown", resource.getPath(), e);
      RequestException unread = new RequestException("source-unreadable", resource.getName());
      return Fragments.problem(unread.text(locale), locale);
    } finally {
      Providers.leave(before);
    }
  }
}
