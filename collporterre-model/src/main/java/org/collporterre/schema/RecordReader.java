package org.collporterre.schema;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/**
 * Reads all components of a record at once. Once there are many records, through one handle that
 * the JVM compiles as a whole: much less per component than one call each, but it takes longer to
 * make than a small file to read. Thread-safe.
 */
public final class RecordReader {
  private static final MethodType GENERIC = MethodType.methodType(Object.class, Object.class);

  /** So many records are read component by component. */
  static final int FEW = 1000;

  private static final ClassValue<RecordReader> READERS =
      new ClassValue<>() {
        @Override
        protected RecordReader computeValue(Class<?> type) {
          return new RecordReader(type);
        }
      };

  private final MethodHandle[] getters;

  // Two threads may count too few, or both make the handle: neither does harm.
  private int reads;
  private @Nullable MethodHandle whole;

  /** Makes a reader anew; {@link #of} keeps those made. */
  RecordReader(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    if (components == null) {
      throw new IllegalArgumentException("no record: " + type);
    }
    this.getters = new MethodHandle[components.length];
    for (int i = 0; i < getters.length; i++) {
      getters[i] = getter(components[i]);
    }
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
      MethodHandle handle = whole;
      if (handle == null && ++reads > FEW) {
        handle = whole();
        whole = handle;
      }
      return handle == null ? each(record) : (Object[]) handle.invokeExact(record);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private @Nullable Object[] each(Object record) throws Throwable {
    @Nullable Object[] values = new @Nullable Object[getters.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (Object) getters[i].invokeExact(record);
    }
    return values;
  }

  private MethodHandle whole() {
    MethodHandle collector =
        MethodHandles.identity(Object[].class).asCollector(Object[].class, getters.length);
    return MethodHandles.permuteArguments(
        MethodHandles.filterArguments(collector, 0, getters),
        MethodType.methodType(Object[].class, Object.class),
        new int[getters.length]);
  }

  static MethodHandle getter(RecordComponent component) {
    try {
      return MethodHandles.lookup().unreflect(component.getAccessor()).asType(GENERIC);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("record component must be public: " + component, e);
    }
  }
}
