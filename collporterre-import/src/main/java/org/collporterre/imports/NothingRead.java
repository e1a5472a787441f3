package org.collporterre.imports;

import java.util.List;
import org.collporterre.model.Entry;
import org.collporterre.report.Located;
import org.jspecify.annotations.Nullable;

/** The reader of a file that was refused when it was opened. */
final class NothingRead<E extends Entry> extends LookaheadReader<E> {
  @Override
  @Nullable Located<E> read() {
    return null;
  }

  @Override
  public List<String> extensions() {
    return List.of();
  }

  @Override
  public boolean stopped() {
    return true;
  }

  @Override
  public void close() {}
}
