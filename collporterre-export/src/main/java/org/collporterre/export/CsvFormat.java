package org.collporterre.export;

import org.collporterre.model.Entry;
import org.collporterre.schema.Field;
import org.collporterre.schema.Schema;

/**
 * A table of the records of one type.
 *
 * @param extensions the columns behind those of the type, which become more with the records of one
 *     file
 * @param english whether the header is
 * @param excel whether it is for spreadsheet programs
 */
record CsvFormat<E extends Entry>(
    Schema<E> schema, ExtensionColumns extensions, boolean english, boolean excel)
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
    extensions.names().forEach(lines::cell);
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
