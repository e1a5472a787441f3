package org.collporterre.reports.page;

import org.collporterre.report.OneLine;

/** Makes texts harmless in HTML and JSON; what is hidden in them is shown, see {@link OneLine}. */
public final class HtmlText {
  private HtmlText() {}

  /** Returns a text as HTML, in an element or between quotes of an attribute. */
  static String escaped(String text) {
    String visible = OneLine.of(text);
    int plain = plain(visible);
    if (plain == visible.length()) {
      return visible;
    }
    StringBuilder html = new StringBuilder(visible.length() + 16).append(visible, 0, plain);
    for (int i = plain; i < visible.length(); i++) {
      char c = visible.charAt(i);
      switch (c) {
        case '&' -> html.append("&amp;");
        case '<' -> html.append("&lt;");
        case '>' -> html.append("&gt;");
        case '"' -> html.append("&quot;");
        case '\'' -> html.append("&#39;");
        default -> html.append(c);
      }
    }
    return html.toString();
  }

  /** Returns how many characters at the beginning mean nothing in HTML. */
  private static int plain(String text) {
    int i = 0;
    while (i < text.length() && !isMarkup(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isMarkup(char c) {
    return c == '&' || c == '<' || c == '>' || c == '"' || c == '\'';
  }

  /** Returns a text as a JSON string that may stand in a script element. */
  public static String json(String text) {
    String visible = OneLine.of(text);
    StringBuilder json = new StringBuilder(visible.length() + 16).append('"');
    for (int i = 0; i < visible.length(); i++) {
      char c = visible.charAt(i);
      switch (c) {
        case '"', '\\' -> json.append('\\').append(c);
        case '<' -> json.append("\\u003c");
        case '>' -> json.append("\\u003e");
        case '&' -> json.append("\\u0026");
        default -> json.append(c);
      }
    }
    return json.append('"').toString();
  }
}
