package org.collporterre.tests.support;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Texts that would run, end or load something if a page took them for anything but text. */
public final class HostileTexts {
  private static final List<String> BREAKERS =
      List.of(
          "</script><script>window.pwned = 1</script>",
          "--></style><script>window.pwned = 1</script>",
          "\"><img src=x onerror=\"window.pwned = 1\">",
          "' onmouseover='window.pwned = 1' autofocus onfocus='window.pwned = 1",
          "<svg onload=window.pwned=1><iframe src=//evil.example></iframe>",
          "javascript:window.pwned=1",
          "https://evil.example/\" onclick=\"window.pwned=1",
          "data:text/html,<script>alert(1)</script>",
          "<!--<script>",
          "{{constructor.constructor('window.pwned=1')()}} ${window.pwned=1}",
          "\u202Egnp.exe\u202C \u2066left\u2069 \u200Fright",
          "nul\u0000 bell\u0007 esc\u001B[31m next\u0085 \u2028 \u2029",
          "lone \uD800 and \uDC00, none \uFFFF \uFDD0",
          "&lt;b&gt; &amp;#x6A;avascript",
          "]]>\"\\u003c/script>",
          "<base href=//evil.example><meta http-equiv=refresh content=0;url=//evil.example>",
          "<details open ontoggle=window.pwned=1><summary>x",
          "{0} {1} [x] %s $1");

  private HostileTexts() {}

  /** Returns texts written for pages of ours. What they run sets {@code window.pwned}. */
  public static List<String> breakers() {
    return BREAKERS;
  }

  /** Returns these and the big list of naughty strings; skips the test where it is absent. */
  public static List<String> all() throws IOException {
    Path list =
        Path.of(System.getProperty("collporterre.fixtures", ""), "conformance/blns/blns.txt");
    if (!Files.exists(list)) {
      String message = "Skipped, third-party data absent: " + list;
      System.out.println(message);
      abort(message);
    }
    List<String> texts = new ArrayList<>(BREAKERS);
    for (String line : Files.readAllLines(list, StandardCharsets.UTF_8)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        texts.add(line);
      }
    }
    return texts;
  }

  /**
   * Returns initiatives as CSV, that have each text wherever a table of them has text that is free,
   * and every other one an address that is none of the web.
   */
  public static String initiatives(List<String> texts) {
    StringBuilder csv =
        new StringBuilder("id,titre,resume,description,mots_cles,porteurs,commune,singularite,")
            .append("site_web,territoires,latitude,longitude,champs_action,statut_fiche,licence\n");
    for (int i = 0; i < texts.size(); i++) {
      // With control characters a file would not be taken for a table.
      String text = texts.get(i).replaceAll("[\\x00-\\x08\\x0E-\\x1F]", "");
      String cell = '"' + text.replace("\"", "\"\"") + '"';
      csv.append("hostile-").append(i).append(',');
      csv.append((cell + ",").repeat(7)).append(i % 2 == 0 ? "" : cell).append(",dep:29,");
      csv.append(48.1 + i % 50 * 0.01).append(',').append(-4.5 + i / 50.0 * 0.01);
      csv.append(",environnement,publie,CC-BY-SA-4.0\n");
    }
    return csv.toString();
  }
}
