package org.collporterre.cms.jspwiki;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.catalina.LifecycleException;
import org.collporterre.tests.support.Browser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One wiki and one browser for all tests: starting them takes longer than most tests. */
final class Stage implements AutoCloseable {
  private static final Path EXAMPLE = Path.of("../../examples/datasets/initiatives-inspirantes");

  private final Path folder;
  private final Wiki wiki;
  private @Nullable Browser browser;

  private Stage() throws Exception {
    folder = Files.createTempDirectory("collporterre-jspwiki");
    wiki = Wiki.start(folder);
    wiki.page("LeftMenu", "* [Initiatives inspirantes|InitiativesInspirantes]");
    wiki.page("LeftMenuFooter", "Textes : CC-BY-SA-4.0");
    copy(EXAMPLE, wiki.data().resolve("initiatives-inspirantes"));
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  Wiki wiki() {
    return wiki;
  }

  /** Returns the browser; where none is installed, skips the test and says so. */
  Browser browser() {
    Browser started = browser;
    if (started == null) {
      started = Browser.start();
      browser = started;
    }
    started.look("light");
    started.screen(1280, 1000);
    return started;
  }

  /** Opens a page that is one plugin, and waits until its scripts have done their work. */
  Browser open(String page, String plugin) throws IOException, InterruptedException {
    wiki.page(page, plugin);
    return open(page);
  }

  Browser open(String page) throws InterruptedException {
    Browser shown = browser();
    shown.open(wiki.address(page));
    shown.await(
        "[...document.querySelectorAll('[data-collp~=carte]')]"
            + ".every(map => map.dataset.collpEtat === 'prete')");
    return shown;
  }

  @Override
  public void close() throws IOException, LifecycleException {
    if (browser != null) {
      browser.close();
    }
    wiki.close();
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.delete(file);
    }
  }

  /** Gives the stage to test classes. */
  static final class Given implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == Stage.class;
    }

    @Override
    public Stage resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(Namespace.create(Stage.class))
          .getOrComputeIfAbsent(Stage.class, type -> started(), Stage.class);
    }

    private static Stage started() {
      try {
        return new Stage();
      } catch (Exception e) {
        throw new IllegalStateException("The wiki does not start", e);
      }
    }
  }
}
