package org.collporterre.cms.sling;

import java.io.IOException;
import javax.servlet.Servlet;
import org.apache.sling.api.SlingHttpServletRequest;
import org.apache.sling.api.SlingHttpServletResponse;
import org.apache.sling.api.servlets.SlingSafeMethodsServlet;
import org.osgi.service.component.annotations.Component;

/** Gives back a dataset of the repository as a dataset package: all that the session may read. */
@Component(
    service = Servlet.class,
    property = {
      "sling.servlet.resourceTypes=" + StoredDataset.RESOURCE_TYPE,
      "sling.servlet.methods=GET",
      "sling.servlet.extensions=zip"
    })
public final class PackageServlet extends SlingSafeMethodsServlet {
  private static final long serialVersionUID = 1;

  @Override
  protected void doGet(SlingHttpServletRequest request, SlingHttpServletResponse response)
      throws IOException {
    response.setContentType("application/zip");
    response.setHeader("Content-Disposition", "attachment; filename=\"jeu.zip\"");
    ClassLoader before = Providers.enter();
    try {
      new StoredDataset(request.getResource()).export(response.getOutputStream());
    } finally {
      Providers.leave(before);
    }
  }
}
