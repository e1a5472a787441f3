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

/**
 * The length of a text in code points, of each translation too. Unlike {@code @Size}, an emoji
 * counts once. Null is valid.
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
@Constraint(validatedBy = {TextSize.OfText.class, TextSize.OfLocalizedText.class})
public @interface TextSize {
  /** The least number of code points. */
  int min() default 1;

  /** The greatest number of code points. */
  int max();

  /** The message or its key; its last part is the code of the rule that reports it. */
  String message() default "{org.collporterre.text-length}";

  /** The validation groups. */
  Class<?>[] groups() default {};

  /** The payload. */
  Class<? extends Payload>[] payload() default {};

  /** Decides for plain text. */
  final class OfText implements ConstraintValidator<TextSize, CharSequence> {
    /** For the validation provider, which makes instances. */
    public OfText() {}

    private int min;
    private int max;

    @Override
    public void initialize(TextSize size) {
      min = size.min();
      max = size.max();
    }

    @Override
    public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
      return text == null || matches(text, min, max);
    }

    /** Tells whether the text has {@code min} to {@code max} code points. */
    public static boolean matches(CharSequence text, int min, int max) {
      int units = text.length();
      if (units < min) {
        return false;
      }
      if (units <= max && units >= 2 * min) {
        return true;
      }
      int points = Character.codePointCount(text, 0, units);
      return points >= min && points <= max;
    }
  }

  /** Decides for a text with its translations. */
  final class OfLocalizedText implements ConstraintValidator<TextSize, LocalizedText> {
    /** For the validation provider, which makes instances. */
    public OfLocalizedText() {}

    private int min;
    private int max;

    @Override
    public void initialize(TextSize size) {
      min = size.min();
      max = size.max();
    }

    @Override
    public boolean isValid(@Nullable LocalizedText text, ConstraintValidatorContext context) {
      return text == null || matches(text, min, max);
    }

    /** Tells whether the text and its translations have {@code min} to {@code max} code points. */
    public static boolean matches(LocalizedText text, int min, int max) {
      if (!OfText.matches(text.text(), min, max)) {
        return false;
      }
      for (String translation : text.translations().values()) {
        if (!OfText.matches(translation, min, max)) {
          return false;
        }
      }
      return true;
    }
  }
}
