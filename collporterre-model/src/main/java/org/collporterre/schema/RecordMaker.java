package org.collporterre.schema;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Makes records of one class. Once there are many, through a handle, for the reason that {@link
 * RecordReader} gives. Thread-safe.
 */
final class RecordMaker {
  private final Constructor<?> constructor;
  private final MethodHandle direct;

  // Two threads may count too few, or both make the handle: neither does harm.
  private int made;
  private @Nullable MethodHandle handle;

  RecordMaker(Class<?> type) {
    Class<?>[] parameters =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      this.constructor = type.getDeclaredConstructor(parameters);
      this.direct = MethodHandles.lookup().unreflectConstructor(constructor);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("record must have a public constructor: " + type, e);
    }
  }

  /** Returns a record with these components, in their order. */
  Object make(@Nullable Object[] components) {
    try {
      MethodHandle many = handle;
      if (many == null && ++made > RecordReader.FEW) {
        many = handle();
        handle = many;
      }
      return many == null
          ? constructor.newInstance(components)
          : (Object) many.invokeExact(components);
    } catch (InvocationTargetException e) {
      throw unchecked(e.getCause());
    } catch (Throwable e) {
      throw unchecked(e);
    }
  }

  private static RuntimeException unchecked(@Nullable Throwable e) {
    if (e instanceof Error error) {
      throw error;
    }
    return e instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(e);
  }

  private MethodHandle handle() {
    return direct
        .asType(direct.type().generic())
        .asSpreader(Object[].class, constructor.getParameterCount())
        .asType(MethodType.methodType(Object.class, Object[].class));
  }
}
