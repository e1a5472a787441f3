package org.collporterre.schema;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.collporterre.constraint.CountryCode;
import org.collporterre.constraint.LanguageTag;
import org.collporterre.constraint.SpdxLicense;
import org.collporterre.constraint.WebUrl;
import org.collporterre.model.Actor;
import org.collporterre.model.ExternalId;
import org.collporterre.model.IsoDuration;
import org.collporterre.model.LocalizedText;
import org.collporterre.model.Media;
import org.collporterre.model.PartialDate;
import org.collporterre.model.RecordRef;
import org.collporterre.model.Reference;
import org.collporterre.model.Territory;
import org.collporterre.vocabulary.Coded;
import org.jspecify.annotations.Nullable;

/** Reads the annotations of a record component into a {@link Field} or a {@link Group}. */
final class Declarations {
  private static final Map<Class<?>, ValueType<?>> TYPES =
      Map.ofEntries(
          Map.entry(LocalizedText.class, Values.LOCALIZED),
          Map.entry(Boolean.class, Values.BOOLEAN),
          Map.entry(Integer.class, Values.INTEGER),
          Map.entry(Double.class, Values.DEGREES),
          Map.entry(BigDecimal.class, Values.AMOUNT),
          Map.entry(LocalDate.class, Dates.DAY),
          Map.entry(PartialDate.class, Dates.PARTIAL),
          Map.entry(IsoDuration.class, Values.DURATION),
          Map.entry(Territory.class, Values.TERRITORY),
          Map.entry(RecordRef.class, Values.REFERENCE),
          Map.entry(ExternalId.class, Values.EXTERNAL_ID),
          Map.entry(Media.class, Values.MEDIA),
          Map.entry(Reference.class, Values.SOURCE),
          Map.entry(Actor.class, Values.ACTOR));

  private Declarations() {}

  static Field field(RecordComponent component, Column column, @Nullable Group group, int index) {
    boolean list = component.getType() == List.class;
    Class<?> value = list ? itemType(component) : component.getType();
    Class<?> owner = component.getDeclaringRecord();
    CodeList codes = component.getAnnotation(CodeList.class);
    CodeList closed = value.getAnnotation(CodeList.class);
    Refers refers = component.getAnnotation(Refers.class);
    Field.Annotations annotations =
        new Field.Annotations(
            component.isAnnotationPresent(SheetNode.class),
            component.getAnnotation(Confidential.class),
            codes != null ? codes.value() : closed != null ? closed.value() : null,
            codes != null,
            refers == null ? null : refers.value(),
            refers == null ? "" : refers.acyclic(),
            component.getAnnotation(Child.class));
    return new Field(
        owner,
        component.getName(),
        column,
        index,
        group,
        value,
        valueType(owner, component, value, codes),
        list,
        new Getter(component),
        terms(component),
        annotations);
  }

  @SuppressWarnings("unchecked")
  private static ValueType<Object> valueType(
      Class<?> owner, RecordComponent component, Class<?> value, @Nullable CodeList codes) {
    ValueType<?> type;
    if (value == String.class) {
      type = textType(owner, component, codes);
    } else if (Coded.class.isAssignableFrom(value)) {
      type = Values.closedCodes(value.asSubclass(Coded.class));
    } else {
      type = TYPES.get(value);
    }
    if (type == null) {
      throw new IllegalStateException("no value type for " + value + " of " + component);
    }
    return (ValueType<Object>) type;
  }

  /** Texts of a certain form say so by their constraint, so there is no second declaration. */
  private static ValueType<String> textType(
      Class<?> owner, RecordComponent component, @Nullable CodeList codes) {
    if (codes != null) {
      return Values.openCodes(codes.value());
    }
    java.lang.reflect.Field field = Limits.declared(owner, component.getName());
    return field.isAnnotationPresent(SpdxLicense.class)
        ? Values.LICENSE
        : field.isAnnotationPresent(LanguageTag.class)
            ? Values.LANGUAGE
            : field.isAnnotationPresent(CountryCode.class)
                ? Values.COUNTRY
                : field.isAnnotationPresent(NumericCode.class)
                    ? Values.CODE
                    : field.isAnnotationPresent(WebUrl.class) ? Values.ADDRESS : Values.TEXT;
  }

  static Group group(RecordComponent component, @Nullable Group outer) {
    Child child = component.getAnnotation(Child.class);
    Class<?> type = child == null ? component.getType() : itemType(component);
    if (!type.isRecord()) {
      throw new IllegalStateException("neither a field nor a record: " + component);
    }
    boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    return new Group(
        component.getName(),
        type,
        outer,
        optional,
        component.isAnnotationPresent(SheetNode.class),
        child,
        new Getter(component),
        terms(component));
  }

  private static List<Term> terms(RecordComponent component) {
    return Arrays.asList(component.getAnnotationsByType(Term.class));
  }

  private static Class<?> itemType(RecordComponent component) {
    Type item = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
    return (Class<?>) item;
  }
}
