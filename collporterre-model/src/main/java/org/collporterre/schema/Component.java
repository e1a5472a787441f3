package org.collporterre.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A component of a record: a {@link Field}, a {@link Group} of fields, or the {@link Rest}. */
public sealed interface Component permits Field, Group, Component.Rest {
  /** Returns the value of this component in the record that directly holds it; may be null. */
  @Nullable Object in(Object owner);

  /** Returns how it is written in JSON-LD; empty when it is not, or is flattened into its owner. */
  List<Term> terms();

  /** Tells whether it belongs to the node of the sheet, see {@link SheetNode}. */
  boolean onSheet();

  /** The map of columns the format does not know, see {@link Extensions}. */
  record Rest(Getter getter) implements Component {
    @Override
    public @Nullable Object in(Object owner) {
      return getter.of(owner);
    }

    @Override
    public List<Term> terms() {
      return List.of();
    }

    @Override
    public boolean onSheet() {
      return false;
    }
  }
}
