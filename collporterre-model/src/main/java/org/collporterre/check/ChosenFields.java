package org.collporterre.check;

import java.util.List;
import java.util.function.Predicate;
import org.collporterre.model.Entry;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;

/** Some fields of each record type. Immutable. */
final class ChosenFields {
  private static final Field[] NONE = {};

  private final Class<?>[] types;
  private final Field[][] fields;

  /** Chooses fields, in column order. */
  ChosenFields(Predicate<Field> choice) {
    List<Class<? extends Entry>> all = Entry.TYPES;
    this.types = all.toArray(Class<?>[]::new);
    this.fields = new Field[types.length][];
    for (int i = 0; i < types.length; i++) {
      fields[i] = Schema.of(types[i]).fields().stream().filter(choice).toArray(Field[]::new);
    }
  }

  /** Returns those of a record, in column order. */
  Field[] of(Entry entry) {
    for (int i = 0; i < types.length; i++) {
      if (types[i] == entry.getClass()) {
        return fields[i];
      }
    }
    return NONE;
  }
}
