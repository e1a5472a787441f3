package org.collporterre.cms.sling;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The running Sling CMS, over HTTP. */
final class SlingCms {
  /** Who administers a new instance. */
  static final String ADMIN = "admin:admin";

  private static final String SITE = "/content/apache/sling-apache-org";

  /**
   * What the HTTP server says while Sling's own servlet starts again, as new bundles make it do.
   */
  private static final Set<Integer> RESTARTING = Set.of(404, 503);

  private final HttpClient client =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
  private final String base;

  private SlingCms(String base) {
    this.base = base;
  }

  /** Waits until pages are shown: that is later than the health check says. */
  static SlingCms started() throws Exception {
    SlingCms cms =
        new SlingCms("http://127.0.0.1:" + Integer.getInteger("collporterre.sling.port", 8182));
    for (int i = 0; i < 300; i++) {
      try {
        if (cms.text(cms.get(SITE + "/index.html")).contains("Bringing Back")) {
          return cms;
        }
      } catch (IOException notYet) {
        // Nobody listens.
      }
      Thread.sleep(1_000);
    }
    throw new IllegalStateException("Sling CMS shows no page");
  }

  /** Returns an address that a browser can open. */
  String address(String path) {
    return base + path;
  }

  String site() {
    return SITE;
  }

  HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
    return get(path, null);
  }

  HttpResponse<byte[]> get(String path, @Nullable String who)
      throws IOException, InterruptedException {
    return client.send(request(path, who).GET().build(), BodyHandlers.ofByteArray());
  }

  String text(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  /** Sends a file as the body; again while Sling's own servlet is not there. */
  HttpResponse<byte[]> send(String path, @Nullable String who, byte[] bytes, String type)
      throws IOException, InterruptedException {
    HttpRequest request =
        request(path, who)
            .header("Content-Type", type)
            .POST(BodyPublishers.ofByteArray(bytes))
            .build();
    HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
    for (int i = 0; i < 120 && RESTARTING.contains(answer.statusCode()); i++) {
      Thread.sleep(500);
      answer = client.send(request, BodyHandlers.ofByteArray());
    }
    return answer;
  }

  /** Sends the fields of a form. */
  HttpResponse<byte[]> post(String path, @Nullable String who, Map<String, String> fields)
      throws IOException, InterruptedException {
    String form =
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        path,
        who,
        form.getBytes(StandardCharsets.UTF_8),
        "application/x-www-form-urlencoded; charset=UTF-8");
  }

  /** Changes properties of a node; again when it meets a change of Sling CMS's own. */
  void change(String path, Map<String, String> properties)
      throws IOException, InterruptedException {
    for (int i = 0; i < 5; i++) {
      if (post(path, ADMIN, properties).statusCode() == 200) {
        return;
      }
      Thread.sleep(500);
    }
    throw new IllegalStateException("not changed: " + path);
  }

  /** Installs a bundle and has it started; see {@link #await}. */
  void install(Path jar) throws IOException, InterruptedException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    Map<String, String> fields =
        Map.of("action", "install", "bundlestart", "start", "bundlestartlevel", "20");
    fields.forEach(
        (name, value) ->
            part(body, "name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8)));
    part(body, "name=\"bundlefile\"; filename=\"x.jar\"", Files.readAllBytes(jar));
    body.writeBytes("--limite--\r\n".getBytes(StandardCharsets.UTF_8));
    HttpResponse<byte[]> done =
        send(
            "/system/console/bundles",
            ADMIN,
            body.toByteArray(),
            "multipart/form-data; boundary=limite");
    if (done.statusCode() != 302) {
      throw new IllegalStateException("not installed: " + done.statusCode());
    }
  }

  /** Waits until something is there: servlets and contents of a bundle come one by one. */
  void await(String path, String type) throws IOException, InterruptedException {
    for (int i = 0; i < 120; i++) {
      HttpResponse<byte[]> answer = get(path, ADMIN);
      if (answer.statusCode() == 200
          && answer.headers().firstValue("Content-Type").orElse("").startsWith(type)) {
        return;
      }
      Thread.sleep(500);
    }
    throw new IllegalStateException("not there: " + path);
  }

  private static void part(ByteArrayOutputStream body, String name, byte[] value) {
    body.writeBytes(
        ("--limite\r\nContent-Disposition: form-data; " + name + "\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(value);
    body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
  }

  /** Creates a page whose container has these components, as JSON; returns its path. */
  String page(String name, String title, String components)
      throws IOException, InterruptedException {
    String content =
        """
        {"jcr:primaryType":"sling:Page","jcr:content":{"jcr:primaryType":"nt:unstructured",
        "jcr:title":"%s","jcr:language":"fr","published":true,
        "sling:template":"/conf/asf/site/templates/base-page",
        "sling:resourceType":"reference/components/pages/base",
        "container":{"jcr:primaryType":"nt:unstructured",%s}}}
        """
            .formatted(title, components);
    HttpResponse<byte[]> made =
        post(
            SITE,
            ADMIN,
            Map.of(
                ":operation", "import",
                ":contentType", "json",
                ":name", name,
                ":replace", "true",
                ":content", content));
    if (made.statusCode() != 201 && made.statusCode() != 200) {
      throw new IllegalStateException("no page: " + made.statusCode() + text(made));
    }
    return SITE + "/" + name;
  }

  private HttpRequest.Builder request(String path, @Nullable String who) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(60));
    if (who != null) {
      byte[] bytes = who.getBytes(StandardCharsets.UTF_8);
      request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes));
    }
    return request;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
