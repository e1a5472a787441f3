package org.collporterre.cms.connect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A call of a template in the text of a wiki's page: {@code {{Initiative|id=…}}}.
 *
 * @param name the name of the template, with a capital letter first
 * @param values the values by parameter, as they are written
 * @param start where it begins in the text
 * @param end where it ends
 */
record TemplateCall(String name, Map<String, String> values, int start, int end) {
  /** The parameter that tells whether somebody has changed the others. */
  static final String FINGERPRINT = "empreinte";

  private static final long MOST_WORK = 5_000_000;

  TemplateCall {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** Returns a call yet to be written. */
  static TemplateCall of(String name, Map<String, String> values) {
    return new TemplateCall(name, values, 0, 0);
  }

  /** Returns the fingerprint of the call as it is. */
  String computed() {
    List<String> parts = new ArrayList<>(List.of(name));
    new TreeMap<>(values)
        .forEach(
            (key, value) -> {
              if (!key.equals(FINGERPRINT)) {
                parts.add(key);
                parts.add(value);
              }
            });
    return Texts.fingerprint(parts);
  }

  /** Returns the fingerprint that is written in the call, or an empty text. */
  String written() {
    return values.getOrDefault(FINGERPRINT, "");
  }

  /** Returns the call as it is written on a page, with its fingerprint. */
  String text() {
    StringBuilder text = new StringBuilder("{{").append(name);
    values.forEach(
        (key, value) -> {
          if (!key.equals(FINGERPRINT)) {
            text.append("\n| ").append(key).append(" = ").append(value);
          }
        });
    return text.append("\n| ")
        .append(FINGERPRINT)
        .append(" = ")
        .append(computed())
        .append("\n}}")
        .toString();
  }

  /** Returns a page's text with another call in the place of this one. */
  String replacedIn(String page, TemplateCall other) {
    return page.substring(0, start) + other.text() + page.substring(end);
  }

  /**
   * Returns the calls of some templates in a page's text that are neither commented out nor quoted,
   * also inside calls of others. Of a page made to be hard to read only what is found in time.
   */
  static List<TemplateCall> in(String page, Set<String> names) {
    List<TemplateCall> calls = new ArrayList<>();
    Scan scan = new Scan(page);
    while (scan.at < page.length() && scan.work < MOST_WORK) {
      if (scan.skipped()) {
        continue;
      }
      int start = scan.at;
      TemplateCall call = page.startsWith("{{", start) ? scan.call() : null;
      if (call != null && names.contains(call.name())) {
        calls.add(call);
      } else {
        scan.at = start + 1;
      }
    }
    return calls;
  }

  /** Walks through a page's text. */
  private static final class Scan {
    private static final List<List<String>> VERBATIM =
        List.of(
            List.of("<!--", "-->"),
            List.of("<nowiki>", "</nowiki>"),
            List.of("<pre>", "</pre>"),
            List.of("<syntaxhighlight", "</syntaxhighlight>"));

    private final String page;
    private int at;
    private long work;

    Scan(String page) {
      this.page = page;
    }

    /** Skips what is not read as markup. */
    boolean skipped() {
      for (List<String> pair : VERBATIM) {
        if (page.regionMatches(true, at, pair.get(0), 0, pair.get(0).length())) {
          int end = page.indexOf(pair.get(1), at + 1);
          work += (end < 0 ? page.length() : end) - at;
          if (end >= 0) {
            at = end + pair.get(1).length();
            return true;
          }
        }
      }
      return false;
    }

    /** Reads the call that begins here, up to its end; null when it has none. */
    @Nullable TemplateCall call() {
      int start = at;
      List<String> parts = new ArrayList<>();
      int depth = 0;
      int from = at + 2;
      at = from;
      while (at < page.length() && work++ < MOST_WORK) {
        if (skipped()) {
          continue;
        }
        if (page.startsWith("{{", at) || page.startsWith("[[", at)) {
          depth++;
          at += 2;
        } else if (depth > 0 && (page.startsWith("}}", at) || page.startsWith("]]", at))) {
          depth--;
          at += 2;
        } else if (page.startsWith("}}", at)) {
          parts.add(page.substring(from, at));
          at += 2;
          return new TemplateCall(name(parts.get(0)), values(parts), start, at);
        } else if (depth == 0 && page.charAt(at) == '|') {
          parts.add(page.substring(from, at));
          at++;
          from = at;
        } else {
          at++;
        }
      }
      at = start;
      return null;
    }

    private static String name(String text) {
      String name = text.replaceAll("(?s)<!--.*?-->", "").replace('_', ' ').strip();
      int colon = name.indexOf(':');
      name = colon < 0 ? name : name.substring(colon + 1).strip();
      return name.isEmpty()
          ? ""
          : name.substring(0, name.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT)
              + name.substring(name.offsetByCodePoints(0, 1));
    }

    private static Map<String, String> values(List<String> parts) {
      Map<String, String> values = new LinkedHashMap<>();
      for (int i = 1; i < parts.size(); i++) {
        String part = parts.get(i);
        int sign = part.indexOf('=');
        String key = sign < 0 ? Integer.toString(i) : part.substring(0, sign).strip();
        values.put(key, part.substring(sign + 1).strip());
      }
      return values;
    }
  }
}
