package org.collporterre.cms.jspwiki;

import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;

/** A JSPWiki in a Tomcat on this machine, with our jar in its folder of libraries. */
final class Wiki implements AutoCloseable {
  private static final String CONFIG = "jspwiki.custom.config";
  private static final Logger SERVER = Logger.getLogger("org.apache");

  private final Tomcat tomcat;
  private final Path pages;

  private Wiki(Tomcat tomcat, Path pages) {
    this.tomcat = tomcat;
    this.pages = pages;
  }

  /** Starts a wiki without pages that keeps everything in a folder. */
  static Wiki start(Path folder) throws Exception {
    Path application = Path.of(told("collporterre.wiki"));
    Path plugin = Path.of(told("collporterre.plugin"));
    Files.copy(
        plugin,
        application.resolve("WEB-INF/lib/collporterre.jar"),
        StandardCopyOption.REPLACE_EXISTING);
    Path pages = Files.createDirectories(folder.resolve("pages"));
    SERVER.setLevel(Level.SEVERE);
    System.setProperty(CONFIG, configure(folder, pages).toString());
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(folder.resolve("tomcat").toString());
    tomcat.setHostname("127.0.0.1");
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    StandardContext context =
        (StandardContext) tomcat.addWebapp("/wiki", application.toAbsolutePath().toString());
    context.setParentClassLoader(new ServerClasses(Wiki.class.getClassLoader()));
    tomcat.start();
    return new Wiki(tomcat, pages);
  }

  private static String told(String property) {
    return Objects.requireNonNull(System.getProperty(property), property);
  }

  private static Path configure(Path folder, Path pages) throws IOException {
    Properties properties = new Properties();
    properties.setProperty("jspwiki.fileSystemProvider.pageDir", pages.toString());
    properties.setProperty("jspwiki.basicAttachmentProvider.storageDir", pages.toString());
    properties.setProperty("jspwiki.workDir", folder.resolve("work").toString());
    properties.setProperty("jspwiki.cache.enable", "false");
    properties.setProperty("jspwiki.searchProvider", "BasicSearchProvider");
    properties.setProperty("jspwiki.use.external.logconfig", "false");
    properties.setProperty("jspwiki.frontPage", "Accueil");
    properties.setProperty("logger.jspwiki.level", "error");
    Path config = folder.resolve("jspwiki-custom.properties");
    try (Writer out = Files.newBufferedWriter(config)) {
      properties.store(out, null);
    }
    return config;
  }

  /** Writes a page, for which the provider of pages only wants a file. */
  void page(String name, String text) throws IOException {
    Files.write(pages.resolve(name + ".txt"), text.getBytes(StandardCharsets.UTF_8));
  }

  Path pages() {
    return pages;
  }

  /** Returns where a folder of files for the plugin is when nobody says otherwise. */
  Path data() throws IOException {
    return Files.createDirectories(pages.resolve("collporterre"));
  }

  /** Attaches a version of a file to a page, as the provider of attachments keeps it. */
  void attach(String page, String name, int version, byte[] content) throws IOException {
    Path folder = pages.resolve(encoded(page) + "-att").resolve(encoded(name) + "-dir");
    Files.createDirectories(folder);
    Files.write(folder.resolve(version + name.substring(name.lastIndexOf('.'))), content);
  }

  private static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8);
  }

  /** Returns the address of a page. */
  String address(String page) {
    return base() + "/Wiki.jsp?page=" + encoded(page);
  }

  /** Returns the address of the wiki. */
  String base() {
    return "http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + "/wiki";
  }

  /** Returns the content of a page as it is answered to somebody who reads a language. */
  String html(String page, String language) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address(page)))
            .header("Accept-Language", language)
            .build();
    String html =
        HttpClient.newHttpClient()
            .send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
            .body();
    return html.substring(
        html.indexOf("<div class=\"page-content"), html.indexOf("<div class=\"page-footer"));
  }

  @Override
  public void close() throws LifecycleException {
    tomcat.stop();
    tomcat.destroy();
    System.clearProperty(CONFIG);
  }
}
