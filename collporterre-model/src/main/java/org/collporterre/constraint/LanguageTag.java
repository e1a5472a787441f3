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
 * A BCP 47 language tag of language, script and region at most, in canonical case: {@code fr},
 * {@code fr-CA}, {@code zh-Hant-TW}, {@code es-419}. Null is valid.
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
@TextForm("[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?")
@Constraint(validatedBy = LanguageTag.Validator.class)
public @interface LanguageTag {
  /** The message or its key; its last part is the code of the rule that reports it. */
  String message() default "{org.collporterre.language-invalid}";

  /** The validation groups. */
  Class<?>[] groups() default {};

  /** The payload. */
  Class<? extends Payload>[] payload() default {};

  /** Decides; also usable without a validator. */
  final class Validator implements ConstraintValidator<LanguageTag, CharSequence> {
    /** For the validation provider, which makes instances. */
    public Validator() {}

    @Override
    public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
      return text == null || matches(text);
    }

    /** Tells whether the text is such a tag. */
    public static boolean matches(CharSequence tag) {
      String text = tag.toString();
      int n = text.length();
      int at = run(text, 0, 'a', 'z');
      if (at < 2 || at > 3) {
        return false;
      }
      if (n - at >= 5 && text.charAt(at) == '-' && between(text.charAt(at + 1), 'A', 'Z')) {
        int end = run(text, at + 2, 'a', 'z');
        if (end == at + 5) {
          at = end;
        }
      }
      return at == n || text.charAt(at) == '-' && isRegion(text, at + 1);
    }

    private static boolean isRegion(String text, int from) {
      return text.length() - from == 2 && run(text, from, 'A', 'Z') == text.length()
          || text.length() - from == 3 && run(text, from, '0', '9') == text.length();
    }

    private static int run(String text, int from, char low, char high) {
      int i = from;
      while (i < text.length() && between(text.charAt(i), low, high)) {
        i++;
      }
      return i;
    }

    private static boolean between(char c, char low, char high) {
      return c >= low && c <= high;
    }
  }
}
