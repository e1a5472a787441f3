package org.collporterre.cms.wordpress;

import java.util.Map;
import org.collporterre.tests.support.Browser;
import org.collporterre.tests.support.WordPressServer.User;

/** What a person does before the screen of a site. */
final class Editing {
  private Editing() {}

  static void signIn(Browser browser, Site site, User user) throws InterruptedException {
    browser.open(site.url() + "/wp-login.php");
    browser.await("document.querySelector('#user_login')");
    // The page takes the cursor to the first field when it is ready: what is typed might go there.
    browser.run(
        "document.querySelector('#user_login').value = arguments[0];"
            + "document.querySelector('#user_pass').value = arguments[1];"
            + "document.querySelector('#loginform').submit();",
        user.login(),
        user.password());
    await(browser, "document.querySelector('#wpadminbar')");
  }

  static void signOut(Browser browser) {
    browser.command("Network.clearBrowserCookies", Map.of());
  }

  /** Waits until a condition holds, half a minute at most. */
  static void await(Browser browser, String condition) throws InterruptedException {
    for (int i = 0;
        i < 6 && !Boolean.TRUE.equals(browser.run("return Boolean(" + condition + ")"));
        i++) {
      browser.await(condition);
    }
    if (!Boolean.TRUE.equals(browser.run("return Boolean(" + condition + ")"))) {
      throw new AssertionError("waited in vain for " + condition);
    }
  }
}
