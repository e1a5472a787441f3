package org.collporterre.pipeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.collporterre.check.Checked;
import org.collporterre.export.Encoded;
import org.collporterre.imports.EntryBlocks.Block;
import org.collporterre.model.Entry;
import org.collporterre.report.Finding;
import org.collporterre.report.Located;
import org.jspecify.annotations.Nullable;

/** A block with all that was made of it apart from the others. */
final class Part<E extends Entry> {
  final Block block;

  /** What reading it told. */
  final List<Finding> findings = new ArrayList<>(0);

  final List<Located<E>> rows = new ArrayList<>();
  final List<Checked<E>> checked = new ArrayList<>();

  /** Whether a worker had it. */
  boolean tried;

  /** Whether what was made counts; else the block must be read in file order. */
  boolean whole;

  /** The records that pass by themselves, encoded. */
  @Nullable Encoded encoded;

  private int[] told = {};

  Part(Block block) {
    this.block = block;
  }

  /**
   * Adds a record.
   *
   * @param before how much reading the block had told when the record was there
   */
  void add(Checked<E> record, int before) {
    if (before > 0) {
      if (rows.size() >= told.length) {
        told = Arrays.copyOf(told, Math.max(16, rows.size() * 2));
      }
      told[rows.size()] = before;
    }
    rows.add(record.row());
    checked.add(record);
  }

  /** Returns how many of the findings were told when a record was there. */
  int told(int row) {
    return row < told.length ? told[row] : 0;
  }
}
