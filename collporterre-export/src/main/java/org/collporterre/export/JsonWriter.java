package org.collporterre.export;

import java.io.IOException;
import org.collporterre.json.RecordJsonWriter;
import org.collporterre.model.Entry;
import org.collporterre.schema.FormatVersion;

/** Writes the document around the records, and one record after the other. */
final class JsonWriter<E extends Entry> implements EntryWriter<E> {
  private final WholeFile target;
  private final JsonOut out;
  private final JsonOutGenerator generator;
  private boolean empty = true;

  JsonWriter(WholeFile target) {
    this.target = target;
    this.out = JsonOut.plain(target.out());
    this.generator = new JsonOutGenerator(out);
    out.beginObject().name("collporterre").beginObject();
    out.name("version_format").value(FormatVersion.CURRENT.toString()).endObject();
    out.name("fiches").beginArray();
  }

  @Override
  public void write(E entry) throws IOException {
    out.separator().newLine();
    generator.next();
    RecordJsonWriter.of(entry.getClass()).write(entry, generator);
    empty = false;
    out.drain();
  }

  @Override
  public void commit() throws IOException {
    if (!empty) {
      out.newLine();
    }
    out.endArray().endObject().newLine().flush();
    target.commit();
  }

  @Override
  public void close() throws IOException {
    target.close();
  }
}
