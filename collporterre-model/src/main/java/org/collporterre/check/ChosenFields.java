package org.collporterre.check;

import java.util.function.Predicate;
import org.collporterre.model.Entry;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;

/** Some fields of each record type; the schemas of types that are not met are not read. */
final class ChosenFields {
  private final ClassValue<Field[]> fields;

  /** Chooses fields, in column order. */
  ChosenFields(Predicate<Field> choice) {
    this.fields =
        new ClassValue<>() {
          @Override
          protected Field[] computeValue(Class<?> type) {
            return Schema.of(type).fields().stream().filter(choice).toArray(Field[]::new);
          }
        };
  }

  /** Returns those of a record, in column order. */
  Field[] of(Entry entry) {
    return fields.get(entry.getClass());
  }
}
