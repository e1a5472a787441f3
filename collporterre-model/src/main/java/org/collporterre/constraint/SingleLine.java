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
import org.collporterre.model.LocalizedText;
import org.jspecify.annotations.Nullable;

/** Text without line breaks. Null is valid. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({
  ElementType.FIELD,
  ElementType.METHOD,
  ElementType.PARAMETER,
  ElementType.ANNOTATION_TYPE,
  ElementType.TYPE_USE
})
@TextForm("[^\\n\\r\u0085\u2028\u2029]*")
@Constraint(validatedBy = {SingleLine.Validator.class, SingleLine.OfLocalizedText.class})
public @interface SingleLine {
  /** The message or its key; its last part is the code of the rule that reports it. */
  String message() default "{org.collporterre.line-break-in-title}";

  /** The validation groups. */
  Class<?>[] groups() default {};

  /** The payload. */
  Class<? extends Payload>[] payload() default {};

  /** Decides; also usable without a validator. */
  final class Validator implements ConstraintValidator<SingleLine, CharSequence> {
    /** For the validation provider, which makes instances. */
    public Validator() {}

    @Override
    public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
      return text == null || matches(text);
    }

    /** Tells whether the text has no line break. */
    public static boolean matches(CharSequence line) {
      String text = line.toString();
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029) {
          return false;
        }
      }
      return true;
    }
  }

  /** Decides for a text with its translations. */
  final class OfLocalizedText implements ConstraintValidator<SingleLine, LocalizedText> {
    /** For the validation provider, which makes instances. */
    public OfLocalizedText() {}

    @Override
    public boolean isValid(@Nullable LocalizedText text, ConstraintValidatorContext context) {
      return text == null || matches(text);
    }

    /** Tells whether neither the text nor a translation has a line break. */
    public static boolean matches(LocalizedText text) {
      return Validator.matches(text.text())
          && (text.translations().isEmpty()
              || text.translations().values().stream().allMatch(Validator::matches));
    }
  }
}
