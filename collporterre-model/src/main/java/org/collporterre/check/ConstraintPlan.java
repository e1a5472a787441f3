package org.collporterre.check;

import jakarta.validation.Constraint;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
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
import org.collporterre.schema.Component;
import org.collporterre.schema.Group;
import org.collporterre.schema.RecordReader;
import org.collporterre.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Passes valid records fast. The plan is made once per record class from the constraint
 * annotations. What it accepts is valid; what it does not accept may be valid too, and is for the
 * validator to decide. A value with a constraint it does not know is never accepted.
 */
final class ConstraintPlan {
  private static final ClassValue<ConstraintPlan> PLANS =
      new ClassValue<>() {
        @Override
        protected ConstraintPlan computeValue(Class<?> type) {
          Schema<?> schema = Schema.of(type);
          return new ConstraintPlan(type, schema.components(), schema);
        }
      };

  /** Accepts a value that is certainly valid. */
  interface Test {
    boolean accepts(@Nullable Object value);
  }

  /** Texts of which records mostly have the same one, which readers make once for all of them. */
  private static final class FewTexts implements Test {
    private final Predicate<CharSequence> matches;

    // Each thread may remember another one: that does no harm.
    private @Nullable Object last;

    FewTexts(Predicate<CharSequence> matches) {
      this.matches = matches;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // another instance is looked at
    public boolean accepts(@Nullable Object value) {
      if (value == null || value == last) {
        return true;
      }
      boolean accepted = value instanceof String text && matches.test(text);
      if (accepted) {
        last = value;
      }
      return accepted;
    }
  }

  private final RecordReader reader;

  /** The tests of each component, in their order. */
  private final Test[][] tests;

  private ConstraintPlan(Class<?> type, List<Component> components, Schema<?> schema) {
    this.reader = RecordReader.of(type);
    this.tests = new Test[components.size()][];
    int at = 0;
    for (var recordComponent : type.getRecordComponents()) {
      Component component = components.get(at);
      tests[at++] = tests(declared(type, recordComponent.getName()), component, schema);
    }
  }

  /** Returns the plan of a record class of the format. */
  static ConstraintPlan of(Class<?> type) {
    return PLANS.get(type);
  }

  /** Tells whether a record is certainly valid. */
  boolean accepts(Object entry) {
    @Nullable Object[] values = reader.read(entry);
    for (int i = 0; i < values.length; i++) {
      if (!accept(tests[i], values[i])) {
        return false;
      }
    }
    return true;
  }

  /** Tells whether all tests accept a value. */
  static boolean accept(Test[] tests, @Nullable Object value) {
    for (int i = 0; i < tests.length; i++) {
      if (!tests[i].accepts(value)) {
        return false;
      }
    }
    return true;
  }

  /** Returns the field behind a component of a record class. */
  static Field declared(Class<?> type, String component) {
    try {
      return type.getDeclaredField(component);
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the tests of a component, in the order of their annotations. */
  static Test[] tests(Field field, Component component, Schema<?> schema) {
    List<Test> tests = new ArrayList<>();
    for (Annotation annotation : field.getAnnotations()) {
      add(tests, annotation);
    }
    AnnotatedType type = field.getAnnotatedType();
    boolean list = type instanceof AnnotatedParameterizedType && field.getType() == List.class;
    if (list) {
      List<Test> items = new ArrayList<>();
      AnnotatedType item = ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[0];
      for (Annotation annotation : item.getAnnotations()) {
        add(items, annotation);
      }
      if (item.isAnnotationPresent(Valid.class)) {
        items.add(nested((Class<?>) item.getType(), component, schema));
      }
      if (!items.isEmpty()) {
        tests.add(each(items.toArray(Test[]::new)));
      }
    } else if (field.isAnnotationPresent(Valid.class)) {
      tests.add(nested(field.getType(), component, schema));
    }
    return tests.toArray(Test[]::new);
  }

  private static Test nested(Class<?> type, Component component, Schema<?> schema) {
    boolean flattened =
        component instanceof Group group && (group.child() == null || group.child().inline());
    ConstraintPlan plan =
        flattened
            ? new ConstraintPlan(type, schema.componentsOf((Group) component), schema)
            : of(type);
    return value -> value == null || plan.accepts(value);
  }

  private static Test each(Test[] tests) {
    return value -> {
      if (value instanceof List<?> items) {
        for (int i = 0; i < items.size(); i++) {
          if (!accept(tests, items.get(i))) {
            return false;
          }
        }
      }
      return true;
    };
  }

  private static void add(List<Test> tests, Annotation annotation) {
    Test test = test(annotation);
    if (test != null) {
      tests.add(test);
    }
  }

  /** Returns the test of a constraint, or null for another annotation. */
  static @Nullable Test test(Annotation annotation) {
    if (annotation instanceof Valid) {
      return null;
    } else if (annotation instanceof NotNull) {
      return value -> value != null;
    } else if (annotation instanceof Size size) {
      // An annotation is a proxy, slow to ask for every value. And the JVM remembers of a class
      // one interface that it has: asking lists for two in turn is slow.
      int min = size.min();
      int max = size.max();
      return value ->
          value == null
              || value instanceof List<?> items && items.size() >= min && items.size() <= max;
    } else if (annotation instanceof TextSize size) {
      return textSize(size.min(), size.max());
    } else if (annotation instanceof DecimalMin bound && bound.inclusive()) {
      return bound(new BigDecimal(bound.value()), true);
    } else if (annotation instanceof DecimalMax bound && bound.inclusive()) {
      return bound(new BigDecimal(bound.value()), false);
    } else if (annotation instanceof Min bound) {
      return value -> value == null || value instanceof Integer n && n >= bound.value();
    } else if (annotation instanceof Max bound) {
      return value -> value == null || value instanceof Integer n && n <= bound.value();
    } else if (annotation instanceof Email email && email.regexp().equals(".*")) {
      return text(PlainEmail::isCertain);
    }
    return ownTest(annotation);
  }

  private static @Nullable Test ownTest(Annotation annotation) {
    if (annotation instanceof Identifier) {
      return text(Identifier.Validator::matches);
    } else if (annotation instanceof SingleLine) {
      return singleLine();
    } else if (annotation instanceof Insee) {
      return text(Insee.Validator::matches);
    } else if (annotation instanceof WebUrl) {
      return text(WebUrl.Validator::matches);
    } else if (annotation instanceof LanguageTag) {
      return new FewTexts(LanguageTag.Validator::matches);
    } else if (annotation instanceof SpdxLicense) {
      return new FewTexts(SpdxLicense.Validator::matches);
    } else if (annotation instanceof CountryCode) {
      return new FewTexts(CountryCode.Validator::matches);
    } else if (annotation instanceof CurrencyCode) {
      return new FewTexts(CurrencyCode.Validator::matches);
    } else if (annotation instanceof VersionNumber) {
      return text(VersionNumber.Validator::matches);
    } else if (annotation instanceof Siret) {
      return text(Siret.Validator::matches);
    } else if (annotation instanceof Rna) {
      return text(Rna.Validator::matches);
    }
    // Asked last: the JVM makes a class for each kind of annotation that annotates one.
    return annotation.annotationType().isAnnotationPresent(Constraint.class)
        ? value -> false
        : null;
  }

  private static Test text(Predicate<CharSequence> matches) {
    return value -> value == null || value instanceof String text && matches.test(text);
  }

  private static Test textSize(int min, int max) {
    return value ->
        value == null
            || value instanceof String text && TextSize.OfText.matches(text, min, max)
            || value instanceof LocalizedText text
                && TextSize.OfLocalizedText.matches(text, min, max);
  }

  private static Test singleLine() {
    return value ->
        value == null
            || value instanceof LocalizedText text && SingleLine.OfLocalizedText.matches(text);
  }

  private static Test bound(BigDecimal bound, boolean least) {
    double limit = bound.doubleValue();
    return value -> {
      if (value == null) {
        return true;
      }
      if (value instanceof Double number) {
        return least ? number >= limit : number <= limit;
      }
      int order = value instanceof BigDecimal number ? number.compareTo(bound) : least ? -1 : 1;
      return least ? order >= 0 : order <= 0;
    };
  }
}
