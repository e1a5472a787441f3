package org.collporterre.check;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.collporterre.constraint.CountryCode;
import org.collporterre.constraint.CurrencyCode;
import org.collporterre.constraint.Identifier;
import org.collporterre.constraint.Insee;
import org.collporterre.constraint.LanguageTag;
import org.collporterre.constraint.Rna;
import org.collporterre.constraint.SingleLine;
import org.collporterre.constraint.Siret;
import org.collporterre.constraint.SpdxLicense;
import org.collporterre.constraint.TextSize;
import org.collporterre.constraint.VersionNumber;
import org.collporterre.constraint.WebUrl;
import org.collporterre.model.LocalizedText;
import org.jspecify.annotations.Nullable;

/** A constraint with the test that the plan makes of it. */
record ConstraintTest(Annotation constraint, ConstraintPlan.Test test) {
  /** The test of a text asks what the validator asks. */
  private static final Set<Class<? extends Annotation>> OF_TEXT =
      Set.of(
          CountryCode.class,
          CurrencyCode.class,
          Identifier.class,
          Insee.class,
          LanguageTag.class,
          Rna.class,
          Siret.class,
          SpdxLicense.class,
          VersionNumber.class,
          WebUrl.class);

  /** Tells whether a value is certainly valid. */
  boolean accepts(@Nullable Object value) {
    return test.accepts(value);
  }

  /** Tells whether a value that is not accepted is certainly invalid. */
  boolean refuses(@Nullable Object value) {
    if (((Class<?>[]) attribute("groups")).length > 0) {
      return false;
    } else if (constraint instanceof NotNull) {
      return value == null;
    } else if (constraint instanceof Size) {
      return value instanceof List<?>;
    } else if (constraint instanceof TextSize) {
      return value instanceof String || value instanceof LocalizedText;
    } else if (constraint instanceof SingleLine) {
      return value instanceof LocalizedText;
    } else if (constraint instanceof Min || constraint instanceof Max) {
      return value instanceof Integer;
    } else if (constraint instanceof DecimalMin bound) {
      return bound.inclusive() && isBound(bound.value(), value);
    } else if (constraint instanceof DecimalMax bound) {
      return bound.inclusive() && isBound(bound.value(), value);
    } else if (constraint instanceof Email) {
      return value instanceof String text && !text.isEmpty() && text.indexOf('@') < 0;
    }
    return OF_TEXT.contains(constraint.annotationType()) && value instanceof String;
  }

  /** A bound that is no binary fraction lies beside the number that a double is compared with. */
  private static boolean isBound(String bound, @Nullable Object value) {
    BigDecimal exact = new BigDecimal(bound);
    return value instanceof BigDecimal
        || value instanceof Double && new BigDecimal(exact.doubleValue()).compareTo(exact) == 0;
  }

  /** Returns the message of the constraint, or its key in braces. */
  String template() {
    return (String) attribute("message");
  }

  private Object attribute(String name) {
    try {
      return constraint.annotationType().getMethod(name).invoke(constraint);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no constraint: " + constraint, e);
    }
  }
}
