package org.collporterre.check;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import org.collporterre.internal.PageAddress;
import org.collporterre.model.Media;
import org.collporterre.report.Fix;
import org.collporterre.report.Profile;
import org.collporterre.report.Severity;
import org.jspecify.annotations.Nullable;

/**
 * A record's own page, or a picture, at an address with {@code http} where {@code https} is usual.
 * Nobody asks the site: that it also answers under the other address is only probable.
 */
final class LinkScheme implements RecordRule {
  private static final String SECURE = "https";

  @Override
  public String code() {
    return "link-scheme";
  }

  @Override
  public Severity severity(Profile profile) {
    return Severity.WARNING;
  }

  @Override
  public Check start(CheckContext context) {
    return row -> {
      String page = PageAddress.of(row.value());
      if (page != null && PageAddress.isPlainHttp(page)) {
        String field = PageAddress.field(row.value());
        String secure = secure(page);
        if (secure != null) {
          Fix fix = Fix.unsafe(field, secure);
          context.finding(this, row).field(field).expected(secure).fix(fix).report();
        }
      }
      List<Media> images = row.value().header().images();
      for (int i = 0; i < images.size(); i++) {
        String image = address(images.get(i));
        String secure = image != null && PageAddress.isPlainHttp(image) ? secure(image) : null;
        if (secure != null) {
          context.finding(this, row).field("images").value(image).expected(secure).report();
        }
      }
    };
  }

  /** Pictures read from faulty files can lack their address. */
  private static @Nullable String address(Media image) {
    return image.url();
  }

  /** Returns the address with the other scheme, or null where that is not usual. */
  private static @Nullable String secure(String address) {
    try {
      URI uri = new URI(address.strip());
      String host = uri.getHost();
      boolean usual =
          host != null
              && (uri.getPort() < 0 || uri.getPort() == 80)
              && isPublicName(host.toLowerCase(Locale.ROOT));
      return usual
          ? SECURE + address.strip().substring(4).replaceFirst(":80(?=[/?#]|$)", "")
          : null;
    } catch (URISyntaxException e) {
      // That it is malformed is told by its constraint.
      return null;
    }
  }

  private static boolean isPublicName(String host) {
    int dot = host.lastIndexOf('.');
    return dot > 0
        && dot < host.length() - 1
        && !Character.isDigit(host.charAt(dot + 1))
        && !host.endsWith("]")
        && !host.endsWith(".onion")
        && !host.endsWith(".local");
  }
}
