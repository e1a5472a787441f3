package org.collporterre.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.collporterre.model.Entry;
import org.collporterre.report.FindingSink;
import org.collporterre.schema.Schema;

/** The binders of a file that may hold records of several types: one for each type met. */
final class JsonBinders<E extends Entry> {
  private final ImportSettings settings;
  private final String file;
  private final FindingSink sink;
  private final Map<Class<?>, JsonBinder<? extends E>> binders = new LinkedHashMap<>();

  JsonBinders(ImportSettings settings, String file, FindingSink sink) {
    this.settings = settings;
    this.file = file;
    this.sink = sink;
  }

  /**
   * Returns the binder of a type, which is one of those wanted.
   *
   * @param exact whether texts are what a program wrote for this library; counts the first time
   */
  @SuppressWarnings("unchecked") // only types that are wanted are asked for
  JsonBinder<? extends E> of(Class<? extends Entry> type, boolean exact) {
    return binders.computeIfAbsent(
        type,
        known ->
            new JsonBinder<>(
                (Class<? extends E>) type, settings.forSchema(Schema.of(type)), file, sink, exact));
  }

  /** Returns the names of extensions so far, in the order of their first appearance. */
  List<String> extensions() {
    Set<String> names = new LinkedHashSet<>();
    binders.values().forEach(binder -> names.addAll(binder.extensions()));
    return new ArrayList<>(names);
  }

  /** Says what can only be said at the end of the file. */
  void end() {
    binders.values().forEach(JsonBinder::end);
  }
}
