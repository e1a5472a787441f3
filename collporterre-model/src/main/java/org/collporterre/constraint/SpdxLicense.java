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
 * A licence identifier of the SPDX licence list in its own case, or {@code LicenseRef-…}. Null is
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
@TextForm("[A-Za-z0-9.+-]+")
@Constraint(validatedBy = SpdxLicense.Validator.class)
public @interface SpdxLicense {
  /** The message or its key; its last part is the code of the rule that reports it. */
  String message() default "{org.collporterre.licence-not-spdx}";

  /** The validation groups. */
  Class<?>[] groups() default {};

  /** The payload. */
  Class<? extends Payload>[] payload() default {};

  /** Decides; also usable without a validator. */
  final class Validator implements ConstraintValidator<SpdxLicense, CharSequence> {
    /** For the validation provider, which makes instances. */
    public Validator() {}

    @Override
    public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
      return text == null || matches(text);
    }

    private static final String OTHER = "LicenseRef-";

    /** Tells whether the text is such an identifier. */
    public static boolean matches(CharSequence text) {
      String id = text.toString();
      return id.startsWith(OTHER) ? isReference(id) : SpdxLicenses.ids().contains(id);
    }

    private static boolean isReference(String id) {
      for (int i = OTHER.length(); i < id.length(); i++) {
        char c = id.charAt(i);
        if (!(c >= 'a' && c <= 'z'
            || c >= 'A' && c <= 'Z'
            || c >= '0' && c <= '9'
            || c == '-'
            || c == '.')) {
          return false;
        }
      }
      return id.length() > OTHER.length();
    }
  }
}
