package org.collporterre.export;

import java.time.LocalDate;
import org.collporterre.model.Entry;
import org.collporterre.schema.FormatVersion;

/**
 * A collection of features. The box around all of them is known at the end only, so it stands
 * behind them; RFC 7946 gives members no order.
 *
 * @param detail whether long texts are written
 * @param today the day on which records must be public
 */
record GeoJsonFormat<E extends Entry>(boolean detail, LocalDate today) implements RecordFormat<E> {
  @Override
  public RecordEncoder<E> encoder() {
    return new GeoJsonEncoder<>(this, detail, today);
  }

  @Override
  public byte[] beginning() {
    JsonOut out = JsonOut.inMemory().beginObject().name("type").value("FeatureCollection");
    out.name("name").value("initiatives");
    out.name("collporterre").beginObject().name("version_format");
    out.value(FormatVersion.CURRENT.toString()).endObject();
    return out.name("features").beginArray().bytes();
  }

  @Override
  public int separator() {
    return 1;
  }

  @Override
  public byte[] end(boolean empty, Box box) {
    JsonOut out = JsonOut.inMemory().newLine().endArray();
    if (!box.isEmpty()) {
      out.name("bbox");
      box.write(out);
    }
    return out.endObject().newLine().bytes();
  }
}
