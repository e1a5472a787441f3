package org.collporterre.export;

import java.io.IOException;
import org.collporterre.files.WholeFile;
import org.collporterre.model.Entry;
import org.collporterre.report.FindingSink;

/** A file of records, each of which is encoded by itself. */
class RecordFile<E extends Entry> implements EntryWriter<E> {
  private static final int FLUSH = 1 << 16;

  private final WholeFile target;
  private final RecordFormat<E> format;
  private final RecordEncoder<E> own;
  private final Losses losses;
  private final FindingSink sink;
  private final Box box = new Box();
  private boolean begun;
  private boolean empty = true;

  RecordFile(WholeFile target, RecordFormat<E> format, Losses losses, FindingSink sink) {
    this.target = target;
    this.format = format;
    this.own = format.encoder();
    this.losses = losses;
    this.sink = sink;
  }

  @Override
  public void write(E entry) throws IOException {
    own.add(entry);
    if (own.size() >= FLUSH) {
      flush();
    }
  }

  @Override
  public Encoder<E> encoder() {
    return format.encoder();
  }

  @Override
  public void write(Encoded batch) throws IOException {
    if (!batch.isOf(format)) {
      throw new IllegalArgumentException("encoded for another format");
    }
    flush();
    append(batch);
    for (Entry entry : batch.later()) {
      @SuppressWarnings("unchecked") // it was given to an encoder of this format
      E one = (E) entry;
      write(one);
    }
  }

  /** Writes what has been encoded one by one. */
  final void flush() throws IOException {
    append(own.batch());
  }

  private void begin() throws IOException {
    if (!begun) {
      begun = true;
      begin(format.beginning());
    }
  }

  /** Writes what stands before the records. */
  void begin(byte[] beginning) throws IOException {
    target.out().write(beginning);
  }

  /** Writes rows behind those before. */
  void append(Encoded batch) throws IOException {
    if (batch.size() > 0) {
      begin();
      batch.writeTo(target.out(), empty ? format.separator() : 0);
      empty = false;
    }
    losses.add(batch.losses());
    box.add(batch.box());
  }

  @Override
  public void commit() throws IOException {
    flush();
    begin();
    target.out().write(format.end(empty, box));
    finish();
    losses.report(sink);
  }

  /** Moves what has been written into place. */
  void finish() throws IOException {
    target.commit();
  }

  @Override
  public void close() throws IOException {
    target.close();
  }
}
