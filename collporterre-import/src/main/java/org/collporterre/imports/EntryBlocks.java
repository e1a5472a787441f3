package org.collporterre.imports;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.collporterre.model.Entry;
import org.collporterre.report.FindingSink;
import org.collporterre.report.Located;
import org.jspecify.annotations.Nullable;

/**
 * A file cut into blocks of whole records, which several threads may read at the same time. One
 * thread cuts the blocks and, in the same order, takes note of what was read of each; so records,
 * findings and everything that follows from their order are what one thread would have made of
 * them.
 *
 * <pre>{@code
 * Block block = blocks.next(earlier -> { … }); // an earlier one is treated as the block is
 * // in any thread, with a reader of its own:
 * boolean whole = reader.read(block, rows::add);
 * // in the first thread, block after block:
 * if (whole) {
 *   blocks.passed(rows);
 * } else {
 *   blocks.read(block, rows::add); // what the reader told of the block is to be forgotten
 * }
 * // after the last:
 * blocks.end();
 * }</pre>
 *
 * @param <E> the record type
 */
public interface EntryBlocks<E extends Entry> {
  /** Some consecutive records of a file, as bytes; nothing else changes it. */
  interface Block {}

  /**
   * Reads blocks apart from each other. Used by one thread.
   *
   * @param <E> the record type
   */
  interface Reader<E extends Entry> {
    /**
     * Reads a block, unless what it says of it would depend on what stands before.
     *
     * @param rows takes the records; an exception of it is thrown on
     * @return false when the block must be read in file order, see {@link EntryBlocks#read}; what
     *     was told of it is then void
     */
    boolean read(Block block, Consumer<Located<E>> rows);
  }

  /**
   * Cuts the next block; null at the end of the file.
   *
   * @param earlier takes blocks that come before it, where one alone would become too large; an
   *     exception of it is thrown on
   * @throws IOException when the file cannot be read further
   */
  @Nullable Block next(Consumer<Block> earlier) throws IOException;

  /**
   * Returns a reader for one more thread.
   *
   * @param own told in that thread what is wrong with the blocks; of those read whole it is for
   *     {@link #sink}, in file order
   */
  Reader<E> reader(FindingSink own);

  /** Returns where findings about the file go: what it was opened with. */
  FindingSink sink();

  /**
   * Takes note of a block that a reader read, at its turn in file order, before what the reader
   * told of it is passed on.
   *
   * @param rows all records of the block
   */
  void passed(List<Located<E>> rows);

  /**
   * Reads a block at its turn in file order. What is wrong goes to the sink with which the file was
   * opened. It may end the reading, see {@link #stopped}; then no other block counts.
   *
   * @param rows takes the records
   * @throws IOException when the file cannot be read further
   */
  void read(Block block, Consumer<Located<E>> rows) throws IOException;

  /**
   * Tells whether a block read in file order has ended the reading. Blocks that were cut before
   * count when it has not, even if the reader says that it stopped: it was ahead of them.
   */
  boolean stopped();

  /** Takes note that no further block comes: says what is left to say. */
  void end();
}
