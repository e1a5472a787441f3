package org.collporterre.export;

import java.util.List;
import org.collporterre.model.Entry;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;

/**
 * A table of the records of one type.
 *
 * @param extensions the columns behind those of the type
 * @param english whether the header is
 * @param excel whether it is for spreadsheet programs
 */
record CsvFormat<E extends Entry>(
    Schema<E> schema, List<String> extensions, boolean english, boolean excel)
    implements RecordFormat<E> {
  @Override
  public RecordEncoder<E> encoder() {
    return new CsvEncoder<>(this);
  }

  @Override
  public byte[] beginning() {
    CsvLines lines = new CsvLines(excel);
    lines.mark();
    for (Field field : schema.fields()) {
      lines.cell(english ? field.englishKey() : field.key());
    }
    extensions.forEach(lines::cell);
    lines.endRow();
    return lines.take();
  }

  @Override
  public int separator() {
    return 0;
  }

  @Override
  public byte[] end(boolean empty, Box box) {
    return new byte[0];
  }
}
