package org.collporterre.cms.page;

import java.util.regex.Pattern;

/**
 * A layer of map tiles by others, instead of the outlines that come along. Who looks at the page
 * then asks that server for pictures.
 *
 * @param url the address with {@code {z}}, {@code {x}} and {@code {y}}, {@code https} only
 * @param attribution who is to be named, as text
 */
public record Tiles(String url, String attribution) {
  private static final Pattern ADDRESS =
      Pattern.compile("https://[A-Za-z0-9.{}-]+(:\\d+)?/[A-Za-z0-9._~!$&'()*+,;=:@%/?{}-]*");

  /**
   * @throws IllegalArgumentException when the address is none of {@code https} with the three
   *     numbers, or nobody is named
   */
  public Tiles {
    if (!isAddress(url)) {
      throw new IllegalArgumentException("not an address of tiles: " + url);
    } else if (attribution.isBlank()) {
      throw new IllegalArgumentException("tiles without attribution: " + url);
    }
  }

  /** Tells whether there can be tiles of an address with an attribution. */
  public static boolean isValid(String url, String attribution) {
    return isAddress(url) && !attribution.isBlank();
  }

  /** Tells whether a text is an address of tiles. */
  static boolean isAddress(String text) {
    return ADDRESS.matcher(text).matches()
        && text.contains("{z}")
        && text.contains("{x}")
        && text.contains("{y}");
  }
}
