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
 * The form of a French municipality code (INSEE, code officiel géographique): five characters,
 * Corsica with {@code 2A} and {@code 2B}, overseas {@code 97} and {@code 98}. Whether the code
 * exists is not asked. Null is valid.
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
@TextForm(Insee.FORM)
@Constraint(validatedBy = Insee.Validator.class)
public @interface Insee {
  /** The form, as {@link TextForm} has it. */
  String FORM = "((0[1-9]|[13-8][0-9]|2[1-9AB]|9[0-5])[0-9]{3}|97[1-8][0-9]{2}|98[46-9][0-9]{2})";

  /** The message or its key; its last part is the code of the rule that reports it. */
  String message() default "{org.collporterre.insee-malformed}";

  /** The validation groups. */
  Class<?>[] groups() default {};

  /** The payload. */
  Class<? extends Payload>[] payload() default {};

  /** Decides; also usable without a validator. */
  final class Validator implements ConstraintValidator<Insee, CharSequence> {
    /** For the validation provider, which makes instances. */
    public Validator() {}

    @Override
    public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
      return text == null || matches(text);
    }

    /** Tells whether the text has the form of a municipality code. */
    public static boolean matches(CharSequence text) {
      if (text.length() != 5) {
        return false;
      }
      for (int i = 2; i < 5; i++) {
        if (!isDigit(text.charAt(i))) {
          return false;
        }
      }
      return isDepartment(text.charAt(0), text.charAt(1), text.charAt(2));
    }

    private static boolean isDepartment(char first, char second, char third) {
      return switch (first) {
        case '0' -> second >= '1' && second <= '9';
        case '1', '3', '4', '5', '6', '7', '8' -> isDigit(second);
        case '2' -> second >= '1' && second <= '9' || second == 'A' || second == 'B';
        case '9' ->
            second >= '0' && second <= '5'
                || second == '7' && third >= '1' && third <= '8'
                || second == '8' && (third == '4' || third >= '6' && third <= '9');
        default -> false;
      };
    }

    private static boolean isDigit(char c) {
      return c >= '0' && c <= '9';
    }
  }
}
