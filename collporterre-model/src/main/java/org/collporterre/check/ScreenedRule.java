package org.collporterre.check;

import org.collporterre.model.Entry;
import org.collporterre.report.Located;
import org.collporterre.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A rule across records that most records do not concern, as each of them shows by itself. Its
 * check is only asked about those that the screen lets through.
 */
interface ScreenedRule extends Rule {
  /** Finds out whether a record may concern the rule, from the record alone. */
  interface Screen {
    /**
     * Tells whether the check must look at the record.
     *
     * @param values those of its fields, as {@link Schema#values} gives them
     */
    boolean concerns(Located<? extends Entry> row, @Nullable Object[] values);
  }

  /** Begins to screen. A screen is used by one thread. */
  Screen screen(CheckContext context);
}
