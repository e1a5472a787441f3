package org.collporterre.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.collporterre.check.Checked;
import org.collporterre.check.Checker;
import org.collporterre.export.Encoder;
import org.collporterre.imports.EntryBlocks;
import org.collporterre.imports.EntryBlocks.Block;
import org.collporterre.model.Entry;
import org.collporterre.report.Finding;
import org.collporterre.report.Located;
import org.jspecify.annotations.Nullable;

/** Reads, checks and encodes blocks, in one thread. */
final class Worker<E extends Entry> {
  private final EntryBlocks.Reader<E> reader;
  private final Checker.Records records;
  private final @Nullable Encoder<? super E> encoder;
  private final List<Finding> told = new ArrayList<>();

  /**
   * @param encoder null when nothing is written, or not in parts
   */
  Worker(EntryBlocks<E> blocks, Checker.Records records, @Nullable Encoder<? super E> encoder) {
    this.reader = blocks.reader(told::add);
    this.records = records;
    this.encoder = encoder;
  }

  /** Makes of a block all that can be made of it apart from the others. */
  Part<E> work(Block block) {
    Part<E> part = new Part<>(block);
    part.tried = true;
    told.clear();
    part.whole = reader.read(block, row -> take(row, part));
    part.findings.addAll(told);
    if (encoder != null) {
      part.encoded = encoder.batch();
    }
    return part;
  }

  private void take(Located<E> row, Part<E> part) {
    Checked<E> checked = records.check(row);
    part.add(checked, told.size());
    if (encoder != null && checked.passes()) {
      encoder.add(row.value());
    }
  }
}
