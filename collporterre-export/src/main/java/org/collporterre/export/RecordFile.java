package org.collporterre.export;

import java.io.IOException;
import org.collporterre.files.WholeFile;
import org.collporterre.model.Entry;
import org.collporterre.report.FindingSink;

/** A file of records, each of which is encoded by itself. */
final class RecordFile<E extends Entry> implements EntryWriter<E> {
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
      append(own.batch());
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
    append(own.batch());
    append(batch);
  }

  private void append(Encoded batch) throws IOException {
    if (!begun) {
      begun = true;
      target.out().write(format.beginning());
    }
    if (batch.size() > 0) {
      batch.writeTo(target.out(), empty ? format.separator() : 0);
      empty = false;
    }
    losses.add(batch.losses());
    box.add(batch.box());
  }

  @Override
  public void commit() throws IOException {
    append(own.batch());
    target.out().write(format.end(empty, box));
    target.commit();
    losses.report(sink);
  }

  @Override
  public void close() throws IOException {
    target.close();
  }
}
