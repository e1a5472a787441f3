package org.collporterre.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.collporterre.files.WholeFile;
import org.collporterre.files.WorkFolder;
import org.collporterre.model.Entry;
import org.collporterre.report.FindingSink;
import org.jspecify.annotations.Nullable;

/**
 * A table that has a column for each extension of its records. The first record that needs one more
 * is the first row to have it; where rows before have fewer, the file is at the end written anew
 * with empty cells for those. A stream is written at the end, from a temporary file.
 */
final class CsvFile<E extends Entry> extends RecordFile<E> {
  private static final int BUFFER = 1 << 16;

  private final WholeFile rows;
  private final WholeFile target;
  private final CsvFormat<E> format;
  private final @Nullable WorkFolder folder;
  private final RowPadding padding;
  private int headed = -1;

  /**
   * Begins a file.
   *
   * @param target where it goes
   */
  static <E extends Entry> CsvFile<E> of(
      WholeFile target, CsvFormat<E> format, Losses losses, FindingSink sink) throws IOException {
    if (target.isFile()) {
      return new CsvFile<>(target, target, null, format, losses, sink);
    }
    WorkFolder folder = WorkFolder.temporary();
    boolean begun = false;
    try {
      WholeFile rows = WholeFile.of(folder.path().resolve("rows"));
      begun = true;
      return new CsvFile<>(rows, target, folder, format, losses, sink);
    } finally {
      if (!begun) {
        folder.close();
      }
    }
  }

  private CsvFile(
      WholeFile rows,
      WholeFile target,
      @Nullable WorkFolder folder,
      CsvFormat<E> format,
      Losses losses,
      FindingSink sink) {
    super(rows, format, losses, sink);
    this.rows = rows;
    this.target = target;
    this.format = format;
    this.folder = folder;
    this.padding = new RowPadding(format.excel());
  }

  @Override
  public void write(E entry) throws IOException {
    if (format.extensions().addAll(entry.sheet().extensions())) {
      flush();
    }
    super.write(entry);
  }

  @Override
  void begin(byte[] beginning) throws IOException {
    headed = format.extensions().view().size();
    padding.skip(beginning.length);
    super.begin(beginning);
  }

  @Override
  void append(Encoded batch) throws IOException {
    super.append(batch);
    padding.add(batch.size(), batch.cells());
  }

  @Override
  void finish() throws IOException {
    int cells = format.extensions().view().size();
    if (rows == target && headed == cells && padding.isNothing(cells)) {
      target.commit();
      return;
    }
    try (WholeFile whole = rows == target ? target.again() : target;
        InputStream in = rows.written()) {
      OutputStream out = new BufferedOutputStream(whole.out(), BUFFER);
      out.write(format.beginning());
      padding.copy(in, out, cells);
      out.flush();
      whole.commit();
    }
  }

  @Override
  public void close() throws IOException {
    try {
      rows.close();
    } finally {
      if (folder != null) {
        folder.close();
      }
    }
  }
}
