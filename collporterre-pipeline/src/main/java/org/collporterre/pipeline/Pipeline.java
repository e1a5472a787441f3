package org.collporterre.pipeline;

import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.collporterre.check.Checker;
import org.collporterre.export.EntryWriter;
import org.collporterre.imports.EntryBlocks;
import org.collporterre.imports.EntryReader;
import org.collporterre.model.Entry;
import org.collporterre.report.Located;
import org.jspecify.annotations.Nullable;

/**
 * Has the records of a file read, checked and written by several threads. Findings, their order and
 * the bytes written are those of one thread, whatever the number of threads and the size of blocks:
 * one thread cuts the file into blocks of whole records; others read a block, check each record by
 * the rules that look at it alone, and make the bytes of those that pass; the first one takes the
 * blocks in file order, runs the rules across records and writes. Memory: a few blocks and their
 * records for each thread.
 *
 * <p>Of files that cannot be cut (JSON, JSON-LD, YAML, workbooks, packages) the calling thread
 * reads the records and others check and encode them; formats that cannot be written in parts are
 * written by the calling thread. Immutable and thread-safe.
 *
 * <pre>{@code
 * try (EntryReader<Initiative> in = importer.open(from, Initiative.class, report);
 *     Checker.Run check = Checker.standard().start(report);
 *     EntryWriter<Initiative> out = exporter.open(to, Initiative.class, report)) {
 *   Pipeline.create().convert(in, check, out);
 *   if (!in.stopped()) {
 *     out.commit();
 *   }
 * }
 * }</pre>
 */
public final class Pipeline {
  /** About how many bytes a block has. */
  static final int BLOCK = 1 << 18;

  private static final int MOST_THREADS = 64;

  /** More threads than that rarely find work: one thread cuts, merges and writes. */
  private static final int USEFUL_THREADS = 8;

  private final int threads;
  private final int block;
  private final BooleanSupplier cancelled;

  private Pipeline(int threads, int block, BooleanSupplier cancelled) {
    this.threads = threads;
    this.block = block;
    this.cancelled = cancelled;
  }

  /** Returns one with as many threads as there are processors, eight at most. */
  public static Pipeline create() {
    int processors = Runtime.getRuntime().availableProcessors();
    return new Pipeline(Math.min(processors, USEFUL_THREADS), BLOCK, () -> false);
  }

  /**
   * Returns one that works with so many threads beside the calling one; with 1 the calling thread
   * alone does everything.
   *
   * @throws IllegalArgumentException unless it is from 1 to 64
   */
  public Pipeline withThreads(int count) {
    if (count < 1 || count > MOST_THREADS) {
      throw new IllegalArgumentException("threads: " + count);
    }
    return new Pipeline(count, block, cancelled);
  }

  /**
   * Returns one that cuts blocks of about so many bytes.
   *
   * @throws IllegalArgumentException unless it is positive
   */
  public Pipeline withBlockSize(int bytes) {
    if (bytes < 1) {
      throw new IllegalArgumentException("block size: " + bytes);
    }
    return new Pipeline(threads, bytes, cancelled);
  }

  /** Returns one that ends early, without an exception, when this is true; it is asked often. */
  public Pipeline until(BooleanSupplier ended) {
    return new Pipeline(threads, block, ended);
  }

  /**
   * Takes records with whether they pass, in file order, in the calling thread.
   *
   * @param <E> the record type
   */
  @FunctionalInterface
  public interface Rows<E extends Entry> {
    /**
     * Takes a record.
     *
     * @throws IOException is thrown on
     */
    void accept(Located<? extends E> row, boolean passes) throws IOException;
  }

  /**
   * Reads and checks the records of a file.
   *
   * @param in a file just opened; the caller closes it
   * @param run the caller closes it, which runs the last rules
   * @throws IOException when the file cannot be read further
   */
  public <E extends Entry> void check(EntryReader<? extends E> in, Checker.Run run, Rows<E> rows)
      throws IOException {
    all(in, run, null, rows);
  }

  /**
   * Reads and checks the records of a file, and writes those that pass.
   *
   * @param in a file just opened; the caller closes it
   * @param run the caller closes it, which runs the last rules
   * @param out the caller commits it unless reading stopped early, and closes it
   * @throws IOException when the file cannot be read further, or nothing more be written
   */
  public <E extends Entry> void convert(
      EntryReader<? extends E> in, Checker.Run run, EntryWriter<E> out) throws IOException {
    all(in, run, out, (row, passes) -> {});
  }

  /**
   * Reads and checks the records of a file, and writes those that pass.
   *
   * @param rows told of each record after it was written, or with its block
   * @see #convert(EntryReader, Checker.Run, EntryWriter)
   */
  public <E extends Entry> void convert(
      EntryReader<? extends E> in, Checker.Run run, EntryWriter<E> out, Rows<E> rows)
      throws IOException {
    all(in, run, out, rows);
  }

  private <W extends Entry, E extends W> void all(
      EntryReader<E> in, Checker.Run run, @Nullable EntryWriter<W> out, Rows<W> rows)
      throws IOException {
    EntryBlocks<E> blocks = threads == 1 ? null : in.blocks(block);
    if (blocks != null) {
      new Merge<>(blocks, run, out, rows, cancelled).run(threads);
      return;
    }
    for (Located<E> row : in) {
      if (cancelled.getAsBoolean()) {
        return;
      }
      boolean passes = run.accept(row);
      if (passes && out != null) {
        out.write(row.value());
      }
      rows.accept(row, passes);
    }
  }
}
