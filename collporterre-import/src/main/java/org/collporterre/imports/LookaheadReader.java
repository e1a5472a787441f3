package org.collporterre.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.collporterre.model.Entry;
import org.collporterre.report.Located;
import org.jspecify.annotations.Nullable;

/** The iteration that all readers have in common: once, and one record ahead. */
abstract class LookaheadReader<E extends Entry> implements EntryReader<E> {
  /** How many bytes of a block a record takes: it keeps whence each value came. */
  private static final int RECORD = 8192;

  private @Nullable DeferredFindings findings;
  private boolean iterated;
  private @Nullable Located<E> next;

  /** Reads the next record; null after the last, also when asked again, and when it stops. */
  abstract @Nullable Located<E> read() throws IOException;

  /**
   * Lets its records be read ahead of their turn.
   *
   * @param reported where it reports to
   */
  final void readAhead(DeferredFindings reported) {
    findings = reported;
  }

  /** {@inheritDoc} They are read by the thread that asks for blocks unless a format does better. */
  @Override
  public @Nullable EntryBlocks<E> blocks(int size) {
    if (findings == null) {
      return null;
    }
    beginReading();
    return new RecordBlocks<>(this, findings, Math.max(1, size / RECORD));
  }

  /** Tells whether a record was read that nobody has taken. */
  final boolean isAhead() {
    return next != null;
  }

  @Override
  public final Iterator<Located<E>> iterator() {
    beginReading();
    return new Records();
  }

  /**
   * Begins to read the records, in whichever way.
   *
   * @throws IllegalStateException the second time
   */
  final void beginReading() {
    if (iterated) {
      throw new IllegalStateException("a file is read once");
    }
    iterated = true;
  }

  private final class Records implements Iterator<Located<E>> {
    @Override
    public boolean hasNext() {
      if (next == null) {
        try {
          next = read();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      return next != null;
    }

    @Override
    public Located<E> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Located<E> row = Objects.requireNonNull(next);
      next = null;
      return row;
    }
  }
}
