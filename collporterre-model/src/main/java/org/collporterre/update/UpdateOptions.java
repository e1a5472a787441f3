package org.collporterre.update;

import org.jspecify.annotations.Nullable;

/**
 * How two datasets are brought together.
 *
 * @param complete whether the incoming dataset says everything, so that what it does not hold is
 *     deleted
 * @param preferred whose value is taken when both sides changed a field differently; null to leave
 *     that open
 */
public record UpdateOptions(boolean complete, @Nullable Side preferred) {
  /** A record that is not there says nothing, and conflicts stay open. */
  public static final UpdateOptions STANDARD = new UpdateOptions(false, null);

  /** One of the two datasets. */
  public enum Side {
    BASE,
    INCOMING
  }
}
