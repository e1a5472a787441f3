package org.collporterre.schema;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/** Reads one component of a record through a handle resolved once. */
final class Getter {
  private final MethodHandle handle;

  Getter(RecordComponent component) {
    handle = RecordReader.getter(component);
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
