package org.collporterre.cms.sling;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServletResponse;
import org.apache.sling.api.SlingHttpServletRequest;
import org.apache.sling.api.SlingHttpServletResponse;
import org.apache.sling.api.servlets.SlingSafeMethodsServlet;
import org.collporterre.cms.page.Publication;
import org.collporterre.cms.page.RequestException;
import org.collporterre.export.EntryWriter;
import org.collporterre.export.Exporter;
import org.collporterre.export.GeoJsonExporter;
import org.collporterre.export.JsonLdExporter;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Gives away what the public may see of a dataset, or of the dataset that a component shows: {@code
 * .geojson} (initiatives with a position) and {@code .jsonld} (all records).
 */
@Component(
    service = Servlet.class,
    property = {
      "sling.servlet.resourceTypes=" + StoredDataset.RESOURCE_TYPE,
      "sling.servlet.resourceTypes=collporterre/components/initiatives",
      "sling.servlet.methods=GET",
      "sling.servlet.extensions=geojson",
      "sling.servlet.extensions=jsonld"
    })
public final class PublicServlet extends SlingSafeMethodsServlet {
  private static final long serialVersionUID = 1;

  private final transient Datasets datasets;

  /** Takes what reads datasets. */
  @Activate
  public PublicServlet(@Reference Datasets datasets) {
    this.datasets = datasets;
  }

  @Override
  protected void doGet(SlingHttpServletRequest request, SlingHttpServletResponse response)
      throws IOException {
    ClassLoader before = Providers.enter();
    try {
      String source =
          Source.path(request.getResource(), Source.of(request.getResource(), Locale.ENGLISH));
      give(datasets.get(request.getResourceResolver(), source), request, response);
    } catch (RequestException e) {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      response.setContentType("text/plain");
      response.setCharacterEncoding("UTF-8");
      response.getWriter().write(e.text(request.getLocale()));
    } finally {
      Providers.leave(before);
    }
  }

  private static void give(
      Publication publication, SlingHttpServletRequest request, SlingHttpServletResponse response)
      throws IOException {
    response.setHeader("X-Content-Type-Options", "nosniff");
    if ("geojson".equals(request.getRequestPathInfo().getExtension())) {
      response.setContentType("application/geo+json");
      write(GeoJsonExporter.create(), Initiative.class, publication, response.getOutputStream());
    } else {
      response.setContentType("application/ld+json");
      write(
          JsonLdExporter.create().withVocabularies(publication.vocabularies()),
          Entry.class,
          publication,
          response.getOutputStream());
    }
  }

  private static <E extends Entry> void write(
      Exporter exporter, Class<E> type, Publication publication, OutputStream out)
      throws IOException {
    try (EntryWriter<E> writer = exporter.open(out, type, finding -> {})) {
      for (E entry : publication.entries(type)) {
        writer.write(entry);
      }
      writer.commit();
    }
  }
}
