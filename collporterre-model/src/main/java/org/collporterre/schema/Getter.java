package org.collporterre.schema;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/** Reads one component of a record through a handle resolved once. */
final class Getter {
  private static final MethodType GENERIC = MethodType.methodType(Object.class, Object.class);

  private final MethodHandle handle;

  Getter(RecordComponent component) {
    try {
      handle = MethodHandles.lookup().unreflect(component.getAccessor()).asType(GENERIC);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("record component must be public: " + component, e);
    }
  }

  @Nullable Object of(Object owner) {
    try {
      return (Object) handle.invokeExact(owner);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
