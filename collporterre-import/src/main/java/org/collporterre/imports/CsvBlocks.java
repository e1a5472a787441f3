package org.collporterre.imports;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.collporterre.model.Entry;
import org.collporterre.report.FindingSink;
import org.collporterre.report.Located;
import org.jspecify.annotations.Nullable;

/** The rows of a CSV file below its header, in blocks. */
final class CsvBlocks<E extends Entry> implements EntryBlocks<E> {
  private final CsvScanner scanner;
  private final int size;
  private final CsvReader<E> all;
  private boolean atEnd;

  /**
   * @param scanner stands at the first row
   * @param size about how many bytes a block has
   * @param all what reads the rows in file order
   */
  CsvBlocks(CsvScanner scanner, int size, CsvReader<E> all) {
    this.scanner = scanner;
    this.size = size;
    this.all = all;
  }

  @Override
  public @Nullable Block next(Consumer<Block> earlier) throws IOException {
    RowBlock block = atEnd ? null : RowBlock.next(scanner, size);
    atEnd = block == null;
    return block;
  }

  @Override
  public Reader<E> reader(FindingSink own) {
    CsvReader<E> apart = all.apart(own);
    return (block, rows) -> apart.readApart((RowBlock) block, rows);
  }

  @Override
  public FindingSink sink() {
    return all.sink();
  }

  @Override
  public void passed(List<Located<E>> rows) {
    all.passed(rows);
  }

  @Override
  public void read(Block block, Consumer<Located<E>> rows) throws IOException {
    all.readBlock((RowBlock) block, rows);
  }

  @Override
  public boolean stopped() {
    return all.stopped();
  }

  @Override
  public void end() {
    all.end();
  }
}
