package org.collporterre.export;

import org.collporterre.model.Entry;
import org.collporterre.schema.FormatVersion;

/** A document around records in native JSON. */
record JsonFormat<E extends Entry>() implements RecordFormat<E> {
  @Override
  public RecordEncoder<E> encoder() {
    return new JsonEncoder<>(this);
  }

  @Override
  public byte[] beginning() {
    JsonOut out = JsonOut.plainInMemory().beginObject().name("collporterre").beginObject();
    out.name("version_format").value(FormatVersion.CURRENT.toString()).endObject();
    return out.name("fiches").beginArray().bytes();
  }

  @Override
  public int separator() {
    return 1;
  }

  @Override
  public byte[] end(boolean empty, Box box) {
    JsonOut out = JsonOut.plainInMemory();
    if (!empty) {
      out.newLine();
    }
    return out.endArray().endObject().newLine().bytes();
  }
}
