package org.collporterre.model;

import org.collporterre.constraint.TextForm;
import org.collporterre.constraint.WebUrl;
import org.jspecify.annotations.Nullable;

/**
 * The identifier that another register gives to the same thing, {@code wikidata:Q12193} for
 * instance. Known schemes: siret, siren, rna, wikidata, osm, gogocarto, yeswiki, communecter, i4p,
 * url; others are allowed.
 *
 * @param scheme the register, 2 to 20 lower-case letters, digits and hyphens, a letter first
 * @param value the identifier in it, 1 to 200 characters
 */
@TextForm("[a-z][a-z0-9-]{1,19}:[^|]{1,200}")
public record ExternalId(String scheme, String value) {
  /**
   * @throws IllegalArgumentException when scheme or value are not of that form
   */
  public ExternalId {
    if (!isScheme(scheme) || !isValue(value)) {
      throw new IllegalArgumentException("not an external identifier: " + scheme + ":" + value);
    }
  }

  /** Returns the identifier of a written form {@code scheme:value}, or null when it is none. */
  public static @Nullable ExternalId parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      return null;
    }
    String scheme = text.substring(0, colon);
    String value = text.substring(colon + 1);
    return isScheme(scheme) && isValue(value) ? new ExternalId(scheme, value) : null;
  }

  /** Returns the web address this identifier is, when it is one, else null. */
  public @Nullable String address() {
    return switch (scheme) {
      case "url" -> WebUrl.Validator.matches(value) ? value : null;
      case "wikidata" -> isEntity(value) ? "http://www.wikidata.org/entity/" + value : null;
      default -> null;
    };
  }

  /** Returns the written form. */
  @Override
  public String toString() {
    return scheme + ":" + value;
  }

  private static boolean isEntity(String value) {
    return value.length() > 1
        && value.charAt(0) == 'Q'
        && value.chars().skip(1).allMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean isScheme(String scheme) {
    int n = scheme.length();
    return n >= 2
        && n <= 20
        && scheme.charAt(0) >= 'a'
        && scheme.charAt(0) <= 'z'
        && scheme.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-');
  }

  private static boolean isValue(String value) {
    return !value.isEmpty()
        && value.length() <= 200
        && value.chars().noneMatch(c -> c == '|' || c < ' ');
  }
}
