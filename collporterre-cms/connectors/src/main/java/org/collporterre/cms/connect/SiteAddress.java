package org.collporterre.cms.connect;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;

/**
 * Where a site is.
 *
 * @param uri its address, without a query, a fragment or a slash at the end
 */
public record SiteAddress(URI uri) {
  /**
   * Returns the address of a site.
   *
   * @param text an address that begins with {@code https://}; with {@code http://} only on this
   *     machine, or when allowed
   * @param plain whether a password may be sent over a line that anyone can listen to
   * @throws SiteException when it is none, or not safe
   */
  public static SiteAddress of(String text, boolean plain) throws SiteException {
    URI uri = parsed(text.strip());
    String scheme = Objects.requireNonNullElse(uri.getScheme(), "").toLowerCase(Locale.ROOT);
    boolean http = scheme.equals("http");
    if (!http && !scheme.equals("https") || uri.getHost() == null) {
      throw new SiteException(SiteException.Reason.ADDRESS, text);
    } else if (uri.getRawUserInfo() != null) {
      // Not repeated: it may hold a password.
      throw new SiteException(SiteException.Reason.ADDRESS, scheme + "://…@" + uri.getHost());
    } else if (http && !plain && !isLoopback(uri.getHost())) {
      throw new SiteException(SiteException.Reason.INSECURE, text);
    }
    String path = Objects.requireNonNullElse(uri.getRawPath(), "").replaceAll("/+$", "");
    return new SiteAddress(
        parsed(scheme + "://" + uri.getRawAuthority().toLowerCase(Locale.ROOT) + path));
  }

  private static URI parsed(String text) throws SiteException {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      int at = text.lastIndexOf('@');
      throw new SiteException(SiteException.Reason.ADDRESS, at < 0 ? text : text.substring(at));
    }
  }

  /** A name may be anything's; only these are always this machine. */
  private static boolean isLoopback(String host) {
    return host.equalsIgnoreCase("localhost")
        || host.equals("[::1]")
        || host.matches("127(\\.\\d{1,3}){3}");
  }

  /** Tells whether an address is on the same machine, port and scheme. */
  boolean isOrigin(URI other) {
    return uri.getScheme().equalsIgnoreCase(other.getScheme())
        && uri.getHost().equalsIgnoreCase(other.getHost())
        && port(uri) == port(other)
        && other.getRawUserInfo() == null;
  }

  private static int port(URI uri) {
    return uri.getPort() >= 0 ? uri.getPort() : uri.getScheme().equals("https") ? 443 : 80;
  }

  /** Returns the address of something below the site's. */
  URI resolve(String rest) {
    return URI.create(uri + rest);
  }

  @Override
  public String toString() {
    return uri.toString();
  }
}
