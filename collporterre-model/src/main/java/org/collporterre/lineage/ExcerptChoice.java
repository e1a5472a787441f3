package org.collporterre.lineage;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a lineage is to be shown.
 *
 * @param kinds the kinds of edges
 * @param root the identifier of a record: only what it comes from and what comes from it is shown;
 *     null for no such limit
 * @param family the identifier of a methodology: only its family and the initiatives that use one
 *     of it are shown; null for no such limit
 * @param most how many nodes there are at most; the most linked ones stay
 */
public record ExcerptChoice(
    Set<EdgeKind> kinds, @Nullable String root, @Nullable String family, int most) {
  /** Everything that is linked, but for what makes a picture unreadable: at most 400 nodes. */
  public static final ExcerptChoice USUAL =
      new ExcerptChoice(EnumSet.allOf(EdgeKind.class), null, null, 400);

  /**
   * @throws IllegalArgumentException when there is no kind, or no node at most
   */
  public ExcerptChoice {
    kinds = Set.copyOf(kinds);
    if (kinds.isEmpty() || most < 1) {
      throw new IllegalArgumentException("nothing to show: " + kinds + ", " + most);
    }
  }

  /** Returns this with other kinds of edges. */
  public ExcerptChoice withKinds(Set<EdgeKind> kinds) {
    return new ExcerptChoice(kinds, root, family, most);
  }

  /** Returns this with another root. */
  public ExcerptChoice withRoot(@Nullable String id) {
    return new ExcerptChoice(kinds, id, family, most);
  }

  /** Returns this with another family. */
  public ExcerptChoice withFamily(@Nullable String id) {
    return new ExcerptChoice(kinds, root, id, most);
  }

  /** Returns this with at most so many nodes. */
  public ExcerptChoice withMost(int nodes) {
    return new ExcerptChoice(kinds, root, family, nodes);
  }
}
