package org.collporterre.check;

import org.collporterre.model.Entry;
import org.collporterre.report.Located;
import org.collporterre.schema.Schema;
import org.jspecify.annotations.Nullable;

/** A check that looks at many fields of a record: all such checks are given values read once. */
interface FieldsCheck extends Check {
  /**
   * Looks at a record.
   *
   * @param values those of its fields, as {@link Schema#values} gives them
   */
  void entry(Located<? extends Entry> row, @Nullable Object[] values);

  @Override
  default void entry(Located<? extends Entry> row) {
    entry(row, Schema.of((Entry) row.value()).values(row.value()));
  }
}
