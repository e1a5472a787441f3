package org.collporterre.schema;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/**
 * Reads all components of a record at once, through one handle that the JVM compiles as a whole:
 * much less per component than one call each. Immutable and thread-safe.
 */
public final class RecordReader {
  private static final MethodType GENERIC = MethodType.methodType(Object.class, Object.class);

  private static final ClassValue<RecordReader> READERS =
      new ClassValue<>() {
        @Override
        protected RecordReader computeValue(Class<?> type) {
          return new RecordReader(type);
        }
      };

  private final MethodHandle handle;

  private RecordReader(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    if (components == null) {
      throw new IllegalArgumentException("no record: " + type);
    }
    MethodHandle[] getters = new MethodHandle[components.length];
    for (int i = 0; i < getters.length; i++) {
      getters[i] = getter(components[i]);
    }
    MethodHandle collector =
        MethodHandles.identity(Object[].class).asCollector(Object[].class, getters.length);
    MethodHandle each = MethodHandles.filterArguments(collector, 0, getters);
    this.handle =
        MethodHandles.permuteArguments(
            each, MethodType.methodType(Object[].class, Object.class), new int[getters.length]);
  }

  /**
   * Returns the reader of a record class.
   *
   * @throws IllegalArgumentException when the class is no record
   */
  public static RecordReader of(Class<?> type) {
    return READERS.get(type);
  }

  /** Returns the values of the components of a record of this reader's class, in their order. */
  public @Nullable Object[] read(Object record) {
    try {
      return (Object[]) handle.invokeExact(record);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  static MethodHandle getter(RecordComponent component) {
    try {
      return MethodHandles.lookup().unreflect(component.getAccessor()).asType(GENERIC);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("record component must be public: " + component, e);
    }
  }
}
