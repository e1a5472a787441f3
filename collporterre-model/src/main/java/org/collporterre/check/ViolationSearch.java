package org.collporterre.check;

import jakarta.validation.Valid;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.collporterre.schema.RecordReader;
import org.jspecify.annotations.Nullable;

/**
 * Finds what the provider would find in a record, where that is certain: most files have a mistake
 * somewhere, and starting the provider takes longer than all the rest of a small file. Immutable.
 */
final class ViolationSearch {
  private static final ClassValue<ViolationSearch> SEARCHES =
      new ClassValue<>() {
        @Override
        protected ViolationSearch computeValue(Class<?> type) {
          return new ViolationSearch(type);
        }
      };

  /**
   * The constraints of a component and of the items of its list.
   *
   * @param nested the record class of the value, or of each item, when it is looked into
   */
  private record Part(
      String name,
      List<ConstraintTest> own,
      List<ConstraintTest> items,
      @Nullable Class<?> nested) {}

  private final RecordReader reader;
  private final List<Part> parts;

  private ViolationSearch(Class<?> type) {
    this.reader = RecordReader.of(type);
    this.parts = Arrays.stream(type.getRecordComponents()).map(c -> part(type, c)).toList();
  }

  private static Part part(Class<?> type, RecordComponent component) {
    Field field = ConstraintPlan.declared(type, component.getName());
    List<ConstraintTest> own = tests(field);
    if (field.getType() != List.class) {
      Class<?> nested = field.isAnnotationPresent(Valid.class) ? field.getType() : null;
      return new Part(component.getName(), own, List.of(), nested);
    }
    var list = (AnnotatedParameterizedType) field.getAnnotatedType();
    var item = list.getAnnotatedActualTypeArguments()[0];
    Class<?> nested = item.isAnnotationPresent(Valid.class) ? (Class<?>) item.getType() : null;
    return new Part(component.getName(), own, tests(item), nested);
  }

  private static List<ConstraintTest> tests(AnnotatedElement element) {
    List<ConstraintTest> tests = new ArrayList<>();
    for (Annotation annotation : element.getAnnotations()) {
      ConstraintPlan.Test test = ConstraintPlan.test(annotation);
      if (test != null) {
        tests.add(new ConstraintTest(annotation, test));
      }
    }
    return tests;
  }

  /** Returns the violations of a record in no order, or null when only the provider can tell. */
  static @Nullable List<Violation> in(Object entry) {
    List<Violation> found = new ArrayList<>();
    return SEARCHES.get(entry.getClass()).search(entry, "", List.of(), found) ? found : null;
  }

  private boolean search(Object owner, String path, List<Integer> places, List<Violation> found) {
    @Nullable Object[] values = reader.read(owner);
    for (int i = 0; i < values.length; i++) {
      Part part = parts.get(i);
      String name = path.isEmpty() ? part.name() : path + "." + part.name();
      if (!look(part.own(), values[i], name, places, found)
          || !(values[i] instanceof List<?> items
              ? searchEach(part, items, name, places, found)
              : searchNested(part, values[i], name, places, found))) {
        return false;
      }
    }
    return true;
  }

  private static boolean searchEach(
      Part part, List<?> items, String path, List<Integer> places, List<Violation> found) {
    if (part.items().isEmpty() && part.nested() == null) {
      return true;
    }
    for (int i = 0; i < items.size(); i++) {
      List<Integer> at = new ArrayList<>(places);
      at.add(i);
      if (!look(part.items(), items.get(i), path, at, found)
          || !searchNested(part, items.get(i), path, at, found)) {
        return false;
      }
    }
    return true;
  }

  private static boolean searchNested(
      Part part, @Nullable Object value, String path, List<Integer> places, List<Violation> found) {
    return value == null
        || part.nested() == null
        || SEARCHES.get(Objects.requireNonNull(part.nested())).search(value, path, places, found);
  }

  private static boolean look(
      List<ConstraintTest> tests,
      @Nullable Object value,
      String path,
      List<Integer> places,
      List<Violation> found) {
    for (ConstraintTest test : tests) {
      if (!test.accepts(value)) {
        if (!test.refuses(value)) {
          return false;
        }
        found.add(new Violation(test.constraint(), test.template(), path, places, value));
      }
    }
    return true;
  }
}
