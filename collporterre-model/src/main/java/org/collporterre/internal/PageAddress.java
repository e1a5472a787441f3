package org.collporterre.internal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.collporterre.model.Entry;
import org.collporterre.model.Initiative;
import org.collporterre.model.Methodology;
import org.collporterre.model.Portrait;
import org.jspecify.annotations.Nullable;

/** Compares web addresses as a reader does who asks whether they show the same page. */
public final class PageAddress {
  private static final Pattern SCHEME = Pattern.compile("(?i)^\\s*(https?://)?(www\\.)?");
  private static final Pattern INDEX =
      Pattern.compile("(?i)/(index\\.(html?|php)|default\\.aspx?)$");
  private static final Set<String> TRACKERS =
      Set.of("fbclid", "gclid", "msclkid", "mc_cid", "mc_eid", "igshid");

  private static final String HTTP = "http://";
  private static final String HTTPS = "https://";
  private static final String WWW = "www.";

  private PageAddress() {}

  /**
   * Returns the form that addresses of one page share: without scheme, {@code www.}, default port,
   * {@code index.html}, slash at the end, anchor and parameters that follow visitors; the host in
   * lower case, other parameters sorted. An anchor that a script reads as a path ({@code #/} or
   * {@code #!}) is kept.
   */
  public static String canonical(String address) {
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

  /**
   * Returns a number of 64 bits that addresses of one page share, and others only by accident.
   * Addresses of a usual form are not taken apart for it.
   *
   * @param kind what is told apart although the address is the same
   */
  public static long hash(String kind, String address) {
    long hash = TextHash.add(TextHash.add(TextHash.START, kind), ' ');
    int from = plainStart(address);
    if (from < 0) {
      return TextHash.mixed(TextHash.add(hash, canonical(address)));
    }
    int to = address.length();
    while (to > from && address.charAt(to - 1) == '/') {
      to--;
    }
    boolean host = true;
    for (int i = from; i < to; i++) {
      char c = address.charAt(i);
      host &= c != '/';
      hash = TextHash.add(hash, host && c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c);
    }
    return TextHash.mixed(hash);
  }

  /** Returns where the host begins when the canonical form is the rest, or −1. */
  private static int plainStart(String address) {
    int from = isPlainHttp(address) ? HTTP.length() : 0;
    from = address.regionMatches(true, 0, HTTPS, 0, HTTPS.length()) ? HTTPS.length() : from;
    from += address.regionMatches(true, from, WWW, 0, WWW.length()) ? WWW.length() : 0;
    char last = 0;
    for (int i = from; i < address.length(); i++) {
      char c = address.charAt(i);
      boolean index = last == '/' && "iIdD".indexOf(c) >= 0;
      if (c == '?' || c == '#' || c == ':' || c <= ' ' || c > '~' || index) {
        return -1;
      }
      last = c;
    }
    return from == address.length() ? -1 : from;
  }

  /** Returns the column of the page that a record says is its own. */
  public static String field(Entry entry) {
    if (entry instanceof Initiative) {
      return "site_web";
    }
    return entry instanceof Portrait ? "texte_url" : "url_document";
  }

  /** Returns the address of the page that a record says is its own, or null. */
  public static @Nullable String of(Entry entry) {
    if (entry instanceof Initiative initiative) {
      return initiative.website();
    } else if (entry instanceof Portrait portrait) {
      return portrait.bodyUrl();
    }
    return ((Methodology) entry).documentUrl();
  }

  /** Tells whether an address begins with {@code http://}, and not with {@code https://}. */
  public static boolean isPlainHttp(String address) {
    return address.regionMatches(true, 0, HTTP, 0, HTTP.length());
  }

  /**
   * Returns the address without the parameters that follow visitors, and else as it is; itself when
   * it has none.
   */
  public static String withoutTrackers(String address) {
    int anchor = address.indexOf('#');
    int end = anchor < 0 ? address.length() : anchor;
    int question = address.indexOf('?');
    if (question < 0 || question > end) {
      return address;
    }
    StringJoiner kept = new StringJoiner("&");
    boolean all = true;
    for (String part : address.substring(question + 1, end).split("&", -1)) {
      if (isTracker(part)) {
        all = false;
      } else {
        kept.add(part);
      }
    }
    String query = kept.length() == 0 ? "" : "?" + kept;
    return all ? address : address.substring(0, question) + query + address.substring(end);
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
