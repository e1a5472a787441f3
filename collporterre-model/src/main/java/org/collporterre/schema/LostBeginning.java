package org.collporterre.schema;

import org.collporterre.constraint.Insee;
import org.collporterre.constraint.WebUrl;
import org.jspecify.annotations.Nullable;

/**
 * What lost its beginning on the way and can only have had one: codes their zero in a spreadsheet,
 * addresses their scheme in a browser. Reading with repairs and the corrections that rules propose
 * go by it alike.
 */
public final class LostBeginning {
  private static final int SHORT_CODE = 4;

  private LostBeginning() {}

  /**
   * Returns a French postal code with its zero, or null when it did not lose one.
   *
   * @param country the code of the country, null for France
   */
  public static @Nullable String ofPostcode(String code, @Nullable String country) {
    return isFrance(country) ? padded(code) : null;
  }

  /**
   * Returns the INSEE code of a municipality with its zero, or null when it did not lose one: of
   * another department than the postal code, it lost something else.
   *
   * @param postcode the postal code beside it, with its zero or without; null when there is none
   * @param country the code of the country, null for France
   */
  public static @Nullable String ofInsee(
      String code, @Nullable String postcode, @Nullable String country) {
    String whole = isFrance(country) ? padded(code) : null;
    String padded = postcode == null ? null : padded(postcode);
    String other = padded == null ? postcode : padded;
    return whole == null || other == null || other.startsWith(whole.substring(0, 2)) ? whole : null;
  }

  /** Returns a web address that began with {@code www.} with its scheme, or null. */
  public static @Nullable String ofAddress(String text) {
    String whole = "https://" + text;
    return text.startsWith("www.") && WebUrl.Validator.matches(whole) ? whole : null;
  }

  private static boolean isFrance(@Nullable String country) {
    return country == null || country.equals("FR");
  }

  /** No French code begins with two zeros, postal or of a municipality. */
  private static @Nullable String padded(String code) {
    boolean isShort =
        code.length() == SHORT_CODE
            && code.chars().allMatch(c -> c >= '0' && c <= '9')
            && code.charAt(0) != '0';
    String whole = "0" + code;
    return isShort && Insee.Validator.matches(whole) ? whole : null;
  }
}
