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
 * A record identifier: 1 to 80 lower-case ASCII letters, digits and hyphens, no hyphen at the ends.
 * Null is valid.
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
@TextForm(Identifier.FORM)
@Constraint(validatedBy = Identifier.Validator.class)
public @interface Identifier {
  /** The form, as {@link TextForm} has it. */
  String FORM = "[a-z0-9]([a-z0-9-]{0,78}[a-z0-9])?";

  /** The message or its key; its last part is the code of the rule that reports it. */
  String message() default "{org.collporterre.id-malformed}";

  /** The validation groups. */
  Class<?>[] groups() default {};

  /** The payload. */
  Class<? extends Payload>[] payload() default {};

  /** Decides; also usable without a validator. */
  final class Validator implements ConstraintValidator<Identifier, CharSequence> {
    /** For the validation provider, which makes instances. */
    public Validator() {}

    @Override
    public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
      return text == null || matches(text);
    }

    /** Tells whether the text is an identifier. */
    public static boolean matches(CharSequence identifier) {
      String text = identifier.toString();
      int n = text.length();
      if (n == 0 || n > 80 || text.charAt(0) == '-' || text.charAt(n - 1) == '-') {
        return false;
      }
      for (int i = 0; i < n; i++) {
        char c = text.charAt(i);
        if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-')) {
          return false;
        }
      }
      return true;
    }
  }
}
