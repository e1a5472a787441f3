package org.collporterre.pipeline;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.collporterre.check.Checked;
import org.collporterre.check.Checker;
import org.collporterre.export.EntryWriter;
import org.collporterre.imports.EntryBlocks;
import org.collporterre.imports.EntryBlocks.Block;
import org.collporterre.model.Entry;
import org.collporterre.report.Located;
import org.jspecify.annotations.Nullable;

/** Hands out the blocks of a file to workers and takes in file order what they make of them. */
final class Merge<W extends Entry, E extends W> {
  /** So many blocks the calling thread reads alone: starting others would take as long. */
  private static final int ALONE = 4;

  /** So many blocks for each thread are cut before the first of them must be done. */
  private static final int AHEAD = 2;

  /** After so many blocks in succession that workers could not read, they are not asked again. */
  private static final int PATIENCE = 8;

  private final EntryBlocks<E> blocks;
  private final Checker.Run run;
  private final @Nullable EntryWriter<W> out;
  private final Pipeline.Rows<W> rows;
  private final BooleanSupplier cancelled;

  /** Blocks at work, in file order. */
  private final Deque<Future<Part<E>>> ahead = new ArrayDeque<>();

  private int cut;
  private int refused;

  Merge(
      EntryBlocks<E> blocks,
      Checker.Run run,
      @Nullable EntryWriter<W> out,
      Pipeline.Rows<W> rows,
      BooleanSupplier cancelled) {
    this.blocks = blocks;
    this.run = run;
    this.out = out;
    this.rows = rows;
    this.cancelled = cancelled;
  }

  void run(int threads) throws IOException {
    try (Workers<E> workers = new Workers<>(threads, this::worker)) {
      Consumer<Block> taker = block -> add(block, workers, threads * AHEAD);
      for (Block block = next(taker); block != null; block = next(taker)) {
        taker.accept(block);
      }
      mergeAllBut(0);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    if (!isOver()) {
      blocks.end();
    }
  }

  private Worker<E> worker() {
    return new Worker<>(blocks, run.records(), out == null ? null : out.encoder());
  }

  private @Nullable Block next(Consumer<Block> taker) throws IOException {
    return isOver() ? null : blocks.next(taker);
  }

  private void add(Block block, Workers<E> workers, int most) {
    if (isOver()) {
      return;
    }
    boolean apart = cut++ >= ALONE && refused < PATIENCE;
    ahead.add(apart ? workers.submit(block) : CompletableFuture.completedFuture(new Part<>(block)));
    mergeAllBut(cut <= ALONE ? 0 : most);
  }

  private void mergeAllBut(int most) {
    while (ahead.size() > most && !isOver()) {
      try {
        merge(ended(ahead.remove()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private boolean isOver() {
    return cancelled.getAsBoolean() || blocks.stopped();
  }

  private static <P> P ended(Future<P> work) throws IOException {
    try {
      return work.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (InterruptedIOException) new InterruptedIOException().initCause(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof RuntimeException own ? own : new IllegalStateException(e);
    }
  }

  private void merge(Part<E> part) throws IOException {
    if (part.whole) {
      refused = 0;
      blocks.passed(part.rows);
      take(part);
      return;
    }
    refused += part.tried ? 1 : 0;
    blocks.read(part.block, this::take);
  }

  /** Takes a record that was read at its turn. */
  private void take(Located<E> row) {
    try {
      boolean passes = run.accept(row);
      if (passes && out != null) {
        out.write(row.value());
      }
      rows.accept(row, passes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void take(Part<E> part) throws IOException {
    boolean[] passes = new boolean[part.rows.size()];
    boolean asEncoded = part.encoded != null;
    int told = 0;
    for (int i = 0; i < passes.length; i++) {
      told = tell(part, told, part.told(i));
      Checked<E> checked = part.checked.get(i);
      passes[i] = run.accept(checked);
      asEncoded &= passes[i] == checked.passes();
    }
    tell(part, told, part.findings.size());
    write(part, passes, asEncoded);
    for (int i = 0; i < passes.length; i++) {
      rows.accept(part.rows.get(i), passes[i]);
    }
  }

  private int tell(Part<E> part, int from, int to) {
    for (int i = from; i < to; i++) {
      blocks.sink().report(part.findings.get(i));
    }
    return Math.max(from, to);
  }

  /** A record that passed alone and not among the others makes what was encoded of no use. */
  private void write(Part<E> part, boolean[] passes, boolean asEncoded) throws IOException {
    if (out == null) {
      return;
    }
    if (asEncoded) {
      out.write(Objects.requireNonNull(part.encoded));
      return;
    }
    for (int i = 0; i < passes.length; i++) {
      if (passes[i]) {
        out.write(part.rows.get(i).value());
      }
    }
  }
}
