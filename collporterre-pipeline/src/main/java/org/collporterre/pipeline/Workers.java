package org.collporterre.pipeline;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.collporterre.imports.EntryBlocks.Block;
import org.collporterre.model.Entry;
import org.jspecify.annotations.Nullable;

/** The threads beside the calling one, which begin with the first block given to them. */
final class Workers<E extends Entry> implements AutoCloseable {
  private final int threads;
  private final Supplier<Worker<E>> maker;
  private final Queue<Worker<E>> idle = new ConcurrentLinkedQueue<>();
  private @Nullable ExecutorService pool;

  /**
   * @param maker makes what works in one thread; asked in the calling one
   */
  Workers(int threads, Supplier<Worker<E>> maker) {
    this.threads = threads;
    this.maker = maker;
  }

  /** Has a block worked on as soon as a thread is free. */
  Future<Part<E>> submit(Block block) {
    ExecutorService started = pool;
    if (started == null) {
      started = Executors.newFixedThreadPool(threads, Workers::daemon);
      pool = started;
      for (int i = 0; i < threads; i++) {
        idle.add(maker.get());
      }
    }
    return started.submit(() -> work(block));
  }

  private Part<E> work(Block block) {
    Worker<E> worker = idle.remove();
    try {
      return worker.work(block);
    } finally {
      idle.add(worker);
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "collporterre-pipeline");
    thread.setDaemon(true);
    return thread;
  }

  /** Ends the threads; what they are at comes to nothing. */
  @Override
  public void close() {
    if (pool != null) {
      pool.shutdownNow();
    }
  }
}
