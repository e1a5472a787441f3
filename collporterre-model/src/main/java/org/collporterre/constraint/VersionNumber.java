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
import org.jspecify.annotations.Nullable;

/**
 * A version of two or three numbers without leading zeros: {@code 1.0} or {@code 0.2.1}. Null is
 * valid.
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
@TextForm(VersionNumber.FORM)
@Constraint(validatedBy = VersionNumber.Validator.class)
public @interface VersionNumber {
  /** The form, as {@link TextForm} has it. */
  String FORM = "(0|[1-9][0-9]{0,8})(\\.(0|[1-9][0-9]{0,8})){1,2}";

  /** The message or its key; its last part is the code of the rule that reports it. */
  String message() default "{org.collporterre.version-malformed}";

  /** The validation groups. */
  Class<?>[] groups() default {};

  /** The payload. */
  Class<? extends Payload>[] payload() default {};

  /** Decides; also usable without a validator. */
  final class Validator implements ConstraintValidator<VersionNumber, CharSequence> {
    /** For the validation provider, which makes instances. */
    public Validator() {}

    @Override
    public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
      return text == null || matches(text);
    }

    /** Tells whether the text is such a version. */
    public static boolean matches(CharSequence text) {
      int parts = 1;
      int start = 0;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c == '.') {
          if (i == start) {
            return false;
          }
          parts++;
          start = i + 1;
        } else if (c < '0' || c > '9' || i > start && text.charAt(start) == '0' || i - start > 8) {
          return false;
        }
      }
      return start < text.length() && (parts == 2 || parts == 3);
    }

    /**
     * Compares two such versions number by number; where one has no third number it is 0.
     *
     * @throws IllegalArgumentException when one is none
     */
    public static int compare(String one, String other) {
      if (!matches(one) || !matches(other)) {
        throw new IllegalArgumentException(one + ", " + other);
      }
      String[] numbers = one.split("\\.", -1);
      String[] others = other.split("\\.", -1);
      for (int i = 0; i < 3; i++) {
        int order = Integer.compare(number(numbers, i), number(others, i));
        if (order != 0) {
          return order;
        }
      }
      return 0;
    }

    private static int number(String[] numbers, int place) {
      return place < numbers.length ? Integer.parseInt(numbers[place]) : 0;
    }
  }
}
