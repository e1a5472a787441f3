package org.collporterre.export;

import java.time.LocalDate;
import org.collporterre.model.Entry;
import org.collporterre.vocabulary.Vocabularies;

/**
 * A JSON-LD document around the nodes of records.
 *
 * @param base what addresses begin with
 * @param vocabularies where the labels of codes are from
 * @param today the day on which records must be public
 */
record JsonLdFormat<E extends Entry>(String base, Vocabularies vocabularies, LocalDate today)
    implements RecordFormat<E> {
  @Override
  public RecordEncoder<E> encoder() {
    return new JsonLdEncoder<>(this);
  }

  @Override
  public byte[] beginning() {
    JsonOut out = JsonOut.inMemory().beginObject();
    out.name("@context").beginArray().value("https://schema.org");
    out.beginObject().name("cpt").value(JsonLdContext.NAMESPACE).endObject().endArray();
    return out.name("@graph").beginArray().bytes();
  }

  @Override
  public int separator() {
    return 1;
  }

  @Override
  public byte[] end(boolean empty, Box box) {
    JsonOut out = JsonOut.inMemory();
    if (!empty) {
      out.newLine();
    }
    return out.endArray().endObject().newLine().bytes();
  }
}
