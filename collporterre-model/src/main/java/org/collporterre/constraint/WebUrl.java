package org.collporterre.constraint;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An absolute {@code http} or {@code https} address with a host, without user name or password, at
 * most 2 000 characters. Characters outside ASCII are accepted in path and query (RFC 3987),
 * letters and digits among them in the host; blanks and control characters are not, nor is a host
 * given as an IPv6 address, with an underscore or with a dot at its end. Null is valid.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({
  ElementType.FIELD,
  ElementType.METHOD,
  ElementType.PARAMETER,
  ElementType.ANNOTATION_TYPE,
  ElementType.TYPE_USE
})
@TextForm("[Hh][Tt][Tt][Pp][Ss]?://[^ <>\"\\\\^`{|}]{1,1993}")
@Constraint(validatedBy = WebUrl.Validator.class)
public @interface WebUrl {
  /** The message or its key; its last part is the code of the rule that reports it. */
  String message() default "{org.collporterre.url-malformed}";

  /** The validation groups. */
  Class<?>[] groups() default {};

  /** The payload. */
  Class<? extends Payload>[] payload() default {};

  /** Decides; also usable without a validator. */
  final class Validator implements ConstraintValidator<WebUrl, CharSequence> {
    /** For the validation provider, which makes instances. */
    public Validator() {}

    @Override
    public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
      return text == null || matches(text);
    }

    /** The ASCII characters that are in no host, port, path, query or fragment. */
    private static final boolean[] NOWHERE = ascii("<>\"\\^`{|}\u007F", true);

    /** The ASCII characters that a host and port end before. */
    private static final boolean[] END = ascii("/?#", false);

    private static boolean[] ascii(String characters, boolean blanks) {
      boolean[] found = new boolean[0x80];
      Arrays.fill(found, 0, ' ' + 1, blanks);
      for (int i = 0; i < characters.length(); i++) {
        found[characters.charAt(i)] = true;
      }
      return found;
    }

    /** Tells whether the text is a web address. */
    public static boolean matches(CharSequence address) {
      String text = address.toString();
      int n = text.length();
      int host = starts(text, "https://") ? 8 : starts(text, "http://") ? 7 : -1;
      if (host < 0 || n > 2000) {
        return false;
      }
      int end = host;
      while (end < n && !is(END, text.charAt(end))) {
        end++;
      }
      return isAuthority(text, host, end) && isRest(text, end);
    }

    private static boolean is(boolean[] ascii, char c) {
      return c < ascii.length && ascii[c];
    }

    private static boolean isAuthority(String text, int from, int to) {
      int colon = text.indexOf(':', from);
      int port = colon < 0 || colon > to ? to : colon;
      return port - from <= 253 && isHost(text, from, port) && isPort(text, port, to);
    }

    private static boolean isHost(String text, int from, int to) {
      int label = from;
      for (int i = from; i <= to; i++) {
        char c = i == to ? '.' : text.charAt(i);
        if (c == '.') {
          if (i == label
              || i - label > 63
              || text.charAt(label) == '-'
              || text.charAt(i - 1) == '-') {
            return false;
          }
          label = i + 1;
        } else if (c != '-' && !isLetterOrDigit(c)) {
          return false;
        }
      }
      return true;
    }

    private static boolean isPort(String text, int from, int to) {
      if (from == to) {
        return true;
      }
      int value = 0;
      for (int i = from + 1; i < to; i++) {
        char c = text.charAt(i);
        if (c < '0' || c > '9' || value > 65_535) {
          return false;
        }
        value = value * 10 + c - '0';
      }
      return to - from > 1 && value > 0 && value <= 65_535;
    }

    private static boolean isRest(String text, int from) {
      for (int i = from; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c < NOWHERE.length) {
          if (NOWHERE[c]) {
            return false;
          }
        } else if (Character.isSurrogate(c)) {
          if (!Character.isSupplementaryCodePoint(text.codePointAt(i))) {
            return false;
          }
          i++;
        } else if (isBad(c)) {
          return false;
        }
      }
      return true;
    }

    private static boolean isBad(char c) {
      return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
    }

    private static boolean isLetterOrDigit(char c) {
      return c < 0x80
          ? c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
          : Character.isLetterOrDigit(c);
    }

    private static boolean starts(String text, String prefix) {
      if (text.length() < prefix.length()) {
        return false;
      }
      for (int i = 0; i < prefix.length(); i++) {
        if (Character.toLowerCase(text.charAt(i)) != prefix.charAt(i)) {
          return false;
        }
      }
      return true;
    }
  }
}
