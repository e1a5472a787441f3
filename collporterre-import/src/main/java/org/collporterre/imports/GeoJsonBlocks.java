package org.collporterre.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.collporterre.model.Initiative;
import org.collporterre.report.FindingSink;
import org.collporterre.report.Located;
import org.jspecify.annotations.Nullable;

/**
 * The features of a collection in blocks. Before the first block stands what was read to find them;
 * behind the last, what is no item of them: both are read in file order.
 */
final class GeoJsonBlocks implements EntryBlocks<Initiative> {
  /** What is not cut. */
  private enum Whole implements Block {
    BEFORE,
    BEHIND
  }

  private final GeoJsonReader all;
  private final JsonBlock.Cutter cutter;
  private final JsonItems items;
  private boolean begun;
  private boolean ended;

  /**
   * @param in stands behind the first feature
   * @param items the items of the collection
   * @param size about how many bytes a block has
   * @param all what reads in file order
   */
  GeoJsonBlocks(JsonScanner in, JsonItems items, int size, GeoJsonReader all) {
    this.all = all;
    this.items = items;
    this.cutter = new JsonBlock.Cutter(in, size);
  }

  @Override
  public @Nullable Block next(Consumer<Block> earlier) throws IOException {
    if (!begun) {
      begun = true;
      return Whole.BEFORE;
    } else if (ended) {
      return null;
    }
    JsonBlock block = cutter.next(items.index());
    if (block == null) {
      ended = true;
      return Whole.BEHIND;
    }
    items.passed(cutter.items());
    return block;
  }

  @Override
  public Reader<Initiative> reader(FindingSink own) {
    GeoJsonItems apart = all.apart(own);
    return (block, rows) -> block instanceof JsonBlock one && read(apart, one, rows);
  }

  private boolean read(GeoJsonItems apart, JsonBlock block, Consumer<Located<Initiative>> rows) {
    try {
      return apart.read(block, all.array(), rows);
    } catch (JsonFault e) {
      // It is said by who reads the block in file order.
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public FindingSink sink() {
    return all.sink();
  }

  @Override
  public void passed(List<Located<Initiative>> rows) {
    all.passed(rows);
  }

  @Override
  public void read(Block block, Consumer<Located<Initiative>> rows) throws IOException {
    if (block instanceof JsonBlock one) {
      all.read(one, rows);
    } else if (block == Whole.BEFORE) {
      all.readFirst(rows);
    } else {
      all.readRest(rows);
    }
  }

  @Override
  public boolean stopped() {
    return all.stopped();
  }

  @Override
  public void end() {
    // The rest of the file says what is left to say.
  }
}
