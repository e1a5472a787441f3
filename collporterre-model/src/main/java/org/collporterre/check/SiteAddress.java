package org.collporterre.check;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Compares web addresses as a reader does who asks whether they show the same page. */
final class SiteAddress {
  private static final Pattern SCHEME = Pattern.compile("(?i)^\\s*(https?://)?(www\\.)?");
  private static final Pattern INDEX =
      Pattern.compile("(?i)/(index\\.(html?|php)|default\\.aspx?)$");
  private static final Set<String> TRACKERS =
      Set.of("fbclid", "gclid", "msclkid", "mc_cid", "mc_eid", "igshid");

  private SiteAddress() {}

  /**
   * Returns the form that addresses of one page share: without scheme, {@code www.}, default port,
   * {@code index.html}, slash at the end, anchor and parameters that follow visitors; the host in
   * lower case, other parameters sorted. An anchor that a script reads as a path ({@code #/} or
   * {@code #!}) is kept.
   */
  static String canonical(String address) {
    String rest = SCHEME.matcher(address.strip()).replaceFirst("");
    int anchor = rest.indexOf('#');
    String kept = "";
    if (anchor >= 0) {
      String after = rest.substring(anchor);
      kept = after.startsWith("#/") || after.startsWith("#!") ? after : "";
      rest = rest.substring(0, anchor);
    }
    int question = rest.indexOf('?');
    String query = question < 0 ? "" : query(rest.substring(question + 1));
    String place = question < 0 ? rest : rest.substring(0, question);
    int slash = place.indexOf('/');
    String host = (slash < 0 ? place : place.substring(0, slash)).toLowerCase(Locale.ROOT);
    String path = slash < 0 ? "" : INDEX.matcher(place.substring(slash)).replaceFirst("");
    return port(host) + slashless(path) + query + kept;
  }

  private static String port(String host) {
    return host.endsWith(":80") || host.endsWith(":443")
        ? host.substring(0, host.lastIndexOf(':'))
        : host;
  }

  private static String slashless(String path) {
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(0, end);
  }

  private static String query(String query) {
    String kept =
        Arrays.stream(query.split("&", -1))
            .filter(part -> !part.isEmpty() && !isTracker(part))
            .sorted()
            .collect(Collectors.joining("&"));
    return kept.isEmpty() ? "" : "?" + kept;
  }

  private static boolean isTracker(String parameter) {
    String name = parameter.split("=", 2)[0].toLowerCase(Locale.ROOT);
    return name.startsWith("utm_") || TRACKERS.contains(name);
  }
}
