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
 * A French establishment number: 14 digits with a valid check digit (Luhn), or of La Poste, whose
 * digits add up to a multiple of five. Null is valid.
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
@TextForm("[0-9]{14}")
@Constraint(validatedBy = Siret.Validator.class)
public @interface Siret {
  /** The message or its key; its last part is the code of the rule that reports it. */
  String message() default "{org.collporterre.siret-malformed}";

  /** The validation groups. */
  Class<?>[] groups() default {};

  /** The payload. */
  Class<? extends Payload>[] payload() default {};

  /** Decides; also usable without a validator. */
  final class Validator implements ConstraintValidator<Siret, CharSequence> {
    /** For the validation provider, which makes instances. */
    public Validator() {}

    @Override
    public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
      return text == null || matches(text);
    }

    private static final String LA_POSTE = "356000000";

    /** Tells whether the text is such a number. */
    public static boolean matches(CharSequence text) {
      if (text.length() != 14) {
        return false;
      }
      int luhn = 0;
      int sum = 0;
      for (int i = 0; i < 14; i++) {
        int digit = text.charAt(i) - '0';
        if (digit < 0 || digit > 9) {
          return false;
        }
        sum += digit;
        int doubled = i % 2 == 0 ? digit * 2 : digit;
        luhn += doubled > 9 ? doubled - 9 : doubled;
      }
      return luhn % 10 == 0 || sum % 5 == 0 && LA_POSTE.contentEquals(text.subSequence(0, 9));
    }
  }
}
