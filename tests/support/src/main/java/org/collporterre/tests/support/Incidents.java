package org.collporterre.tests.support;

import java.util.ArrayList;
import java.util.List;

/** What a page did or holds that it only would if it took text of a record for more than text. */
public final class Incidents {
  /** Within an element, what no fragment of ours has: addresses, handlers, elements. */
  private static final String FOREIGN =
      """
      const found = [];
      for (const root of document.querySelectorAll('%s'))
        for (const one of root.querySelectorAll('*')) {
          if (['IMG', 'IFRAME', 'OBJECT', 'EMBED', 'BASE', 'META', 'STYLE', 'svg'].includes(one.tagName)
              && !one.closest('.leaflet-container'))
            found.push('element ' + one.outerHTML.slice(0, 200));
          for (const attribute of one.attributes)
            if (attribute.name.startsWith('on')
                || (['href', 'src', 'action', 'formaction'].includes(attribute.name)
                    && !/^(https?:|mailto:|tel:|geo:|[#/.?]|$)/.test(attribute.value)))
              found.push('attribute ' + attribute.name + '=' + attribute.value.slice(0, 200));
        }
      return found;
      """;

  private Incidents() {}

  /**
   * Returns them, a line each, of what the browser has shown since it was opened.
   *
   * @param root the selector of elements that hold what is ours
   */
  public static List<String> of(Browser browser, String root) {
    List<String> incidents = new ArrayList<>();
    if (browser.hasDialog()) {
      incidents.add("a dialog");
    }
    if (browser.run("return window.pwned") != null) {
      incidents.add("a script ran");
    }
    browser.console().forEach(line -> incidents.add("console " + line));
    browser.requests().forEach(address -> incidents.add("request " + address));
    incidents.addAll(browser.texts(FOREIGN.formatted(root)));
    return incidents;
  }
}
