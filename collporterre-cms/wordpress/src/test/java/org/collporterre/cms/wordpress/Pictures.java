package org.collporterre.cms.wordpress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.collporterre.tests.support.Browser;

/** Pictures for the documentation, made anew by {@code -Dcollporterre.update=true}. */
final class Pictures {
  private static final Path FOLDER = Path.of("../../docs/cms/images");

  private Pictures() {}

  /** Keeps a picture of the window, scrolled to an element. */
  static void keep(Browser browser, String name, String selector, int width, int height)
      throws IOException, InterruptedException {
    if (!Boolean.getBoolean("collporterre.update")) {
      return;
    }
    Files.createDirectories(FOLDER);
    browser.run("document.querySelector(arguments[0]).scrollIntoView({block: 'start'})", selector);
    Thread.sleep(500);
    long top = browser.number("return Math.round(scrollY)");
    Files.write(FOLDER.resolve(name), browser.clip(0, (int) Math.max(0, top - 90), width, height));
    browser.run("scrollTo(0, 0)");
  }
}
