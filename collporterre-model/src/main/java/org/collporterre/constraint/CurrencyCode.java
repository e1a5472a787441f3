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
import java.util.Currency;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An ISO 4217 currency code in capitals, as the JDK knows them. Null is valid. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({
  ElementType.FIELD,
  ElementType.METHOD,
  ElementType.PARAMETER,
  ElementType.ANNOTATION_TYPE,
  ElementType.TYPE_USE
})
@TextForm("[A-Z]{3}")
@Constraint(validatedBy = CurrencyCode.Validator.class)
public @interface CurrencyCode {
  /** The message or its key; its last part is the code of the rule that reports it. */
  String message() default "{org.collporterre.currency-unknown}";

  /** The validation groups. */
  Class<?>[] groups() default {};

  /** The payload. */
  Class<? extends Payload>[] payload() default {};

  /** Decides; also usable without a validator. */
  final class Validator implements ConstraintValidator<CurrencyCode, CharSequence> {
    /** For the validation provider, which makes instances. */
    public Validator() {}

    @Override
    public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
      return text == null || matches(text);
    }

    private static final Set<String> CODES =
        Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    /** Tells whether the text is such a code. */
    public static boolean matches(CharSequence text) {
      return CODES.contains(text.toString());
    }
  }
}
