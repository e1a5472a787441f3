package org.collporterre.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.collporterre.model.Entry;
import org.collporterre.report.Finding;
import org.collporterre.report.FindingSink;
import org.collporterre.report.Located;
import org.jspecify.annotations.Nullable;

/**
 * Records that only one thread can read, in blocks for others to check and write. One thread reads
 * them ahead; what is wrong with the file is told at the turn of the record that it came before.
 * However much that is, only some blocks of it are kept.
 */
final class RecordBlocks<E extends Entry> implements EntryBlocks<E> {
  /** How many findings a block has at most. */
  static final int MOST_FINDINGS = 1000;

  /**
   * Records that were read.
   *
   * @param told for each how many of the findings came before it
   */
  private record Batch<E extends Entry>(
      List<Located<E>> rows, List<Integer> told, List<Finding> findings) implements Block {
    Batch() {
      this(new ArrayList<>(), new ArrayList<>(0), new ArrayList<>(0));
    }

    void emit(FindingSink sink, Consumer<Located<E>> taker) {
      int next = 0;
      for (int i = 0; i < rows.size(); i++) {
        for (; next < told.get(i); next++) {
          sink.report(findings.get(next));
        }
        taker.accept(rows.get(i));
      }
      findings.subList(next, findings.size()).forEach(sink::report);
    }
  }

  private final LookaheadReader<E> reader;
  private final DeferredFindings findings;
  private final int count;
  private Batch<E> batch = new Batch<>();
  private boolean ended;

  /**
   * @param findings where the reader reports to
   * @param count how many records a block has
   */
  RecordBlocks(LookaheadReader<E> reader, DeferredFindings findings, int count) {
    this.reader = reader;
    this.findings = findings;
    this.count = count;
  }

  @Override
  public @Nullable Block next(Consumer<Block> earlier) throws IOException {
    if (ended) {
      return null;
    }
    findings.divert(finding -> keep(finding, earlier));
    try {
      while (!ended && batch.rows().size() < count) {
        Located<E> row = reader.read();
        ended = row == null;
        if (row != null) {
          batch.told().add(batch.findings().size());
          batch.rows().add(row);
        }
      }
    } finally {
      findings.divert(null);
    }
    return cut();
  }

  /** A reader may have much to say before there is a record. */
  private void keep(Finding finding, Consumer<Block> earlier) {
    batch.findings().add(finding);
    if (batch.findings().size() == MOST_FINDINGS) {
      earlier.accept(cut());
    }
  }

  private Block cut() {
    Batch<E> whole = batch;
    batch = new Batch<>();
    return whole;
  }

  @SuppressWarnings("unchecked")
  private Batch<E> own(Block block) {
    return (Batch<E>) block;
  }

  @Override
  public Reader<E> reader(FindingSink own) {
    return (block, rows) -> {
      own(block).emit(own, rows);
      return true;
    };
  }

  @Override
  public FindingSink sink() {
    return findings.sink();
  }

  @Override
  public void passed(List<Located<E>> rows) {
    // Who read them has taken note.
  }

  @Override
  public void read(Block block, Consumer<Located<E>> rows) {
    own(block).emit(sink(), rows);
  }

  @Override
  public boolean stopped() {
    return false;
  }

  @Override
  public void end() {
    // Reading them to the end has said it.
  }
}
