package org.collporterre.imports;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.collporterre.model.Entry;
import org.collporterre.report.Located;

/** The reader of a file that was refused when it was opened. */
final class NothingRead<E extends Entry> implements EntryReader<E> {
  private boolean iterated;

  @Override
  public Iterator<Located<E>> iterator() {
    if (iterated) {
      throw new IllegalStateException("a file is read once");
    }
    iterated = true;
    return Collections.emptyIterator();
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
