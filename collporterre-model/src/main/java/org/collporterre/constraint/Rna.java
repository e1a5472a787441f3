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
 * A number of the French register of associations: {@code W} and nine characters, the second of
 * which may be a letter (Corsica, overseas). Null is valid.
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
@TextForm("W[0-9][0-9A-Z][0-9]{7}")
@Constraint(validatedBy = Rna.Validator.class)
public @interface Rna {
  /** The message or its key; its last part is the code of the rule that reports it. */
  String message() default "{org.collporterre.rna-malformed}";

  /** The validation groups. */
  Class<?>[] groups() default {};

  /** The payload. */
  Class<? extends Payload>[] payload() default {};

  /** Decides; also usable without a validator. */
  final class Validator implements ConstraintValidator<Rna, CharSequence> {
    /** For the validation provider, which makes instances. */
    public Validator() {}

    @Override
    public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
      return text == null || matches(text);
    }

    /** Tells whether the text is such a number. */
    public static boolean matches(CharSequence text) {
      if (text.length() != 10 || text.charAt(0) != 'W') {
        return false;
      }
      for (int i = 1; i < 10; i++) {
        char c = text.charAt(i);
        if (!(c >= '0' && c <= '9' || i == 2 && c >= 'A' && c <= 'Z')) {
          return false;
        }
      }
      return true;
    }
  }
}
