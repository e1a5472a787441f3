package org.collporterre.export;

import org.collporterre.json.RecordJsonWriter;
import org.collporterre.model.Entry;

/** Encodes records as native JSON, one a line. */
final class JsonEncoder<E extends Entry> implements RecordEncoder<E> {
  private final RecordFormat<E> format;
  private final JsonOut out = JsonOut.plainInMemory();
  private final JsonOutGenerator generator = new JsonOutGenerator(out);
  private int records;

  JsonEncoder(RecordFormat<E> format) {
    this.format = format;
  }

  @Override
  public void add(E entry) {
    records++;
    out.nextLine();
    generator.next();
    RecordJsonWriter.of(entry.getClass()).write(entry, generator);
  }

  @Override
  public int size() {
    return out.size();
  }

  @Override
  public Encoded batch() {
    Encoded batch = new Encoded(format, records, out.take(), new Losses(""), new Box());
    records = 0;
    return batch;
  }
}
