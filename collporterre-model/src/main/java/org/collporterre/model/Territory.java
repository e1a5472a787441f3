package org.collporterre.model;

import java.util.Locale;
import org.collporterre.constraint.Insee;
import org.collporterre.constraint.TextForm;
import org.jspecify.annotations.Nullable;

/**
 * A territory by its code in an official nomenclature, or by name: {@code com:29019}, {@code
 * dep:2A}, {@code reg:53}, {@code epci:242900314}, {@code siren:200033736}, {@code iso:CA-QC},
 * {@code monde}, {@code libre:Bretagne historique}.
 *
 * @param kind the nomenclature
 * @param code the code in it; empty for the world
 */
@TextForm(
    "com:"
        + Insee.FORM
        + "|dep:([0-9]{2}|2[AB]|97[1-8])|reg:[0-9]{2}|(epci|siren):[0-9]{9}"
        + "|iso:[A-Z]{2}(-[A-Z0-9]{1,3})?|monde|libre:[^|\\r\\n]{2,80}")
public record Territory(Kind kind, String code) {
  /** The nomenclatures. */
  public enum Kind {
    /** A French municipality, by INSEE code. */
    COM("insee-com"),
    /** A French department. */
    DEP("insee-dep"),
    /** A French region. */
    REG("insee-reg"),
    /** A French intermunicipal body with tax powers, by SIREN. */
    EPCI("insee-epci"),
    /** Another French public body, by SIREN. */
    SIREN("siren"),
    /** A country or its subdivision, by ISO 3166. */
    ISO("iso3166-1"),
    /** The whole world. */
    MONDE(""),
    /** A territory without a code, by name. */
    LIBRE("");

    private final String prefix = name().toLowerCase(Locale.ROOT);
    private final String propertyId;

    Kind(String propertyId) {
      this.propertyId = propertyId;
    }

    /** Returns the prefix in the written form. */
    public String prefix() {
      return prefix;
    }
  }

  private static final Territory WORLD = new Territory(Kind.MONDE, "");

  /**
   * @throws IllegalArgumentException when the code has not the form of its nomenclature
   */
  public Territory {
    if (!isValid(kind, code)) {
      throw new IllegalArgumentException("not a territory: " + kind.prefix() + ":" + code);
    }
  }

  /** Returns the territory of a written form, or null when the text is none. */
  public static @Nullable Territory parse(String text) {
    if (text.equals("monde")) {
      return WORLD;
    }
    int colon = text.indexOf(':');
    if (colon < 0) {
      return null;
    }
    for (Kind kind : Kind.values()) {
      if (kind != Kind.MONDE && text.substring(0, colon).equals(kind.prefix())) {
        String code = text.substring(colon + 1);
        return isValid(kind, code) ? new Territory(kind, code) : null;
      }
    }
    return null;
  }

  /**
   * Returns the territory of a code in a nomenclature, or null when there is none.
   *
   * @param register the nomenclature as {@link #propertyId} names it
   */
  public static @Nullable Territory registered(String register, String code) {
    for (Kind kind : Kind.values()) {
      boolean named = !kind.propertyId.isEmpty() && register.equals(kind.propertyId);
      if (named || kind == Kind.ISO && register.equals("iso3166-2")) {
        return isValid(kind, code) ? new Territory(kind, code) : null;
      }
    }
    return null;
  }

  /**
   * Returns the name of the nomenclature as a schema.org {@code propertyID}; empty for the world
   * and for a territory without a code.
   */
  public String propertyId() {
    boolean subdivision = kind == Kind.ISO && code.indexOf('-') > 0;
    return subdivision ? "iso3166-2" : kind.propertyId;
  }

  /** Returns the written form. */
  @Override
  public String toString() {
    return kind == Kind.MONDE ? "monde" : kind.prefix() + ":" + code;
  }

  private static boolean isValid(Kind kind, String code) {
    return switch (kind) {
      case COM -> Insee.Validator.matches(code);
      case DEP ->
          code.length() == 2 && (isDigits(code, 2) || code.equals("2A") || code.equals("2B"))
              || isDigits(code, 3)
                  && code.startsWith("97")
                  && code.charAt(2) >= '1'
                  && code.charAt(2) <= '8';
      case REG -> isDigits(code, 2);
      case EPCI, SIREN -> isDigits(code, 9);
      case ISO -> isIso(code);
      case MONDE -> code.isEmpty();
      case LIBRE -> isName(code);
    };
  }

  private static boolean isDigits(String code, int length) {
    return code.length() == length && code.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean isIso(String code) {
    int n = code.length();
    if (n < 2 || !isCapital(code.charAt(0)) || !isCapital(code.charAt(1))) {
      return false;
    }
    return n == 2
        || n >= 4
            && n <= 6
            && code.charAt(2) == '-'
            && code.chars().skip(3).allMatch(c -> isCapital((char) c) || c >= '0' && c <= '9');
  }

  private static boolean isCapital(char c) {
    return c >= 'A' && c <= 'Z';
  }

  private static boolean isName(String name) {
    int n = name.codePointCount(0, name.length());
    return n >= 2 && n <= 80 && name.chars().noneMatch(c -> c == '|' || c == '\r' || c == '\n');
  }
}
