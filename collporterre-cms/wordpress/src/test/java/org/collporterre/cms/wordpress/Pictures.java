package org.collporterre.cms.wordpress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.collporterre.tests.support.Browser;

/** Pictures for the documentation, made anew by {@code -Dcollporterre.update=true}. */
final class Pictures {
  private static final Path FOLDER = Path.of("../../docs/cms/images");

  private Pictures() {}

  /** Keeps a picture of an element and what is around it, at most so high. */
  static void keep(Browser browser, String name, String selector, int height)
      throws IOException, InterruptedException {
    if (!Boolean.getBoolean("collporterre.update")) {
      return;
    }
    Files.createDirectories(FOLDER);
    Thread.sleep(500);
    String place =
        "return Math.round(document.querySelector(arguments[0]).getBoundingClientRect().";
    int around = selector.equals("body") ? 0 : 20;
    int left = (int) browser.number(place + "left)", selector) - around;
    int top = (int) browser.number(place + "top + scrollY)", selector) - around;
    int width = (int) browser.number(place + "width)", selector) + 2 * around;
    Files.write(FOLDER.resolve(name), browser.clip(left, top, width, height));
  }
}
