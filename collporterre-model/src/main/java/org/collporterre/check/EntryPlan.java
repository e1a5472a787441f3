package org.collporterre.check;

import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import org.collporterre.model.Entry;
import org.collporterre.schema.Component;
import org.collporterre.schema.Field;
import org.collporterre.schema.Group;
import org.collporterre.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The {@link ConstraintPlan} of a record type for records whose values were read already. What it
 * accepts is valid; what it does not accept may be valid too. Immutable.
 */
final class EntryPlan {
  private static final ClassValue<EntryPlan> PLANS =
      new ClassValue<>() {
        @Override
        protected EntryPlan computeValue(Class<?> type) {
          return new EntryPlan(Schema.of(type));
        }
      };

  /** By the index of the field: its tests, and whether one of them refuses null. */
  private final ConstraintPlan.Test[][] tests;

  private final boolean[] required;

  /** What is no field, or in a group that may be absent: it is read from the record. */
  private final Component[] others;

  private final ConstraintPlan.Test[][] otherTests;

  private EntryPlan(Schema<?> schema) {
    int size = schema.fields().size();
    this.tests = new ConstraintPlan.Test[size][];
    this.required = new boolean[size];
    List<Component> found = new ArrayList<>();
    List<ConstraintPlan.Test[]> testsFound = new ArrayList<>();
    add(schema.type(), schema.components(), schema, found, testsFound);
    this.others = found.toArray(Component[]::new);
    this.otherTests = testsFound.toArray(ConstraintPlan.Test[][]::new);
    for (int i = 0; i < size; i++) {
      tests[i] = tests[i] == null ? new ConstraintPlan.Test[0] : tests[i];
      for (ConstraintPlan.Test test : tests[i]) {
        required[i] |= !test.accepts(null);
      }
    }
  }

  private void add(
      Class<?> type,
      List<Component> components,
      Schema<?> schema,
      List<Component> found,
      List<ConstraintPlan.Test[]> testsFound) {
    for (int i = 0; i < components.size(); i++) {
      Component component = components.get(i);
      String name = type.getRecordComponents()[i].getName();
      java.lang.reflect.Field declared = ConstraintPlan.declared(type, name);
      if (component instanceof Field field) {
        tests[field.index()] = ConstraintPlan.tests(declared, component, schema);
      } else if (component instanceof Group group
          && !group.isList()
          && declared.isAnnotationPresent(NotNull.class)
          && hasFieldsOnly(schema.componentsOf(group))) {
        found.add(component);
        testsFound.add(new ConstraintPlan.Test[] {value -> value != null});
        add(group.type(), schema.componentsOf(group), schema, found, testsFound);
      } else if (!(component instanceof Component.Rest)) {
        found.add(component);
        testsFound.add(ConstraintPlan.tests(declared, component, schema));
      }
    }
  }

  private static boolean hasFieldsOnly(List<Component> components) {
    return components.stream().noneMatch(Group.class::isInstance);
  }

  /** Returns the plan of a record type. */
  static EntryPlan of(Class<? extends Entry> type) {
    return PLANS.get(type);
  }

  /**
   * Tells whether a record is certainly valid.
   *
   * @param values those of its fields, as {@link Schema#values} gives them
   */
  boolean accepts(Entry entry, @Nullable Object[] values) {
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      if (value == null ? required[i] : !ConstraintPlan.accept(tests[i], value)) {
        return false;
      }
    }
    for (int i = 0; i < others.length; i++) {
      if (!ConstraintPlan.accept(otherTests[i], others[i].in(entry))) {
        return false;
      }
    }
    return true;
  }
}
