package org.collporterre.schema;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedParameterizedType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.collporterre.constraint.TextForm;
import org.collporterre.constraint.TextSize;
import org.jspecify.annotations.Nullable;

/**
 * What the constraints of a field say that a schema in another language can say too.
 *
 * @param required whether every record has the field; false in a group that may be absent
 * @param minLength the least number of code points of a text, of a list each item; 0 for none
 * @param maxLength the greatest number of code points of a text, of a list each item; {@link
 *     #UNLIMITED} for none
 * @param pattern the form of a text, of a list each item, as {@link TextForm} has it, or null
 * @param email whether a text is an e-mail address
 * @param minimum the least number, or null
 * @param maximum the greatest number, or null
 * @param maxItems the greatest number of items of a list; {@link #UNLIMITED} for none
 */
public record Limits(
    boolean required,
    int minLength,
    int maxLength,
    @Nullable String pattern,
    boolean email,
    @Nullable BigDecimal minimum,
    @Nullable BigDecimal maximum,
    int maxItems) {
  /** The greatest length or number of items where there is no limit. */
  public static final int UNLIMITED = Integer.MAX_VALUE;

  /** Returns the limits of a field; reads its annotations, so keep the answer. */
  public static Limits of(Field field) {
    java.lang.reflect.Field declared = declared(field.owner(), field.component());
    List<Annotation> all = new ArrayList<>(Arrays.asList(declared.getAnnotations()));
    if (field.isList()) {
      AnnotatedParameterizedType type = (AnnotatedParameterizedType) declared.getAnnotatedType();
      all.addAll(Arrays.asList(type.getAnnotatedActualTypeArguments()[0].getAnnotations()));
    }
    TextSize size = find(all, TextSize.class);
    Size items = find(all, Size.class);
    return new Limits(
        find(all, NotNull.class) != null && isAlwaysThere(field.group()),
        size == null ? 0 : size.min(),
        size == null ? UNLIMITED : size.max(),
        pattern(field.valueClass(), all),
        find(all, Email.class) != null,
        minimum(all),
        maximum(all),
        items == null ? UNLIMITED : items.max());
  }

  /** Returns the greatest number of rows of a child table; {@link #UNLIMITED} for no limit. */
  public static int maxItems(ChildTable table) {
    Size size = declared(table.owner(), table.component()).getAnnotation(Size.class);
    return size == null ? UNLIMITED : size.max();
  }

  /** Returns the Java field of a record component, which has the constraints. */
  static java.lang.reflect.Field declared(Class<?> owner, String component) {
    try {
      return owner.getDeclaredField(component);
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isAlwaysThere(@Nullable Group group) {
    return group == null || !group.isOptional() && !group.isList() && isAlwaysThere(group.group());
  }

  private static @Nullable String pattern(Class<?> valueClass, List<Annotation> all) {
    TextForm form = valueClass.getAnnotation(TextForm.class);
    for (Annotation annotation : all) {
      TextForm own = annotation.annotationType().getAnnotation(TextForm.class);
      form = own == null ? form : own;
    }
    return form == null ? null : form.value();
  }

  private static @Nullable BigDecimal minimum(List<Annotation> all) {
    Min min = find(all, Min.class);
    DecimalMin decimal = find(all, DecimalMin.class);
    return min != null
        ? BigDecimal.valueOf(min.value())
        : decimal == null ? null : new BigDecimal(decimal.value());
  }

  private static @Nullable BigDecimal maximum(List<Annotation> all) {
    Max max = find(all, Max.class);
    DecimalMax decimal = find(all, DecimalMax.class);
    return max != null
        ? BigDecimal.valueOf(max.value())
        : decimal == null ? null : new BigDecimal(decimal.value());
  }

  private static <A extends Annotation> @Nullable A find(List<Annotation> all, Class<A> type) {
    for (Annotation annotation : all) {
      if (type.isInstance(annotation)) {
        return type.cast(annotation);
      }
    }
    return null;
  }
}
