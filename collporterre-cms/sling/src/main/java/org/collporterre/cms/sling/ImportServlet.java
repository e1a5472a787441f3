package org.collporterre.cms.sling;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServletResponse;
import org.apache.sling.api.SlingHttpServletRequest;
import org.apache.sling.api.SlingHttpServletResponse;
import org.apache.sling.api.resource.PersistenceException;
import org.apache.sling.api.resource.Resource;
import org.apache.sling.api.resource.ResourceResolver;
import org.apache.sling.api.servlets.SlingAllMethodsServlet;
import org.collporterre.check.Checker;
import org.collporterre.files.TemporaryFile;
import org.collporterre.report.Profile;
import org.osgi.service.component.annotations.Component;

/**
 * Takes a file for a dataset: {@code POST …/donnees.import.json} with the file in the field {@code
 * fichier}, or as the body. It answers how many records were created, changed and left as they
 * were, with the report of the check; {@code .html} answers the report as a page.
 *
 * <p>Who sends it must be known and may write there: all is done in that person's session.
 */
@Component(
    service = Servlet.class,
    property = {
      "sling.servlet.resourceTypes=" + StoredDataset.RESOURCE_TYPE,
      "sling.servlet.methods=POST",
      "sling.servlet.selectors=import",
      "sling.servlet.extensions=json",
      "sling.servlet.extensions=html"
    })
public final class ImportServlet extends SlingAllMethodsServlet {
  private static final long serialVersionUID = 1;
  private static final int ATTEMPTS = 4;
  private static final int PAUSE_MILLIS = 400;

  @Override
  protected void doPost(SlingHttpServletRequest request, SlingHttpServletResponse response)
      throws IOException {
    if (!new StoredDataset(request.getResource()).isWritable()) {
      refuse(response, HttpServletResponse.SC_FORBIDDEN, "no right to write here");
      return;
    }
    ClassLoader before = Providers.enter();
    try (TemporaryFile file = Uploads.receive(request)) {
      if (file == null || Files.size(file.path()) == 0) {
        refuse(response, HttpServletResponse.SC_BAD_REQUEST, "no file in " + Uploads.FIELD);
        return;
      }
      take(file.path(), request, response);
    } catch (TemporaryFile.TooLarge e) {
      refuse(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "file too large");
    } catch (PersistenceException e) {
      log("import", e);
      refuse(response, HttpServletResponse.SC_CONFLICT, "the repository did not take it");
    } catch (UncheckedIOException | IOException e) {
      log("import", e);
      refuse(response, 422, "the file cannot be read");
    } finally {
      request.getResourceResolver().revert();
      Providers.leave(before);
    }
  }

  private static void take(
      Path file, SlingHttpServletRequest request, SlingHttpServletResponse response)
      throws IOException {
    Profile profile = Profile.named(String.valueOf(request.getParameter("profil")));
    Checker checker = Checker.standard();
    DatasetImport.Order order =
        new DatasetImport.Order(
            Uploads.name(request),
            Boolean.parseBoolean(request.getParameter("remplacer")),
            Boolean.parseBoolean(request.getParameter("confidentiel")),
            profile == null ? checker : checker.withProfile(profile));
    DatasetImport done = stored(file, request.getResource(), order);
    if (!done.isUsable()) {
      response.setStatus(422);
    }
    answer(done, request, response);
  }

  /** Imports again when it meets another change: a CMS keeps versions of the page around it. */
  private static DatasetImport stored(Path file, Resource target, DatasetImport.Order order)
      throws IOException {
    ResourceResolver resolver = target.getResourceResolver();
    Resource now = target;
    for (int left = ATTEMPTS; ; left--) {
      try {
        DatasetImport done = DatasetImport.of(file, new StoredDataset(now), order);
        if (done.isUsable()) {
          resolver.commit();
        }
        return done;
      } catch (PersistenceException e) {
        resolver.revert();
        pause();
        resolver.refresh();
        Resource again = resolver.getResource(target.getPath());
        if (left == 1 || again == null) {
          throw e;
        }
        now = again;
      }
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }

  private static void answer(
      DatasetImport done, SlingHttpServletRequest request, SlingHttpServletResponse response)
      throws IOException {
    response.setCharacterEncoding("UTF-8");
    if ("html".equals(request.getRequestPathInfo().getExtension())) {
      response.setContentType("text/html");
      response.getWriter().write(done.report("html", request.getLocale()));
      return;
    }
    JsonObjectBuilder answer = Json.createObjectBuilder();
    answer.add("imported", done.isUsable());
    done.counts().forEach((name, count) -> answer.add(name, done.isUsable() ? count : 0));
    String report = done.report("json", request.getLocale());
    try (JsonReader in = Json.createReader(new StringReader(report))) {
      answer.add("report", in.readObject());
    }
    response.setContentType("application/json");
    response.getWriter().write(answer.build().toString());
  }

  private static void refuse(HttpServletResponse response, int status, String why)
      throws IOException {
    response.setStatus(status);
    response.setContentType("application/json");
    response.setCharacterEncoding("UTF-8");
    response
        .getWriter()
        .write(
            Json.createObjectBuilder().add("imported", false).add("error", why).build().toString());
  }
}
